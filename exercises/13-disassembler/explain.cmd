$ {vm} -O0 --disassemble --explain -e 'x = 2 + 3'
1| function <script>: 0 arguments, 1 local, 0 upvalues, stack 2
1|   line offset        instruction
1|      1      0        CONST                      0  2   ; push a constant:  -> k
1|             4        CONST                      1  3   ; push a constant:  -> k
1|             8        ADD   ; a b -> a + b
1|            10        STORE_LOCAL                0  x   ; pop into a local variable: a -> 
1|            14        HALT   ; the script has ended:  -> 

$ {vm} -O0 --disassemble -e 'while true { }'
1| function <script>: 0 arguments, 0 locals, 0 upvalues, stack 1
1|   line offset        instruction
1|      1      0  L1:   TRUE
1|             2        JUMP_IF_FALSE             14  -> L2
1|             8        JUMP                       0  -> L1
1|            14  L2:   HALT

$ {vm} -O0 --disassemble -e ''
1| function <script>: 0 arguments, 0 locals, 0 upvalues, stack 0
1|   line offset        instruction
1|      1      0        HALT
