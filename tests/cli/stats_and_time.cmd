file program.duet
| print("printed")
| x = [1, 2, 3]

$ {both} --stats program.duet
1| printed
2/ allocations +\d+
2/ collections +\d+
2...

$ {both} --stats=json program.duet 2>stats.json && {python} -c 'import json; print(type(json.load(open("stats.json"))["allocations"]).__name__)'
1| printed
1| int

$ {both} --time program.duet
1| printed
2/ parse +\d\.\d{6} s
2/ resolve +\d\.\d{6} s
2/ compile +\d\.\d{6} s
2/ run +\d\.\d{6} s

$ {both} --time -e 'throw 1'
2| Uncaught: 1
2...
2/ run +.*
exit 70

$ {both} --stats --time -e ')'
2| SyntaxError: expected an expression, got ')'
2|   --> <command>:1:1
2|    |
2|  1 | )
2|    | ^
exit 65
