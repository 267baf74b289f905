"""The REPL driven as a person drives it: on a terminal, one line at a time.

The executable gets a pseudo-terminal as its controlling terminal, so line
editing, echo and Ctrl-C are the real ones. What it writes goes to a Screen.
The driver types a line only when a prompt stands at the cursor, so nothing
depends on timing but the two cases where no prompt can tell: a program that
runs (Ctrl-C goes to it) and a program that reads input.
"""

import fcntl
import os
import select
import struct
import subprocess
import termios
import time

from . import screen

PROMPTS = (">", ".")       # `> ` for a new line, `. ` for one more of the same
QUIET = 0.25               # seconds without output that count as waiting
LONGEST_SETTLE = 1.0
PAUSE = 0.03               # seconds that a reader has to get ready for a key
ECHO_LIMIT = 1.0           # wait this long for typed text to show
SCREEN_LIMIT = 2 * 1024 * 1024

INTERRUPT, END_OF_INPUT, ENTER = b"\x03", b"\x04", b"\r"


class Terminal:
    """One executable on one pseudo-terminal."""

    def __init__(self, processes, argv, cwd, env, deadline):
        self.screen = screen.Screen()
        self.deadline = deadline
        self.ended = False                 # the other side is closed
        self.flooded = False
        self._received = 0
        self._processes = processes
        self._master, slave = os.openpty()
        try:
            size = struct.pack("HHHH", screen.HEIGHT, screen.WIDTH, 0, 0)
            fcntl.ioctl(slave, termios.TIOCSWINSZ, size)
            # The first terminal that the leader of a new session opens becomes
            # its controlling terminal; the shell does just that and steps aside.
            self.process = processes.start(
                ["/bin/sh", "-c", ': <"$0"; exec "$@"', os.ttyname(slave)] + argv,
                cwd=cwd, env=env, stdin=slave, stdout=slave, stderr=slave)
        except BaseException:
            os.close(self._master)
            raise
        finally:
            os.close(slave)

    def close(self):
        self._processes.end(self.process)
        os.close(self._master)

    def edits_lines(self):
        """Whether a line editor is at work (it takes keys one by one)."""
        return not termios.tcgetattr(self._master)[3] & termios.ICANON

    def type(self, keys):
        try:
            os.write(self._master, keys)
        except OSError:
            self.ended = True

    def wait(self, seen, limit=None):
        """Read until `seen()` holds. False if the time or the program ends first."""
        end = self.deadline if limit is None else min(self.deadline,
                                                      time.monotonic() + limit)
        while not seen():
            left = end - time.monotonic()
            if left <= 0 or self.ended or self.flooded:
                return False
            self._read(left)
        return True

    def settle(self):
        """Read until nothing comes any more, or for LONGEST_SETTLE."""
        end = min(self.deadline, time.monotonic() + LONGEST_SETTLE)
        while not self.ended and time.monotonic() < end and self._read(QUIET):
            pass

    def _read(self, limit):
        """Show what comes within `limit` seconds. False if nothing came."""
        if not select.select([self._master], [], [], limit)[0]:
            return False
        try:
            data = os.read(self._master, 4096)
        except OSError:                    # EIO: the program's side is closed
            data = b""
        self.ended = not data
        self._received += len(data)
        self.flooded = self._received > SCREEN_LIMIT
        self.screen.feed(data)
        return bool(data)


class Driver:
    """Types the entries of one run of a session and keeps the screen."""

    def __init__(self, terminal):
        self.terminal = terminal
        self.screen = terminal.screen
        self.first_row = None              # of the first prompt
        self.note = ""
        self.timed_out = False
        self.stopped = False               # not worth going on
        self._row = -1                     # where the last entry was typed
        self._not_entered = False          # the last entry was typed without Enter

    def drive(self, entries):
        """Type all `entries` (see sessions.Entry), then leave with Ctrl-D."""
        for entry in entries:
            if not self._ready_for(entry):
                return
            self._type(entry)
        if not (entries and entries[-1].leaves) and self._wait_for_prompt("the end"):
            self.terminal.type(END_OF_INPUT)
        self._wait_for_exit()

    def at_prompt(self):
        return (self.screen.row > self._row and self.screen.column == 2
                and self.screen.cursor_row() in PROMPTS)

    def _wait_for_prompt(self, what):
        if self.terminal.wait(self.at_prompt):
            if self.first_row is None:
                self.first_row = self.screen.row
            return True
        return self._give_up("waiting for a prompt for %s" % what)

    def _give_up(self, what):
        self.stopped = True
        if self.terminal.ended:
            self.note = "it ended, " + what
        else:
            self.note = what
            self.timed_out = not self.terminal.flooded
        return False

    def _ready_for(self, entry):
        what = "line %d of the session" % entry.number
        if self._not_entered or entry.kind == "interrupt":
            if entry.after:
                self.terminal.wait(lambda: self._shows(entry.after), ECHO_LIMIT)
            self.terminal.settle()
            return True
        if entry.kind == "answer":
            return (self.terminal.wait(lambda: self.screen.row > self._row
                                       and self.screen.cursor_row() == entry.prompt.rstrip())
                    or self._give_up("waiting for %r for %s" % (entry.prompt, what)))
        if not self._wait_for_prompt(what):
            return False
        if self.screen.cursor_row() != entry.prompt.strip():
            self.stopped = True
            self.note = "another prompt came for " + what
            return False
        return True

    def _shows(self, text):
        return any(self.screen.text(row) == text
                   for row in range(self._row + 1, len(self.screen.rows)))

    def _type(self, entry):
        self._row = self.screen.row
        self._not_entered = entry.stays
        if entry.text:
            self.terminal.type(entry.text)
        if entry.key:
            # A terminal throws typed text away on Ctrl-C: let it arrive first,
            # and let the reader get back to waiting.
            row = (entry.prompt + entry.shown).rstrip()
            self.terminal.wait(lambda: self.screen.cursor_row() == row, ECHO_LIMIT)
            self.terminal.wait(lambda: False, PAUSE)
            self.terminal.type(entry.key)

    def _wait_for_exit(self):
        if self.stopped:
            return
        if not self.terminal.wait(lambda: self.terminal.ended):
            self._give_up("waiting for its end")

    def rows(self, from_top):
        """The rows shown, from the very first or from the first prompt."""
        first = 0 if from_top or self.first_row is None else self.first_row
        return [self.screen.text(row) for row in range(first, len(self.screen.rows))]


def outcome_of(driver, terminal):
    """(status or None, timed out, flooded, note) when the driver is done."""
    if terminal.ended:
        try:
            status = terminal.process.wait(max(0.1, terminal.deadline - time.monotonic()))
            return status, False, False, driver.note
        except subprocess.TimeoutExpired:
            return None, True, False, "it closed its terminal and went on"
    return None, driver.timed_out, terminal.flooded, driver.note
