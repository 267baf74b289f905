# Output that can't be written is never taken for success.
file many.duet
| for i in range(100000) { print("line", i) }

$ {both} -e 'print(1)' >/dev/full
2| cannot write output: No space left on device
exit 74

$ {both} -e 'print(1)' >&-
2| cannot write output: Bad file descriptor
exit 74

$ {both} many.duet >/dev/full
2| cannot write output: No space left on device
exit 74

$ {both} many.duet >&-
2| cannot write output: Bad file descriptor
exit 74

$ {both} -e 'print(1); nil + 1' >/dev/full
2| TypeError: cannot add nil and int
2...
2| cannot write output: No space left on device
exit 74

$ {both} -e 'write("")' >&-

$ {both} -e 'x = 1' >/dev/full

$ {both} --help >/dev/full
2| cannot write output: No space left on device
exit 74

$ {both} --version >&-
2| cannot write output: Bad file descriptor
exit 74

$ {both} --ast -e 'x = 1' >/dev/full
2| cannot write output: No space left on device
exit 74

$ {both} --format -e 'x = 1' >&-
2| cannot write output: Bad file descriptor
exit 74

$ {both} --stats -e 'print(1)' >/dev/full
2| cannot write output: No space left on device
exit 74

$ echo '1 + 1' | {both} -i >/dev/full
2| cannot write output: No space left on device
exit 74

$ printf 'print(1)\nprint(2)\n' | {both} -i >&-
2| cannot write output: Bad file descriptor
exit 74

$ {vm} --disassemble -e 'x = 1' >/dev/full
2| cannot write output: No space left on device
exit 74

# A closed pipe: the reader has seen enough, the writer says that not all was read.
$ { {both} many.duet; echo "exit $?" >&2; } | head -n 1
1| line 0
2| cannot write output: Broken pipe
2| exit 74

# Nobody to tell.
$ {both} -e 'throw 1' 2>&-
exit 70

$ {both} -e 'throw 1' 2>/dev/full
exit 70
