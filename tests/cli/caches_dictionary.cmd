# An object with very many fields has a dictionary for them. No site remembers
# that, and a site that met one still knows the kinds it can know.

$ {python} -c 'print("o = {", ", ".join("f%d: %d" % (i, i) for i in range(200)), ", x: 1}")' > program.duet

file rest.duet
| fn get(o) { return o.x }
| fn put(o, v) { o.x = v }
| p = {x: 1}
| for i in range(1000) { put(o, get(o) + 1) }
| for i in range(1000) { put(p, get(p) + 1) }
| for i in range(1000) { put(o, get(o) + 1); put(p, get(p) + 1) }
| print(o.x, p.x, o.f0, o.f199)

$ cat rest.duet >> program.duet; {vm} -O2 --without=tier --stats=json --output stats.json program.duet
1| 2001 2001 0 199

$ {python} {root}/tests/cli/holds.py stats.json '0 < caches_filled <= cache_misses < 260' 'polymorphic_sites == 0' 'megamorphic_sites == 0'

# an object that outgrows its shape in the loop; the kind that came first is still known

file grows.duet
| fn get(o) { return o.x }
| o = {x: 1}
| s = 0
| for add in adders { add(o); s += get(o); o.x += 1 }
| for i in range(1000) { s += get({x: 0, f0: i}) }
| print(s, o.x)

$ {python} -c 'print("adders = [", ", ".join("fn(o) { o.f%d = 1 }" % i for i in range(300)), "]")' > program.duet
+ cat grows.duet >> program.duet; {vm} -O2 --without=tier --stats=json --output stats.json program.duet
1| 45150 301

$ {vm} -O0 program.duet; {vm} -O2 --without=cache program.duet
1| 45150 301
1| 45150 301

$ {python} {root}/tests/cli/holds.py stats.json 'megamorphic_sites > 0' 'cache_misses < 900'
