# --trace=tier: which functions got hot, which forms their instructions have then, and how those change with what they meet.

file mean.duet
| fn mean(a, b) { return (a + b) / 2 }
| s = 0
| for i in range(40) { s = mean(s, i) }
| for i in range(40) { s = mean(s, i * 0.5) }
| print(s)

$ {vms} -O2 --trace=tier mean.duet 2>&1 | grep -v "<script>"
1| tier       mean
1| specialize mean                 0  ADD_LL -> ADD_LL_INT
1| specialize mean                 6  DIV_SI -> DIV_SI_INT
1| specialize mean                 6  DIV_SI_INT -> DIV_SI_FLOAT
1| generalize mean                 0  ADD_LL_INT -> ADD_LL
1| 19.00000000003547

# All kinds together stand in the order in which things happened.
$ {vms} -O2 --trace=ops,calls,tier,cache --output all.trace mean.duet
1...
$ grep -c '^tier' all.trace; tail -2 all.trace | cut -c1-19
1| 2
1| op         <script>
1| leave      <script>
