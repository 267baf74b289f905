"""Expected lines, and the first place where the lines that came differ.

Most expected lines are exact bytes. Two looser kinds exist for text that
can't be known beforehand (times, versions): a regular expression that must
match a whole line, and `...`, which stands for any number of lines.

Lines keep their newline, so a missing last newline is a difference like any
other. The walk is the one of file-name globs: on a mismatch behind `...`, let
the `...` eat one line more and try again.
"""

import re
from typing import NamedTuple, Optional

from . import visible


class Line(NamedTuple):
    """One expected line; neither text nor regex means `...`."""
    number: int                       # where it stands in the test file
    text: Optional[bytes] = None
    regex: Optional[object] = None    # a compiled pattern of bytes

    @property
    def is_any(self):
        return self.text is None and self.regex is None

    def matches(self, got):
        if self.regex is not None:
            body = got[:-1] if got.endswith(b"\n") else got
            return self.regex.fullmatch(body) is not None
        return self.text == got

    def shown(self):
        if self.is_any:
            return "..."
        if self.regex is not None:
            return "/%s/" % visible.visible(self.regex.pattern + b"\n")
        return visible.visible(self.text)


def split_lines(data):
    """Split at newlines only, keeping them (bytes.splitlines cuts at \\r too)."""
    return re.findall(rb"[^\n]*\n|[^\n]+", data)


def text_lines(pieces):
    """Exact lines from `pieces`, a list of (line number, bytes).

    A piece may be half a line or several; a line is numbered by the piece it
    begins in.
    """
    lines = []
    for number, data in pieces:
        for part in split_lines(data):
            if lines and not lines[-1].text.endswith(b"\n"):
                lines[-1] = Line(lines[-1].number, lines[-1].text + part)
            else:
                lines.append(Line(number, part))
    return lines


def build(items):
    """Expected lines from `items`, each (line number, bytes) or a finished Line."""
    lines, pieces = [], []
    for item in items:
        if isinstance(item, Line):
            lines += text_lines(pieces) + [item]
            pieces = []
        else:
            pieces.append(item)
    return lines + text_lines(pieces)


def line_of_difference(left, right):
    """(line number, left's line, right's line) where two unequal texts part; a
    line is None where its side has ended. Works on texts of many megabytes."""
    same, differs = 0, min(len(left), len(right)) + 1
    left_view, right_view = memoryview(left), memoryview(right)
    while differs - same > 1:              # left[:same] agrees, left[:differs] doesn't
        middle = (same + differs) // 2
        if left_view[:middle] == right_view[:middle]:
            same = middle
        else:
            differs = middle
    begin = left.rfind(b"\n", 0, same) + 1

    def line(text):
        end = text.find(b"\n", same) + 1 or len(text)
        return text[begin:end] if begin < len(text) else None

    return left.count(b"\n", 0, begin) + 1, line(left), line(right)


def first_mismatch(expected, got):
    """None if the lines match, else (index in expected, index in got)."""
    e = g = 0
    retry = None              # (index of the last `...`, first line behind it)
    furthest = (0, 0)
    while g < len(got):
        if e < len(expected) and expected[e].is_any:
            retry = (e, g)
            e += 1
        elif e < len(expected) and expected[e].matches(got[g]):
            e, g = e + 1, g + 1
        else:
            furthest = max(furthest, (e, g))
            if retry is None:
                return furthest
            retry = (retry[0], retry[1] + 1)
            e, g = retry[0] + 1, retry[1]
    while e < len(expected) and expected[e].is_any:
        e += 1
    return None if e == len(expected) else max(furthest, (e, g))
