"""REPL sessions: `tests/repl/*.session`, a transcript that is typed and compared.

    # a comment; the head may hold: file, env, limit (see sandbox.Setup),
    # `options -O1`, `exit N`
    > x = 40 + 2
    > x
    42
    > fn f() {
    .   return x
    . }
    > abc^C
    > print("go"); while true { }
    go
    ^C
    interrupted
    > ^D

The file is what a person would see on the screen. Lines behind a `> ` or `. `
prompt are typed when that prompt stands there; all else must be printed. A
line that begins with

    > or .       is typed, with Enter; ^C or ^D at its end is typed instead of
                 Enter. Keys: <Tab> <Up> <Down> <Left> <Right> <Home> <End>
                 <Backspace> <Delete> <Ctrl-X>; <Stay> at the end: no Enter
    ~ TEXT       how the typed line above looks on the screen, without its
                 prompt; needed where keys changed it
    ^C           alone: Ctrl-C while the program runs
    < ASK|TEXT   TEXT is typed when the program waits behind its own ASK
    / REGEX      one row that the whole regex matches
    ...          any number of rows
    # restart    leaves, and starts the REPL again with the same home

Rows before the first prompt (a greeting) are compared only if the file has
any. Echoes of ^C and ^D and blanks at the end of rows don't count. At the end
of the file Ctrl-D is typed if it was not. A session with editing keys is left
out where the build has no line editor.
"""

import os
import re
import time
from typing import NamedTuple

from . import compare, configs, execute, patterns, report, sandbox, terminal

FOLDER = "tests/repl"

_KEYS = {"Tab": b"\t", "Up": b"\x1b[A", "Down": b"\x1b[B", "Right": b"\x1b[C",
         "Left": b"\x1b[D", "Home": b"\x01", "End": b"\x05", "Backspace": b"\x7f",
         "Delete": b"\x1b[3~"}
_KEY = re.compile(r"<(?:(%s)|Ctrl-([A-Z]))>" % "|".join(_KEYS))
_TYPED = re.compile(r"([>.])(?: (.*))?$")
_ANSWER = re.compile(r"< (.*?)\|(.*)$")
_RESTART = b"# restart"


class Entry(NamedTuple):
    """One thing that is typed."""
    number: int            # line of the session file
    kind: str              # "line", "answer" or "interrupt"
    prompt: str            # what stands before it on the screen
    text: bytes            # typed at once, Enter included
    key: bytes = b""       # typed once the text shows: Ctrl-C or Ctrl-D
    shown: str = ""        # how the text looks on the screen
    stays: bool = False    # no Enter
    after: str = ""        # the row before it, for an interrupt
    leaves: bool = False   # ends the REPL


class Run:
    """What is typed and shown between two starts of the REPL."""

    def __init__(self):
        self.entries = []
        self.expected = []     # items of patterns.build
        self.from_top = False  # compares what stands before the first prompt


class Session:
    """A parsed session file."""

    def __init__(self, source):
        self.setup = sandbox.Setup()
        self.options = []
        self.status = 0
        self.runs = [Run()]
        self.edits = False
        self.problems = []
        self._in_head = True
        lines = source.decode("utf-8", "surrogateescape").split("\n")
        while lines and not lines[-1].strip():
            lines.pop()
        for number, line in enumerate(lines, 1):
            try:
                self._take(number, line)
            except (ValueError, re.error) as error:
                self.problems.append((number, str(error)))
        if not any(run.expected for run in self.runs):
            self.problems.append((1, "a test that cannot fail: an empty session"))

    def _take(self, number, line):
        run = self.runs[-1]
        if self._in_head and self._take_head(line):
            return
        typed, answer = _TYPED.match(line), _ANSWER.match(line)
        if line.encode("utf-8", "surrogateescape") == _RESTART:
            self.runs.append(Run())
        elif typed:
            self._take_typed(number, typed.group(1) + " ", typed.group(2) or "")
        elif line == "^C":
            after = run.expected[-1] if run.expected else None
            row = after[1].decode("utf-8", "replace").rstrip("\n") if (
                isinstance(after, tuple) and not isinstance(after, patterns.Line)) else ""
            run.entries.append(Entry(number, "interrupt", "", terminal.INTERRUPT, after=row))
        elif answer:
            self._take_answer(number, *answer.groups())
        elif line.startswith("~ ") or line == "~":
            self._take_shown(line[2:])
        else:
            if not run.entries:
                run.from_top = True
            self._take_output(number, line)

    def _take_head(self, line):
        if line.encode("utf-8", "surrogateescape") == _RESTART:
            self._in_head = False
            return False
        word, _, rest = line.partition(" ")
        if word == "options":
            self.options += rest.split()
        elif word == "exit" and rest.isdigit():
            self.status = int(rest)
        else:
            self._in_head = self.setup.take(line.encode("utf-8", "surrogateescape"))
        return self._in_head

    def _take_typed(self, number, prompt, text):
        key = b""
        if text.endswith(("^C", "^D")):
            key = terminal.INTERRUPT if text.endswith("^C") else terminal.END_OF_INPUT
            text = text[:-2]
        stays = text.endswith("<Stay>")
        if stays:
            text = text[:-len("<Stay>")]
        edits = bool(_KEY.search(text))
        self.edits = self.edits or edits or stays
        keys = _typed_bytes(text) + (b"" if key or stays else terminal.ENTER)
        leaves = key == terminal.END_OF_INPUT or text.strip() == ":quit"
        self._add(Entry(number, "line", prompt, keys, key, None if edits else text,
                        stays, leaves=leaves))

    def _take_answer(self, number, ask, text):
        self._add(Entry(number, "answer", ask, _typed_bytes(text) + terminal.ENTER, shown=text))

    def _add(self, entry):
        run = self.runs[-1]
        run.entries.append(entry)
        self._expect(entry.number, entry.prompt + (entry.shown or ""))

    def _take_shown(self, shown):
        run = self.runs[-1]
        if not run.entries or run.expected[-1][0] != run.entries[-1].number:
            raise ValueError("`~` stands right behind a typed line")
        entry = run.entries[-1] = run.entries[-1]._replace(shown=shown)
        run.expected.pop()
        self._expect(entry.number, entry.prompt + shown)

    def _take_output(self, number, line):
        if line == "...":
            self.runs[-1].expected.append(patterns.Line(number))
        elif line.startswith("/ "):
            regex = re.compile(line[2:].encode("utf-8", "surrogateescape"))
            self.runs[-1].expected.append(patterns.Line(number, regex=regex))
        else:
            self._expect(number, line)

    def _expect(self, number, row):
        text = row.rstrip(" ").encode("utf-8", "surrogateescape") + b"\n"
        self.runs[-1].expected.append((number, text))

    def check(self):
        """The problems, those that show only when all is read included."""
        unsaid = [(entry.number, "say with `~ TEXT` how this line looks in the end")
                  for run in self.runs for entry in run.entries if entry.shown is None]
        return self.problems + unsaid

    def expectation(self):
        items = [item for run in self.runs for item in run.expected]
        return compare.Expectation(stdout=patterns.build(items), status=self.status)


def _typed_bytes(text):
    parts, end = [], 0
    for match in _KEY.finditer(text):
        parts.append(text[end:match.start()].encode("utf-8", "surrogateescape"))
        name, control = match.groups()
        parts.append(_KEYS[name] if name else bytes([ord(control) & 0x1F]))
        end = match.end()
    return b"".join(parts) + text[end:].encode("utf-8", "surrogateescape")


class Transcript:
    """A test of one session file."""

    line = 1

    def __init__(self, root, path):
        self.path = self.name = path
        self.file = os.path.join(root, path)

    def executables(self, table):
        return {config.executable for config in table}

    def applies(self, context):
        return True

    def run(self, context):
        with open(self.file, "rb") as data:
            source = data.read()
        session = Session(source)
        problems = session.check()
        if problems:
            return report.bad_test(self, *min(problems))
        expect = session.expectation()
        verdicts, runs = [], []
        for config in configs.levels(context.configs):
            outcome = self._run_one(context, config, session)
            if outcome is None:
                return report.LeftOut("this build has no line editor")
            verdicts.append((config.name, compare.judge(expect, outcome)))
            runs.append((config.name, outcome))
            if outcome.timed_out:
                break
        if not any(verdict for _, verdict in verdicts):
            return None            # a regex may let the runs differ
        return report.failure_of(self, verdicts, runs,
                                 lambda line: report.excerpt(source, line),
                                 lambda names: [context.again(self.name, names)])

    def _run_one(self, context, config, session):
        """The Outcome with the screen as its stdout; None if it can't be asked."""
        argv = ([context.executable(config)] + list(config.options) + context.extra_options()
                + session.options)
        screen, status, timed_out, flooded, note = [], session.status, False, False, ""
        with sandbox.Directory(context.scratch, session.setup.files) as place:
            env = sandbox.environment(place.home, dict({"TERM": "xterm"}, **session.setup.env))
            for run in session.runs:
                deadline = time.monotonic() + context.limit_for(session.setup.limit)
                tty = terminal.Terminal(context.processes, argv, place.path, env, deadline)
                try:
                    driver = terminal.Driver(tty)
                    if session.edits and tty.wait(driver.at_prompt) and not tty.edits_lines():
                        return None
                    driver.drive(run.entries)
                    ended, timed_out, flooded, note = terminal.outcome_of(driver, tty)
                finally:
                    tty.close()
                if context.processes.stopping:
                    raise execute.Stopped()
                screen += _shown_rows(driver, run)
                if ended is not None:
                    status = ended
                if driver.stopped or timed_out:
                    break
        text = "".join(row + "\n" for row in screen).encode("utf-8", "surrogateescape")
        sick = b"Sanitizer" in text or b"runtime error:" in text
        return execute.Outcome(text, text if sick else b"", status, timed_out, flooded,
                               note=note)


def _shown_rows(driver, run):
    """The rows of one run as a session file would have them."""
    rows = driver.rows(run.from_top)
    while rows and not rows[-1]:
        rows.pop()
    if rows and rows[-1].replace("^D", "").rstrip() == ">" and not (
            run.entries and run.entries[-1].leaves):
        rows.pop()                 # the prompt where the driver itself left
    return [row for row in map(_without_echo, rows) if row is not None]


def _without_echo(row):
    """The row without the terminal's echo of control keys; None if nothing is left."""
    bare = row[2:] if row.startswith("^C") else row
    if bare.endswith(("^C", "^D")):
        bare = bare[:-2].rstrip(" ")
    return None if row and not bare else bare


def find(root):
    """All REPL sessions."""
    folder = os.path.join(root, FOLDER)
    if not os.path.isdir(folder):
        return []
    return [Transcript(root, "%s/%s" % (FOLDER, name))
            for name in sorted(os.listdir(folder)) if name.endswith(".session")]
