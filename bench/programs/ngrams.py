# Text in the manner of another text. Stresses: slices of strings as keys of maps, short lists searched.
# Twin of ngrams.duet, where the idea is told.
import sys
from functools import cmp_to_key

seed = 12


def below(limit):
    global seed
    seed = seed * 48271 % 2147483647
    return seed % limit


syllables = ["la", "mo", "ren", "ti", "sa", "ku", "dor", "e", "vi", "nas", "po", "lin"]


def make_source(length):
    parts = []
    made = 0
    while made < length:
        word = ""
        for _ in range(1 + below(3)):
            word += syllables[below(below(len(syllables)) + 1)]
        word += ". " if below(8) == 0 else " "
        parts.append(word)
        made += len(word)
    return "".join(parts)[:length]


class Follower:
    """What came next, and how often."""

    def __init__(self, character):
        self.character = character
        self.count = 1


class Model:
    def __init__(self):
        self.followers = {}  # three characters -> a list of followers
        self.totals = {}  # three characters -> how often in all

    def note(self, key, character):
        if key not in self.followers:
            self.followers[key] = []
            self.totals[key] = 0
        self.totals[key] += 1
        followers = self.followers[key]
        for follower in followers:
            if follower.character == character:
                follower.count += 1
                return
        followers.append(Follower(character))

    def learn(self, text):
        for i in range(len(text) - 3):
            self.note(text[i:i + 3], text[i + 3])

    def next(self, key):
        """A character that may follow; None where nothing ever did."""
        if key not in self.followers:
            return None
        at = below(self.totals[key])
        for follower in self.followers[key]:
            at -= follower.count
            if at < 0:
                return follower.character

    def write(self, start, length):
        parts = [start]
        key = start
        for _ in range(length):
            c = self.next(key)
            if c is None:
                key = start
                continue
            parts.append(c)
            key = key[1:] + c
        return "".join(parts)

    def most_frequent(self, n):
        """The triples that are most frequent; of equally frequent ones the first in the alphabet."""
        totals = self.totals

        def compare(a, b):
            if totals[a] != totals[b]:
                return totals[b] - totals[a]
            return -1 if a < b else 1

        return sorted(totals, key=cmp_to_key(compare))[:n]


def run(length):
    model = Model()
    source = make_source(length)
    model.learn(source)
    text = model.write(source[:3], length)
    check = 0
    for c in text:
        check = (check * 31 + ord(c)) % 1000000007
    frequent = 0
    for key in model.most_frequent(10):
        frequent += model.totals[key]
    return f"{len(model.totals)} {len(text)} {check} {frequent}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 300000))
