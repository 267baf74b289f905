$ {both} --help
1| usage: {name} [options] [FILE | -] [arguments]
1...

$ {both} -h --nonsense
2...
exit 64

$ {both} --help | grep -c -e '--max-depth N .*10000'
1| 1

# Every option that the help names is in the manual, and the other way round.
$ {vm} --help | grep -o -e '^  [^ ].\{20\}' | grep -o -e '--*[a-z][-a-z]*' | sort -u >help.txt
+ sed -n '/^\.SH OPTIONS/,/^\.SH REPL/p' {root}/common/cli/duet.1 | sed 's/\\-/-/g' | grep -A1 '^\.TP' | grep -o -e '--*[a-z][-a-z]*' | sort -u >man.txt
+ diff help.txt man.txt && test -s help.txt

$ {both} --version
1/ duet-(vm|tree) \d[.\d]* \((gcc|clang) \d+\.\d+\.\d+, \w+ dispatch, (release|sanitized) build\)

$ {both} --version | wc -l
1| 1

$ {switch} --version
1/ duet-vm .*, switch dispatch, .*

$ {vm} --version
1/ duet-vm .*, goto dispatch, .*
