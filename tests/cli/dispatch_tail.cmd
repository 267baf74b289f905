# The third dispatch, where it could be built: see dispatch.cmd.

file jumps.sh
| objdump -d "$1" | grep -cE 'jmp[a-z]* +\*|[[:space:]]br[[:space:]]+x'

file opcodes.sh
| printf '\043define OPCODE(...) ROW\n\043include "opcode.def"\n' | cc -E -I"$1" -x c - | grep -o 'ROW' | wc -l

$ {tail} --version
1/ duet-vm .*, (clang|gcc) [0-9]+ tail( \(registers saved\))? dispatch, .*

$ opcodes=$(sh opcodes.sh {root}/bytecode); tail=$(sh jumps.sh {tail}); switch=$(sh jumps.sh {switch})
+ test $(($tail - $switch)) -ge $(($opcodes * 9 / 10)) && echo "a jump for each opcode"
1| a jump for each opcode

# No dispatch leaves anything on the C stack, however many there are; --max-depth also says how large that is.
$ {tail} --max-depth 10 -e 'i = 0; while i < 2000000 { i = i + 1 }; print(i)'
1| 2000000
