#!/bin/sh
# cppcheck over the given sources. Left out: styles that .clang-format or the compilers look at, and guesses about macros it can't see through.
set -eu
cppcheck --quiet --std=c11 --language=c -D_GNU_SOURCE -D__GNUC__ -Icommon -Ibytecode -I. -j 2 --enable=warning,performance,portability \
  --inline-suppr --suppress=missingIncludeSystem --suppress=unknownMacro --suppress=syntaxError:*opcode.def --error-exitcode=1 "$@"
