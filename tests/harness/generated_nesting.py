"""Every production that can stand in itself, nested 10 to 1,000,000 deep.

The parser bounds nesting at 256 levels and says so. A production may cost
more than one level a turn, so that ten and sixty turns must work, 257 and
more must be a SyntaxError, and what lies between may be either, though the
same in every backend. Prefix operators and what hangs on the right (`? :`)
may be parsed in a loop instead: deep ones may work.

All of it also on a stack of 256 KB.
"""

from .generated_case import LONG, QUICK, either, on_stacks, prints, syntax_error

DEEP = "nested too deeply"
STACKS = (None, 256)
FINE = (10, 60)
AROUND = (127, 128, 129, 254, 255, 256)
PAST = (257, 1000, 1000000)

# name: (before, what opens a turn, innermost, what closes a turn, behind, printed when it works)
_PLAIN = {
    "parentheses": ("print(", "(", "1", ")", ")", "1"),
    "lists": ("x = ", "[", "", "]", "\nprint(len(x) < 2)", "true"),
    "objects": ("x = ", "{a: ", "1", "}", "\nprint(type(x))", "object"),
    "call_arguments": ("fn f(x) { return x }\nprint(", "f(", "1", ")", ")", "1"),
    "method_arguments": ("o = {m: fn(x) { return x }}\nprint(", "o.m(", "1", ")", ")", "1"),
    "builtin_arguments": ("print(", "abs(", "-1", ")", ")", "1"),
    "indexes": ("xs = [0]\nprint(", "xs[", "0", "]", ")", "0"),
    "index_targets": ("xs = [0]\n", "xs[", "0", "]", " = 5\nprint(xs)", "[5]"),
    "right_operands": ("print(", "0 + (", "1", ")", ")", "1"),
    "and_operands": ("print(", "true and (", "1", ")", ")", "1"),
    "or_operands": ("print(", "false or (", "1", ")", ")", "1"),
    "conditional_middles": ("print(", "true ? ", "1", " : 0", ")", "1"),
    "conditional_conditions": ("print(", "(", "1", ") ? 1 : 0", ")", "1"),
    "mixed_brackets": ("x = ", "[({a: ", "1", "})]", "\nprint(type(x))", "list"),
    "function_literals": ("x = ", "fn() { return ", "1", " }", "\nprint(type(x))", "function"),
    "functions_called_at_once": ("print(", "(fn() { return ", "1", " })()", ")", "1"),
    "functions_as_arguments": ("fn f(x) { return x }\nx = ", "f(fn() { return ", "1", " })",
                               "\nprint(type(x))", "function"),
    "function_statements": ("", "fn f() { ", "", "}\n", "print(type(f))", "function"),
    "classes_in_methods": ("", "class A { m() { ", "", "} }\n", "print(type(A))", "class"),
    "superclasses": ("class B { }\nfn f(x) { return x }\nclass K extends ", "f(", "B", ")",
                     " { }\nprint(K)", "<class K>"),
    "blocks": ("", "{ ", "x = 1", " }", "\nprint(x)", "1"),
    "ifs": ("", "if true { ", "x = 1", " }", "\nprint(x)", "1"),
    "else_blocks": ("", "if false { } else { ", "x = 1", " }", "\nprint(x)", "1"),
    "whiles": ("", "while true { ", "x = 1", "\nbreak }", "\nprint(x)", "1"),
    "fors": ("", "for i in [1] { ", "x = 1", " }", "\nprint(x)", "1"),
    "for_iterables": ("for i in ", "[", "1", "]", " { x = 1 }\nprint(x)", "1"),
    "tries": ("", "try { ", "x = 1", " } finally { }", "\nprint(x)", "1"),
    "catches": ("", "try { throw 1 } catch e { ", "x = 1", " }", "\nprint(x)", "1"),
    "finallys": ("", "try { } finally { ", "x = 1", " }", "\nprint(x)", "1"),
    "catch_classes": ("fn f(x) { return x }\ntry { throw Error() } catch e is ", "f(", "Error",
                      ")", " { print(1) }", "1"),
    "throws": ("try { throw ", "(", "1", ")", " } catch e { print(e) }", "1"),
}

# Those that a parser may well take in a loop.
_LOOSE = {
    "minuses": ("print(abs(", "- ", "1", "", "))", "1"),
    "nots": ("print(type(", "not ", "1", "", "))", "bool"),
    "complements": ("x = ", "~ ", "1", "", "\nprint(x == 1 or x == -2)", "true"),
    "conditional_ends": ("print(", "false ? 0 : ", "1", "", ")", "1"),
    "comments": ("print(1) ", "/* ", "", "*/", "", "1"),
}

# Never closed, or never opened: a syntax error of any kind.
_TORN = {
    "open_parentheses": "(", "open_lists": "[", "open_blocks": "{", "open_objects": "x = {a: ",
    "open_calls": "f(", "open_functions": "fn() { ", "open_parameters": "fn f(", "open_ifs": "if ",
    "open_classes": "class A { m() { ", "open_tries": "try { ", "open_comments": "/* ",
    "open_indexes": "a[", "close_parentheses": ")", "close_lists": "]", "close_blocks": "}",
    "loose_dots": ".", "loose_operators": "+ ", "loose_elses": "else ", "loose_questions": "a ? ",
    "loose_strings": '"', "brackets_of_all_kinds": "([{", "wrong_pairs": "(]",
    "open_fors": "for x in ", "open_returns": "return ", "open_throws": "throw ",
}


def nested(shape, depth):
    before, opening, core, closing, behind, _ = shape
    return before + opening * depth + core + closing * depth + behind


def _on_both_stacks(name, depth, make, demand):
    """Every depth on both stacks. In everyday runs the deepest on the small
    stack and the others on the large one are enough: they fail first."""
    made = on_stacks(STACKS, "nesting/%s-%d" % (name, depth), make, demand, limit=20.0,
                     one_level=depth > 1000)
    for case in made:
        case.tier = QUICK if (case.stack_kb is not None) == (depth > 1000) else LONG
    return made


def _case(name, shape, depth, demand):
    return _on_both_stacks(name, depth, lambda: nested(shape, depth), demand)


def _plain_cases():
    cases = []
    for name, shape in _PLAIN.items():
        works, refused = prints(shape[5] + "\n"), syntax_error(DEEP)
        for depth in FINE:
            cases += _case(name, shape, depth, works)
        for depth in AROUND:
            cases += _case(name, shape, depth, either(works, refused))
        for depth in PAST:
            cases += _case(name, shape, depth, refused)
    return cases


def _loose_cases():
    cases = []
    for name, shape in _LOOSE.items():
        works, refused = prints(shape[5] + "\n"), syntax_error(DEEP)
        for depth in FINE:
            cases += _case(name, shape, depth, works)
        for depth in AROUND + PAST:
            cases += _case(name, shape, depth, either(works, refused))
    return cases


def _torn_cases():
    return [case for name, text in _TORN.items() for depth in (10, 1000, 1000000)
            for case in _on_both_stacks(name, depth, lambda text=text, depth=depth: text * depth,
                                        syntax_error())]


_DEEP_RUNS = {
    # Programs that nest when they run, as deep as the default limits let them.
    "recursion": ("fn f(n) { if n == 0 { return 0 } return 1 + f(n - 1) }\nprint(f(9990))", "9990"),
    "recursion_of_methods": (
        "class A { m(n) { if n == 0 { return 0 } return 1 + self.m(n - 1) } }\nprint(A().m(9990))",
        "9990"),
    "recursion_of_init": (
        "class A { init(n) { if n > 0 { self.a = A(n - 1) } } }\nprint(type(A(9990)))", "object"),
    "recursion_through_map": (
        "fn f(n) { if n == 0 { return 0 } return 1 + [n - 1].map(f)[0] }\nprint(f(9900))", "9900"),
    "recursion_through_sort": (
        "fn f(n) { if n > 0 { [1, 2].sort(fn(a, b) { f(n - 1); return 0 }) } }\n"
        "f(4900)\nprint(1)", "1"),
    "recursion_through_to_string": (
        "class A { init(n) { self.n = n } to_string() { return self.n == 0 ? \"0\" : "
        "str(A(self.n - 1)) } }\nprint(str(A(4900)))", "0"),
    "recursion_without_end": (
        "fn f() { return 1 + f() }\nfor i in range(50) { try { f() } catch e is RecursionError "
        "{ x = i } }\nprint(x)", "49"),
    "recursion_in_try": (
        "fn f(n) { try { if n > 0 { return 1 + f(n - 1) } return 0 } finally { x = n } }\n"
        "print(f(9990))", "9990"),
    "deep_list_printed": (
        "xs = []\nfor i in range(200000) { xs = [xs] }\n"
        "try { n = str(xs).len() } catch e { n = 400002 }\nprint(n)", "400002"),
    "deep_values_dropped": (
        "for k in range(3) {\n  o = nil\n  for i in range(200000) { o = {o: [o]} }\n}\nprint(1)",
        "1"),
    "deep_closures_dropped": (
        "fn wrap(g) { return fn() { return g } }\nlet f = nil\n"
        "for i in range(200000) { f = wrap(f) }\nf = nil\n"
        "for i in range(200000) { x = [i] }\nprint(1)", "1"),
    "deep_class_chain": (
        "let c = Error\nfor i in range(100000) { class K extends c { }\n c = K }\n"
        "x = c(\"m\")\nprint(x.message, x is Error)", "m true"),
}


def _run_cases():
    return [case for name, (text, printed) in _DEEP_RUNS.items()
            for case in on_stacks(STACKS, "depth/" + name, lambda text=text: text,
                                  prints(printed + "\n"), limit=30.0)]


def cases():
    return _plain_cases() + _loose_cases() + _torn_cases() + _run_cases()
