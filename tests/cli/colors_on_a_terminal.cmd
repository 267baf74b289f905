# The same, seen by a terminal.
file on_terminal.py
| import os, pty, sys
| pid, terminal = pty.fork()
| if pid == 0:
|     os.execvp(sys.argv[1], sys.argv[1:])
| seen = b""
| while True:
|     try:
|         data = os.read(terminal, 4096)
|     except OSError:
|         break
|     if not data:
|         break
|     seen += data
| print("colour" if b"\x1b[" in seen else "plain", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))

$ TERM=xterm {python} on_terminal.py {both} -e 'nil + 1'
1| colour 70

$ TERM=xterm {python} on_terminal.py {both} --color=never -e 'nil + 1'
1| plain 70

$ TERM=xterm NO_COLOR=1 {python} on_terminal.py {both} -e 'nil + 1'
1| plain 70

$ TERM=xterm NO_COLOR= {python} on_terminal.py {both} -e 'nil + 1'
1| colour 70

$ TERM=dumb {python} on_terminal.py {both} -e 'nil + 1'
1| plain 70

$ {python} on_terminal.py env -u TERM {both} -e 'nil + 1'
1| plain 70

$ TERM=dumb {python} on_terminal.py {both} --color=always -e 'nil + 1'
1| colour 70
