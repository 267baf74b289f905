# Where profiles and traces go, and what they are about.

# To standard error or to --output, which gets what --stats has to say too; the program's own output stays where it is.
$ {vms} -O0 --trace --profile=json --stats=json --output all -e 'print(7)'
1| 7
$ head -4 all | cut -c1-45; grep -c '^{' all; grep '^  "instructions"' all
1| op         <script>             0  CONST     
1| op         <script>             4  PRINT     
1| op         <script>             6  HALT      
1| {
1| 2
1|   "instructions": 3,

# A run that failed has a profile, too.
$ {vms} -O0 --profile -e 'x = 1; x()'
2| TypeError: cannot call int
2...
2| instructions                          4
2...
exit 70

# Functions that came later, line by line, are counted like all others, and so are calls from builtins.
$ {vms} -i -O0 --profile=json --output lines.json
0| fn f(x) { return x + 1 }
0| f(1)
0| fn g(x) { return f(f(x)) }
0| g(1)
0| [1, 2, 3].map(f)
1| 2
1| 3
1| [2, 3, 4]
$ {python} {root}/tests/cli/holds.py lines.json '[(f["name"], f["calls"]) for f in functions if f["name"] != "<script>"] == [("f", 6), ("g", 1)]' \
+ 'len([f for f in functions if f["name"] == "<script>"]) >= 5' && echo held
1| held

# Nothing ran: nothing was counted.
$ {vms} --check --profile=json --output none.json -e 'print(1)'
$ {python} {root}/tests/cli/holds.py none.json 'instructions == calls == 0' 'functions == pairs == caches == rewrites == []' && echo held
1| held

# The same program gives the same trace, whatever the collector does and wherever things are in memory.
file alloc.duet
| class A { init(n) { self.n = n } both() { return [self.n, {n: self.n}] } }
| list = []
| for i in range(50) { list.push(A(i).both()) }
| print(len(list.map(fn(pair) { return pair[1].n })))

$ {vms} -O2 --trace=ops,calls,cache,tier --output one alloc.duet
1| 50
$ {vms} -O2 --gc-stress --trace=ops,calls,cache,tier --output two alloc.duet; cmp one two && echo "the same"
1| 50
1| the same
