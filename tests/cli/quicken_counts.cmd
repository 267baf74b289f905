# When a place is rewritten, and when it gives up, to the very call.

file misses.duet
| fn add(a, b) { return a + b }
| for i in range(40) { add(i, 1) }
| for i in range(int(args()[0])) { add("a", "b") }
| print("done")

$ {vm} -O2 --stats=json --output stats.json misses.duet 3
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 3' 'quickenings_undone == 0' 'quickenings_changed == 0'

$ {vm} -O2 --stats=json --output stats.json misses.duet 4
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 4' 'quickenings_undone == 1' 'quickenings_changed == 0'

$ {vm} -O2 --stats=json --output stats.json misses.duet 100
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 4' 'quickenings_undone == 1' 'quickenings_changed == 0'

# floats come too late for the float form when something else came first; ints that come back count as misses of it

file late.duet
| fn add(a, b) { return a + b }
| for i in range(40) { add(i, 1) }
| add("a", "b")
| for i in range(100) { add(0.5, 0.25) }
| print("done")

$ {vm} -O2 --stats=json --output stats.json late.duet
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 4' 'quickenings_undone == 1' 'quickenings_changed == 0'

file back.duet
| fn add(a, b) { return a + b }
| for i in range(40) { add(i, 1) }
| for i in range(100) { add(0.5, 0.25) }
| for i in range(2) { add(i, 1) }
| for i in range(100) { add(0.5, 0.25) }
| print("done")

$ {vm} -O2 --stats=json --output stats.json back.duet
1| done
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 3' 'quickenings_undone == 0' 'quickenings_changed == 1'

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
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 1' 'quickenings_undone == 0' 'quickenings_changed == 1'

# items and calls: what a list was expected of, or a closure, becomes a map's, a string's, a class's, once; errors of the right kind are no misses

file items.duet
| fn item(a, i) { return a[i] }
| fn store(a, i, v) { a[i] = v }
| fn call(f, x) { r = f(x); return r }
| class Point { init(x) { self.x = x } }
| fn twice(x) { return x * 2 }
| kinds = {list: [1, 2], map: map(), string: "ab"}
| kinds.map[0] = 0
| fn use(a, n) { for i in range(n) { item(a, 0); try { item(a, 9) } catch e { } } }
| which = args()[0]
| for i in range(40) { item(kinds.list, 0); store(kinds.list, 0, i); call(twice, i) }
| if which.starts_with("list") { use(kinds.list, 50) }
| if which.starts_with("map") { use(kinds.map, 50); for i in range(50) { store(kinds.map, i, i) } }
| if which.starts_with("string") { use(kinds.string, 50) }
| if which.starts_with("class") { for i in range(50) { call(Point, i) } }
| if which.starts_with("turns") { for i in range(50) { use(kinds.map, 1); use(kinds.list, 1); call(Point, i); call(twice, i) } }
| if which.starts_with("builtin") { for i in range(50) { call(str, i) } }

$ {vm} -O2 --stats=json --output stats.json items.duet list
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 0' 'quickenings_changed == 0' 'quickenings_undone == 0'
$ {vm} -O2 --stats=json --output stats.json items.duet map
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 2' 'quickenings_changed == 2' 'quickenings_undone == 0'
$ {vm} -O2 --stats=json --output stats.json items.duet string
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 1' 'quickenings_changed == 1' 'quickenings_undone == 0'
$ {vm} -O2 --stats=json --output stats.json items.duet class
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 1' 'quickenings_changed == 1' 'quickenings_undone == 0'
$ {vm} -O2 --stats=json --output stats.json items.duet turns
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 8' 'quickenings_changed == 2' 'quickenings_undone == 2'
$ {vm} -O2 --stats=json --output stats.json items.duet builtin
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 4' 'quickenings_changed == 0' 'quickenings_undone == 1'
$ {vm} -O2 --without=quicken --stats=json --output stats.json items.duet turns
$ {python} {root}/tests/cli/holds.py stats.json 'guard_failures == 0' 'quickenings_changed == 0' 'quickenings_undone == 0'
