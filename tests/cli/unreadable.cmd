# A program that can't be read: said, with the system's reason.
file plain.duet
| print("never")

$ {both} missing.duet
2| {name}: cannot read 'missing.duet': No such file or directory
exit 74

$ mkdir folder; {both} folder
2| {name}: cannot read 'folder': Is a directory
exit 74

$ {both} plain.duet/x
2| {name}: cannot read 'plain.duet/x': Not a directory
exit 74

$ {both} ''
2| {name}: cannot read '': No such file or directory
exit 74

$ {both} - <&-
2| {name}: cannot read '<stdin>': Bad file descriptor
exit 74

$ {both} <.
2| {name}: cannot read '<stdin>': Is a directory
exit 74

$ {both} -i <.
2| cannot read input: Is a directory
exit 74

$ {both} --format missing.duet
2| {name}: cannot read 'missing.duet': No such file or directory
exit 74
