"""Emptied and filled again, every function and handler of the kit is what it was."""

import os
import re
import unittest

from tool import holes, places, scanner

NAMES = re.compile(r"^(?!HANDLER)(?:[A-Za-z][\w *]*?[ *])?(\w+)\(", re.MULTILINE)
HANDLERS = re.compile(r"^HANDLER\d\((\w+)", re.MULTILINE)


def kit_texts():
    for name in places.kit_sources(places.ROOT):
        if name.endswith((".c", ".h")):
            with open(os.path.join(places.ROOT, name), encoding="utf-8") as file:
                yield name, file.read()


def candidates(name, text):
    """Holes for every function and handler that can be found in the text."""
    for what, pattern in (("function", NAMES), ("handler", HANDLERS)):
        for target in sorted(set(pattern.findall(scanner.bare(text)))):
            hole = holes.Hole(7, "07-functions", name, what, target)
            try:
                hole.span(text)
            except scanner.NotFound:
                continue
            yield hole


class Holes(unittest.TestCase):
    def test_every_function_of_the_kit(self):
        count = 0
        for name, text in kit_texts():
            for hole in candidates(name, text):
                opened = hole.empty(text)
                self.assertTrue(hole.is_open(opened), hole)
                self.assertFalse(hole.is_open(text), hole)
                self.assertEqual(hole.put(opened, hole.part(text)), text, hole)
                count += 1
        self.assertGreater(count, 1500)

    def test_all_holes_of_a_file_at_once(self):
        for name, text in kit_texts():
            found = list(candidates(name, text))
            opened = holes.empty_all(text, found)
            for hole in found:
                self.assertTrue(hole.is_open(opened), hole)
                opened = hole.put(opened, hole.part(text))
            self.assertEqual(opened, text, name)

    def test_a_hole_keeps_comment_and_signature(self):
        text = "/* Why. */\nstatic int f(int a) {\n  return a;\n}\n"
        opened = holes.Hole(12, "12-x", "a.c", "function", "f").empty(text)
        self.assertTrue(opened.startswith("/* Why. */\nstatic int f(int a) {\n"))
        self.assertIn('hole(12, "f");', opened)
        self.assertIn("exercises/12-x/README.md", opened)

    def test_inside_a_macro_every_line_goes_on(self):
        text = "#define F(N) \\\n  int N##_f(int a) { \\\n    return a; \\\n  } \\\n  int N##_g(void);\nF(x)\n"
        hole = holes.Hole(12, "12-x", "a.c", "function", "N##_f", macro="F")
        opened = hole.empty(text)
        lines = opened.split("\n")
        self.assertTrue(all(line.endswith("\\") for line in lines[:lines.index("F(x)") - 1]))
        self.assertEqual(hole.put(opened, hole.part(text)), text)

    def test_rows(self):
        table = 'OPCODE(ADD, _, 2, 1, 0, "a b -> a + b")\nFUSE(NIL, RETURN, X)\n'
        effects = holes.Hole(9, "09-x", "o.def", "row", "OPCODE(ADD", leave="effects")
        self.assertIn('OPCODE(ADD, _, HOLE, HOLE, 0, "a b -> a + b")', effects.empty(table))
        gone = holes.Hole(15, "15-x", "f.def", "row", "FUSE(NIL, RETURN", leave="nothing")
        opened = gone.empty(table)
        self.assertNotIn("FUSE(", opened)
        for hole in (effects, gone):
            self.assertTrue(hole.is_open(hole.empty(table)))
            self.assertEqual(hole.put(hole.empty(table), hole.part(table)), table)


if __name__ == "__main__":
    unittest.main()
