"""Emptying functions, and filling them again.

    kit's text  --empty-->  the learner's text  --(the learner)-->  theirs
                <--fill---

All of it works on texts of whole files and finds the functions by name in each,
so whatever else a learner changes in a file stays as it is. A hole is open as
long as its call of `hole` stands in the function.

A function that earlier stages cannot do without may get a plain body of its own
until it is written (`"instead"` in stage.json): then the call stands in a comment.

A row of a table has no body. Either its stack effect becomes HOLE, or the row
goes and a comment marks its place (`"leave"` in stage.json).
"""

import re
from typing import NamedTuple, Optional, Tuple

from . import scanner


class Hole(NamedTuple):
    """One thing that a stage takes out of a file of the kit."""
    stage: int
    slug: str                     # of the stage's folder
    file: str
    what: str                     # "function", "handler" or "row"
    target: str                   # its name as it stands in the file
    macro: Optional[str] = None
    which: Optional[int] = None
    leave: Optional[str] = None   # "effects" or "nothing", of a row
    said: Optional[str] = None    # the name in messages
    instead: Tuple[str, ...] = () # lines of C that do without it, until it is written

    @property
    def name(self):
        if self.what == "row":
            return self.said or self.target.partition("(")[2]
        return self.said or self.target

    @property
    def call(self):
        return 'hole(%d, "%s");' % (self.stage, self.name)

    def _pointer(self, text):
        return "/* Exercise %d, %s: exercises/%s/README.md */" % (self.stage, text, self.slug)

    def span(self, text):
        """(start, end) of the whole thing in `text`. scanner.NotFound."""
        if self.what == "row":
            return self._row_span(text)
        found = self._find(text)
        return found.start, found.close

    def _find(self, text):
        return scanner.find(text, self.target, self.what == "handler", self.macro, self.which)

    def _row_span(self, text):
        gone = text.find(self._marker())
        if gone >= 0:
            return gone, gone + len(self._marker())
        return scanner.find_row(text, self.target, self.which)

    def _marker(self):
        return self._pointer("a row is missing here, %s" % self.target.replace("(", " "))

    def empty(self, text):
        """The text with this hole open."""
        if self.what == "row":
            return self._empty_row(text)
        found = self._find(text)
        lines = ["{"] + ["  " + line for line in self._body()] + ["}"]
        if self.macro:
            indent = "  "
            return (text[:found.open] + (" \\\n" + indent).join(lines) + text[found.close:])
        return text[:found.open] + "\n".join(lines) + text[found.close:]

    def _body(self):
        pointer = self._pointer("yours to write")
        if not self.instead:
            return [pointer, self.call]
        return [pointer, "/* Until then it does without. Not done while this line is here: %s */"
                % self.call[:-1]] + list(self.instead)

    def _empty_row(self, text):
        start, end = self._row_span(text)
        if self.leave == "nothing":
            return text[:start] + self._marker() + text[end:]
        row = re.sub(r"^(\s*\w+\(\s*\w+\s*,\s*\w+\s*,)\s*\w+\s*,\s*\w+\s*,", r"\1 HOLE, HOLE,",
                     text[start:end])
        return text[:start] + row + text[end:]

    def is_open(self, text):
        """Whether it is still to be done. A function that is gone counts as open."""
        try:
            start, end = self.span(text)
        except scanner.NotFound:
            return True
        if self.what == "row":
            return self._marker() in text or re.search(r"\bHOLE\b", text[start:end]) is not None
        return re.search(r"\bhole\(\s*%d\s*," % self.stage, text[start:end]) is not None

    def part(self, text):
        """What stands in the text for this hole."""
        start, end = self.span(text)
        return text[start:end]

    def put(self, text, part):
        """The text with `part` in its place."""
        start, end = self.span(text)
        return text[:start] + part + text[end:]


def by_file(holes):
    """The holes, in lists by their file."""
    files = {}
    for hole in holes:
        files.setdefault(hole.file, []).append(hole)
    return files


def empty_all(text, holes):
    """The kit's `text` of one file with these holes open."""
    for hole in holes:
        text = hole.empty(text)
    return text


# What a call of `hole` is. Included into every file of the copy by the compiler's -include,
# so that no source needs a line for it.
HEADER = """/* hole.h -- what an exercise that is not done yet does when it is reached. Not part of the kit: it was made with this copy. */
#ifndef DUET_SUPPORT_HOLE_H
#define DUET_SUPPORT_HOLE_H

/* Shows what was printed so far, says `exercise 12 is not done: patch_jump`, and ends the program with 70. */
_Noreturn void hole(int exercise, const char *name);

/* Stands for a stack effect that is not known yet (bytecode/opcode.def). */
enum { HOLE = 0xfe };

#endif
"""
SOURCE = """/* hole.c -- see hole.h. It leaves by _exit, so that nothing can go wrong on the way out. */
#include "hole.h"

#include <stdio.h>
#include <unistd.h>

void hole(int exercise, const char *name) {
  fflush(stdout);
  fprintf(stderr, "exercise %d is not done: %s\\n", exercise, name);
  _exit(70);
}
"""
STATUS = 70
MESSAGE = re.compile(rb"^exercise (\d+) is not done: (.*)$", re.MULTILINE)
# In front of what asks an opcode for its effect: the row's hole speaks.
EFFECT_FILE, EFFECT_FUNCTION = "bytecode/opcode.c", "opcode_pops"


def guard_effects(text, stage):
    """bytecode/opcode.c with a guard in front of opcode_pops: a row whose effect is a
    hole says so as soon as somebody asks."""
    found = scanner.find(text, EFFECT_FUNCTION)
    guard = ("\n  /* Made with this copy: the row of this opcode is not done. */"
             "\n  const OpcodeInfo *row = &opcode_infos[instruction->opcode];"
             "\n  if (row->pops == HOLE || row->pushes == HOLE) hole(%d, row->name);" % stage)
    return text[:found.open + 1] + guard + text[found.open + 1:]
