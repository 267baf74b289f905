# A report names the program as the command line does.
file lib/broken.duet
| print("first")
| x = 1 / 0

$ {both} lib/broken.duet
1| first
2| ZeroDivisionError: division by zero
2|   --> lib/broken.duet:2:5
2|    |
2|  2 | x = 1 / 0
2|    |     ^^^^^
exit 70

$ {both} -e 'nil + 1'
2| TypeError: cannot add nil and int
2|   --> <command>:1:1
2|    |
2|  1 | nil + 1
2|    | ^^^^^^^
exit 70

$ {both}
0| x = )
2| SyntaxError: expected an expression, got ')'
2|   --> <stdin>:1:5
2|    |
2|  1 | x = )
2|    |     ^
exit 65

$ cd lib && {both} ../lib/broken.duet
1| first
2| ZeroDivisionError: division by zero
2|   --> ../lib/broken.duet:2:5
2...
exit 70
