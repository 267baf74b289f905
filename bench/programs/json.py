# A JSON parser on a document of six hundred records. Stresses: indexing and slicing strings, methods, maps, lists.
# Twin of json.duet.
import sys
from math import floor


class Random:
    def __init__(self, seed):
        self.seed = seed

    def below(self, limit):
        self.seed = self.seed * 48271 % 2147483647
        return self.seed % limit


cities = ["Lisbon", "Oslo", "Quito", "Hanoi", "Accra", "Perth"]
notes = ["said \\\"no\\\"", "two\\nlines", "a\\\\b", "plain words, nothing else", "tab\\there", "\\u0041\\u0042C"]


def record(random, id):
    tags = []
    for _ in range(random.below(5)):
        tags.append("\"tag" + str(random.below(40)) + "\"")
    parts = [
        "\"id\": " + str(id),
        "\"name\": \"user " + str(random.below(100000)) + "\"",
        "\"active\": " + ("true" if random.below(2) == 0 else "false"),
        "\"score\": " + str(random.below(1000)) + "." + ["25", "5", "75"][random.below(3)],
        "\"balance\": -" + str(random.below(50000)),
        "\"tags\": [" + ", ".join(tags) + "]",
        "\"address\": {\"city\": \"" + cities[random.below(6)] + "\", \"zip\": \"" + str(10000 + random.below(90000)) + "\", \"floor\": null}",
        "\"note\": \"" + notes[random.below(6)] + "\"",
    ]
    return "  {" + ",\n   ".join(parts) + "}"


def make_document(records):
    random = Random(99)
    parts = []
    for id in range(records):
        parts.append(record(random, id))
    return "[\n" + ",\n".join(parts) + "\n]\n"


class JsonError(Exception):
    pass


def is_digit(c):
    return c >= "0" and c <= "9"


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def fail(self, problem):
        raise JsonError(problem + " at " + str(self.at))

    def peek(self):
        return self.text[self.at] if self.at < len(self.text) else ""

    def skip_blanks(self):
        while True:
            c = self.peek()
            if c != " " and c != "\n" and c != "\t" and c != "\r":
                return
            self.at += 1

    def accept(self, c):
        """Passes over `c`, and over blanks before it, if it comes next."""
        self.skip_blanks()
        if self.peek() != c:
            return False
        self.at += 1
        return True

    def expect(self, c):
        if not self.accept(c):
            self.fail("expected " + c)

    def word(self, text, value):
        if self.text[self.at:self.at + len(text)] != text:
            self.fail("unknown word")
        self.at += len(text)
        return value

    def value(self):
        self.skip_blanks()
        c = self.peek()
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == "\"":
            return self.string()
        if c == "-" or is_digit(c):
            return self.number()
        if c == "t":
            return self.word("true", True)
        if c == "f":
            return self.word("false", False)
        if c == "n":
            return self.word("null", None)
        self.fail("no value")

    def object(self):
        members = {}
        self.expect("{")
        if self.accept("}"):
            return members
        while True:
            self.skip_blanks()
            key = self.string()
            self.expect(":")
            members[key] = self.value()
            if self.accept("}"):
                return members
            self.expect(",")

    def array(self):
        items = []
        self.expect("[")
        if self.accept("]"):
            return items
        while True:
            items.append(self.value())
            if self.accept("]"):
                return items
            self.expect(",")

    def string(self):
        self.expect("\"")
        parts = []
        start = self.at
        while True:
            c = self.peek()
            if c == "\"":
                break
            if c == "":
                self.fail("open string")
            if c == "\\":
                parts.append(self.text[start:self.at])
                parts.append(self.escape())
                start = self.at
            else:
                self.at += 1
        parts.append(self.text[start:self.at])
        self.at += 1
        return "".join(parts)

    def escape(self):
        c = self.text[self.at + 1]
        self.at += 2
        if c == "n":
            return "\n"
        if c == "t":
            return "\t"
        if c == "u":
            code = 0
            for _ in range(4):
                code = code * 16 + "0123456789abcdef".find(self.peek())
                self.at += 1
            return chr(code)
        return c

    def number(self):
        start = self.at
        whole = True
        if self.peek() == "-":
            self.at += 1
        while is_digit(self.peek()):
            self.at += 1
        if self.peek() == ".":
            whole = False
            self.at += 1
            while is_digit(self.peek()):
                self.at += 1
        text = self.text[start:self.at]
        return int(text) if whole else float(text)


class Measure:
    def __init__(self):
        self.values = 0
        self.letters = 0
        self.sum = 0
        self.quarters = 0

    def walk(self, value):
        self.values += 1
        kind = type(value)
        if kind is dict:
            for key in value:
                self.letters += len(key)
                self.walk(value[key])
        elif kind is list:
            for item in value:
                self.walk(item)
        elif kind is str:
            self.letters += len(value)
        elif kind is int:
            self.sum += value
        elif kind is float:
            self.quarters += floor(value * 4.0)
        elif value is True:
            self.sum += 1


def run(times):
    document = make_document(600)
    measure = Measure()
    for _ in range(times):
        measure.walk(Parser(document).value())
    return f"{len(document)} {measure.values} {measure.letters} {measure.sum + measure.quarters}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
