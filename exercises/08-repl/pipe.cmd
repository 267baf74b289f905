# -i without a terminal: no prompts, the rest as ever.
$ {tree} -O0 -i
0| x = 20
0| x + 1
0| fn f() {
0|   return x / 0
0| }
0| f()
0| _ * 2
1| 21
1| 42
2| ZeroDivisionError: division by zero
2...

# the end without a newline, and in the middle
$ printf '1 + 1' | {tree} -O0 -i
1| 2

$ {tree} -O0 -i
0| fn f() {
2| SyntaxError: expected '}' at the end of the block
2...

# commands are lines too
$ {tree} -O0 -i
0| 1
0| :quit
0| 2
1| 1

# nothing that was shown gets lost in silence
$ {tree} -O0 -i > /dev/full
0| 1
0| 2
2...
exit 74
