# The other dispatch caches the same.

file program.duet
| class A { init(n) { self.n = n } m(k) { return self.n + k } }
| class B extends A { m(k) { return super.m(k) * 2 } }
| os = [A(1), B(2), {m: fn(k) { return k }, n: 0}]
| s = 0
| for i in range(3000) { o = os[i % 3]; o.n += 1; s += o.m(1) }
| print(s)

$ {vm} -O2 --without=tier --stats=json --output goto.json program.duet
1| 1510500

$ {switch} -O2 --without=tier --stats=json --output switch.json program.duet
1| 1510500

$ {python} {root}/tests/cli/holds.py goto.json '0 < caches_filled <= cache_misses < 40' 'polymorphic_sites > 0' && cmp goto.json switch.json
