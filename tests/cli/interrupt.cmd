# Ctrl-C ends a program like an error that nobody can catch.
file forever.duet
| print("begun")
| try { while true { } } catch e { print("caught") } finally { print("finally") }
file waits.duet
| print(input("waiting"))
file calls.duet
| fn spin(n) { return spin(n + 1) }
| spin(0)
file interrupt.py
| import signal, subprocess, sys, time
| # a background job of a shell ignores SIGINT; the default is what a terminal gives
| signal.signal(signal.SIGINT, signal.SIG_IGN if sys.argv[1] == "ignored" else signal.SIG_DFL)
| child = subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE, stdout=sys.stdout, stderr=sys.stderr)
| signal.signal(signal.SIGINT, signal.SIG_IGN)
| time.sleep(0.5)
| child.send_signal(signal.SIGINT)
| if sys.argv[1] == "ignored":
|     time.sleep(0.3)
|     print("still running" if child.poll() is None else "gone", flush=True)
|     child.kill()
| print("exit", child.wait(), flush=True)

$ {python} interrupt.py seen {both} forever.duet
1| begun
1| exit 70
2| interrupted
2/   --> forever\.duet:2:\d+
2...

$ {python} interrupt.py seen {both} calls.duet
1| exit 70
2| interrupted
2...

$ {python} interrupt.py seen {both} waits.duet
1| waitingexit 70
2| interrupted
2...

# The text of the program is still awaited.
$ {python} interrupt.py seen {both} -
1| exit 70
2| interrupted

$ {python} interrupt.py seen {both} --stats --output stats.txt forever.duet
1...
2| interrupted
2...

$ {python} interrupt.py ignored {both} waits.duet
1| waitingstill running
1| exit -9
