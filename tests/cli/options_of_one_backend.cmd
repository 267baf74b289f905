# What only one of the two has.
$ {tree} --disassemble -e 1
2| duet-tree: --disassemble is for the bytecode VM, duet-vm
2| try 'duet-tree --help'
exit 64

$ {tree} -O3 -e 1
2| duet-tree: the levels are -O0 to -O2, not '-O3'
2| try 'duet-tree --help'
exit 64

$ {vm} -O9 -e 1
2/ duet-vm: the levels are -O0 to -O\d, not '-O9'
2| try 'duet-vm --help'
exit 64

$ {tree} -O0 -e 'print(1)' && {tree} -O1 -e 'print(2)' && {tree} -O2 -e 'print(3)' && {vm} -O2 -e 'print(4)'
1| 1
1| 2
1| 3
1| 4

$ {vm} --explain -e 1
2| duet-vm: --explain goes with --disassemble
2...
exit 64

$ {vm} --without=fold -e 'print(1 + 2)'
1| 3

$ {vm} --disassemble -e 'x = 2 + 3 * 4' | grep -c MUL; true
1| 0

$ {vm} -O0 --disassemble -e 'x = 2 + 3 * 4' | grep -c MUL
1| 1

$ {vm} --disassemble -e ')'
2| SyntaxError: expected an expression, got ')'
2...
exit 65

$ {tree} --profile -e 1
2| duet-tree: --profile is for the bytecode VM, duet-vm
2| try 'duet-tree --help'
exit 64

$ {tree} --trace=ops -e 1
2| duet-tree: --trace is for the bytecode VM, duet-vm
2| try 'duet-tree --help'
exit 64

$ {vm} --profile=xml -e 1
2| duet-vm: it is --profile or --profile=json, not --profile=xml
2| try 'duet-vm --help'
exit 64

$ {vm} --trace=ops,call -e 1
2| duet-vm: --trace shows ops, calls, cache and tier, not 'call'
2| try 'duet-vm --help'
exit 64

$ {vm} --trace= -e 1
2| duet-vm: --trace shows ops, calls, cache and tier, not ''
2| try 'duet-vm --help'
exit 64
