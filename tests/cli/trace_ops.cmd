# --trace shows every instruction before it runs: function, offset, the instruction as in the listing, the operands on the stack and the variables that it names.

file sum.duet
| x = 2 + 3 * 4
| print([x, "a long text, not all shown"])

$ {vms} -O0 --trace sum.duet
1| [14, "a long text, not all shown"]
2| op         <script>             0  CONST                      0  2              |
2| op         <script>             4  CONST                      1  3              | 2
2| op         <script>             8  CONST                      2  4              | 2 3
2| op         <script>            12  MUL                                          | 2 3 4
2| op         <script>            14  ADD                                          | 2 12
2| op         <script>            16  STORE_LOCAL                0  x              | 14 (x = -)
2| op         <script>            20  LOAD_LOCAL                 0  x              | (x = 14)
2| op         <script>            24  CONST                      3  "a long text, not all shown" | 14
2| op         <script>            28  LIST                       2                 | 14 "a long text, not"...
2| op         <script>            32  PRINT                                        | list of 2
2| op         <script>            34  HALT                                         |

# Deep stacks are shown from the top.
file deep.duet
| print(1, nil, true, 2.5, [1], {a: 1}, print)

$ {vms} -O1 --trace=ops deep.duet
1| 1 nil true 2.5 [1] {a: 1} <fn print>
2| op         <script>             0  INT                        1                 |
2| op         <script>             4  NIL                                          | 1
2| op         <script>             6  TRUE                                         | 1 nil
2| op         <script>             8  CONST                      0  2.5            | 1 nil true
2| op         <script>            12  INT                        1                 | 1 nil true 2.5
2| op         <script>            16  LIST                       1                 | ... nil true 2.5 1
2| op         <script>            20  OBJECT                     1                 | ... nil true 2.5 list of 1
2| op         <script>            24  INT                        1                 | ... true 2.5 list of 1 object
2| op         <script>            28  INIT_FIELD                 1  a              | ... 2.5 list of 1 object 1
2| op         <script>            32  LOAD_BUILTIN               0  print          | ... true 2.5 list of 1 object
2| op         <script>            36  PRINT_MANY                 7                 | ... 2.5 list of 1 object builtin print
2| op         <script>            40  HALT                                         |
