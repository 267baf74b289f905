"""Every production that is a list of something, up to a million items.

Each works at SMALL in every run. The LONG ones are a series: the same program
at an eighth and at the full size, so that `too_slow` can tell a linear time
from a quadratic one, which would show as a factor of 64 instead of 8.

A left-leaning chain (a + a + a, f()()(), o.m().m(), `else if`, `and`) counts as a
list: it has no limit. Where an interpreter may well have one (arguments,
parameters, chains that lean to the right), a SyntaxError is fine too.
"""

from .generated_case import LONG, Case, either, prints, raises, syntax_error

SMALL = 20000
FULL = 1000000
PART = FULL // 8
WORST_FACTOR = 24.0     # from PART to FULL; 8 is linear, 64 quadratic
GRACE = 0.25            # seconds that any run may take


def numbered(pattern, n, between=""):
    """`pattern` n times, each `#` in it replaced by the count from 0."""
    pieces = pattern.split("#")
    return between.join(str(i).join(pieces) for i in range(n))


# name: (program for n, what it prints for n, may be refused with a SyntaxError)
_LISTS = {
    # statements
    "statements": (lambda n: "x = 0\n" + "x = x + 1\n" * n + "print(x)", str, False),
    "statements_on_a_line": (lambda n: "x = 0; " + "x = x + 1; " * n + "print(x)", str, False),
    "statements_in_a_function": (
        lambda n: "fn f(x) {\n" + "x += 1\n" * n + "return x\n}\nprint(f(0))", str, False),
    "expression_statements": (lambda n: "x = 1\n" + "x\n" * n + "print(x)", lambda n: "1", False),
    "blocks": (lambda n: "{ x = 1 }\n" * n + "print(x)", lambda n: "1", False),
    "ifs": (lambda n: "x = 0\n" + "if x >= 0 { x += 1 }\n" * n + "print(x)", str, False),
    "whiles": (lambda n: "x = 0\n" + "while x < 0 { }\n" * n + "print(x)", lambda n: "0", False),
    "fors": (lambda n: "x = 0\n" + "for i in \"a\" { x += 1 }\n" * n + "print(x)", str, False),
    "tries": (lambda n: "x = 0\n" + "try { x += 1 } catch e { }\n" * n + "print(x)", str, False),
    "breaks": (lambda n: "while true { " + "if false { break }\n" * n + "break }\nprint(1)",
               lambda n: "1", False),
    "returns": (lambda n: "fn f(x) {\n" + "if x { return 1 }\n" * n + "return 2\n}\nprint(f(0))",
                lambda n: "2", False),
    "semicolons": (lambda n: ";" * n + "print(1)", lambda n: "1", False),
    "else_ifs": (lambda n: "x = %d\nif x == -1 { }\n" % (n - 1)
                 + numbered("else if x == # { y = # }\n", n) + "print(y)",
                 lambda n: str(n - 1), False),
    "catch_clauses": (lambda n: "try { throw Error(\"m\") }\n" + "catch e is KeyError { }\n" * n
                      + "catch e { print(e) }", lambda n: "Error: m", False),
    # names
    "lets": (lambda n: numbered("let a# = #\n", n) + "print(a0, a%d)" % (n - 1),
             lambda n: "0 %d" % (n - 1), False),
    "bare_names": (lambda n: numbered("a# = #\n", n) + "print(a0, a%d)" % (n - 1),
                   lambda n: "0 %d" % (n - 1), False),
    "lets_in_a_function": (
        lambda n: "fn f() {\n" + numbered("let a# = #\n", n) + "return a%d\n}\nprint(f())" % (n - 1),
        lambda n: str(n - 1), True),
    "bare_names_in_a_function": (
        lambda n: "fn f() {\n" + numbered("a# = #\n", n) + "return a%d\n}\nprint(f())" % (n - 1),
        lambda n: str(n - 1), True),
    "captured_names": (
        lambda n: "fn f() {\n" + numbered("let a# = #\n", n) + "return fn() { s = 0\n"
        + numbered("s += a#\n", n) + "return s }\n}\nprint(f()())",
        lambda n: str(n * (n - 1) // 2), True),
    "undefined_names": (lambda n: "fn f() {\n" + numbered("nobody#\n", n) + "}\nprint(1)",
                        lambda n: "1", False),
    "functions": (lambda n: numbered("fn f#(x) { return x + # }\n", n) + "print(f%d(1))" % (n - 1),
                  str, False),
    "function_literals": (lambda n: "x = 0\n" + "f = fn() { return x }\n" * n + "print(f())",
                          lambda n: "0", False),
    "functions_that_capture": (
        lambda n: "fn g() {\nx = 7\n" + "f = fn() { return x }\n" * n + "return f()\n}\nprint(g())",
        lambda n: "7", False),
    "classes": (lambda n: numbered("class A# { m() { return # } }\n", n)
                + "print(A%d().m())" % (n - 1), lambda n: str(n - 1), False),
    "subclasses": (lambda n: "class A0 { m() { return 1 } }\n"
                   + "".join("class A%d extends A%d { }\n" % (i, i - 1) for i in range(1, n))
                   + "print(A%d().m())" % (n - 1), lambda n: "1", False),
    "methods": (lambda n: "class A {\n" + numbered("m#() { return # }\n", n)
                + "}\nprint(A().m%d())" % (n - 1), lambda n: str(n - 1), False),
    "same_method": (lambda n: "class A {\n" + numbered("m() { return # }\n", n)
                    + "}\nprint(A().m())", lambda n: str(n - 1), False),
    "parameters": (lambda n: "fn f(" + numbered("a#", n, ", ") + ") { return a%d }\nprint(type(f))"
                   % (n - 1), lambda n: "function", True),
    # expressions
    "sums": (lambda n: "a = 1\nprint(" + " + ".join(["a"] * n) + ")", str, False),
    "constant_sums": (lambda n: "print(" + " + ".join(["1"] * n) + ")", str, False),
    "sums_over_lines": (lambda n: "a = 1\nx = " + " +\n".join(["a"] * n) + "\nprint(x)", str, False),
    "mixed_operators": (lambda n: "a = 1\nprint(a" + " + a * a - a" * n + ")",
                        lambda n: "1", False),
    "bit_operators": (lambda n: "a = 1\nprint(a" + " | a & a ^ 0" * n + ")", lambda n: "1", False),
    "ands": (lambda n: "a = 1\nprint(" + " and ".join(["a"] * n) + ")", lambda n: "1", False),
    "ors": (lambda n: "a = 0\nprint(" + " or ".join(["a"] * n) + ")", lambda n: "0", False),
    "calls_of_calls": (lambda n: "fn f() { return f }\nprint(f" + "()" * n + " == f)",
                       lambda n: "true", False),
    "method_chain": (lambda n: "class A { m() { return self } }\na = A()\nprint(a" + ".m()" * n
                     + " == a)", lambda n: "true", False),
    "method_chain_over_lines": (
        lambda n: "class A { m() { return self } }\na = A()\nx = a" + "\n.m()" * n
        + "\nprint(x == a)", lambda n: "true", False),
    "field_chain": (lambda n: "o = {}\no.o = o\nprint(o" + ".o" * n + " == o)",
                    lambda n: "true", False),
    "index_chain": (lambda n: "a = [0]\na[0] = a\nprint(a" + "[0]" * n + " == a)",
                    lambda n: "true", False),
    "is_chain": (lambda n: "x = 1\nprint(" + " and ".join(["not (x is Error)"] * n) + ")",
                 lambda n: "true", False),
    "conditionals": (lambda n: "a = 0\nprint(" + "a ? 1 : " * n + "2)", lambda n: "2", True),
    "list_items": (lambda n: "x = [" + "1, " * n + "]\nprint(len(x))", str, False),
    "list_items_over_lines": (lambda n: "x = [\n" + numbered("#,\n", n) + "]\nprint(x[-1])",
                              lambda n: str(n - 1), False),
    "object_fields": (lambda n: "x = {" + numbered("a#: #", n, ", ") + "}\nprint(x.a%d)" % (n - 1),
                      lambda n: str(n - 1), False),
    "same_field": (lambda n: "x = {" + numbered("a: #", n, ", ") + "}\nprint(x)",
                   lambda n: "{a: %d}" % (n - 1), False),
    "fields_added": (lambda n: "o = {}\n" + numbered("o.a# = #\n", n) + "print(o.a0, o.a%d)"
                     % (n - 1), lambda n: "0 %d" % (n - 1), False),
    "objects_of_other_shapes": (lambda n: "x = 0\n" + numbered("x = {a#: #}\n", n) + "print(x)",
                                lambda n: "{a%d: %d}" % (n - 1, n - 1), False),
    "arguments": (lambda n: "fn f() { }\ntry { f(" + "1, " * n + ") } catch e { print(e) }",
                  lambda n: "TypeError: f() takes 0 arguments, got %d" % n, True),
    "builtin_arguments": (lambda n: "print(max(" + numbered("#", n, ", ") + "))",
                          lambda n: str(n - 1), True),
    # constants
    "different_ints": (lambda n: "x = 0\n" + numbered("x += 1#\n", n) + "print(x)",
                       lambda n: str(sum(int("1%d" % i) for i in range(n))), False),
    "different_floats": (lambda n: "x = 0\n" + numbered("x = #.5\n", n) + "print(x)",
                         lambda n: "%d.5" % (n - 1), False),
    "different_strings": (lambda n: "x = 0\n" + numbered("x = \"s#\"\n", n) + "print(x)",
                          lambda n: "s%d" % (n - 1), False),
    # text
    "blank_lines": (lambda n: "\n" * n + "print(1)", lambda n: "1", False),
    "blanks": (lambda n: " \t" * n + "print(1)", lambda n: "1", False),
    "comment_lines": (lambda n: "// words\n" * n + "print(1)", lambda n: "1", False),
    "one_comment": (lambda n: "/" + "/ " * n + "\nprint(1)", lambda n: "1", False),
    "block_comments": (lambda n: "/* a */" * n + "print(1)", lambda n: "1", False),
    "one_block_comment": (lambda n: "/*" + "* " * n + "*/ print(1)", lambda n: "1", False),
    "long_name": (lambda n: "x" * n + " = 1\nprint(" + "x" * n + ")", lambda n: "1", False),
    "long_string": (lambda n: "s = \"" + "x" * n + "\"\nprint(len(s))", str, False),
    "long_string_of_escapes": (lambda n: "s = \"" + "\\u{e9}" * n + "\"\nprint(len(s))",
                               lambda n: str(2 * n), False),
    "long_fraction": (lambda n: "print(1." + "0" * n + "1)", lambda n: "1.0", False),
    "long_hex": (lambda n: "print(0x" + "0" * n + "1)", lambda n: "1", True),
}


# Programs that are wrong: the message must come as fast as the rest.
_WRONG = {
    "bad_lines": (lambda n: "x = )\n" * n, syntax_error()),
    "bad_bytes": (lambda n: "@\n" * n, syntax_error()),
    "bad_line_of_statements": (lambda n: "a;" * n + ")", syntax_error()),
    "bad_end": (lambda n: "x = 1\n" * n + "x = ", syntax_error()),
    "name_declared_again": (lambda n: "let a = 1\n" * n, syntax_error()),
    "returns_of_the_script": (lambda n: "return 1\n" * n, syntax_error()),
    "breaks_outside": (lambda n: "break\n" * n, syntax_error()),
    "open_strings": (lambda n: "x = \"\n" * n, syntax_error()),
    "one_open_string": (lambda n: "x = \"" + "y" * n, syntax_error()),
    "bad_escapes": (lambda n: "x = \"\\q\"\n" * n, syntax_error()),
    "long_int": (lambda n: "x = 1" + "0" * n, syntax_error()),
    "unknown_name_among_many": (
        lambda n: numbered("let name# = #\n", n) + "print(nam)",
        raises("NameError: undefined variable 'nam'")),
    "error_at_the_end_of_a_long_line": (
        lambda n: "0;" * n + "nil.x", raises("AttributeError: nil has no field 'x'")),
    "error_in_a_long_expression": (
        lambda n: "a = 1\nx = " + "a + " * n + "nil", raises("TypeError: cannot add int and nil")),
}


def _demand(printed, n, may_refuse):
    works = prints(lambda: printed(n) + "\n")
    return either(works, syntax_error()) if may_refuse else works


def _series(name, make, demand_for):
    """The small case of every run, and the two whose times are compared."""
    made = [Case("growth/%s-%d" % (name, SMALL), lambda: make(SMALL), demand_for(SMALL),
                 limit=20.0)]
    for n in (PART, FULL):
        made.append(Case("growth/%s-%d" % (name, n), lambda n=n: make(n), demand_for(n),
                         limit=60.0, tier=LONG, one_level=True, series=(name, n)))
    return made


def cases():
    made = []
    for name, (make, printed, may_refuse) in _LISTS.items():
        made += _series(name, make, lambda n, p=printed, m=may_refuse: _demand(p, n, m))
    for name, (make, demand) in _WRONG.items():
        made += _series(name, make, lambda n, d=demand: d)
    return made


def too_slow(seconds):
    """Complaints about series that grow faster than linearly.

    `seconds` maps (series name, size) to the processor time of one run, best
    the smallest of a few, of one executable at one level.
    """
    complaints = []
    for name in list(_LISTS) + list(_WRONG):
        part, full = seconds.get((name, PART)), seconds.get((name, FULL))
        if part is None or full is None or full <= GRACE:
            continue
        if full > WORST_FACTOR * max(part, 0.02):
            complaints.append("%s: %.2f s for %d items, %.2f s for %d"
                              % (name, part, PART, full, FULL))
    return complaints
