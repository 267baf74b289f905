# --format shows, --check only tells, --write writes back; a broken program is left alone.
file messy.duet
| x=1 // one
| print( x )
file plain.duet
| x = 1
file broken.duet
| x=1
| y = )

$ {both} --format messy.duet
1| x = 1 // one
1| print(x)

$ {both} --format -e 'x=1'
1| x = 1

$ {both} --format
0| x=1
1| x = 1

$ {both} --format --check messy.duet
2| messy.duet: not formatted
exit 1

$ {both} --format --check plain.duet

$ {both} --format --check broken.duet
2| SyntaxError: expected an expression, got ')'
2...
exit 65

$ {both} --format --write broken.duet
2| SyntaxError: expected an expression, got ')'
2...
exit 65

$ cat broken.duet
1| x=1
1| y = )

$ chmod 640 messy.duet; {both} --format --write messy.duet; cat messy.duet; stat -c %a messy.duet; ls -A
1| x = 1 // one
1| print(x)
1| 640
1| broken.duet
1| messy.duet
1| plain.duet

# Nothing to change: the file isn't touched.
$ touch -d 2001-01-01 plain.duet; {both} --format --write plain.duet; stat -c %y plain.duet | cut -c1-10
1| 2001-01-01

$ {both} --format --write missing.duet
2| {name}: cannot read 'missing.duet': No such file or directory
exit 74
