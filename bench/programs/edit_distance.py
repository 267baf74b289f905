# How far apart two texts are: the edits that make one into the other. Stresses: lists in lists, characters, min.
# Twin of edit_distance.duet, where the idea is told.
import sys

letters = "abcdefghijklmnopqrstuvwxyz "


class Random:
    def __init__(self, seed):
        self.seed = seed

    def below(self, limit):
        self.seed = self.seed * 48271 % 2147483647
        return self.seed % limit


class Edits:
    def __init__(self):
        self.kept = 0
        self.replaced = 0
        self.removed = 0
        self.inserted = 0


def make_text(random, length):
    parts = []
    for _ in range(length):
        parts.append(letters[random.below(len(letters))])
    return "".join(parts)


def change(random, text):
    parts = []
    for i in range(len(text)):
        what = random.below(12)
        if what == 0:
            parts.append(letters[random.below(len(letters))])  # replaced
        elif what == 1:
            parts.append(text[i] + letters[random.below(27)])  # something after it
        elif what > 2:
            parts.append(text[i])  # else it is left out
    return "".join(parts)


def fill_table(a, b):
    table = []
    for _ in range(len(a) + 1):
        table.append([0] * (len(b) + 1))
    for i in range(len(a) + 1):
        table[i][0] = i
    for k in range(len(b) + 1):
        table[0][k] = k
    for i in range(1, len(a) + 1):
        above = table[i - 1]
        row = table[i]
        for k in range(1, len(b) + 1):
            if a[i - 1] == b[k - 1]:
                row[k] = above[k - 1]
            else:
                row[k] = 1 + min(above[k - 1], above[k], row[k - 1])
    return table


def count_edits(table, a, b):
    """The edits on the way through the table, by kind."""
    edits = Edits()
    i = len(a)
    k = len(b)
    while i > 0 or k > 0:
        here = table[i][k]
        if i > 0 and k > 0 and a[i - 1] == b[k - 1]:
            edits.kept += 1
            i -= 1
            k -= 1
        elif i > 0 and k > 0 and here == table[i - 1][k - 1] + 1:
            edits.replaced += 1
            i -= 1
            k -= 1
        elif i > 0 and here == table[i - 1][k] + 1:
            edits.removed += 1
            i -= 1
        else:
            edits.inserted += 1
            k -= 1
    return edits


def run(pairs):
    random = Random(42)
    total = 0
    edits = None
    for _ in range(pairs):
        a = make_text(random, 400)
        b = change(random, a)
        table = fill_table(a, b)
        total += table[len(a)][len(b)]
        edits = count_edits(table, a, b)
    return f"{total} {edits.kept} {edits.replaced} {edits.removed} {edits.inserted}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 24))
