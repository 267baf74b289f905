# The tree-walker's -O2: nodes take functions for the types they see, take them back when they were wrong, and give up in the end.

file ints.duet
| fn f(a, b) { return a * b + 1 }
| s = 0
| for i in range(10000) { s += f(i, 2) }
| print(s)

$ {tree} -O2 --stats=json --output stats.json ints.duet
1| 100000000

$ {python} {root}/tests/cli/holds.py stats.json 'specializations == 3' 'guard_failures == generalizations == 0'

# what is compared by a branch: the comparison takes a function, and the branch makes it itself

file branch.duet
| fn f(n) { if n < 2 { return n } return f(n - 1) + f(n - 2) }
| print(f(15))

$ {tree} -O2 --stats=json --output stats.json branch.duet
1| 610

$ {python} {root}/tests/cli/holds.py stats.json 'specializations == 5' 'guard_failures == 0'

# one wrong guess, then the right one for good

file float.duet
| fn f(a, b) { return a + b }
| for i in range(100) { f(i, i) }
| for i in range(100) { f(i + 0.5, 1.5) }
| print(f(1.5, 2.0))

$ {tree} -O2 --stats=json --output stats.json float.duet
1| 3.5

$ {python} {root}/tests/cli/holds.py stats.json 'specializations == 2' 'guard_failures == 1'

# types that change at every turn: no flapping

file flap.duet
| fn f(a, b) { return a + b }
| for i in range(1000) { f(1, 2); f(1.5, 2.5); f("a", "b") }
| print(f(1, 2), f("a", "b"))

$ {tree} -O2 --stats=json --output stats.json flap.duet
1| 3 ab

$ {python} {root}/tests/cli/holds.py stats.json '1 <= guard_failures <= 4' 'specializations <= 5' 'generalizations == 1'

# left out, nothing rewrites itself, and the other levels know nothing of it

$ {tree} -O2 --without=rewrite --stats=json --output stats.json flap.duet; {tree} -O2 --without=fuse,rewrite branch.duet; {tree} -O2 --without=fuse branch.duet
1| 3 ab
1| 610
1| 610

$ {python} {root}/tests/cli/holds.py stats.json 'specializations == 0' 'guard_failures == 0' 'nodes_made > 10'

# constant parts are worked out before, unless that is left out

$ {tree} -O2 --stats=json --output stats.json -e 'print(1 + 2 * 3)'; {tree} -O2 --without=fold --stats=json --output unfolded.json -e 'print(1 + 2 * 3)'
1| 7
1| 7

$ {python} {root}/tests/cli/holds.py stats.json 'nodes_made == 4' 'specializations == 0'; {python} {root}/tests/cli/holds.py unfolded.json 'nodes_made == 8' 'specializations == 2'
