#!/bin/sh
# No circle of modules: by include (from the sources) or by call (from the objects in $1). A module is a stem: string.c and string.h.
# tsort puts the arrows in order and complains of the first loop.
set -eu
objects=$1
arrows=$(mktemp)
trap 'rm -f "$arrows" "$arrows.sorted"' EXIT

# by include: paths are from common/ ("runtime/value.h"), or from the file's own folder ("frame.h", "../handler.h")
find common treewalk bytecode bench -name '*.[ch]' | sort | while read -r file; do
  folder=${file%/*}
  module=${file%.*}
  sed -n 's/^#include "\(.*\)\.h"$/\1/p' "$file" | while read -r included; do
    case $included in
    ../*) target=${folder%/*}/${included#../} ;;
    */*) target=common/$included ;;
    *) target=$folder/$included ;;
    esac
    [ "$module" = "$target" ] || echo "$module $target"
  done
done >"$arrows"

# by call: who uses a symbol, and who defines it
find "$objects" -name '*.o' ! -name 'interp-*.o' | sort | while read -r object; do
  module=${object#"$objects"/}
  nm -g "$object" | awk -v module="${module%.o}" '{ print module, $(NF - 1), $NF }'
done | grep -v '/main ' | awk '
  $2 == "U" { user[++uses] = $1; used[uses] = $3; next }
  { home[$3] = $1 }
  END { for (i = 1; i <= uses; i++) if (used[i] in home && home[used[i]] != user[i]) print user[i], home[used[i]] }' | sort -u >>"$arrows"

if ! tsort "$arrows" >/dev/null 2>"$arrows.sorted"; then
  echo "circle of modules:"
  cat "$arrows.sorted"
  exit 1
fi
echo "no circle among $(cut -d' ' -f1 "$arrows" | sort -u | wc -l) modules"
