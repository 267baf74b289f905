# A report underlines the whole operator, target or call that failed, also where one instruction does the work of several.
$ {both} -i
0| fn f(a, n) { return n - (a[0] + 1) }
0| f([1], nil)
0| fn g(a, n) { return n[a[0] + 1] }
0| g([1], nil)
0| fn h(a, i, n) { a[i] = n * 2 }
0| h([1], 5, 6)
0| fn k(o, n) { o.field = n * 2 }
0| k(nil, 6)
0| fn l(a, n) { let x = a[n] }
0| l([1], 6)
0| fn m(a, n) { if a + 1 < n { return 1 } }
0| m(1, "s")
2| TypeError: cannot subtract int from nil
2|   --> <repl>:1:21
2|    |
2|  1 | fn f(a, n) { return n - (a[0] + 1) }
2|    |                     ^^^^^^^^^^^^^^
2|   in f(a, n)       <repl>:1
2|   in <script>      <repl>:1
2| TypeError: cannot index nil
2|   --> <repl>:1:21
2|    |
2|  1 | fn g(a, n) { return n[a[0] + 1] }
2|    |                     ^^^^^^^^^^^
2|   in g(a, n)       <repl>:1
2|   in <script>      <repl>:1
2| IndexError: list index 5 out of range for length 1
2|   --> <repl>:1:17
2|    |
2|  1 | fn h(a, i, n) { a[i] = n * 2 }
2|    |                 ^^^^
2|   in h(a, i, n)      <repl>:1
2|   in <script>        <repl>:1
2| AttributeError: cannot set field 'field' on nil
2|   --> <repl>:1:14
2|    |
2|  1 | fn k(o, n) { o.field = n * 2 }
2|    |              ^^^^^^^
2|   in k(o, n)       <repl>:1
2|   in <script>      <repl>:1
2| IndexError: list index 6 out of range for length 1
2|   --> <repl>:1:22
2|    |
2|  1 | fn l(a, n) { let x = a[n] }
2|    |                      ^^^^
2|   in l(a, n)       <repl>:1
2|   in <script>      <repl>:1
2| TypeError: cannot compare int and string
2|   --> <repl>:1:17
2|    |
2|  1 | fn m(a, n) { if a + 1 < n { return 1 } }
2|    |                 ^^^^^^^^^
2|   in m(a, n)       <repl>:1
2|   in <script>      <repl>:1
