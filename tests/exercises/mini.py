"""A tree-walker for a small part of Duet, in Python: what stages 4 to 7 teach, and no more.

It exists to show that a stage can be done in another language:

    exercises/learn check 7 --with "python3 tests/exercises/mini.py"

A program becomes tokens, the tokens a tree of tuples (kind, place, parts...), and
`Interpreter` walks it. Scopes are dictionaries, chained from the innermost out. A
reader who knows stage 7 has seen all of it.
"""

import re
import sys

TOKEN = re.compile(r"""(?P<skip>[ \t\r]+|//[^\n]*) | (?P<newline>\n) | (?P<float>\d+\.\d+) | (?P<int>\d+)
    | (?P<name>[A-Za-z_]\w*) | (?P<string>"[^"\n]*") | (?P<sign>==|!=|<=|>=|[-+*/%<>=(){},;?:])""", re.VERBOSE)
WORDS = {"if", "else", "while", "break", "continue", "fn", "return", "let", "and", "or", "not",
         "true", "false", "nil"}
CONTINUES = {"and", "or", "?", ":", "else"}          # a line that begins so goes on
LEVELS = [{"or"}, {"and"}, None, {"==", "!=", "<", "<=", ">", ">="}, {"+", "-"}, {"*", "/", "%"}]
VERBS = {"+": "add {} and {}", "-": "subtract {1} from {0}", "*": "multiply {} and {}",
         "/": "divide {} by {}", "%": "take {} modulo {}"}
UNSET = object()


class Problem(Exception):
    """An error of the program: its kind, its words, and where."""

    def __init__(self, kind, message, place):
        super().__init__("%s: %s" % (kind, message))
        self.kind, self.place = kind, place


class Leave(Exception):
    """break, continue or return, on its way out."""

    def __init__(self, how, value=None):
        super().__init__(how)
        self.how, self.value = how, value


def tokens(text):
    """[(kind, text, (line, column))]; newlines inside ( ) and before a line that goes on are left out."""
    found, at, line, begin, depth = [], 0, 1, 0, []
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise Problem("SyntaxError", "unexpected character %r" % text[at], (line, at - begin + 1))
        kind, word, place = match.lastgroup, match.group(), (line, at - begin + 1)
        at = match.end()
        if kind == "newline":
            line, begin = line + 1, at
            if not depth or depth[-1] == "{":
                found.append((kind, word, place))
            continue
        if kind == "skip":
            continue
        if word in ("(", "{"):
            depth.append(word)
        elif word in (")", "}") and depth:
            depth.pop()
        if word in CONTINUES:
            while found and found[-1][0] == "newline":
                found.pop()
        found.append(("word" if word in WORDS else kind, word, place))
    return found + [("newline", "\n", (line, 1)), ("end", "", (line, 1))]


class Parser:
    def __init__(self, text):
        self.tokens, self.at = tokens(text), 0

    def peek(self):
        return self.tokens[self.at][1] if self.tokens[self.at][0] != "string" else "\0"

    def place(self):
        return self.tokens[self.at][2]

    def take(self, *wanted):
        """The next token if it is one of these (or, without any, whatever it is)."""
        if wanted and self.peek() not in wanted:
            return None
        self.at += 1
        return self.tokens[self.at - 1]

    def need(self, wanted):
        found = self.take(wanted)
        if not found:
            raise Problem("SyntaxError", "expected %r, got %r" % (wanted, self.peek()), self.place())
        return found

    def lines(self):
        while self.take("\n", ";"):
            pass

    def program(self):
        body = []
        self.lines()
        while self.tokens[self.at][0] != "end":
            body.append(self.statement())
            self.lines()
        return body

    def block(self):
        self.need("{")
        body = []
        self.lines()
        while not self.take("}"):
            body.append(self.statement())
            self.lines()
        return body

    def statement(self):
        place, word = self.place(), self.peek()
        if word == "{":
            return ("block", place, self.block())
        if word == "fn" and self.tokens[self.at + 1][0] == "name":
            self.take()
            name = self.take()[1]
            return ("let", place, name, self.function(name, place))
        if self.take("if"):
            arms, otherwise = [(self.expression(), self.block())], []
            while self.take("else"):
                if self.take("if"):
                    arms.append((self.expression(), self.block()))
                else:
                    otherwise = self.block()
                    break
            return ("if", place, arms, otherwise)
        if self.take("while"):
            return ("while", place, self.expression(), self.block())
        if self.take("break", "continue"):
            return ("leave", place, word)
        if self.take("return"):
            return ("return", place, None if self.peek() in ("\n", ";", "}") else self.expression())
        if self.take("let"):
            name = self.take()[1]
            self.need("=")
            return ("let", place, name, self.expression())
        value = self.expression()
        if self.take("="):
            return ("assign", place, value[2], self.operand_after_lines(self.expression))
        return ("expression", place, value)

    def operand_after_lines(self, parse):
        while self.take("\n"):
            pass
        return parse()

    def function(self, name, place):
        self.need("(")
        parameters = []
        while not self.take(")"):
            parameters.append(self.take()[1])
            self.take(",")
        return ("function", place, name, parameters, self.block())

    def expression(self):
        condition = self.binary(0)
        if not self.take("?"):
            return condition
        then = self.operand_after_lines(self.expression)
        self.need(":")
        return ("conditional", condition[1], condition, then, self.operand_after_lines(self.expression))

    def binary(self, level):
        if level == len(LEVELS):
            return self.unary()
        if LEVELS[level] is None:
            place = self.place()
            if self.take("not"):
                return ("not", place, self.binary(level))
            return self.binary(level + 1)
        left = self.binary(level + 1)
        while self.peek() in LEVELS[level]:
            sign = self.take()[1]
            right = self.operand_after_lines(lambda: self.binary(level + 1))
            left = ("logic" if level < 2 else "binary", left[1], sign, left, right)
        return left

    def unary(self):
        place = self.place()
        if self.take("-"):
            return ("negate", place, self.unary())
        called = self.primary()
        while self.take("("):
            arguments = []
            while not self.take(")"):
                arguments.append(self.expression())
                self.take(",")
            called = ("call", called[1], called, arguments)
        return called

    def primary(self):
        kind, word, place = self.take()
        if kind in ("int", "float"):
            return ("value", place, int(word) if kind == "int" else float(word))
        if kind == "string":
            return ("value", place, word[1:-1])
        if kind == "name":
            return ("name", place, word)
        if word in ("true", "false", "nil"):
            return ("value", place, {"true": True, "false": False, "nil": None}[word])
        if word == "fn":
            return self.function(None, place)
        if word == "(":
            inner = self.expression()
            self.need(")")
            return inner
        raise Problem("SyntaxError", "expected an expression, got %r" % word, place)


def declared(body):
    """The names that a block declares: they are its own from its beginning on."""
    return [statement[2] for statement in body if statement[0] == "let"]


def assigned(body):
    """The names that are assigned bare in a body, blocks included, functions inside not."""
    for statement in body:
        kind = statement[0]
        if kind == "assign":
            yield statement[2]
        elif kind in ("block", "while"):
            yield from assigned(statement[-1])
        elif kind == "if":
            for part in [arm for _, arm in statement[2]] + [statement[3]]:
                yield from assigned(part)


class Scope:
    def __init__(self, outer, names=()):
        self.outer, self.values = outer, dict.fromkeys(names, UNSET)
        self.is_script = outer is not None and outer.outer is None

    def find(self, name):
        scope = self
        while scope and name not in scope.values:
            scope = scope.outer
        return scope


class Function:
    def __init__(self, name, parameters, body, scope):
        self.name, self.parameters, self.body, self.scope = name or "fn", parameters, body, scope
        self.own = list(assigned(body))


def kind_of(value):
    return {bool: "bool", type(None): "nil", int: "int", float: "float", str: "string"}.get(type(value), "function")


def shown(value):
    if value is None or isinstance(value, bool):
        return {None: "nil", True: "true", False: "false"}[value]
    if isinstance(value, Function):
        return "<fn %s>" % value.name
    return repr(value) if isinstance(value, float) else str(value)


def truthy(value):
    return value is not None and value is not False and not (type(value) in (int, float) and value == 0)


class Interpreter:
    def __init__(self, out):
        self.out = out
        builtins = Scope(None)
        builtins.values["print"] = self.print
        self.script = Scope(builtins)

    def print(self, *values):
        self.out.write(" ".join(map(shown, values)) + "\n")

    def run(self, body):
        for name in list(assigned(body)) + declared(body):
            self.script.values.setdefault(name, UNSET)
        self.script.lets = set(declared(body))
        self.body(body, self.script)

    # ---- statements ----

    def block(self, body, scope):
        names = declared(body)
        self.body(body, Scope(scope, names) if names else scope)

    def body(self, body, scope):
        for statement in body:
            getattr(self, "do_" + statement[0])(scope, *statement[1:])

    def do_block(self, scope, place, body):
        self.block(body, scope)

    def do_if(self, scope, place, arms, otherwise):
        for condition, body in arms:
            if truthy(self.eval(condition, scope)):
                return self.block(body, scope)
        self.block(otherwise, scope)

    def do_while(self, scope, place, condition, body):
        while truthy(self.eval(condition, scope)):
            try:
                self.block(body, scope)
            except Leave as leave:
                if leave.how == "return":
                    raise
                if leave.how == "break":
                    return

    def do_leave(self, scope, place, how):
        raise Leave(how)

    def do_return(self, scope, place, value):
        raise Leave("return", self.eval(value, scope) if value else None)

    def do_let(self, scope, place, name, value):
        scope.values[name] = self.eval(value, scope)

    def do_assign(self, scope, place, name, value):
        result, found = self.eval(value, scope), scope.find(name)
        if found is not self.script and found.values[name] is UNSET and name not in getattr(found, "bare", ()):
            raise Problem("NameError", "undefined variable '%s'" % name, place)
        found.values[name] = result

    def do_expression(self, scope, place, value):
        self.eval(value, scope)

    # ---- expressions ----

    def eval(self, node, scope):
        return getattr(self, "eval_" + node[0])(scope, *node[1:])

    def eval_value(self, scope, place, value):
        return value

    def eval_name(self, scope, place, name):
        found = scope.find(name)
        if not found or found.values[name] is UNSET:
            raise Problem("NameError", "undefined variable '%s'" % name, place)
        return found.values[name]

    def eval_function(self, scope, place, name, parameters, body):
        return Function(name, parameters, body, scope)

    def eval_conditional(self, scope, place, condition, then, otherwise):
        return self.eval(then if truthy(self.eval(condition, scope)) else otherwise, scope)

    def eval_logic(self, scope, place, sign, left, right):
        value = self.eval(left, scope)
        return value if truthy(value) == (sign == "or") else self.eval(right, scope)

    def eval_not(self, scope, place, operand):
        return not truthy(self.eval(operand, scope))

    def eval_negate(self, scope, place, operand):
        value = self.eval(operand, scope)
        if type(value) not in (int, float):
            raise Problem("TypeError", "cannot negate %s" % kind_of(value), place)
        return self.fits(-value, place)

    def eval_binary(self, scope, place, sign, left, right):
        a, b = self.eval(left, scope), self.eval(right, scope)
        if sign in ("==", "!="):
            same = a == b and (kind_of(a) == kind_of(b) or {kind_of(a), kind_of(b)} == {"int", "float"})
            return same == (sign == "==")
        numbers = {type(a), type(b)} <= {int, float}
        if sign in ("<", "<=", ">", ">="):
            if not numbers and not (type(a) is str and type(b) is str):
                raise Problem("TypeError", "cannot compare %s and %s" % (kind_of(a), kind_of(b)), place)
            return {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[sign]
        if not numbers and not (sign == "+" and type(a) is str and type(b) is str):
            raise Problem("TypeError", "cannot " + VERBS[sign].format(kind_of(a), kind_of(b)), place)
        return self.arithmetic(sign, a, b, place)

    def arithmetic(self, sign, a, b, place):
        if sign in "+-*":
            return self.fits(a + b if sign == "+" else a - b if sign == "-" else a * b, place)
        whole = isinstance(a, int) and isinstance(b, int)
        if b == 0 and whole:
            raise Problem("ZeroDivisionError", "division by zero" if sign == "/" else "modulo by zero", place)
        if b == 0:
            return float("nan") if a == 0 or sign == "%" else float("inf") * (1 if a > 0 else -1)
        if not whole:
            return a / b if sign == "/" else a - b * int(a / b)
        quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
        return self.fits(quotient if sign == "/" else a - b * quotient, place)

    @staticmethod
    def fits(value, place):
        if isinstance(value, int) and not -2 ** 63 <= value < 2 ** 63:
            raise Problem("OverflowError", "integer overflow", place)
        return value

    def eval_call(self, scope, place, callee, arguments):
        function = self.eval(callee, scope)
        values = [self.eval(argument, scope) for argument in arguments]
        if not isinstance(function, Function):
            if callable(function):
                return function(*values)
            raise Problem("TypeError", "cannot call %s" % kind_of(function), place)
        count = len(function.parameters)
        if len(values) != count:
            raise Problem("TypeError", "%s() takes %d argument%s, got %d" % (
                function.name, count, "" if count == 1 else "s", len(values)), place)
        return self.call(function, values)

    def call(self, function, values):
        inside = Scope(function.scope, declared(function.body))
        inside.values.update(zip(function.parameters, values))
        inside.bare = set()
        for name in function.own:
            found = function.scope.find(name)
            only_assigned = found is self.script and name not in self.script.lets
            if name not in inside.values and (not found or only_assigned or found is self.script.outer):
                inside.values[name] = UNSET
                inside.bare.add(name)
        try:
            self.body(function.body, inside)
        except Leave as leave:
            return leave.value
        return None


def main(path):
    sys.setrecursionlimit(20000)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        Interpreter(sys.stdout).run(Parser(text).program())
    except Problem as problem:
        sys.stdout.flush()
        print("%s\n  at %s:%d:%d" % ((problem, path) + problem.place), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
