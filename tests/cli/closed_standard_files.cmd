# What is closed among the standard files is never mistaken for a file that is opened later.
file program.duet
| print("to stdout")

$ {both} --stats --output stats.txt program.duet >&-
2| cannot write output: Bad file descriptor
exit 74

$ ls
1| program.duet

$ {both} program.duet <&- >&- 2>&-
exit 74

$ {both} -e 'write_file("made.txt", "whole"); print("x")' >&-
2| cannot write output: Bad file descriptor
exit 74

$ cat made.txt
1"whole"

$ {both} -e 'print(input())' <&-
2| IOError: cannot read input: Bad file descriptor
2...
exit 70
