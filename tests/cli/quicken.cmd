# A place that always adds floats is rewritten for them, once; one that changes its mind gets its generic form back and keeps it.

file floats.duet
| fn sum(n) { s = 0.0; for i in range(n) { s = s + 0.5 } return s }
| print(sum(1000))

$ {vm} -O2 --without=tier --stats=json --output stats.json floats.duet
1| 500.0

$ {python} {root}/tests/cli/holds.py stats.json 'quickenings_changed == 1' 'guard_failures == 1' 'quickenings_undone == 0'

file ints.duet
| fn sum(n) { s = 0; for i in range(n) { if i < 500 { s = s + i } else { s = s - 1 } } return s }
| print(sum(1000))

$ {vm} -O2 --without=tier --stats=json --output stats.json ints.duet
1| 124250

$ {python} {root}/tests/cli/holds.py stats.json 'quickenings_changed == 0' 'guard_failures == 0'

# by turns: the float form is tried once, and after four failures nothing is rewritten any more

file turns.duet
| fn add(a, b) { return a + b }
| s = 0
| for i in range(1000) { s = add(s, 1); s = add(s, 0.5); add("a", "b") }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json turns.duet
1| 1500.0

$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures <= 8' 'quickenings_undone == 1' 'quickenings_changed <= 1'

# off

$ {vm} -O2 --without=quicken --stats=json --output stats.json floats.duet
1| 500.0

$ {python} {root}/tests/cli/holds.py stats.json 'quickenings_changed == 0' 'guard_failures == 0'
