# A Lisp, interpreted. Stresses: a loop with many branches, linked data, maps with string keys. Twin of lisp.duet.
import sys

source = [
    "(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))",
    "(define fold (lambda (f so-far items) (if (null? items) so-far (fold f (f so-far (car items)) (cdr items)))))",
    "(define filter (lambda (test items)",
    "  (if (null? items) items",
    "    (if (test (car items)) (cons (car items) (filter test (cdr items))) (filter test (cdr items))))))",
    "(define append (lambda (a b) (if (null? a) b (cons (car a) (append (cdr a) b)))))",
    "(define numbers (lambda (count seed so-far)",
    "  (if (= count 0) so-far (numbers (- count 1) (mod (* seed 37) 1009) (cons seed so-far)))))",
    "(define sort (lambda (items)",
    "  (if (null? items) items",
    "    (let ((middle (car items)) (others (cdr items)))",
    "      (append (sort (filter (lambda (x) (< x middle)) others))",
    "              (cons middle (sort (filter (lambda (x) (not (< x middle))) others))))))))",
    "(define safe? (lambda (queen away others)",
    "  (if (null? others) true",
    "    (if (= queen (car others)) false",
    "      (if (= queen (+ (car others) away)) false",
    "        (if (= queen (- (car others) away)) false (safe? queen (+ away 1) (cdr others))))))))",
    "(define queens (lambda (size column row placed)",
    "  (if (= row size) 1",
    "    (if (= column size) 0",
    "      (+ (if (safe? column 1 placed) (queens size 0 (+ row 1) (cons column placed)) 0)",
    "         (queens size (+ column 1) row placed))))))",
    "(define make-counter (lambda (count) (lambda () (begin (set! count (+ count 1)) count))))",
    "(define repeat (lambda (times action last) (if (= times 0) last (repeat (- times 1) action (action)))))",
    "(define weigh (lambda (sum x) (mod (+ (* sum 3) x) 10007)))",
    "(define main (lambda (turn)",
    "  (+ (fib 11) (+ (fold weigh turn (sort (numbers 40 (+ turn 1) '())))",
    "     (+ (queens 5 0 0 '()) (repeat 200 (make-counter turn) 0))))))",
]


class Symbol:
    def __init__(self, name):
        self.name = name


class Pair:
    def __init__(self, head, tail):
        self.head = head
        self.tail = tail


class Lambda:
    def __init__(self, parameters, body, home):
        self.parameters = parameters
        self.body = body
        self.home = home


class Builtin:
    def __init__(self, action):
        self.action = action


class LispError(Exception):
    pass


class Environment:
    def __init__(self, outer):
        self.outer = outer
        self.values = {}

    def home_of(self, name):
        """The environment that holds `name`, from here outwards."""
        env = self
        while name not in env.values:
            env = env.outer
            if env is None:
                raise LispError("unknown name " + name)
        return env


# The empty list is one object, different from all others.
EMPTY = object()

# One Symbol for each name, so that names are compared by identity.
symbols = {}


def symbol(name):
    if name not in symbols:
        symbols[name] = Symbol(name)
    return symbols[name]


IF = symbol("if")
QUOTE = symbol("quote")
LET = symbol("let")
BEGIN = symbol("begin")
SET = symbol("set!")
DEFINE = symbol("define")
LAMBDA = symbol("lambda")


class Reader:
    def __init__(self, text):
        self.words = text.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()
        self.at = 0

    def at_end(self):
        return self.at == len(self.words)

    def read(self):
        word = self.words[self.at]
        self.at += 1
        if word == "(":
            return self.read_list()
        if word == "'":
            return Pair(QUOTE, Pair(self.read(), EMPTY))
        if word == "true":
            return True
        if word == "false":
            return False
        if word[0] >= "0" and word[0] <= "9":
            return int(word)
        return symbol(word)

    def read_list(self):
        if self.words[self.at] == ")":
            self.at += 1
            return EMPTY
        head = self.read()
        return Pair(head, self.read_list())


def evaluate(form, env):
    while True:
        if isinstance(form, Symbol):
            return env.home_of(form.name).values[form.name]
        if not isinstance(form, Pair):
            return form
        head = form.head
        rest = form.tail
        if head is QUOTE:
            return rest.head
        if head is LAMBDA:
            return Lambda(rest.head, rest.tail.head, env)
        if head is IF:
            form = rest.tail.head if evaluate(rest.head, env) else rest.tail.tail.head
        elif head is BEGIN:
            while rest.tail is not EMPTY:
                evaluate(rest.head, env)
                rest = rest.tail
            form = rest.head
        elif head is LET:
            inner = Environment(env)
            binding = rest.head
            while binding is not EMPTY:
                inner.values[binding.head.head.name] = evaluate(binding.head.tail.head, env)
                binding = binding.tail
            form = rest.tail.head
            env = inner
        elif head is DEFINE:
            env.values[rest.head.name] = evaluate(rest.tail.head, env)
            return EMPTY
        elif head is SET:
            value = evaluate(rest.tail.head, env)
            env.home_of(rest.head.name).values[rest.head.name] = value
            return value
        else:
            callee = evaluate(head, env)
            if isinstance(callee, Lambda):
                inner = Environment(callee.home)
                parameter = callee.parameters
                while rest is not EMPTY:
                    inner.values[parameter.head.name] = evaluate(rest.head, env)
                    parameter = parameter.tail
                    rest = rest.tail
                form = callee.body
                env = inner
            else:
                values = []
                while rest is not EMPTY:
                    values.append(evaluate(rest.head, env))
                    rest = rest.tail
                return callee.action(values)


def make_world():
    world = Environment(None)
    values = world.values
    values["+"] = Builtin(lambda v: v[0] + v[1])
    values["-"] = Builtin(lambda v: v[0] - v[1])
    values["*"] = Builtin(lambda v: v[0] * v[1])
    values["mod"] = Builtin(lambda v: v[0] % v[1])
    values["="] = Builtin(lambda v: v[0] == v[1])
    values["<"] = Builtin(lambda v: v[0] < v[1])
    values["not"] = Builtin(lambda v: not v[0])
    values["cons"] = Builtin(lambda v: Pair(v[0], v[1]))
    values["car"] = Builtin(lambda v: v[0].head)
    values["cdr"] = Builtin(lambda v: v[0].tail)
    values["null?"] = Builtin(lambda v: v[0] is EMPTY)
    return world


def run(turns):
    world = make_world()
    reader = Reader("\n".join(source))
    while not reader.at_end():
        evaluate(reader.read(), world)
    total = 0
    for turn in range(turns):
        call = Pair(symbol("main"), Pair(turn, EMPTY))
        total = (total * 7 + evaluate(call, world)) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
