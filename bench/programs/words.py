# Counting words in a text. Stresses: indexing, slicing and comparing strings, maps with string keys, sort.
# Twin of words.duet: characters are taken one at a time, not by regular expressions.
import sys
from functools import cmp_to_key


class Random:
    def __init__(self, seed):
        self.seed = seed

    def below(self, limit):
        self.seed = self.seed * 48271 % 2147483647
        return self.seed % limit


syllables = ["ba", "ker", "lo", "min", "sta", "tu", "ri", "gen", "o", "pla"]


def make_word(random):
    """Low numbers are far more frequent, as in a real language."""
    word = syllables[random.below(10)]
    for _ in range(random.below(random.below(4) + 1)):
        word += syllables[random.below(random.below(10) + 1)]
    return word


def make_text(sentences):
    random = Random(5)
    parts = []
    for _ in range(sentences):
        line = make_word(random)
        line = line[0:1].upper() + line[1:]
        for _ in range(4 + random.below(12)):
            if random.below(9) == 0:
                line += ","
            line += " " + (str(random.below(2000)) if random.below(15) == 0 else make_word(random))
        parts.append(line + ".")
    return "\n".join(parts)


def is_letter(c):
    return c >= "a" and c <= "z" or c >= "A" and c <= "Z"


def is_digit(c):
    return c >= "0" and c <= "9"


class Tokenizer:
    def __init__(self, text):
        self.text = text
        self.at = 0
        self.kind = ""

    def pass_over(self, belongs):
        """Moves on while the characters satisfy `belongs`, and gives what was passed."""
        text = self.text
        start = self.at
        at = start
        while at < len(text) and belongs(text[at]):
            at += 1
        self.at = at
        return text[start:at]

    def next(self):
        """The next token, and its kind in `kind`; None at the end."""
        while self.at < len(self.text):
            c = self.text[self.at]
            if is_letter(c):
                self.kind = "word"
                return self.pass_over(is_letter)
            if is_digit(c):
                self.kind = "number"
                return self.pass_over(is_digit)
            self.at += 1
            if c != " " and c != "\n":
                self.kind = "mark"
                return c
        return None


class Entry:
    def __init__(self, word, count):
        self.word = word
        self.count = count


def by_count(a, b):
    if a.count != b.count:
        return b.count - a.count
    return -1 if a.word < b.word else 1


def run(sentences):
    counts = {}
    marks = 0
    total = 0
    tokenizer = Tokenizer(make_text(sentences))
    while True:
        token = tokenizer.next()
        if token is None:
            break
        if tokenizer.kind == "word":
            word = token.lower()
            counts[word] = counts.get(word, 0) + 1
        elif tokenizer.kind == "number":
            total += int(token)
        else:
            marks += 1
    entries = []
    for word in counts:
        entries.append(Entry(word, counts[word]))
    entries.sort(key=cmp_to_key(by_count))
    first = entries[0]
    last = entries[-1]
    return f"{first.word} {first.count} {last.word} {len(entries)} {marks} {total}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 20000))
