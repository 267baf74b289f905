# A stack that can't be had is said; one that can is had, however large.
$ {both} --max-depth 10000000 -e 'print(1)'
1| 1

$ ulimit -s 256; {both} -e 'fn f(n) { return n == 0 ? 0 : 1 + f(n - 1) } print(f(9000))'
1| 9000

$ ulimit -s unlimited 2>/dev/null; {both} -e 'print(1)'
1| 1
