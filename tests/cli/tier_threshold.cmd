# The thirtieth call or turn makes a function hot, and not the one before; calls and turns count together.

file calls.duet
| fn f() { }
| n = int(args()[0])
| while n > 0 { f(); n -= 1 }
| print("done")

$ {vm} -O2 --stats=json --output stats.json calls.duet 29
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'functions_specialized == 0'

$ {vm} -O2 --stats=json --output stats.json calls.duet 30
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'functions_specialized == 2'

file turns.duet
| fn f(n) { for i in range(n) { } }
| f(int(args()[0]))
| print("done")

$ {vm} -O2 --stats=json --output stats.json turns.duet 28
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'functions_specialized == 0'

$ {vm} -O2 --stats=json --output stats.json turns.duet 29
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'functions_specialized == 1'
