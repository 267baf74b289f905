"""A small interpreter for the part of Duet that stages 4 to 7 of the exercises ask for.

It stands in for a learner who builds the language in another language:

    exercises/learn check 7 --with "python3 tests/exercises/mini.py"

Text -> tokens -> a tree of tuples `(kind, place, ...)` -> `Interpreter.eval` and
`Interpreter.exec`, which have one method for each kind. Nothing here is taken from
the kit; it knows ints, floats, strings without escapes, variables, `if`, `while`,
functions and `print`.
"""

import re
import sys

SMALLEST, LARGEST = -2 ** 63, 2 ** 63 - 1
UNSET = object()                 # declared, but holds nothing yet

KEYWORDS = {"and", "break", "continue", "else", "false", "fn", "if", "let", "nil", "not", "or",
            "return", "true", "while"}
TOKEN = re.compile(r"""(?P<blank>[ \t\r]+|//[^\n]*) | (?P<newline>\n)
    | (?P<float>\d[\d_]*(?:\.\d+(?:[eE][-+]?\d+)?|[eE][-+]?\d+)) | (?P<int>\d[\d_]*)
    | (?P<name>[A-Za-z_]\w*) | "(?P<string>[^"\n]*)"
    | (?P<mark><=|>=|==|!=|[-+*/%<>=(){},;?:])""", re.VERBOSE)
LEVELS = [("or",), ("and",), ("<", "<=", ">", ">=", "==", "!="), ("+", "-"), ("*", "/", "%")]
GOES_ON_BEFORE = {"and", "or", "?", ":", "else"}        # a line that begins with one of these
GOES_ON_AFTER = {"(", ",", "=", "?", ":", "not"} | {op for level in LEVELS for op in level}


class Trouble(Exception):
    """An error of the program, or in it."""

    def __init__(self, kind, message, place):
        super().__init__(message)
        self.kind, self.message, self.place = kind, message, place


# ---- text to tokens: (kind, text, (line, column)) ----

def tokens(text):
    found, line, start, at, brackets = [], 1, 0, 0, []
    while at < len(text):
        match = TOKEN.match(text, at)
        place = (line, at - start + 1)
        if not match:
            raise Trouble("SyntaxError", "unexpected character '%s'" % text[at], place)
        kind, at = match.lastgroup, match.end()
        if kind == "newline":
            line, start = line + 1, at
            if not (brackets and brackets[-1] == "(") and not (found and found[-1][1] in GOES_ON_AFTER):
                found.append(("end", "\n", place))
        elif kind != "blank":
            part = match.group(kind)
            if kind == "name" and part in KEYWORDS:
                kind = "mark"
            if kind == "mark" and part in GOES_ON_BEFORE:
                while found and found[-1][1] == "\n":
                    found.pop()
            if part in ("(", "{") and kind == "mark":
                brackets.append(part)
            elif part in (")", "}") and kind == "mark" and brackets:
                brackets.pop()
            found.append((kind, part, place))
    return found + [("end", "", (line, at - start + 1))]


# ---- tokens to a tree ----

class Function:
    """What stands in the text of a function: made once."""

    def __init__(self, name, parameters, body):
        self.name, self.parameters, self.body = name, parameters, body
        self.bare = bare_names(body, frozenset(parameters))


class Block:
    """Statements, and the names that `let` and `fn` declare in them."""

    def __init__(self, statements):
        self.statements = statements
        self.names = [s[2] for s in statements if s[0] in ("let", "fn")]


def bare_names(block, declared):
    """The names that are assigned bare in a block and those inside, but for what a `let` there declares."""
    declared, names = declared | set(block.names), set()
    for statement in block.statements:
        if statement[0] == "assign" and statement[2] not in declared:
            names.add(statement[2])
        for part in statement[2:]:
            for inner in part if isinstance(part, list) else [part]:
                for piece in inner if isinstance(inner, tuple) else [inner]:
                    if isinstance(piece, Block):
                        names |= bare_names(piece, declared)
    return names


class Parser:
    def __init__(self, text):
        self.tokens, self.at = tokens(text), 0

    def next(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def sees(self, *texts):
        kind, text, _ = self.tokens[self.at]
        return kind in ("mark", "end") and text in texts

    def take(self, *texts):
        return self.next() if self.sees(*texts) else None

    def need(self, text):
        if not self.sees(text):
            raise Trouble("SyntaxError", "expected '%s', got '%s'" % (text, self.tokens[self.at][1]),
                          self.tokens[self.at][2])
        return self.next()

    def name(self):
        kind, text, place = self.next()
        if kind != "name":
            raise Trouble("SyntaxError", "expected a name, got '%s'" % text, place)
        return text

    # ---- statements ----

    def statements(self, closing):
        found = []
        while not self.sees(closing):
            if not self.take("\n", ";"):
                found.append(self.statement())
                if not (found[-1][0] in ("if", "while", "fn", "block") or self.sees(closing, "}")):
                    if not self.take("\n", ";", ""):
                        raise Trouble("SyntaxError", "expected the end of the statement", self.tokens[self.at][2])
                    if self.tokens[self.at - 1][1] == "":
                        self.at -= 1
        self.next()
        return Block(found)

    def block(self):
        self.need("{")
        return self.statements("}")

    def statement(self):
        kind, text, place = self.tokens[self.at]
        if kind == "mark" and text in ("let", "fn", "if", "while", "return", "break", "continue"):
            self.next()
            return getattr(self, "parse_" + text)(place)
        if self.sees("{"):
            return ("block", place, self.block())
        value = self.expression()
        if not self.take("="):
            return ("expression", place, value)
        if value[0] != "name":
            raise Trouble("SyntaxError", "cannot assign to this", place)
        return ("assign", place, value[2], self.expression())

    def parse_let(self, place):
        name = self.name()
        self.need("=")
        return ("let", place, name, self.expression())

    def parse_fn(self, place):
        name, parameters = self.name(), []
        self.need("(")
        while not self.sees(")"):
            parameters.append(self.name())
            if not self.take(","):
                break
        self.need(")")
        return ("fn", place, name, Function(name, parameters, self.block()))

    def parse_if(self, place):
        arms, otherwise = [(self.expression(), self.block())], None
        while self.take("else"):
            if not self.take("if"):
                otherwise = self.block()
                break
            arms.append((self.expression(), self.block()))
        return ("if", place, arms, otherwise)

    def parse_while(self, place):
        return ("while", place, self.expression(), self.block())

    def parse_return(self, place):
        return ("return", place, None if self.sees("\n", ";", "}", "") else self.expression())

    def parse_break(self, place):
        return ("break", place)

    def parse_continue(self, place):
        return ("continue", place)

    # ---- expressions ----

    def expression(self):
        condition = self.binary(0)
        if not self.take("?"):
            return condition
        chosen = self.expression()
        self.need(":")
        return ("conditional", condition[1], condition, chosen, self.expression())

    def binary(self, level):
        if level == len(LEVELS):
            return self.unary()
        if level == 2 and self.sees("not"):
            place = self.next()[2]
            return ("not", place, self.binary(level))
        left = self.binary(level + 1)
        while self.sees(*LEVELS[level]):
            operator = self.next()[1]
            left = (operator if level < 2 else "binary", left[1], operator, left, self.binary(level + 1))
            if level == 2:
                break                                    # comparisons do not chain
        return left

    def unary(self):
        if self.sees("-"):
            place = self.next()[2]
            return ("negate", place, self.unary())
        value = self.operand()
        while self.take("("):
            arguments = []
            while not self.sees(")"):
                arguments.append(self.expression())
                if not self.take(","):
                    break
            self.need(")")
            value = ("call", value[1], value, arguments)
        return value

    def operand(self):
        kind, text, place = self.next()
        if kind in ("int", "float"):
            digits = text.replace("_", "")
            return ("constant", place, int(digits) if kind == "int" else float(digits))
        if kind == "string":
            return ("constant", place, text)
        if kind == "name":
            return ("name", place, text)
        if kind == "mark" and text in ("nil", "true", "false"):
            return ("constant", place, {"nil": None, "true": True, "false": False}[text])
        if kind == "mark" and text == "(":
            value = self.expression()
            self.need(")")
            return ("group", place, value)
        raise Trouble("SyntaxError", "expected an expression, got '%s'" % (text.strip() or "the end"), place)


# ---- values ----

def type_name(value):
    if value is None:
        return "nil"
    return {bool: "bool", int: "int", float: "float", str: "string"}.get(type(value), "function")


def is_number(value):
    return type(value) in (int, float)


def truthy(value):
    """nil, false, 0 and 0.0 are false; everything else is true, an empty string too."""
    return not (value is None or value is False or (is_number(value) and value == 0))


def text_of(value):
    if value is None or isinstance(value, bool):
        return {None: "nil", True: "true", False: "false"}[value]
    return value if isinstance(value, str) else repr(value) if is_number(value) else "<fn %s>" % value.name


def equal(a, b):
    if is_number(a) and is_number(b):
        return a == b
    return type(a) is type(b) and (a == b if isinstance(a, (str, bool)) else a is b)


VERBS = {"+": "cannot add {0} and {1}", "-": "cannot subtract {1} from {0}", "*": "cannot multiply {0} and {1}",
         "/": "cannot divide {0} by {1}", "%": "cannot take {0} modulo {1}"}


def divide(a, b, operator, place):
    """Both cut toward zero, as C does; Python's own `//` rounds down."""
    if b == 0:
        raise Trouble("ZeroDivisionError", {"/": "division by zero", "%": "modulo by zero"}[operator], place)
    quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
    return quotient if operator == "/" else a - quotient * b


def divide_floats(a, b):
    if b != 0:
        return a / b
    sign = float(str(b)[0] + "1") if str(b)[0] == "-" else 1.0
    return float("nan") if a == 0 or a != a else float("inf") * (1 if a > 0 else -1) * sign


def arithmetic(operator, a, b, place):
    if operator == "+" and isinstance(a, str) and isinstance(b, str):
        return a + b
    if not (is_number(a) and is_number(b)):
        raise Trouble("TypeError", VERBS[operator].format(type_name(a), type_name(b)), place)
    if type(a) is float or type(b) is float:
        a, b = float(a), float(b)
        if operator == "/":
            return divide_floats(a, b)
        return {"+": a + b, "-": a - b, "*": a * b}[operator]
    number = divide(a, b, operator, place) if operator in "/%" else {"+": a + b, "-": a - b, "*": a * b}[operator]
    return in_range(number, place)


def in_range(number, place):
    if not SMALLEST <= number <= LARGEST:
        raise Trouble("OverflowError", "integer overflow", place)
    return number


def compare(operator, a, b, place):
    if operator in ("==", "!="):
        return equal(a, b) == (operator == "==")
    if not (is_number(a) and is_number(b) or isinstance(a, str) and isinstance(b, str)):
        raise Trouble("TypeError", "cannot compare %s and %s" % (type_name(a), type_name(b)), place)
    return {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[operator]


# ---- environments ----

class Environment:
    """One scope: names and values, and the scope around it."""

    def __init__(self, outer, names=(), bare=()):
        self.outer, self.values = outer, dict.fromkeys([*names, *bare], UNSET)
        self.bare = bare                  # those that an assignment makes, not a `let` or `fn`

    def holder(self, name):
        """The nearest scope that has the name."""
        scope = self
        while scope and name not in scope.values:
            scope = scope.outer
        return scope

    def read(self, name, place):
        scope = self.holder(name)
        if not scope or scope.values[name] is UNSET:
            raise Trouble("NameError", "undefined variable '%s'" % name, place)
        return scope.values[name]


class Closure:
    def __init__(self, function, environment):
        self.name, self.function, self.environment = function.name, function, environment


class Builtin:
    def __init__(self, name, run):
        self.name, self.run = name, run


# ---- evaluation ----

class Return(Exception):
    def __init__(self, value):
        super().__init__()
        self.value = value


class Break(Exception):
    pass


class Continue(Exception):
    pass


class Interpreter:
    def __init__(self, script):
        self.script = script
        builtins = Environment(None)
        builtins.values["print"] = Builtin("print", lambda values: print(*map(text_of, values)))
        self.bare = Environment(builtins, bare=bare_names(script, frozenset()))
        self.declared = Environment(self.bare, script.names)

    def run(self):
        self.run_statements(self.script, self.declared)

    def eval(self, node, env):
        return getattr(self, "eval_" + node[0])(node, env)

    def exec(self, node, env):
        getattr(self, "exec_" + node[0])(node, env)

    # ---- expressions ----

    def eval_constant(self, node, env):
        return in_range(node[2], node[1]) if type(node[2]) is int else node[2]

    def eval_group(self, node, env):
        return self.eval(node[2], env)

    def eval_name(self, node, env):
        return env.read(node[2], node[1])

    def eval_negate(self, node, env):
        value = self.eval(node[2], env)
        if not is_number(value):
            raise Trouble("TypeError", "cannot negate %s" % type_name(value), node[1])
        return -value if isinstance(value, float) else in_range(-value, node[1])

    def eval_not(self, node, env):
        return not truthy(self.eval(node[2], env))

    def eval_binary(self, node, env):
        _, place, operator, left, right = node
        a = self.eval(left, env)
        b = self.eval(right, env)
        return (arithmetic if operator in VERBS else compare)(operator, a, b, place)

    def eval_and(self, node, env):
        left = self.eval(node[3], env)
        return self.eval(node[4], env) if truthy(left) else left

    def eval_or(self, node, env):
        left = self.eval(node[3], env)
        return left if truthy(left) else self.eval(node[4], env)

    def eval_conditional(self, node, env):
        return self.eval(node[3] if truthy(self.eval(node[2], env)) else node[4], env)

    def eval_call(self, node, env):
        _, place, callee, arguments = node
        called = self.eval(callee, env)
        values = [self.eval(argument, env) for argument in arguments]
        if isinstance(called, Builtin):
            return called.run(values)
        if not isinstance(called, Closure):
            raise Trouble("TypeError", "cannot call %s" % type_name(called), place)
        return self.call(called, values, place)

    def call(self, closure, values, place):
        function = closure.function
        wanted = len(function.parameters)
        if len(values) != wanted:
            raise Trouble("TypeError", "%s() takes %d argument%s, got %d" % (
                function.name, wanted, "" if wanted == 1 else "s", len(values)), place)
        own = [name for name in function.bare if not self.is_from_outside(name, closure.environment)]
        env = Environment(closure.environment, function.body.names, own)
        env.values.update(zip(function.parameters, values))
        try:
            self.run_statements(function.body, env)
        except Return as result:
            return result.value
        return None

    def is_from_outside(self, name, env):
        """Does a bare assignment in a function set a variable around it? Not one that the script assigned bare."""
        return env.holder(name) not in (None, self.bare, self.bare.outer)

    # ---- statements ----

    def run_statements(self, block, env):
        for statement in block.statements:
            self.exec(statement, env)

    def run_block(self, block, env):
        self.run_statements(block, Environment(env, block.names))

    def exec_expression(self, node, env):
        self.eval(node[2], env)

    def exec_block(self, node, env):
        self.run_block(node[2], env)

    def exec_assign(self, node, env):
        _, place, name, expression = node
        value = self.eval(expression, env)
        scope = env.holder(name)
        if scope.values[name] is UNSET and name not in scope.bare:      # its `let` comes later
            raise Trouble("NameError", "undefined variable '%s'" % name, place)
        scope.values[name] = value

    def exec_let(self, node, env):
        env.values[node[2]] = self.eval(node[3], env)

    def exec_fn(self, node, env):
        env.values[node[2]] = Closure(node[3], env)

    def exec_if(self, node, env):
        _, _, arms, otherwise = node
        for condition, block in arms:
            if truthy(self.eval(condition, env)):
                return self.run_block(block, env)
        if otherwise:
            self.run_block(otherwise, env)
        return None

    def exec_while(self, node, env):
        while truthy(self.eval(node[2], env)):
            try:
                self.run_block(node[3], env)
            except Break:
                break
            except Continue:
                continue

    def exec_return(self, node, env):
        raise Return(self.eval(node[2], env) if node[2] else None)

    def exec_break(self, node, env):
        raise Break

    def exec_continue(self, node, env):
        raise Continue


def main():
    sys.setrecursionlimit(20000)
    path = sys.argv[1]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        Interpreter(Parser(text).statements("")).run()
    except Trouble as trouble:
        sys.stdout.flush()
        print("%s: %s\n  --> %s:%d:%d" % ((trouble.kind, trouble.message, path) + trouble.place), file=sys.stderr)
        sys.exit(65 if trouble.kind == "SyntaxError" else 70)


main()
