# The tree-walker's -O2: calls allocate nothing where nothing is captured.

file calls.duet
| class A { init() { self.n = 0 } add(k) { self.n = self.n + k; return self.n } }
| fn f(a, b) { c = a + b; return c * 2 }
| fn down(n) { if n == 0 { return 0 } return down(n - 1) }
| a = A()
| s = 0
| for i in range(10000) { s += f(i, 1) + a.add(2) + down(3) + abs(0 - 1) }
| print(s)

$ {tree} -O2 --stats=json --output stats.json calls.duet
1| 200030000

$ {tree} -O2 --stats=json --output none.json -e 'print(1)'
1| 1

$ {python} -c 'import json; a, b = (json.load(open(f + ".json"))["allocations"] for f in ("stats", "none")); print(a - b < 60)'
1| True

# a captured variable is a cell, and each call or turn has its own

$ {tree} -O2 --stats=json --output stats.json -e 'fn f(a) { return fn() { return a } } s = 0; for i in range(100) { s += f(i)() } print(s)'
1| 4950

$ {python} {root}/tests/cli/holds.py stats.json '100 <= cells_made <= 105'
