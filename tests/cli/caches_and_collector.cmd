# A shape that the collector frees leaves every cache, so that another one at
# its address is not taken for it, and so that a site has room again.

file dies.duet
| fn get(o) { return o.x }
| fn round(i) {
|   if i % 2 == 0 {
|     class Even { init() { self.x = i } }
|     return get(Even())
|   }
|   class Odd { init() { self.other = 0; self.x = i } }
|   return get(Odd())
| }
| s = 0
| for i in range(200) { s += round(i) }
| print(s)

$ {vm} -O2 --gc-stress --stats=json --output stats.json dies.duet
1| 19900

$ {python} {root}/tests/cli/holds.py stats.json 'caches_filled >= 200' 'polymorphic_sites == 0' 'megamorphic_sites == 0'

# without a collection in between the sites are soon full

$ {vm} -O2 --without=tier --stats=json --output stats.json dies.duet
1| 19900

$ {python} {root}/tests/cli/holds.py stats.json 'caches_filled < 40' 'megamorphic_sites > 0'

# full once, and after an everyday collection free again

file again.duet
| fn get(o) { return o.x }
| fn many() {
|   for i in range(10) {
|     class A { init() { self.x = i } }
|     get(A())
|   }
| }
| many()
| let waste = nil
| for i in range(200000) { waste = [i] }
| o = {a: 1, b: 2, x: 3}
| s = 0
| for i in range(1000) { s += get(o) }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json again.duet
1| 3000

$ {python} {root}/tests/cli/holds.py stats.json 'collections > 0' 'megamorphic_sites > 0' 'cache_misses < 60'

# a method site, a store and super, while their classes come and go

file classes.duet
| fn use(o, i) { o.v = i; o.w = o.v; return o.m(i) + o.w }
| fn make(i) {
|   class Base { m(n) { return n + i } }
|   if i % 3 == 0 { return Base() }
|   class Kid extends Base { m(n) { return super.m(n) + 1000 } }
|   return Kid()
| }
| s = 0
| for i in range(90) { o = make(i); s += use(o, i) + use(o, i) }
| print(s)

$ {vm} -O2 --gc-stress classes.duet; {vm} -O2 classes.duet; {vm} -O2 --without=cache classes.duet; {vm} -O0 classes.duet
1| 144030
1| 144030
1| 144030
1| 144030
