# Every loop notices Ctrl-C, whatever its condition is made of and however often it went round before: a jump back that forgot to look would go on for ever.

file counting.duet
| for i in range(9000000000000000000) { }

file continues.duet
| while true { if 1 < 2 { continue } }

file comparison_of_locals.duet
| fn f(a, b) { while a < b { } }
| f(1, 2)

file negated_comparison.duet
| fn f(i) { while not (i < 0) { } }
| f(1)

file negated_equality.duet
| fn f(i) { while not (i == nil) { } }
| f(1)

file negated_twice.duet
| fn f(i) { while not not (i > 0) { } }
| f(1)

file not_nil.duet
| fn f(i) { while i != nil { } }
| f(1)

file strings.duet
| fn f(a, b) { while a > b { } }
| f("b", "a")

file int_and_float.duet
| fn f(a, b) { while a < b { } }
| f(1, 2.5)

file lists.duet
| fn f(a, b) { while a != b { } }
| f([1], [1])

file and_or.duet
| fn f(a, b) { while not (a < b and b < a) or a == nil { } }
| f(1, 2)

file deep_calls.duet
| fn f(n) { return n < 2 ? 1 : f(n - 1) + f(n - 2) }
| f(200)

file callbacks.duet
| fn f(n) { return n == 0 ? 0 : [n - 1, n - 1].map(f) }
| f(200)

file all.py
| import glob, signal, subprocess, sys, time
| # a background job of a shell ignores SIGINT; the default is what a terminal gives
| signal.signal(signal.SIGINT, signal.SIG_DFL)
| files = sorted(glob.glob("*.duet"))
| children = [subprocess.Popen(sys.argv[1:] + [file], stderr=subprocess.PIPE) for file in files]
| signal.signal(signal.SIGINT, signal.SIG_IGN)
| time.sleep(0.7)
| for child in children:
|     child.send_signal(signal.SIGINT)
| for file, child in zip(files, children):
|     try:
|         said = child.communicate(timeout=5)[1].decode().split("\n")[0]
|     except subprocess.TimeoutExpired:
|         child.kill()
|         said = "goes on"
|     if (said, child.wait()) != ("interrupted", 70):
|         print(file, said, child.returncode)
| print(len(files), "programs")

$ {python} all.py {both}
1| 13 programs

$ {python} all.py {both} -O1
1| 13 programs
