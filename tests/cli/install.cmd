# make install puts everything where PREFIX and DESTDIR say; what is installed runs from there. (-o: what is built is not built again.)
$ make -s -C {root} -o all install BUILD="$(dirname {vm})" DESTDIR="$PWD/package" PREFIX=/opt/duet >install.log 2>&1 || cat install.log

$ cd package && find . ! -type d | sort
1| ./opt/duet/bin/duet
1| ./opt/duet/bin/duet-tree
1| ./opt/duet/bin/duet-vm
1| ./opt/duet/share/man/man1/duet-tree.1
1| ./opt/duet/share/man/man1/duet-vm.1
1| ./opt/duet/share/man/man1/duet.1

$ package/opt/duet/bin/duet -e 'print("from the package")'
1| from the package

$ package/opt/duet/bin/duet-tree -e 'print("from the package")'
1| from the package

$ PATH="$PWD/package/opt/duet/bin:$PATH"; duet --version
1/ duet-vm .*

$ head -n 1 package/opt/duet/share/man/man1/duet-tree.1
1/ \.TH DUET 1 .*

# Again over itself, then away.
$ make -s -C {root} -o all install BUILD="$(dirname {vm})" DESTDIR="$PWD/package" PREFIX=/opt/duet >install.log 2>&1 || cat install.log

$ make -s -C {root} uninstall DESTDIR="$PWD/package" PREFIX=/opt/duet >install.log 2>&1 || cat install.log

$ find package ! -type d | wc -l
1| 0
# needs {tree}
