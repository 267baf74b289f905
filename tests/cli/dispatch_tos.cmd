# The loop that keeps the top of the stack in registers: a jump for each handler that knows of them, and one for all the others.

file jumps.sh
| objdump -d "$1" | grep -cE 'jmp[a-z]* +\*|[[:space:]]br[[:space:]]+x'

$ {tos} --version
1/ duet-vm .* tos dispatch, .*

$ tos=$(sh jumps.sh {tos}); switch=$(sh jumps.sh {switch}); test $(($tos - $switch)) -ge 400 && echo "a jump for each handler"
1| a jump for each handler

# A script without variables has nothing below its operands.
$ {tos} -O0 -e 'print(1 + (2 + 3)); print(nil)'
1| 6
1| nil

# Ctrl-C is noticed by the ordinary handlers, which these leave it to.
file interrupt.py
| import signal, subprocess, sys, time
| signal.signal(signal.SIGINT, signal.SIG_DFL)
| child = subprocess.Popen(sys.argv[1:])
| signal.signal(signal.SIGINT, signal.SIG_IGN)
| time.sleep(0.5)
| child.send_signal(signal.SIGINT)
| print("exit", child.wait(), flush=True)

$ {python} interrupt.py {tos} -O0 -e 'i = 0; while true { i = 1 - i }'
1| exit 70
2| interrupted
2...

$ {python} interrupt.py {tos} -e 'i = 0; while i < 2 { i = 1 - i }'
1| exit 70
2| interrupted
2...

$ {tos} --fuel 10 -e 'while true { }'
2| out of fuel
2...
exit 70
