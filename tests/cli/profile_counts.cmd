# --profile counts every instruction, and every build of the VM counts the same.

file loop.duet
| i = 0
| while i < 10 { i = i + 1 }

# Plain code: the test runs 11 times, the body 10.
$ {vms} -O0 --profile=json --output loop.json loop.duet
$ {python} {root}/tests/cli/holds.py loop.json 'instructions == 97' 'loop_turns == 10' 'calls == 1' \
+ 'opcodes == {"LOAD_LOCAL": 21, "CONST": 22, "LESS": 11, "JUMP_IF_FALSE": 11, "ADD": 10, "STORE_LOCAL": 11, "JUMP": 10, "HALT": 1}' \
+ '{"first": "LESS", "second": "JUMP_IF_FALSE", "count": 11} in pairs' '{"first": "ADD", "second": "STORE_LOCAL", "count": 10} in pairs' \
+ 'not any(pair["first"] == "JUMP" for pair in pairs)'

$ {vms} -O0 --profile loop.duet
2| instructions                         97
2| calls                                 1
2| loop turns                           10
2/ allocations +[0-9]+
2| 
2| opcode                            count   share
2| CONST                                22  22.68%
2| LOAD_LOCAL                           21  21.65%
2| JUMP_IF_FALSE                        11  11.34%
2| LESS                                 11  11.34%
2| STORE_LOCAL                          11  11.34%
2| ADD                                  10  10.31%
2| JUMP                                 10  10.31%
2| HALT                                  1   1.03%
2| 
2| opcode                   and the next in the code          count   share
2| LOAD_LOCAL               CONST                                21  21.65%
2| CONST                    LESS                                 11  11.34%
2| LESS                     JUMP_IF_FALSE                        11  11.34%
2| ADD                      STORE_LOCAL                          10  10.31%
2| CONST                    ADD                                  10  10.31%
2| JUMP_IF_FALSE            LOAD_LOCAL                           10  10.31%
2| STORE_LOCAL              JUMP                                 10  10.31%
2| CONST                    STORE_LOCAL                           1   1.03%
2| STORE_LOCAL              LOAD_LOCAL                            1   1.03%
2| 
2| function                   line        calls   loop turns   instructions  allocations
2| <script>                      1            1           10             97            0

file calls.duet
| fn fib(n) { if n < 2 { return n } return fib(n - 1) + fib(n - 2) }
| fn down(n) { if n == 0 { return 0 } return down(n - 1) }
| fn pair(n) { return [n, [n]] }
| fn fails(n) { throw n }
| fib(10)
| down(100)
| for i in range(3) { pair(i) }
| try { fails(1) } catch e { }

# Calls, tail calls among them, loop turns and allocations, by function and in the order in which they began.
$ {vms} --profile=json --output calls.json calls.duet
$ {python} {root}/tests/cli/holds.py calls.json 'calls == 1 + 177 + 101 + 3 + 1' 'loop_turns == 3' \
+ '[(f["name"], f["line"], f["calls"]) for f in functions] == [("<script>", 1, 1), ("fib", 1, 177), ("down", 2, 101), ("pair", 3, 3), ("fails", 4, 1)]' \
+ '[f["turns"] for f in functions] == [3, 0, 0, 0, 0]' '[f["allocations"] for f in functions][1:4] == [0, 0, 6]' \
+ 'sum(f["instructions"] for f in functions) == instructions == sum(opcodes.values())' 'functions[1]["file"] == "calls.duet"'

# Superinstructions dispatch less, and do the same.
$ {vms} -O1 --profile=json --output fused.json loop.duet
$ {python} {root}/tests/cli/holds.py fused.json 'instructions < 30' 'opcodes["ADD_LI_L"] == 10' 'loop_turns in (9, 10)'
