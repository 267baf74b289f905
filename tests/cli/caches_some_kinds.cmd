# A site that meets two to four kinds knows them all after one look-up each.

file two.duet
| fn get(o) { return o.x }
| fn put(o, v) { o.x = v }
| os = [{x: 1}, {a: 0, x: 2}]
| s = 0
| for i in range(10000) { o = os[i % 2]; s += get(o); put(o, i) }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json two.duet
1| 49975006

$ {python} {root}/tests/cli/holds.py stats.json 'polymorphic_sites == 2' 'megamorphic_sites == 0' 'caches_filled <= cache_misses < 20'

file four.duet
| fn get(o) { return o.x }
| os = [{x: 1}, {a: 0, x: 2}, {a: 0, b: 0, x: 3}, {c: 0, x: 4}]
| s = 0
| for i in range(10000) { s += get(os[i % 4]) }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json four.duet
1| 25000

$ {python} {root}/tests/cli/holds.py stats.json 'polymorphic_sites == 1' 'megamorphic_sites == 0' 'caches_filled <= cache_misses < 30'

# methods of four classes, one of which inherits; super knows its class whoever asks

file methods.duet
| class A { area() { return 1 } }
| class B { area() { return 2 } }
| class C extends A { area() { return super.area() + 2 } }
| class D extends B { }
| shapes = [A(), B(), C(), D()]
| s = 0
| for i in range(10000) { s += shapes[i % 4].area() }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json methods.duet
1| 20000

$ {python} {root}/tests/cli/holds.py stats.json 'polymorphic_sites == 1' 'megamorphic_sites == 0' 'caches_filled <= cache_misses < 20'

# an object, a class, a list and a string with a method of one name

file mixed.duet
| class Box { len() { return 10 } }
| things = ["abc", [1, 2], Box(), {len: fn() { return 20 }}]
| s = 0
| for i in range(10000) { s += things[i % 4].len() }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json mixed.duet
1| 87500

$ {python} {root}/tests/cli/holds.py stats.json 'polymorphic_sites == 1' 'megamorphic_sites == 0' 'caches_filled <= cache_misses < 20'
