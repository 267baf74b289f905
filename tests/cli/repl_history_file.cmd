# Where the history is kept, and that it does not grow for ever.
file on_terminal.py
| import os, pty, sys
| pid, terminal = pty.fork()
| if pid == 0:
|     os.execvp(sys.argv[1], sys.argv[1:])
| for line in sys.stdin.buffer.readlines() + [b""]:
|     while not os.read(terminal, 4096).endswith(b"> "):
|         pass
|     os.write(terminal, line.replace(b"\n", b"\r") or b"\x04")
| try:
|     while os.read(terminal, 4096):
|         pass
| except OSError:
|     pass
| sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))

# A build without a line editor keeps no history: the greeting and one line tell which build this is.
$ printf 'probe = 1\n' | TERM=xterm HOME="$PWD" {python} on_terminal.py {both}; test -s .duet_history || touch no_editor

$ test -e no_editor && echo 'probe = 1' || cat .duet_history
1| probe = 1

$ printf 'x = 1\n\n  \nx + 1\n' | TERM=xterm HOME="$PWD" {python} on_terminal.py {both}; test -e no_editor && printf 'probe = 1\nx = 1\nx + 1\n' || cat .duet_history
1| probe = 1
1| x = 1
1| x + 1

$ test -e no_editor && echo 600 || stat -c %a .duet_history
1| 600

$ mkdir state; printf 'y = 1\n' | TERM=xterm HOME="$PWD" XDG_STATE_HOME="$PWD/state" {python} on_terminal.py {both}; test -e no_editor && echo 'y = 1' || cat state/duet_history
1| y = 1

$ for i in $(seq 2500); do echo "line_$i = $i"; done > .duet_history
$ printf 'z = 1\n' | TERM=xterm HOME="$PWD" {python} on_terminal.py {both}; test -e no_editor && echo 1001 || wc -l <.duet_history
1| 1001

$ test -e no_editor && echo 'line_1501 = 1501' || head -n 1 .duet_history
1| line_1501 = 1501

$ test -e no_editor && echo 'z = 1' || tail -n 1 .duet_history
1| z = 1
