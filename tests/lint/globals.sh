#!/bin/sh
# No writable data: state belongs to a Runtime, a Vm, an Evaluator that is passed along. The one exception is the flag that the handler
# of Ctrl-C sets (common/cli/interrupt.c): a signal handler is given nothing to find it by.
set -eu
objects=$1
found=$(find "$objects" -name '*.o' | sort | while read -r object; do
  nm -f sysv "$object" | awk -F'|' -v object="${object#"$objects"/}" '
    $7 ~ /^\.(data|bss|tdata|tbss|data\.rel\.local|data\.rel)$/ || $7 ~ /COM/ { gsub(/ /, "", $1); print object, $1 }'
done | grep -v '^common/cli/interrupt.o interrupted$' || true)
if [ -n "$found" ]; then
  echo "writable data:"
  echo "$found"
  exit 1
fi
echo "no writable data but the interrupt flag"
