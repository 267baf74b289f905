# -i without a terminal: plain lines, no prompts, and the values on standard output.
$ {both} -i
0| x = 40
0| fn f() {
0|   return x + 2
0| }
0| f()
0| _ + 1
1| 42
1| 43

$ {both} -i -e 'y = 5; print("first")'
0| y
1| first
1| 5

$ {both} -i
0| 1 / 0
0| "still here"
1| "still here"
2| ZeroDivisionError: division by zero
2...

$ {both} -i
0| fn f() {
2| SyntaxError: expected '}' at the end of the block
2...

$ {both} -i </dev/null

$ {both} -i
0| 1
0| :quit
0| 2
1| 1

$ printf '1 + 1' | {both} -i
1| 2

$ {both} -i
0| name = input()
0| Ada
0| name
1| "Ada"
