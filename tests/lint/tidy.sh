#!/bin/sh
# clang-tidy over the given sources, two at a time. Which checks, and why not the others, stands in .clang-tidy.
set -eu
printf '%s\n' "$@" | xargs -P 2 -n 1 sh -c '
  clang-tidy --quiet --warnings-as-errors="*" "$@" -- -std=gnu11 -D_GNU_SOURCE -Icommon -Ibytecode -I. 2>/dev/null' tidy
