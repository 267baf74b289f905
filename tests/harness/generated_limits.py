"""Numbers at which an encoding may run out: 255, 256, 65,535, 65,536 and their like.

So many variables, captured variables, constants, arguments, items and bytes
to jump over. Each program adds up or picks what it made, so that a number
cut to 8 or 16 bits gives a wrong answer and not a lucky one. Where the
interpreter may have a limit of its own (arguments, parameters), a SyntaxError
is fine as well; everywhere else the program works.
"""

from .generated_case import LONG, QUICK, Case, either, prints, syntax_error
from .generated_growth import numbered

SMALL_EDGES = (127, 128, 129, 254, 255, 256, 257, 258)
LARGE_EDGES = (32767, 32768, 65534, 65535, 65536, 65537, 70000)


def _sum(n):
    return n * (n - 1) // 2


def _locals(n, declare):
    """n variables of a function, all added up, the first and the last shown."""
    return ("fn f() {\n" + numbered(declare + "a# = #\n", n) + "s = 0\n" + numbered("s += a#\n", n)
            + "return [s, a0, a%d]\n}\nprint(f())" % (n - 1))


def _script_variables(n, declare):
    return (numbered(declare + "a# = #\n", n) + "s = 0\n" + numbered("s += a#\n", n)
            + "print([s, a0, a%d])" % (n - 1))


def _captured(n):
    """A closure over n variables reads all of them and changes the last."""
    return ("fn f() {\n" + numbered("let a# = #\n", n) + "return [fn() { s = 0\n"
            + numbered("s += a#\n", n)
            + "a%d = \"changed\"\nreturn s }, fn() { return a%d }]\n}\n" % (n - 1, n - 1)
            + "p = f()\nprint([p[0](), 0, p[1]()])")


def _script_captured(n):
    """A function reads n script variables, and writes the last one."""
    return (numbered("let a# = #\n", n) + "fn f() { s = 0\n" + numbered("s += a#\n", n)
            + "a%d = \"changed\"\nreturn s }\ns = f()\nprint([s, a0, a%d])" % (n - 1, n - 1))


def _parameters(n):
    names = numbered("a#", n, ", ")
    return ("fn f(%s) {\ns = 0\n" % names + numbered("s += a#\n", n)
            + "return [s, a0, a%d]\n}\nprint(f(%s))" % (n - 1, numbered("#", n, ", ")))


def _method_parameters(n):
    names = numbered("a#", n, ", ")
    return ("class A { m(%s) { return [self.x + a0, a0, a%d] } }\na = A()\na.x = %d\n"
            % (names, n - 1, _sum(n)) + "print(a.m(%s))" % numbered("#", n, ", "))


def _temporaries(n):
    """n operands wait on the stack at once."""
    return ("fn one() { return 1 }\nx = [" + numbered("#", n, ", ") + ", one()]\n"
            + "print([x.slice(0, %d).reduce(fn(a, b) { return a + b }), x[0], x[%d]])"
            % (n, n - 1))


# name: (program for n, what it prints for n, may be refused)
_TRIPLE = "[%d, 0, %d]\n"
_CHANGED = '[%d, 0, "changed"]\n'
_COUNTS = {
    "lets": (lambda n: _locals(n, "let "), _TRIPLE, False),
    "bare_variables": (lambda n: _locals(n, ""), _TRIPLE, False),
    "script_lets": (lambda n: _script_variables(n, "let "), _TRIPLE, False),
    "script_bare_variables": (lambda n: _script_variables(n, ""), _TRIPLE, False),
    "captured": (_captured, _CHANGED, False),
    "script_captured": (_script_captured, _CHANGED, False),
    "parameters": (_parameters, _TRIPLE, True),
    "method_parameters": (_method_parameters, _TRIPLE, True),
    "builtin_arguments": (
        lambda n: "x = [%d, min(%s), max(%s)]\nprint(x)" % ((_sum(n),) + (numbered("#", n, ", "),) * 2),
        _TRIPLE, True),
    "temporaries": (_temporaries, _TRIPLE, False),
    "int_constants": (lambda n: "s = 0\n" + numbered("s += #\n", n) + "x = [0, %d]\n" % (n - 1)
                      + "print([s, x[0], x[1]])", _TRIPLE, False),
    "float_constants": (lambda n: "s = 0\n" + numbered("s += #.0\n", n)
                        + "print([int(s), 0, %d])" % (n - 1), _TRIPLE, False),
    "string_constants": (lambda n: "s = 0\n" + numbered("s += int(\"#\")\n", n)
                         + "print([s, 0, %d])" % (n - 1), _TRIPLE, False),
    "object_fields": (lambda n: "o = {" + numbered("a#: #", n, ", ") + "}\ns = 0\n"
                      + numbered("s += o.a#\n", n) + "print([s, o.a0, o.a%d])" % (n - 1),
                      _TRIPLE, False),
    "methods": (lambda n: "class A {\n" + numbered("m#() { return # }\n", n) + "}\na = A()\ns = 0\n"
                + numbered("s += a.m#()\n", n) + "print([s, a.m0(), a.m%d()])" % (n - 1),
                _TRIPLE, False),
    "functions": (lambda n: "fn f() {\n" + numbered("fn f#() { return # }\n", n) + "s = 0\n"
                  + numbered("s += f#()\n", n) + "return [s, f0(), f%d()]\n}\nprint(f())" % (n - 1),
                  _TRIPLE, False),
    "blocks_with_lets": (lambda n: "fn f() {\ns = 0\n" + numbered("if true { let a# = #; s += a# }\n", n)
                         + "return [s, 0, %d]\n}\nprint(f())" % (n - 1),
                         _TRIPLE, False),
}


def _triple(pattern, n):
    values = (_sum(n), n - 1) if pattern == _TRIPLE else (_sum(n),)
    return pattern % values


def _count_cases():
    made = []
    for name, (make, pattern, may_refuse) in _COUNTS.items():
        for n in SMALL_EDGES + LARGE_EDGES:
            works = prints(_triple(pattern, n))
            made.append(Case("limits/%s-%d" % (name, n), lambda make=make, n=n: make(n),
                             either(works, syntax_error()) if may_refuse else works,
                             limit=30.0, tier=LONG if n > 300 and n != 65537
                             else QUICK))
    return made


# Code to jump over. `nil` as a statement is two bytes in the VM's plain code,
# `not nil` three: together they reach every distance around 2^15 and 2^16.
# In a list literal `nil` is one byte.
_JUMPS = """\
fn skip_if(c) { r = "start"
if c { r = "then"
{B}} else { r = "else" }
return r }
fn skip_else(c) { r = "start"
if c { r = "then" } else { r = "else"
{B}}
return r }
fn loop(n) { r = 0
while r < n { r += 1
{B}}
return r }
fn walk(xs) { r = 0
for x in xs { r += x
{B}}
return r }
fn leave(n) { r = 0
while true { if r == n { break }
r += 1
if r == 2 { continue }
{B}}
return r }
fn guard(c) { r = "start"
try { r = "body"
{B}if c { throw "thrown" } } catch e { r = e } finally { r += "!" }
return r }
fn early(c) { try { if c { return "early" }
{B}} finally { c = 1 }
return "late" }
fn operand(c) { x = c and [{L}1]
y = c or [{L}2]
z = c ? [{L}3] : [{L}4]
return [x ? len(x) : x, c ? y : len(y), z[-1]] }
print(skip_if(true), skip_if(false), skip_else(true), skip_else(false))
print(loop(3), walk([1, 2, 3]), leave(4), guard(true), guard(false), early(true), early(false))
print(operand(1), operand(0))
"""

_JUMPS_PRINTED = """\
then else then else
3 6 4 thrown! body! early late
[%d, 1, 3] [0, %d, 4]
"""

JUMP_EDGES = (16384, 32768)            # of two-byte statements


def _jump_program(count, odd):
    body = "nil\n" * count + "not nil\n" * odd
    return _JUMPS.replace("{B}", body).replace("{L}", "nil, " * (2 * count + odd))


def _jump_cases():
    made = []
    for edge in JUMP_EDGES:
        for count in range(edge - 24, edge + 4):
            for odd in (0, 1):
                items = 2 * count + odd + 1
                made.append(Case(
                    "limits/jumps-%d+%d" % (count, odd),
                    lambda count=count, odd=odd: _jump_program(count, odd),
                    prints(_JUMPS_PRINTED % (items, items)), limit=30.0,
                    tier=QUICK if count % 16 == 0 and odd == 0 else LONG))
    for count in (60, 120, 128, 250, 256, 5000, 200000):
        made.append(Case("limits/jumps-%d" % count, lambda count=count: _jump_program(count, 0),
                         prints(_JUMPS_PRINTED % (2 * count + 1, 2 * count + 1)), limit=30.0,
                         tier=LONG if count > 9000 else QUICK))
    return made


def cases():
    return _count_cases() + _jump_cases()
