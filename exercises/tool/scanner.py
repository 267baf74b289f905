"""Finds the definition of a function, a handler or a table row in C text.

This is no parser of C. It needs only what makes braces and names trustworthy:
comments, strings, characters and preprocessor lines are blanked out (blanks of
the same length, so that offsets stay true), and in what is left

    static OWN_FRAME bool eval_unary(Evaluator *ev, ...) { ... }
    ^start                ^the name  (     )             ^    ^
                                                      open    close

a definition is a name at brace depth 0, followed by ( ... ) and then {.

Inside a `#define` the same holds for the macro's own text, where the name may
be pasted together (`arith_##NAME`); there, continuation backslashes are blanks.
"""

import bisect
import functools
import re
from typing import NamedTuple

_SKIPPED = re.compile(r"""/\*.*?\*/ | //[^\n]* | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'""",
                      re.DOTALL | re.VERBOSE)
_DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
_OPENING, _CLOSING = {"(": ")", "{": "}"}, ")}"


class NotFound(Exception):
    """What should be there is not, or is there more than once."""


class Definition(NamedTuple):
    """Offsets into the text."""
    start: int      # of the signature
    open: int       # of the body's {
    close: int      # behind the body's }


def _blank(text, pattern):
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


@functools.lru_cache(maxsize=64)
def bare(text):
    """The text with comments, strings and preprocessor lines blanked out."""
    return _blank(_blank(text, _SKIPPED), _DIRECTIVE)


def _close(plain, at):
    """The offset behind the bracket that closes the one at `at`, or -1."""
    stack = []
    for i in range(at, len(plain)):
        if plain[i] in _OPENING:
            stack.append(_OPENING[plain[i]])
        elif plain[i] in _CLOSING:
            if not stack or plain[i] != stack.pop():
                return -1
            if not stack:
                return i + 1
    return -1


@functools.lru_cache(maxsize=64)
def _braces(plain):
    """Where the braces are, and how many are open behind each."""
    places, depths, depth = [], [], 0
    for match in re.finditer(r"[{}]", plain):
        depth += 1 if match.group() == "{" else -1
        places.append(match.start())
        depths.append(depth)
    return places, depths


def _is_inside(plain, at):
    """Whether a brace is open at the offset `at`."""
    places, depths = _braces(plain)
    before = bisect.bisect_left(places, at)
    return before > 0 and depths[before - 1] > 0


def _definitions(plain, pattern):
    """All definitions in blanked text whose name (with its parenthesis) `pattern` matches."""
    for match in re.finditer(pattern, plain):
        if _is_inside(plain, match.start()):
            continue
        behind = _close(plain, plain.index("(", match.start()))
        if behind < 0:
            continue
        # attributes may stand between ) and {
        brace = re.compile(r"(?:\s|\b[A-Z_]+\b)*\{").match(plain, behind)
        close = _close(plain, brace.end() - 1) if brace else -1
        if close > 0:
            yield Definition(_start(plain, match.start()), brace.end() - 1, close)


def _start(plain, at):
    """Where the signature around the name at `at` begins."""
    before = max(plain.rfind(";", 0, at), plain.rfind("}", 0, at), -1) + 1
    return re.compile(r"\s*").match(plain, before).end()


def _macro(text, name):
    """(start, end) of a macro's text, behind its name and parameters."""
    found = [match for match in _DIRECTIVE.finditer(_blank(text, _SKIPPED))
             if re.match(r"\s*#\s*define\s+%s\b" % re.escape(name), match.group())]
    if len(found) != 1:
        raise NotFound("%d macros are called %s" % (len(found), name))
    head = re.match(r"\s*#\s*define\s+\w+(\([^)]*\))?", found[0].group())
    return found[0].start() + head.end(), found[0].end()


def find(text, name, handler=False, macro=None, which=None):
    """The Definition of a function (or, with `handler`, of HANDLERn(name, ...)).

    NotFound if there is none, or several and `which` (from 1) does not choose.
    """
    begin, end = _macro(text, macro) if macro else (0, len(text))
    plain = bare(text) if not macro else _blank(text[begin:end], _SKIPPED).replace("\\\n", " \n")
    word = re.escape(name)
    pattern = (r"\bHANDLER[0-9]\s*\(\s*%s\s*[,)]" if handler else r"(?<![\w#])%s\s*\(") % word
    found = list(_definitions(plain, pattern))
    if which is not None:
        found = found[which - 1:which]
    if len(found) != 1:
        raise NotFound("%s definitions of %s%s" % (len(found) or "no", name,
                                                  " in " + macro if macro else ""))
    return Definition(*(begin + offset for offset in found[0]))


def find_row(text, beginning, which=None):
    """(start, end) of the line that begins with `beginning` and a , or )."""
    found = list(re.finditer(r"^[ \t]*%s\s*[,)].*$" % re.escape(beginning), text, re.MULTILINE))
    if which is not None:
        found = found[which - 1:which]
    if len(found) != 1:
        raise NotFound("%s rows %s" % (len(found) or "no", beginning))
    return found[0].span()
