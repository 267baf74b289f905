# The tree-walker's -O2: inline caches in nodes. A cache that never hit would miss thousands of times.

file one.duet
| class P { init(x) { self.x = x } twice() { return self.x * 2 } }
| s = 0
| for i in range(10000) { p = P(i); p.x = p.x + 1; s += p.twice() }
| print(s)

$ {tree} -O2 --stats=json --output stats.json one.duet
1| 100010000

$ {python} {root}/tests/cli/holds.py stats.json 'caches_filled == cache_misses == 5' 'polymorphic_sites == 0' 'megamorphic_sites == 0'

# three shapes at one site, builtin methods of three types at another, super, an object literal

file some.duet
| class A { m() { return 1 } }
| class B extends A { m() { return super.m() + 1 } }
| class C { m() { return 10 } }
| all = [A(), B(), C()]
| l = [[1], "ab", map()]
| s = 0
| for i in range(3000) { s += all[i % 3].m() + l[i % 3].len() + {a: i, b: 1}.b }
| print(s)

$ {tree} -O2 --stats=json --output stats.json some.duet
1| 19000

$ {python} {root}/tests/cli/holds.py stats.json 'caches_filled == cache_misses == 9' 'polymorphic_sites == 2' 'megamorphic_sites == 0'

# more shapes than a site keeps: it gives up once, and asks the caches no more

file many.duet
| fn get(o) { return o.x }
| all = []
| for i in range(20) { o = {}
|   if i % 2 { o.a = 1 }
|   if i % 3 { o.b = 1 }
|   if i % 5 { o.c = 1 }
|   if i % 7 { o.d = 1 }
|   o.x = i
|   all.push(o) }
| s = 0
| for t in range(200) { for o in all { s += get(o) } }
| print(s)

$ {tree} -O2 --stats=json --output stats.json many.duet
1| 38000

$ {python} {root}/tests/cli/holds.py stats.json '1 <= megamorphic_sites <= 2' 'cache_misses < 60'

# shapes that died make room for others

file die.duet
| fn get(o) { return o.x }
| s = 0
| for i in range(40) { class K { init() { self.x = i } } s += get(K()); K = nil; junk = []; for j in range(20000) { junk.push({j: j}) } }
| print(s)

$ {tree} -O2 --stats=json --output stats.json die.duet
1| 780

$ {python} {root}/tests/cli/holds.py stats.json 'collections > 10' 'megamorphic_sites == 0' 'cache_misses > 40'

# left out

$ {tree} -O2 --without=cache --stats=json --output stats.json some.duet; {tree} -O2 --without=cache one.duet
1| 19000
1| 100010000

$ {python} {root}/tests/cli/holds.py stats.json 'caches_filled == 0' 'cache_misses == 0'
