# Where the program comes from, and what args() gives.
file hello.duet
| print("hi", args())
file -odd.duet
| print("odd")

$ {both} hello.duet
1| hi []

$ {both} hello.duet one "two three" -i --help -
1| hi ["one", "two three", "-i", "--help", "-"]

$ {both} -e 'print(args())' a -e b
1| ["a", "-e", "b"]

$ {both} -e 'print(args())' -- --stats
1| ["--stats"]

$ {both} -e ''

$ {both} - x - y
0| print("from stdin", args())
1| from stdin ["x", "-", "y"]

$ {both}
0| print("piped")
0| print(input())
1| piped
1| nil

$ {both} --
0| print("piped", args())
1| piped []

$ {both} -- -odd.duet
1| odd

$ {both} ./-odd.duet
1| odd

$ {both} </dev/null

$ cat hello.duet | {both} /dev/stdin x
1| hi ["x"]

$ printf 'print("no newline at the end")' | {both}
1| no newline at the end
