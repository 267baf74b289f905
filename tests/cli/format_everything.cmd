# Formatting a program changes nothing that it means: the tree stays, and formatting again changes nothing. (Both interpreters share the formatter.)
limit 60
$ for file in {root}/programs/*.duet {root}/tests/parser/*.duet; do
+   {vm} --ast "$file" > before 2> /dev/null || continue
+   {vm} --format "$file" > once && {vm} --format once > twice && {vm} --ast once > after || echo "fails: $file"
+   cmp -s before after || echo "another tree: $file"
+   cmp -s once twice || echo "formatted again, another text: $file"
+ done; echo done
1| done

# The programs are laid out already.
$ for file in {root}/programs/*.duet; do {vm} --format --check "$file"; done; echo done
1| done
