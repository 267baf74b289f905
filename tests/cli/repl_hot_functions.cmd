# What a later line declares or assigns reaches functions that are hot already: their code was made when the name still meant something else.
$ {both} -i
0| let y = 1
0| fn g() { y = 10; return 1 }
0| y = y + g()
0| y
0| y += g() * 2
0| y
0| fn hot(a) { return len(a) + y }
0| for i in range(50) { hot("ab") }
0| hot([1])
0| fn len(a) { return 100 }
0| hot([1])
0| len([1])
0| for i in range(40) { y += len(i) }
0| y
0| y = 0.5
0| hot([1])
1| 2
1| 4
1| 5
1| 5
1| 100
1| 4004
1| 1.5

$ {both} -i
0| fn down(n) { return n == 0 ? later : down(n - 1) }
0| down(40)
0| let later = 5
0| down(40)
0| let q = [1, 2, 3]
0| fn swap() { q = [7, 8, 9]; return 1 }
0| q[0] = swap()
0| q
0| for i in range(60) { q[i % 3] += i; if i == 45 { throw "stop" } }
0| q
0| fn size(o) { return o.len() }
0| for c in "abc".repeat(20) { size(c) }
0| size([1, 2])
0| size({len: fn() { return "f" }})
1| 5
1| [7, 8, 9]
1| [367, 338, 354]
1| 2
1| "f"
2| NameError: undefined variable 'later'
2...

