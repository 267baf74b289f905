$ {both} -e 'print(1)'
1| 1
exit 0

$ {both} --nonsense
2...
exit 64

$ {both} -e ')'
2...
exit 65

$ {both} -e 'throw 1'
2...
exit 70

$ {both} --fuel 10 -e 'while true { }'
2| out of fuel
2...
exit 70

$ {both} --max-heap 3000000 -e 'a = "x"; while true { a = a + a }'
2| out of memory
2...
exit 70

$ {both} -e 'print(1)' >/dev/full
2| cannot write output: No space left on device
exit 74

$ {both} nowhere.duet
2...
exit 74

$ {both} -e 'try { throw 1 } catch e { print("caught", e) }'
1| caught 1
exit 0
