"""The first stages, done in another language: mini.py, a tree-walker in Python."""

import os
import shutil
import sys
import tempfile
import unittest

from terminal import on_pipe
from tool import places

MINI = "%s %s" % (sys.executable, os.path.join(places.ROOT, "tests", "exercises", "mini.py"))


class Language(unittest.TestCase):
    def setUp(self):
        self.work = os.path.join(tempfile.mkdtemp(prefix="duet-language-"), "work")

    def tearDown(self):
        shutil.rmtree(os.path.dirname(self.work), ignore_errors=True)

    def check(self, number, command):
        return on_pipe(self.work, "check", number, "--with", command)

    def test_stages_4_to_7(self):
        for number in (4, 5, 6, 7):
            status, text = self.check(number, MINI)
            self.assertEqual(status, 0, text)
            self.assertIn("passed, by", text)
        self.assertFalse(os.path.exists(self.work))        # no C is needed for that

    def test_an_interpreter_that_knows_too_little(self):
        status, text = self.check(4, "%s -c 'print(14)'" % sys.executable)
        self.assertEqual(status, 1)
        self.assertIn(": wrong output", text)
        self.assertIn("check 4 --with", text)

    def test_an_error_without_its_place(self):
        faulty = os.path.join(os.path.dirname(self.work), "faulty.py")
        with open(os.path.join(places.ROOT, "tests", "exercises", "mini.py")) as file:
            text = file.read()
        with open(faulty, "w") as file:
            file.write(text.replace("at %s:%d:%d", "in %s, %d and %d"))
        status, text = self.check(4, "%s %s" % (sys.executable, faulty))
        self.assertEqual(status, 1)
        self.assertIn("division_by_zero.duet:3: wrong error", text)

    def test_no_such_command(self):
        self.assertIn("cannot run", self.check(4, "/no/such/interpreter")[1])


if __name__ == "__main__":
    unittest.main()
