# A site that always meets the same kind looks it up once. A cache that never
# hits gives right output as well, so the misses are counted.

file fields.duet
| o = {a: 0, x: 1}
| s = 0
| for i in range(10000) { o.x = o.x + 1; o.x += 1; s += o.x }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json fields.duet
1| 100020000

$ {python} {root}/tests/cli/holds.py stats.json '0 < caches_filled <= cache_misses < 20' 'polymorphic_sites == 0'

# fields of locals, of self, and of what a call gives

file selves.duet
| class Point {
|   init(x) { self.x = x }
|   step(n) { self.x = self.x + n; self.x -= 1; return self }
|   get() { return self.x }
| }
| fn walk(p, n) {
|   s = 0
|   for i in range(n) { s += p.step(2).get() + p.x; p.x = p.x + 1 }
|   return s
| }
| print(walk(Point(0), 10000))

$ {vm} -O2 --without=tier --stats=json --output stats.json selves.duet
1| 200000000

$ {python} {root}/tests/cli/holds.py stats.json '0 < caches_filled <= cache_misses < 20' 'polymorphic_sites == 0'

# a field that each new instance gets anew: its shape changes from one kind to the next at each store

file inits.duet
| class Pair { init(a, b) { self.a = a; self.b = b } }
| s = 0
| for i in range(10000) { p = Pair(i, 1); p.c = 2; s += p.a + p.b + p.c; q = {a: i, b: 2}; q.c = q.a; s += q.c }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json inits.duet
1| 100020000

$ {python} {root}/tests/cli/holds.py stats.json '0 < caches_filled <= cache_misses < 30' 'polymorphic_sites == 0'

# methods: own, inherited, of super, in a tail call; a function in a field

file methods.duet
| class Base { one() { return 1 } two(n) { return n * 2 } last(n) { return self.two(n) } }
| class Kid extends Base { two(n) { return super.two(n) + 1 } }
| k = Kid()
| o = {f: fn(n) { return n }}
| s = 0
| for i in range(10000) { s += k.one() + k.two(i) + k.last(i) + o.f(i) }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json methods.duet
1| 250005000

$ {python} {root}/tests/cli/holds.py stats.json '0 < caches_filled <= cache_misses < 20' 'polymorphic_sites == 0'

# methods of builtin kinds

file builtins.duet
| text = "abc"; list = [1]; m = map(); m["k"] = 1
| s = 0
| for i in range(10000) { s += text.len() + list.len() + m.len(); list[0] = m.get("k", 0) }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json builtins.duet
1| 50000

$ {python} {root}/tests/cli/holds.py stats.json '0 < caches_filled <= cache_misses < 20' 'polymorphic_sites == 0'
