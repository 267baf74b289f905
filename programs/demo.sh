#!/bin/sh
# make demo: the tour through both backends. Shows what it prints, that both print the same, and how long each took.
set -eu
build=$1
here=programs
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for backend in duet-tree duet-vm; do
  "$build/$backend" --time --output "$scratch/$backend.time" "$here/tour.duet" >"$scratch/$backend.out"
done
cat "$scratch/duet-vm.out"
echo
echo "--- that was $here/tour.duet, through both backends ---"
if cmp -s "$scratch/duet-tree.out" "$scratch/duet-vm.out"; then
  echo "both printed the same $(wc -l <"$scratch/duet-vm.out") lines"
else
  echo "THEY DISAGREE:"
  diff "$scratch/duet-tree.out" "$scratch/duet-vm.out"
  exit 1
fi
for backend in duet-tree duet-vm; do
  echo "$backend: $(awk '{ printf "%s%s %.2f ms", (NR > 1 ? ", " : ""), $1, $2 * 1000 }' "$scratch/$backend.time")"
done
