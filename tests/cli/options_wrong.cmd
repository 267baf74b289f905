# Wrong usage is named, with what would be right.
$ {both} --fule 3
2| {name}: unknown option '--fule', did you mean '--fuel'?
2| try '{name} --help'
exit 64

$ {both} --nothing-like-it
2| {name}: unknown option '--nothing-like-it'
2| try '{name} --help'
exit 64

$ {both} -x
2| {name}: unknown option '-x'
2...
exit 64

$ {both} --chek=3
2| {name}: unknown option '--chek', did you mean '--check'?
2...
exit 64

$ {both} --fuel
2| {name}: --fuel needs N
2...
exit 64

$ {both} -e
2| {name}: -e needs CODE
2...
exit 64

$ {both} -e 1 -e 2
2| {name}: -e is given twice
2...
exit 64

$ {both} --fuel ten
2/ duet-\w+: --fuel takes a number from 0 to \d+, not 'ten'
2...
exit 64

$ {both} --fuel=-1
2/ duet-\w+: --fuel takes a number from 0 to \d+, not '-1'
2...
exit 64

$ {both} --fuel=1x
2...
exit 64

$ {both} --fuel=
2...
exit 64

$ {both} --fuel=99999999999999999999
2...
exit 64

$ {both} --max-depth 0
2| {name}: --max-depth takes a number from 1 to 10000000, not '0'
2...
exit 64

$ {both} --max-heap 1 -e 1
2| {name}: --max-heap 1 is not even enough to start
exit 70

$ {both} --version=1
2| {name}: --version takes no argument
2...
exit 64

$ {both} --color=red
2| {name}: --color is auto, always or never, not 'red'
2...
exit 64

$ {both} --stats=xml
2| {name}: it is --stats or --stats=json, not --stats=xml
2...
exit 64

$ {both} --ast --check -e 1
2| {name}: --check is one thing too many: --ast, --check, --disassemble and --format exclude each other
2...
exit 64

$ {both} --write x.duet
2| {name}: --write goes with --format
2...
exit 64

$ {both} --format --check --write x.duet
2| {name}: --format does either --check or --write
2...
exit 64

$ {both} --format --write
0| x=1
2| {name}: --format --write needs a FILE to write to
2...
exit 64

$ {both} --format a.duet b.duet
2| {name}: one program at a time: 'b.duet' is left over
2...
exit 64

$ {both} -i --ast -e 1
2| {name}: -i goes with running a program only
2...
exit 64

$ {both} --without=nonsense -e 1
2...
exit 64

$ {both} -Ofast
2/ duet-\w+: the levels are -O0 to -O\d, not '-Ofast'
2...
exit 64
