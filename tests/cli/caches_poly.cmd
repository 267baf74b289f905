# Where shapes come by turns, a cache of several entries learns each once; a cache of one forgets it each time.

file turns.duet
| fn get(o) { return o.x }
| a = {x: 1}; b = {y: 0, x: 2}
| s = 0
| for i in range(1000) { s += get(a) + get(b) }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output stats.json turns.duet
1| 3000

$ {python} {root}/tests/cli/holds.py stats.json 'polymorphic_sites == 1' 'cache_misses < 20'

$ {vm} -O2 --without=tier,poly --stats=json --output stats.json turns.duet
1| 3000

$ {python} {root}/tests/cli/holds.py stats.json 'polymorphic_sites == 0' 'cache_misses > 1990'
