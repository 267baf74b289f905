# Without the technique, and below the level that has it, nothing is cached.

file program.duet
| class A { init() { self.x = 1 } m() { return self.x } }
| a = A()
| s = 0
| for i in range(1000) { s += a.m() + a.x + "ab".len() }
| print(s)

$ {vm} -O2 --without=cache --stats=json --output stats.json program.duet
1| 4000

$ {python} {root}/tests/cli/holds.py stats.json 'caches_filled == cache_misses == polymorphic_sites == megamorphic_sites == 0'

$ {vm} -O1 --stats=json --output stats.json program.duet
1| 4000

$ {python} {root}/tests/cli/holds.py stats.json 'caches_filled == cache_misses == 0'

$ {vm} -O0 --stats=json --output stats.json program.duet
1| 4000

$ {python} {root}/tests/cli/holds.py stats.json 'caches_filled == cache_misses == 0'

$ {vm} --stats=json --output stats.json program.duet
1| 4000

$ {python} {root}/tests/cli/holds.py stats.json '0 < caches_filled <= cache_misses < 20'
