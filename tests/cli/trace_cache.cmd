# --trace=cache: each look-up by an inline cache, and by what it was asked. One that has no answer yet learns it.

file kinds.duet
| class A { m() { return 1 } }
| class B extends A { m() { return super.m() + 1 } }
| fn call(o) { return o.m() }
| fn change(p) { p.x = 2; p.y = 3; return p.x }
| fn add(list) { list.push(1) }
| call(A()); call(B()); call(A()); call(B())
| change({x: 1}); change({x: 1})
| add([]); add([])

$ {vms} -O2 --without=tier,fuse --trace=cache kinds.duet 2>&1 | grep -v "<script>"
1| miss       call                 4  TAIL_INVOKE_CACHED         0     0  m        | A{}
1| fill       call                 4  TAIL_INVOKE_CACHED         0     0  m        | A{}
1| miss       call                 4  TAIL_INVOKE_CACHED         0     0  m        | B{}
1| fill       call                 4  TAIL_INVOKE_CACHED         0     0  m        | B{}
1| miss       B.m                  8  SUPER_INVOKE_CACHED        0     0  m        | class A
1| fill       B.m                  8  SUPER_INVOKE_CACHED        0     0  m        | class A
1| hit        call                 4  TAIL_INVOKE_CACHED         0     0  m        | A{}
1| hit        call                 4  TAIL_INVOKE_CACHED         0     0  m        | B{}
1| hit        B.m                  8  SUPER_INVOKE_CACHED        0     0  m        | class A
1| miss       change               8  SET_FIELD_CACHED           1  x              | object{x}
1| fill       change               8  SET_FIELD_CACHED           1  x              | object{x}
1| miss       change              44  SET_FIELD_CACHED           3  y              | object{x}
1| fill       change              44  SET_FIELD_CACHED           3  y              | object{x}
1| miss       change              76  GET_FIELD_CACHED           1  x              | object{x, y}
1| fill       change              76  GET_FIELD_CACHED           1  x              | object{x, y}
1| hit        change               8  SET_FIELD_CACHED           1  x              | object{x}
1| hit        change              44  SET_FIELD_CACHED           3  y              | object{x}
1| hit        change              76  GET_FIELD_CACHED           1  x              | object{x, y}
1| miss       add                  8  INVOKE_CACHED              1     1  push     | list
1| fill       add                  8  INVOKE_CACHED              1     1  push     | list
1| hit        add                  8  INVOKE_CACHED              1     1  push     | list
