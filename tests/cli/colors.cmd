# Colours: only on a terminal, unless --color says otherwise.
file broken.duet
| nil + 1

$ {both} broken.duet
2| TypeError: cannot add nil and int
2|   --> broken.duet:1:1
2...
exit 70

$ {both} --color=always broken.duet
2"\x1b[1;31mTypeError\x1b[0m: cannot add nil and int\n"
2...
exit 70

$ NO_COLOR=1 {both} --color always broken.duet
2"\x1b[1;31mTypeError\x1b[0m: cannot add nil and int\n"
2...
exit 70

$ {both} --color=always -e ')'
2"\x1b[1;31mSyntaxError\x1b[0m: expected an expression, got ')'\n"
2...
exit 65

$ {both} --color=never broken.duet
2| TypeError: cannot add nil and int
2...
exit 70
