# A site that meets more kinds than it can hold keeps those it has and asks for
# the others each time. The sites beside it are not touched by that.

file many.duet
| fn get(o) { return o.x }
| os = [{x: 1}, {a: 0, x: 2}, {b: 0, x: 3}, {c: 0, x: 4}, {d: 0, x: 5}, {e: 0, x: 6}, {f: 0, x: 7}, {g: 0, x: 8}]
| s = 0
| for i in range(8000) { s += get(os[i % 8]); s += os[0].x }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json many.duet
1| 44000

$ {python} {root}/tests/cli/holds.py stats.json 'polymorphic_sites == 1' 'megamorphic_sites == 1' 'caches_filled < 40' '4000 <= cache_misses < 4050'

# the kinds that came first are still known

file first.duet
| fn get(o) { return o.x }
| os = [{x: 1}, {a: 0, x: 2}, {b: 0, x: 3}, {c: 0, x: 4}, {d: 0, x: 5}, {e: 0, x: 6}]
| s = 0
| for o in os { s += get(o) }
| for i in range(8000) { s += get(os[i % 4]) }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json first.duet
1| 20021

$ {python} {root}/tests/cli/holds.py stats.json 'megamorphic_sites == 1' 'caches_filled <= cache_misses < 40'

# methods of many classes

file methods.duet
| class A { init(n) { self.n = n } m() { return self.n } }
| class B extends A { } class C extends A { } class D extends A { }
| class E extends A { } class F extends A { }
| os = [A(1), B(2), C(3), D(4), E(5), F(6)]
| s = 0
| for i in range(6000) { s += os[i % 6].m() }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json methods.duet
1| 21000

$ {python} {root}/tests/cli/holds.py stats.json '0 < megamorphic_sites <= 3' 'caches_filled < 40' '4000 <= cache_misses < 4100'
