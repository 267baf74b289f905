"""A learner's way through one stage, as typed: begin, fail, ask three times, fill, pass, go on, reset, skip, come back."""

import os
import re
import shutil
import tempfile
import unittest

from terminal import on_pipe, on_terminal
from tool import places, stages, workcopy

STAGE, LISTING = 12, 13


class Journey(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = os.path.join(tempfile.mkdtemp(prefix="duet-journey-"), "work")
        cls.copy = workcopy.Copy(places.ROOT, cls.work, stages.load_all(places.ROOT, []))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(os.path.dirname(cls.work), ignore_errors=True)

    def learn(self, *words):
        return on_pipe(self.work, *words)

    def write_the_solution(self):
        """What a learner would have in the editor, one day."""
        self.copy.fill(STAGE)

    def test_the_whole_way(self):
        self.begins()
        self.fails()
        self.asks()
        self.does_not_compile()
        self.crashes_and_goes_wrong()
        self.passes()
        self.resets()
        self.skips()
        self.comes_back()
        self.looks_through_a_later_stage()

    def begins(self):
        status, text = on_terminal(self.work, STAGE)
        self.assertEqual(status, 0, text)
        self.assertIn("\x1b[", text)                                  # colours on a terminal
        self.assertRegex(text, r"Now: stage 12")
        self.assertIn("bytecode/emit.c", text)
        self.assertNotIn("\x1b[", self.learn("list")[1])              # none on a pipe
        self.assertNotIn("\x1b[", on_terminal(self.work, "list", env={"NO_COLOR": "1"})[1])
        self.assertIn('hole(12, "patch_jump");', self.copy.read("bytecode/emit.c"))

    def fails(self):
        status, text = self.learn("check", STAGE)
        self.assertEqual(status, 1, text)
        self.assertRegex(text, r"FAIL exercises/12-backpatching/\w+\.duet:\d+: wrong error")
        self.assertIn("exercise 12 is not done: compile_if", text)
        self.assertIn("again: make check-12", text)
        self.assertIn("make hint-12", text)

    def asks(self):
        seen = [self.learn("hint", STAGE)[1] for _ in range(4)]
        self.assertEqual([re.match(r"hint (\d) of 3", text).group(1) for text in seen], list("1233"))
        self.assertEqual(seen[2], seen[3])
        status, text = self.learn("solution", STAGE)
        self.assertEqual(status, 1)
        self.assertIn("Ask once more", text)
        status, text = self.learn("solution", STAGE)
        self.assertEqual(status, 0)
        self.assertIn("+void patch_jump(Emitter *emitter, uint32_t at) { ", text)

    def does_not_compile(self):
        name = "bytecode/emit.c"
        text = self.copy.read(name)
        self.copy.write(name, text.replace('hole(12, "patch_jump");', "emit_set_jump(emitter, at);"))
        status, shown = self.learn("check", STAGE)
        self.assertEqual(status, 1)
        self.assertRegex(shown, r"FAIL \S*bytecode/emit\.c:\d+: build failed \(too few arguments")
        self.copy.write(name, text)

    def crashes_and_goes_wrong(self):
        name = "bytecode/compile_stmt.c"
        text = self.copy.read(name)
        self.copy.write(name, text.replace('hole(12, "compile_if");', "*(volatile int *)0 = 0;"))
        self.assertRegex(self.learn("check", STAGE)[1], r": crashed \(SIGSEGV\)")
        self.copy.write(name, text.replace('hole(12, "compile_if");', "while (compiler) continue;"))
        self.assertRegex(self.learn("check", STAGE)[1], r": timed out")
        self.write_the_solution()
        hole = next(hole for hole in self.copy.stages[STAGE].holes if hole.name == "compile_if")
        mine = self.copy.read(name)
        self.copy.write(name, hole.put(mine, hole.part(mine).partition("{")[0] + "{}"))
        shown = self.learn("check", STAGE)[1]
        self.assertRegex(shown, r": wrong output")
        self.assertIn("    - two\n", shown)
        self.assertIn("the backends part: tree and vm-O0", shown)
        self.copy.write(name, text)

    def passes(self):
        self.write_the_solution()
        status, text = self.learn("check")
        self.assertEqual(status, 0, text)
        self.assertIn("stage 12  Backpatching: passed", text)
        self.assertRegex(text, r"Now: stage (?!12)")                  # and on to another
        self.assertIn("to the letter", self.learn("solution", STAGE)[1])

    def resets(self):
        status, text = self.learn("reset", STAGE)
        self.assertEqual(status, 0)
        saved = os.path.join(places.ROOT, text.split(": ")[-1].strip())
        with open(os.path.join(saved, "bytecode/emit.c")) as file:
            self.assertNotIn("hole(12", file.read())
        self.assertTrue(self.copy.open_holes(STAGE))
        self.assertRegex(self.learn("list")[1], r"--> +12 ")

    def skips(self):
        self.assertEqual(self.learn("skip", STAGE)[0], 0)
        self.assertFalse(self.copy.open_holes(STAGE))
        self.assertRegex(self.learn("list")[1], r"\[skip\] 12 ")
        self.assertEqual(self.learn("check", STAGE)[0], 0)
        self.assertRegex(self.learn("list")[1], r"\[skip\] 12 ")      # taken is not done

    def comes_back(self):
        """Another day, and the stage has changed since."""
        self.learn("reset", STAGE)
        self.write_the_solution()
        self.assertEqual(self.learn("check", STAGE)[0], 0)
        self.assertRegex(self.learn()[1], r"\[done\] 12 ")
        path = os.path.join(self.work, "progress.txt")
        with open(path) as file:
            text = file.read()
        with open(path, "w") as file:
            file.write(re.sub(r"stage 12 passed \w+", "stage 12 passed 000000000000", text))
        self.assertRegex(self.learn()[1], r"\[ask!\] 12 ")
        with open(path, "w") as file:
            file.write("nonsense\nstage twelve\n")
        self.assertEqual(self.learn("list")[0], 0)                    # a spoiled file says nothing

    def looks_through_a_later_stage(self):
        """While the listing is in hand, what is shown by a listing waits; not before, not after."""
        self.assertNotIn("wait", self.learn("check", STAGE)[1])
        self.learn("reset", LISTING)
        status, text = self.learn("check", STAGE)
        self.assertEqual(status, 0, text)
        self.assertIn("2 of its checks wait for exercise 13, through which they look", text)
        self.learn("skip", LISTING)
        status, text = self.learn("check", STAGE)
        self.assertEqual(status, 0, text)
        self.assertNotIn("wait", text)

    def test_nothing_is_shown_by_waiting(self):
        with tempfile.TemporaryDirectory(prefix="duet-waits-") as folder:
            work = os.path.join(folder, "work")
            on_pipe(work, "skip", 9)
            on_pipe(work, "reset", LISTING)
            status, text = on_pipe(work, "check", 10)
            self.assertEqual(status, 1, text)
            self.assertIn("stage 10 cannot be tried now: 6 of its checks wait for exercise 11 and 13", text)

    def test_beginning_with_the_fourth(self):
        """Who leaves out what is on paper is not sent back to it, and stage 13 opens all the same."""
        with tempfile.TemporaryDirectory(prefix="duet-fourth-") as folder:
            work = os.path.join(folder, "work")
            self.assertIn("Now: stage 1,", on_pipe(work)[1])
            self.assertIn("Now: stage 5,", on_pipe(work, "skip", 4)[1])
            self.assertIn("Now: stage 5,", on_pipe(work, "resume")[1])
            for number in range(5, 12):
                self.assertNotIn("is open now", on_pipe(work, "skip", number)[1])
            self.assertIn("Stage 13 is open now", on_pipe(work, "skip", 12)[1])

    def test_wrong_usage(self):
        status, text = self.learn("chekc", STAGE)
        self.assertEqual(status, 64)
        self.assertIn("did you mean 'check'", text)
        self.assertEqual(self.learn("check", 99)[0], 1)
        self.assertEqual(self.learn("--nonsense")[0], 64)
        self.assertEqual(self.learn("--help")[0], 0)


if __name__ == "__main__":
    unittest.main()


class Grade(unittest.TestCase):
    def test_at_the_beginning(self):
        folder = tempfile.mkdtemp(prefix="duet-grade-")
        try:
            work = os.path.join(folder, "work")
            self.assertEqual(on_pipe(work)[0], 0)
            status, text = on_pipe(work, "grade")
            self.assertEqual(status, 1)
            self.assertRegex(text, r"stage +1 .* open\n")             # an empty form is no mistake
            self.assertRegex(text, r"stage 26 .* open\n")
            self.assertTrue(text.endswith("0 of 26 stages passed\n"), text)
        finally:
            shutil.rmtree(folder)
