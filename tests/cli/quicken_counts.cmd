# When a place is rewritten, and when it gives up, to the very call.

file misses.duet
| fn add(a, b) { return a + b }
| for i in range(40) { add(i, 1) }
| for i in range(int(args()[0])) { add("a", "b") }
| print("done")

$ {vm} -O2 --stats=json --output stats.json misses.duet 3
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 3' 'quickenings_undone == 0' 'quickened_to_float == 0'

$ {vm} -O2 --stats=json --output stats.json misses.duet 4
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 4' 'quickenings_undone == 1' 'quickened_to_float == 0'

$ {vm} -O2 --stats=json --output stats.json misses.duet 100
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 4' 'quickenings_undone == 1' 'quickened_to_float == 0'

# floats come too late for the float form when something else came first; ints that come back count as misses of it

file late.duet
| fn add(a, b) { return a + b }
| for i in range(40) { add(i, 1) }
| add("a", "b")
| for i in range(100) { add(0.5, 0.25) }
| print("done")

$ {vm} -O2 --stats=json --output stats.json late.duet
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 4' 'quickenings_undone == 1' 'quickened_to_float == 0'

file back.duet
| fn add(a, b) { return a + b }
| for i in range(40) { add(i, 1) }
| for i in range(100) { add(0.5, 0.25) }
| for i in range(2) { add(i, 1) }
| for i in range(100) { add(0.5, 0.25) }
| print("done")

$ {vm} -O2 --stats=json --output stats.json back.duet
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 3' 'quickenings_undone == 0' 'quickened_to_float == 1'

# an overflow is no miss; a small int in the code may stand beside floats, an int in a variable may not

file overflow.duet
| fn next(a) { return a + 1 }
| for i in range(100) { try { next(9223372036854775807) } catch e { } }
| print("done")

$ {vm} -O2 --stats=json --output stats.json overflow.duet
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 0' 'quickenings_undone == 0'

file beside.duet
| fn next(a) { return a + 1 }
| for i in range(100) { next(0.5) }
| print("done")

$ {vm} -O2 --without=tier --stats=json --output stats.json beside.duet
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 1' 'quickenings_undone == 0' 'quickened_to_float == 1'
