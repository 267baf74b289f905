"""What a terminal would show: bytes in, rows of text out.

A line editor doesn't print lines; it prints and moves: go left, insert, erase
to the end, colour on, colour off. This is the small part of such a terminal
(xterm) that line editors use. Rows only grow at the bottom, so what scrolled
away stays. Colours and window titles are dropped.
"""

import codecs
import re

WIDTH = 200
HEIGHT = 50

_SEQUENCE = re.compile(
    r"\x1b\[(?P<private>[?>=!]?)(?P<numbers>[0-9;]*)(?P<final>[@-~])"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"              # window title
    r"|\x1b[()*+][0-9A-Z]"                             # character set
    r"|\x1b(?P<single>[=>78cDEHM])")
_LONGEST_SEQUENCE = 256


class Screen:
    """The rows shown so far and where the cursor stands."""

    def __init__(self):
        self.rows = [[]]
        self.row = 0
        self.column = 0
        self._inserting = False
        self._text = ""                                # not yet complete
        self._decode = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode

    def feed(self, data):
        """Show `data`; half a character or sequence at its end is kept for later."""
        self._text += self._decode(data)
        i = 0
        while i < len(self._text):
            c = self._text[i]
            if c != "\x1b":
                self._character(c)
                i += 1
                continue
            match = _SEQUENCE.match(self._text, i)
            if match:
                self._sequence(match)
                i = match.end()
            elif len(self._text) - i < _LONGEST_SEQUENCE and not self._hopeless(i):
                break
            else:
                i += 1                                 # a stray escape
        self._text = self._text[i:]

    def _hopeless(self, i):
        """No sequence begins so, whatever may follow."""
        following = self._text[i + 1:i + 2]
        return bool(following) and following not in "[]()*+"

    def text(self, row):
        """A row as shown, without blanks at its end."""
        return "".join(self.rows[row]).rstrip(" ") if row < len(self.rows) else ""

    def cursor_row(self):
        return self.text(self.row)

    def _go(self, row, column):
        self.row = max(0, row)
        self.column = min(max(0, column), WIDTH)
        while len(self.rows) <= self.row:
            self.rows.append([])

    def _character(self, c):
        if c == "\r":
            self.column = 0
        elif c in "\n\x0b\x0c":
            self._go(self.row + 1, self.column)
        elif c == "\b":
            self._go(self.row, self.column - 1)
        elif c == "\t":
            self._go(self.row, min(WIDTH - 1, (self.column // 8 + 1) * 8))
        elif c >= " " and c != "\x7f":
            self._print(c)

    def _print(self, c):
        if self.column >= WIDTH:
            self._go(self.row + 1, 0)
        cells = self._cells(self.column)
        if self._inserting:
            cells.insert(self.column, c)
        else:
            cells[self.column:self.column + 1] = [c]
        self.column += 1

    def _cells(self, width):
        """The cells of the cursor's row, at least `width` of them."""
        cells = self.rows[self.row]
        cells.extend(" " * (width - len(cells)))
        return cells

    def _sequence(self, match):
        final = match.group("final")
        if match.group("single") == "M":
            self._go(self.row - 1, self.column)
        elif match.group("single") in ("D", "E"):
            self._go(self.row + 1, 0 if match.group("single") == "E" else self.column)
        if final is None or match.group("private"):
            return
        numbers = [int(n) if n else 0 for n in match.group("numbers").split(";")]
        self._control(final, numbers, max(1, numbers[0]))

    def _control(self, final, numbers, count):
        moves = {"A": (-count, 0), "B": (count, 0), "C": (0, count), "D": (0, -count)}
        top = max(0, len(self.rows) - HEIGHT)
        if final in moves:
            down, right = moves[final]
            self._go(self.row + down, self.column + right)
        elif final == "G":
            self._go(self.row, count - 1)
        elif final == "d":
            self._go(top + count - 1, self.column)
        elif final in "Hf":
            column = numbers[1] if len(numbers) > 1 else 1
            self._go(top + count - 1, max(1, column) - 1)
        elif final in "hl" and numbers[0] == 4:
            self._inserting = final == "h"
        else:
            self._change(final, numbers[0], count, top)

    def _change(self, final, number, count, top):
        cells = self._cells(self.column)
        if final == "@":
            cells[self.column:self.column] = " " * count
        elif final == "P":
            del cells[self.column:self.column + count]
        elif final == "X":
            cells[self.column:self.column + count] = " " * count
        elif final == "K":
            self._erase_in_row(number)
        elif final == "J":
            self._erase_in_row(number)
            rows = range(self.row + 1, len(self.rows)) if number == 0 else (
                range(top, self.row) if number == 1 else range(top, len(self.rows)))
            for row in rows:
                self.rows[row] = []

    def _erase_in_row(self, number):
        cells = self.rows[self.row]
        if number == 0:
            del cells[self.column:]
        elif number == 1:
            cells[:self.column + 1] = " " * min(len(cells), self.column + 1)
        else:
            del cells[:]
