# A matcher for regular expressions, by backtracking. Stresses: methods of many classes, closures, strings.
# Twin of regex.duet: node.match(text, at, then) gives where the whole match ends, or -1.
import sys


class One:
    def __init__(self, letters, negated):
        self.letters = letters
        self.negated = negated

    def match(self, text, at, then):
        if at == len(text) or (text[at] in self.letters) == self.negated:
            return -1
        return then(at + 1)


class Any:
    def match(self, text, at, then):
        return -1 if at == len(text) else then(at + 1)


class Nothing:
    def match(self, text, at, then):
        return then(at)


class End:
    def match(self, text, at, then):
        return then(at) if at == len(text) else -1


class Both:
    def __init__(self, first, second):
        self.first = first
        self.second = second

    def match(self, text, at, then):
        return self.first.match(text, at, lambda middle: self.second.match(text, middle, then))


class Either:
    def __init__(self, first, second):
        self.first = first
        self.second = second

    def match(self, text, at, then):
        end = self.first.match(text, at, then)
        return end if end >= 0 else self.second.match(text, at, then)


class Star:
    def __init__(self, body):
        self.body = body

    def match(self, text, at, then):
        end = self.body.match(text, at, lambda middle: -1 if middle == at else self.match(text, middle, then))
        return end if end >= 0 else then(at)


class Parser:
    """choice = sequence { "|" sequence };  sequence = { part [ "*" | "+" | "?" ] }"""

    def __init__(self, pattern):
        self.pattern = pattern
        self.at = 0

    def peek(self):
        return self.pattern[self.at] if self.at < len(self.pattern) else ""

    def next(self):
        c = self.peek()
        self.at += 1
        return c

    def choice(self):
        node = self.sequence()
        while self.peek() == "|":
            self.next()
            node = Either(node, self.sequence())
        return node

    def sequence(self):
        node = None
        while self.peek() != "" and self.peek() != "|" and self.peek() != ")":
            part = self.repeated(self.part())
            node = part if node is None else Both(node, part)
        return Nothing() if node is None else node

    def repeated(self, node):
        c = self.peek()
        if c != "*" and c != "+" and c != "?":
            return node
        self.next()
        if c == "*":
            return Star(node)
        if c == "+":
            return Both(node, Star(node))
        return Either(node, Nothing())

    def part(self):
        c = self.next()
        if c == "(":
            node = self.choice()
            self.next()
            return node
        if c == "[":
            return self.class_of_letters()
        if c == ".":
            return Any()
        if c == "$":
            return End()
        return One({c: True}, False)

    def class_of_letters(self):
        letters = {}
        negated = self.peek() == "^"
        if negated:
            self.next()
        while self.peek() != "]":
            low = self.next()
            high = low
            if self.peek() == "-":
                self.next()
                high = self.next()
            for code in range(ord(low), ord(high) + 1):
                letters[chr(code)] = True
        self.next()
        return One(letters, negated)


def whole(at):
    return at


def search(node, text):
    """Where the first match ends, or -1."""
    for start in range(len(text) + 1):
        end = node.match(text, start, whole)
        if end >= 0:
            return end
    return -1


patterns = [
    "[0-9]+:[0-9]+:[0-9]+ (error|warning)",
    "user=[a-z]+[0-9]*@[a-z]+.(org|net)",
    "(get|put|post) /[^ ]*/(a|b)+c? ",
    "took [0-9]+(ms|s)$",
    "((x|y)*z)+ok",
]
levels = ["error", "warning", "info", "debug"]
hosts = ["alpha.org", "beta.net", "gamma.com"]
verbs = ["get", "put", "post", "delete"]
paths = ["/list/ab", "/item/abbac", "/page/c", "/home/x/aab"]
tails = ["took 15ms", "took 2s", "took long", "xyzxxzok", "xyxyxyxyx"]


def make_lines(count):
    lines = []
    seed = 11
    for i in range(count):
        seed = seed * 48271 % 2147483647
        lines.append("12:" + str(seed % 60) + ":" + str(i % 60) + " " + levels[seed % 4] + " user=ann" + str(seed % 7)
                     + "@" + hosts[seed % 3] + " " + verbs[i % 4] + " " + paths[seed % 13 % 4] + " " + tails[seed % 11 % 5])
    return lines


def run(count):
    lines = make_lines(count)
    found = 0
    ends = 0
    for pattern in patterns:
        node = Parser(pattern).choice()
        for line in lines:
            end = search(node, line)
            if end >= 0:
                found += 1
                ends += end
    return f"{found} {ends}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
