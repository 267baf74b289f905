# A function that is called, or loops, often enough gets specialized code; others do not.

file calls.duet
| fn hot(x) { return x + 1 }
| fn cold(x) { return x + 2 }
| s = 0
| for i in range(10) { s = cold(s) }
| s = hot(hot(hot(s)))
| print(s)

$ {vm} -O2 --stats=json --output stats.json calls.duet
1| 23

$ {python} {root}/tests/cli/holds.py stats.json 'functions_specialized == 0'

file turns.duet
| fn spin(n) { s = 0; for i in range(n) { s += i } while s > 100 { s -= 100 } return s }
| print(spin(1000))

$ {vm} -O2 --stats=json --output stats.json turns.duet
1| 100

$ {python} {root}/tests/cli/holds.py stats.json 'functions_specialized == 1'

# the script's own loop counts too; a second function through its calls

file both.duet
| fn hot(x) { return x + 1 }
| s = 0
| for i in range(1000) { s = hot(s) }
| print(s)

$ {vm} -O2 --stats=json --output stats.json both.duet
1| 1000

$ {python} {root}/tests/cli/holds.py stats.json 'functions_specialized == 2'

# without tiers all are specialized before they run; with nothing to specialize for, none

$ {vm} -O2 --without=tier --stats=json --output stats.json calls.duet
1| 23

$ {python} {root}/tests/cli/holds.py stats.json 'functions_specialized == 3'

$ {vm} -O2 --without=cache,quicken --stats=json --output stats.json both.duet
1| 1000

$ {python} {root}/tests/cli/holds.py stats.json 'functions_specialized == 0'

$ {vm} -O1 --stats=json --output stats.json both.duet
1| 1000

$ {python} {root}/tests/cli/holds.py stats.json 'functions_specialized == 0'
