# Functions with so many variables that their frames need a look at what is left of the stack: they run, call themselves and are called back, and where the stack has no room for one more the run ends in order.
file make.py
| import sys
| count = int(sys.argv[1])
| print("fn f(n, x) {")
| for i in range(count): print("  let v%d = n + %d" % (i, i))
| print("  if n == 0 { return v%d + len(x) }" % (count - 1))
| print("  return f(n - 1, x) + v%d - v0 - n" % (count - 1))
| print("}")
| print("fn back(n) { return n == 0 ? [0] : [n - 1].map(back).map(fn(r) { return f(2, \"ab\") }) }")
| print("print(f(0, []), f(40, [1, 2]), back(30))")
| print("try { f(3, nil) } catch e { print(e.message, len(e.trace)) }")
| if len(sys.argv) > 2: print(sys.argv[2])

$ {python} make.py 1007 > f.duet && {vm} f.duet && {vm} -O2 --without=tier f.duet
1| 1006 40428 [3017]
1| len() expects a string, a list, a map or a range, not nil 5
1| 1006 40428 [3017]
1| len() expects a string, a list, a map or a range, not nil 5

$ for n in 1000 1004 1005 1006 1007 1008 1009 1100; do {python} make.py $n > f.duet && {vm} f.duet > warm.txt; {vm} -O2 --without=tier f.duet > hot.txt; {vm} -O0 f.duet | cmp - hot.txt; cmp warm.txt hot.txt; done

$ {python} make.py 5000 'f(9000, [])' > f.duet && {vm} f.duet > /dev/null
2| out of memory
2...
exit 70

$ {python} make.py 5000 'f(9000, [])' > f.duet && {vm} -O2 --without=tier f.duet > /dev/null
2| out of memory
2...
exit 70

# Their tail calls take over the frame as those of small ones do.
file tail.py
| import sys
| print("fn f(n) {")
| for i in range(1100): print("  let v%d = n" % i)
| print("  if n == 0 { return v1099 }")
| print("  return f(v1099 - 1)")
| print("}")
| print("print(f(20000))")

$ {python} tail.py > tail.duet && {vm} -O0 tail.duet && {vm} tail.duet && {vm} -O2 --without=tier tail.duet
1| 0
1| 0
1| 0
