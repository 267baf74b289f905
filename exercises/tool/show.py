"""What people see: colours (on a terminal only), the map, failures."""

import os
import sys

from . import places
from .progress import PASSED, SKIPPED

_CODES = {"red": "31", "green": "32", "yellow": "33", "blue": "36", "dim": "2", "bold": "1"}
BAR = 24


def colours(out):
    """Whether colours may be used: a terminal that has some, and nobody minds."""
    return out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Screen:
    """Writes to one stream."""

    def __init__(self, out=None):
        self.out = out or sys.stdout
        self.coloured = colours(self.out)

    def paint(self, text, colour):
        return "\x1b[%sm%s\x1b[0m" % (_CODES[colour], text) if self.coloured else text

    def say(self, text="", colour=None):
        self.out.write((self.paint(text, colour) if colour else text) + "\n")
        self.out.flush()

    # ---- a failure, in the order of experience.md ----

    def failure(self, failure):
        title = "FAIL %s:%d: %s" % (failure.path, failure.line, failure.kind)
        self.say(title + (" (%s)" % failure.note if failure.note else ""), "red")
        if failure.where:
            self.say("  in " + failure.where)
        if failure.input:
            self.say("  input:")
            for line in failure.input:
                self.say("    " + line)
        for what, shown in failure.differences:
            compared = any(line.startswith("- ") for line in shown)
            self.say("  expected (-) against got (+), %s:" % what if compared else "  %s:" % what)
            for line in shown:
                self._changed("    " + line, line[:2] if compared or what.startswith("std") else "")
        if failure.parting:
            self.say("  the backends part: " + failure.parting[0])
            for line in failure.parting[1:]:
                self.say("    " + line)
        for i, command in enumerate(failure.again):
            self.say(("  again: " if i == 0 else "     or: ") + command)

    def _changed(self, text, mark):
        self.say(text, {"- ": "green", "+ ": "red"}.get(mark))

    def markdown(self, text):
        """A hint: as it is, headings in bold."""
        for line in text.rstrip().split("\n"):
            self.say(line, "bold" if line.startswith("#") else None)

    def diff(self, lines):
        for line in lines:
            colour = {"+": "green", "-": "red", "@": "blue"}.get(line[:1])
            self.say(line.rstrip("\n"), None if line.startswith(("+++", "---")) else colour)

    # ---- the map ----

    def map(self, stages, states, current):
        done = sum(state == PASSED for state in states.values())
        filled = BAR * done // max(1, len(stages))
        self.say("Duet, built by hand: %d of %d stages  [%s]" % (
            done, len(stages), self.paint("#" * filled, "green") + "." * (BAR - filled)))
        self.say()
        width = max(len(stage.title) for stage in stages.values()) if stages else 0
        for number, stage in stages.items():
            sign, colour = self._sign(states[number], number == current)
            self.say("%s %2d  %s  %s" % (self.paint(sign, colour) if colour else sign, number,
                                         self._title(stage, width, number == current),
                                         self.paint(stage.about, "dim")))

    def _title(self, stage, width, is_current):
        title = stage.title.ljust(width)
        return self.paint(title, "bold") if is_current else title

    def _sign(self, state, is_current):
        if state == PASSED:
            return "[done]", "green"
        if state == SKIPPED:
            return "[skip]", "dim"
        if state == "changed":
            return "[ask!]", "yellow"
        return ("  --> ", "yellow") if is_current else ("      ", None)

    def next_step(self, stage, work):
        """Where to go on; `work` is the folder of the copy."""
        self.say("Now: stage %d, %s" % (stage.number, stage.title), "bold")
        self.say("  read    %s/README.md" % stage.path)
        files = sorted({hole.file for hole in stage.holes})
        work = os.path.relpath(work, places.ROOT)
        if files:
            self.say("  write   " + ("\n          ".join("%s/%s" % (work, f) for f in files)))
        if stage.has_answers:
            self.say("  answer  %s/answers/%s.txt" % (work, stage.slug))
        self.say("  try     make check-%d" % stage.number)
        self.say("  stuck?  make hint-%d" % stage.number)
