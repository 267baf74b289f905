# --output FILE: the whole file, or the one that was there before.
file program.duet
| print("printed")
file broken.duet
| x = )

$ {both} --ast --output tree.txt -e 'x'; cat tree.txt
1| NAME x

$ {both} --ast --output=tree.txt -e 'y'; cat tree.txt; ls
1| NAME y
1| broken.duet
1| program.duet
1| tree.txt

$ {both} --ast --output tree.txt broken.duet
2...
exit 65

$ cat tree.txt; ls -A | wc -l
1| NAME y
1| 3

$ {both} --ast --output new.txt broken.duet
2...
exit 65

$ ls -A | wc -l
1| 3

$ {both} --format --output formatted.duet -e 'x=1'; cat formatted.duet
1| x = 1

$ {both} --stats --output stats.txt program.duet; grep -c allocations stats.txt
1| printed
1| 1

$ {both} --stats --output stats.txt -e 'throw 1'
2...
exit 70

$ grep -c allocations stats.txt
1| 1

$ {both} --check --output check.txt broken.duet
exit 65

$ cat check.txt
1| broken.duet:1:5: SyntaxError: expected an expression, got ')'

$ {both} --ast --output nowhere/tree.txt -e 'x'
2| {name}: cannot write 'nowhere/tree.txt': No such file or directory
exit 74

$ {both} --ast --output . -e 'x'
2| {name}: cannot write '.': Is a directory
exit 74

$ {both} --ast --output /dev/full -e 'x'
2| {name}: cannot write '/dev/full': No space left on device
exit 74

$ {both} --ast --output /dev/stdout -e 'x'
1| NAME x

$ {both} --ast --output /dev/null -e 'x'

# Permissions stay, and a link leads to the file that is written.
$ touch private.txt; chmod 600 private.txt; ln -s private.txt link.txt; {both} --ast --output link.txt -e 'z'
+ cat private.txt; stat -c %a private.txt; test -L link.txt && echo "still a link"
1| NAME z
1| 600
1| still a link

$ (umask 027; {both} --ast --output fresh.txt -e 'z'); stat -c %a fresh.txt
1| 640
