# --profile says of each inline cache how often it had the answer: always but the first time, while there is one kind of object.

file one.duet
| class Point { init(x) { self.x = x } get() { return self.x } }
| fn total(list) {
|   sum = 0
|   for p in list { sum += p.get() + p.x }
|   return sum
| }
| points = [Point(1), Point(2), Point(3), Point(4), Point(5)]
| for i in range(3) { total(points) }

# Without tiers all code has its caches from the start.
$ {vms} -O2 --without=tier --profile=json --output one.json one.duet
$ {python} {root}/tests/cli/holds.py one.json 'cache_refills == 0' 'cache_hits == sum(c["hits"] for c in caches)' \
+ '[(c["function"], c["line"], c["hits"], c["misses"], c["fills"]) for c in caches if c["function"] == "total"] == [("total", 4, 14, 1, 1), ("total", 4, 14, 1, 1)]' \
+ '[(c["hits"], c["misses"]) for c in caches if c["function"] == "Point.get"] == [(14, 1)]' \
+ 'all(c["hits"] + c["misses"] == c["runs"] for c in caches)' && echo "held"
1| held

# A second kind is learned beside the first, at the place where it came. What is never the same again is never learned.
file kinds.duet
| class A { m() { return 1 } }
| class B { m() { return 2 } }
| fn call(o) { return o.m() }
| for i in range(10) { call(A()); call(B()) }
| fn read(o) { return o.f }
| for o in [{a: 0, f: 1}, {b: 0, f: 1}, {c: 0, f: 1}, {d: 0, f: 1}, {e: 0, f: 1}, {f: 1}] { read(o); read(o) }

$ {vms} -O2 --without=tier --profile=json --output kinds.json kinds.duet
$ {python} {root}/tests/cli/holds.py kinds.json \
+ '[(c["hits"], c["misses"], c["fills"], c["refills"]) for c in caches if c["function"] == "call"] == [(18, 2, 2, 1)]' \
+ '[(c["runs"], c["hits"], c["misses"], c["fills"]) for c in caches if c["function"] == "read"] == [(12, 4, 8, 4)]'

# Left out, they are not counted.
$ {vms} -O2 --without=cache --profile=json --output none.json kinds.duet
$ {python} {root}/tests/cli/holds.py none.json 'cache_hits == cache_misses == cache_fills == 0' 'caches == []'
$ {vms} -O1 --profile=json --output none.json kinds.duet
$ {python} {root}/tests/cli/holds.py none.json 'cache_hits == cache_misses == cache_fills == 0' 'caches == []'

# With tiers the caches come with the specialized code.
file hot.duet
| class Point { init(x) { self.x = x } }
| fn get(p) { return p.x }
| p = Point(1)
| for i in range(100) { get(p) }
$ {vms} -O2 --profile=json --output hot.json hot.duet
$ {python} {root}/tests/cli/holds.py hot.json 'hot_functions == 2' '[f["hot"] for f in functions] == [True, False, True]' \
+ 'functions[2]["calls"] == 100' '[c["misses"] for c in caches] == [1]' 'caches[0]["hits"] == caches[0]["runs"] - 1 < 80'
