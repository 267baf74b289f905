# --trace=calls: what is entered, with its arguments; what it gives; tail calls, which take the place of their caller; and what an error leaves.

file calls.duet
| class Square {
|   init(side) { self.side = side }
|   area() { return self.side * self.side }
| }
| fn even(n) {
|   if n == 0 { return true }
|   return odd(n - 1)
| }
| fn odd(n) { return not even(n - 1) }
| fn fails(text) { throw ValueError(text) }
| print(Square(3).area(), even(2), [4].map(fn(n) { return n / 2 }))
| try { fails("no") } catch e is ValueError { }
| fails(nil)

$ {vms} --trace=calls calls.duet
1| 9 false [2]
2| enter      <script>         depth 1
2| enter      Square.init      depth 2  self = Square, side = 3
2| leave      Square.init      depth 2  Square
2| enter      Square.area      depth 2  self = Square
2| leave      Square.area      depth 2  9
2| enter      even             depth 2  n = 2
2| tail       odd              depth 2  n = 1
2| enter      even             depth 3  n = 0
2| leave      even             depth 3  true
2| leave      odd              depth 2  false
2| enter      fn               depth 2  n = 4
2| leave      fn               depth 2  2
2| enter      fails            depth 2  text = "no"
2| unwind     fails            depth 2  ValueError
2| enter      fails            depth 2  text = nil
2| unwind     fails            depth 2  ValueError
2| unwind     <script>         depth 1  ValueError
2| ValueError: nil
2|   --> calls.duet:10:24
2|     |
2|  10 | fn fails(text) { throw ValueError(text) }
2|     |                        ^^^^^^^^^^^^^^^^
2|   in fails(text)      calls.duet:10
2|   in <script>         calls.duet:13
exit 70

# What no program can catch.
file down.duet
| fn down(n) { down(n + 1) }
| try { down(0) } finally { print("not reached") }

$ {vms} --fuel 2 --trace=calls down.duet
2| enter      <script>         depth 1
2| enter      down             depth 2  n = 0
2| enter      down             depth 3  n = 1
2| unwind     down             depth 3  out of fuel
2| unwind     down             depth 2  out of fuel
2| unwind     <script>         depth 1  out of fuel
2| out of fuel
2|   --> down.duet:1:14
2|    |
2|  1 | fn down(n) { down(n + 1) }
2|    |              ^^^^^^^^^^^
2|   in down(n)       down.duet:1
2|   in down(n)       down.duet:1
2|   in <script>      down.duet:2
exit 70
