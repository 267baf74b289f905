# A stack that can't be had is said; one that can is had, however large.
$ {both} --max-depth 10000000 -e 'print(1)'
1| 1

$ ulimit -s 256; {both} -e 'fn f(n) { return n == 0 ? 0 : 1 + f(n - 1) } print(f(9000))'
1| 9000

$ ulimit -s unlimited 2>/dev/null; {both} -e 'print(1)'
1| 1

# Little address space (a sanitizer's own needs are beyond any such limit).
$ if {tree} --version | grep -q sanitized; then echo "duet-tree: no stack for --max-depth 1000000 (no trial)" >&2; exit 64; fi
+ ulimit -v 4000000; {tree} --max-depth 1000000 -e 'print(1)'
2/ duet-tree: no stack for --max-depth 1000000 \(.*
exit 64

$ if {vm} --version | grep -q sanitized; then echo "duet-vm: not enough memory for --max-depth 100000" >&2; exit 70; fi
+ ulimit -v 1500000; {vm} --max-depth 100000 -e 'print(1)'
2| duet-vm: not enough memory for --max-depth 100000
exit 70
