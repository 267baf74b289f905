file trace.duet
| fn low(n) { return 1 / n }
| fn high(a, b) {
|   x = low(a - b)
|   return x
| }
| high(7, 7)

$ {tree} -O0 trace.duet
2| ZeroDivisionError: division by zero
2|   --> trace.duet:1:20
2|    |
2|  1 | fn low(n) { return 1 / n }
2|    |                    ^^^^^
2|   in low(n)          trace.duet:1
2|   in high(a, b)      trace.duet:3
2|   in <script>        trace.duet:6
exit 70

file deep.duet
| fn deeper(n) { return 1 + deeper(n + 1) }
| fn down(n) { if n == 0 { return 0 } return 1 + down(n - 1) }
| print(down(99))
| print(down(99))
| deeper(1)

$ {tree} -O0 --max-depth 100 deep.duet
1| 99
1| 99
2| RecursionError: call depth limit of 100 exceeded
2...
exit 70

$ {tree} -O0 --fuel 200 deep.duet
1| 99
1| 99
2| out of fuel
2...
exit 70
