"""Bytes made readable: what can't be seen on a screen is written out.

    tab, CR, NUL, other control bytes   \\t \\r \\0 \\x1b
    bytes that are not UTF-8            \\xff
    odd blanks, zero-width characters   \\u{a0}
    blanks at the end of a line         one middle dot each
    a last line without its newline     (no newline)

And the diff that a failure shows: a few lines around the first difference,
bounded whatever the size of the output.
"""

import difflib
import unicodedata

LINE_WIDTH = 240     # characters shown of a line

_SHORT = {"\t": "\\t", "\r": "\\r", "\0": "\\0", "\n": "\\n"}


def _character(c):
    if c in _SHORT:
        return _SHORT[c]
    code = ord(c)
    if 0xDC80 <= code <= 0xDCFF:                   # from surrogateescape
        return "\\x%02x" % (code - 0xDC00)
    if code < 0x20 or code == 0x7F:
        return "\\x%02x" % code
    category = unicodedata.category(c)
    if c != " " and (category[0] == "C" or category[0] == "Z"):
        return "\\u{%x}" % code
    return c


def visible(line):
    """One line of bytes (with its newline, if it has one) as printable text."""
    text = line.decode("utf-8", "surrogateescape")
    ending = " (no newline)"
    if text.endswith("\n"):
        text, ending = text[:-1], ""
    if len(text) > LINE_WIDTH:
        text = text[:LINE_WIDTH]
        ending = " (%d bytes in all)" % len(line)
    body = text.rstrip(" ")
    return ("".join(map(_character, body)) + "\u00b7" * (len(text) - len(body))
            + ending)


def diff(before, expected, got, more_expected=0, more_got=0):
    """The lines of a diff, marked `  `, `- ` (expected, missing) or `+ ` (came instead).

    `before` are lines that agree, `expected` and `got` begin at the first
    difference; all as shown text. The counts tell how many lines were cut off.
    """
    lines = ["  " + line for line in before]
    matcher = difflib.SequenceMatcher(None, expected, got, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            lines += ["  " + line for line in expected[a:b]]
        else:
            lines += ["- " + line for line in expected[a:b]]
            lines += ["+ " + line for line in got[c:d]]
    if more_expected or more_got:
        lines.append("  ... (%d more expected, %d more got)" % (more_expected, more_got))
    return lines
