"""The directives inside a guest program: `// expect: 3` and its kin.

A directive stands anywhere on a line and owns the rest of it. All of them:

    // expect: TEXT          one line of stdout, in order
    // expect-write: TEXT    stdout without a newline behind it
    // expect-bytes: TEXT    exactly these bytes; escapes as in Duet (\\n \\xff)
    // error: Kind: message  first line of an error report; several for several
    // at: LINE:COL          the place of that report
    // stderr: TEXT          one line of the whole stderr
    // exit: N               the exit code, where it doesn't follow from `error`
    // stdin: LINE           // stdin-bytes: TEXT
    // args: a b c           // options: --fuel 100      (quoted as in a shell)
    // limit: SECONDS        instead of the default time limit
    // cwd: temp             run in an empty directory, for tests that write files
    // no-gc-stress: why     leave the test out under --gc-stress

A test without error, stderr and exit must end with 0 and say nothing on
stderr. With `error`, the exit code is 65 for a SyntaxError, else 70.
"""

import difflib
import re
import shlex

from . import patterns
from .compare import Expectation

NAMES = ("expect", "expect-write", "expect-bytes", "error", "at", "stderr", "exit",
         "stdin", "stdin-bytes", "args", "options", "limit", "cwd", "no-gc-stress")

_DIRECTIVE = re.compile(rb"//([ \t]*)(%s):(.*?)\r?$" % "|".join(NAMES).encode())
_LIKE_ONE = re.compile(rb"//[ \t]*([a-z][a-z-]*):")
_ESCAPE = re.compile(rb'\\(?:([ntr0"\\])|x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\}|(.?))',
                     re.DOTALL)
_SINGLE = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"0": b"\0", b'"': b'"', b"\\": b"\\"}


def unescape(text):
    """Bytes with Duet's escapes in them, decoded. ValueError for an unknown one."""
    def one(match):
        single, byte, point, other = match.groups()
        if single:
            return _SINGLE[single]
        if byte:
            return bytes([int(byte, 16)])
        if point:
            return chr(int(point, 16)).encode("utf-8", "surrogatepass")
        raise ValueError("unknown escape \\%s" % other.decode("utf-8", "replace"))
    return _ESCAPE.sub(one, text)


class Directives:
    """What one guest program says about its run."""

    def __init__(self, source):
        self.problems = []         # (line, text): what makes it a bad test
        self.options = []
        self.args = []
        self.stdin = b""
        self.limit = None
        self.in_temp = False
        self.no_gc_stress = ""     # the reason
        self._stdout = []          # (line, bytes)
        self._stderr = []
        self._errors = []
        self._places = []
        self._exit = None          # (line, status)
        for number, line in enumerate(source.split(b"\n"), 1):
            self._look_at(number, line)
        if self._places and not self._errors:
            self.problems.append((self._places[0][0], "`at` needs an `error`"))

    @property
    def expects_output(self):
        return bool(self._stdout)

    @property
    def expects_something(self):
        return bool(self._stdout or self._stderr or self._errors or self._exit)

    def _look_at(self, number, line):
        match = _DIRECTIVE.search(line)
        if not match:
            self._look_for_typos(number, line)
            return
        before, name, text = match.groups()
        name = name.decode("ascii")
        if before != b" " or text[:1] not in (b"", b" "):
            self.problems.append((number, "write it `// %s: ...`, with these blanks" % name))
            return
        try:
            self._set(number, name, text[1:])
        except ValueError as error:
            self.problems.append((number, "`%s`: %s" % (name, error)))

    def _look_for_typos(self, number, line):
        for name in _LIKE_ONE.findall(line):
            name = name.decode("ascii")
            near = difflib.get_close_matches(name, NAMES, 1, 0.8)
            if near:
                self.problems.append(
                    (number, "unknown directive `%s` (did you mean `%s`?)" % (name, near[0])))

    def _set(self, number, name, text):
        if name == "expect":
            self._stdout.append((number, text + b"\n"))
        elif name == "expect-write":
            self._stdout.append((number, text))
        elif name == "expect-bytes":
            self._stdout.append((number, unescape(text)))
        elif name == "stderr":
            self._stderr.append((number, text + b"\n"))
        elif name == "error":
            self._errors.append((number, text))
        elif name == "at":
            if not re.fullmatch(rb"\d+:\d+", text):
                raise ValueError("write it as LINE:COL")
            self._places.append((number, text))
        elif name == "exit":
            self._exit = (number, int(text))
        else:
            self._set_run(name, text)

    def _set_run(self, name, text):
        if name == "stdin":
            self.stdin += text + b"\n"
        elif name == "stdin-bytes":
            self.stdin += unescape(text)
        elif name == "args":
            self.args += shlex.split(text.decode("utf-8"))
        elif name == "options":
            self.options += shlex.split(text.decode("utf-8"))
        elif name == "limit":
            self.limit = float(text)
        elif name == "cwd":
            if text != b"temp":
                raise ValueError("only `temp` is known")
            self.in_temp = True
        elif name == "no-gc-stress":
            if not text:
                raise ValueError("say why")
            self.no_gc_stress = text.decode("utf-8", "replace")

    def expectation(self, output_demanded=True):
        """The Expectation; without `output_demanded` and without any `expect`,
        stdout is not looked at."""
        status, status_line = self._status()
        stdout = patterns.text_lines(self._stdout)
        if not stdout and not output_demanded:
            stdout = None
        message = status != 0 and not (self._errors or self._stderr)
        return Expectation(
            stdout=stdout,
            stderr=patterns.text_lines(self._stderr) if self._stderr else None,
            errors=tuple(self._errors), places=tuple(self._places),
            status=status, status_line=status_line, message=message)

    def _status(self):
        if self._exit:
            return self._exit[1], self._exit[0]
        heads = self._errors or self._stderr
        if not heads:
            return 0, 1
        number, head = heads[0]
        return (65 if head.startswith(b"SyntaxError") else 70), number
