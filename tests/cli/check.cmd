# --check: all that is wrong before anything runs, one line each, for editors.
file parser.duet
| x = )
| print("fine")
| y = (1
| z = 1 2
file resolver.duet
| return 1
| let a = 1
| let a = 2
| break
| fn f() { self.x = 1 }
file fine.duet
| print("is not run")
| undefined_name()

$ {both} --check parser.duet
2| parser.duet:1:5: SyntaxError: expected an expression, got ')'
2...
exit 65

$ {both} --check resolver.duet
2/ resolver\.duet:1:1: SyntaxError: .*
2/ resolver\.duet:3:5: SyntaxError: .*
2/ resolver\.duet:4:1: SyntaxError: .*
2/ resolver\.duet:5:10: SyntaxError: .*
exit 65

$ {both} --check fine.duet

$ {both} --check -e 'a b c'
2/ <command>:1:3: SyntaxError: .*
exit 65

$ {both} --check
0| )
2| <stdin>:1:1: SyntaxError: expected an expression, got ')'
exit 65
