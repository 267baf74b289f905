# A compressor and its decompressor, after Lempel and Ziv. Stresses: lists of ints, nested loops. Twin of lz.duet.
import sys

words = ["the ", "river ", "runs ", "down ", "to ", "a ", "valley", "quiet ", ", and ", "stones ", "over ", "again ", ".\n", "light "]


def make_data(kilobytes):
    parts = []
    size = 0
    seed = 3
    while size < kilobytes * 1000:
        seed = seed * 48271 % 2147483647
        word = str(seed) if seed % 19 == 0 else words[seed % 14]
        parts.append(word)
        size += len(word)
    return list("".join(parts).encode())


WINDOW = 4095
SHORTEST = 3
LONGEST = 66
BUCKETS = 4093


class Compressor:
    def __init__(self, data):
        self.data = data
        self.latest = [-1] * BUCKETS
        self.earlier = [-1] * len(data)

    def bucket(self, at):
        data = self.data
        return ((data[at] * 257 + data[at + 1]) * 257 + data[at + 2]) % BUCKETS

    def enter(self, at):
        """Remembers the place `at` for the searches to come."""
        if at + 2 < len(self.data):
            bucket = self.bucket(at)
            self.earlier[at] = self.latest[bucket]
            self.latest[bucket] = at

    def length_of_match(self, start, at):
        data = self.data
        limit = min(LONGEST, len(data) - at)
        length = 0
        while length < limit and data[start + length] == data[at + length]:
            length += 1
        return length

    def compress(self):
        data = self.data
        tokens = []
        at = 0
        while at < len(data):
            length = 0
            distance = 0
            if at + 2 < len(data):
                start = self.latest[self.bucket(at)]
                tries = 0
                while start >= 0 and at - start <= WINDOW and tries < 12:
                    found = self.length_of_match(start, at)
                    if found > length:
                        length = found
                        distance = at - start
                    start = self.earlier[start]
                    tries += 1
            if length < SHORTEST:
                tokens.append(data[at])
                length = 1
            else:
                tokens.append(256 + length)
                tokens.append(distance)
            for i in range(length):
                self.enter(at + i)
            at += length
        return tokens


def decompress(tokens):
    data = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token < 256:
            data.append(token)
        else:
            start = len(data) - tokens[at]
            at += 1
            for i in range(start, start + token - 256):
                data.append(data[i])
    return data


def check(items):
    total = 0
    for item in items:
        total = (total * 31 + item) % 1000003
    return total


def run(kilobytes):
    data = make_data(kilobytes)
    tokens = Compressor(data).compress()
    again = decompress(tokens)
    same = len(again) == len(data)
    for i in range(len(data)):
        if data[i] != again[i]:
            same = False
    return ("same " if same else "different ") + f"{len(data)} {len(tokens)} {check(tokens)}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 600))
