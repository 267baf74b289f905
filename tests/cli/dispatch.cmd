# How the executables get from one instruction to the next, counted in the machine code: a jump for each opcode behind goto and in the
# chain of tail calls (compilers like to merge them back into one), and a single one in the switch.

file jumps.sh
| # The indirect jumps of the executable $1.
| objdump -d "$1" | grep -cE 'jmp[a-z]* +\*|[[:space:]]br[[:space:]]+x'

file opcodes.sh
| # How many instructions the table has.
| printf '\043define OPCODE(...) ROW\n\043include "opcode.def"\n' | cc -E -I"$1" -x c - | grep -o 'ROW' | wc -l

$ {vm} --version
1/ duet-vm .* goto dispatch, .*

$ {switch} --version
1/ duet-vm .* switch dispatch, .*

$ opcodes=$(sh opcodes.sh {root}/bytecode); vm=$(sh jumps.sh {vm}); switch=$(sh jumps.sh {switch})
+ test "$opcodes" -gt 100 && test $(($vm - $switch)) -ge $(($opcodes * 9 / 10)) && echo "a jump for each opcode"
1| a jump for each opcode
