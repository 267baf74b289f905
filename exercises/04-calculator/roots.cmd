# A collection at every allocation: what waits for its right operand must be in a root.
$ {tree} -O0 --gc-stress -e 'print(("a" + "b") + ("c" + "d"))'
1| abcd

$ {tree} -O0 --gc-stress -e 'print(("one " + "two ") + (("three " + "four ") + ("five " + "six")))'
1| one two three four five six
