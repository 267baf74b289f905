"""`watch` runs again when a file is saved, and gives the terminal back whatever happens."""

import os
import shutil
import signal
import tempfile
import unittest

from terminal import Terminal, on_pipe
from tool import places, stages, workcopy

PAPER = 1                 # nothing to build: quick


class Watch(unittest.TestCase):
    def setUp(self):
        self.work = os.path.join(tempfile.mkdtemp(prefix="duet-watch-"), "work")
        on_pipe(self.work, PAPER)
        self.terminal = Terminal(self.work, "watch", PAPER)
        self.assertTrue(self.terminal.wait_for("watching"), self.terminal.text)

    def tearDown(self):
        self.terminal.close()
        shutil.rmtree(os.path.dirname(self.work), ignore_errors=True)

    def ends(self, status):
        self.assertEqual(self.terminal.finish(30)[0], status, self.terminal.text)
        self.assertTrue(self.terminal.is_restored())

    def test_a_saved_file_is_seen(self):
        self.assertIn("nothing is filled in yet", self.terminal.text)
        self.assertFalse(self.terminal.is_restored())                 # keys are read one by one
        path = os.path.join(self.work, "answers", "01-evaluate-by-hand.txt")
        with open(path) as file:
            text = file.read()
        with open(path, "w") as file:
            file.write(text.replace("\nroot:", "\nroot: *"))
        self.assertTrue(self.terminal.wait_for("binds tighter"), self.terminal.text)
        os.write(self.terminal.master, b"h")
        self.assertTrue(self.terminal.wait_for("hint 1 of 3"))
        os.write(self.terminal.master, b"q")
        self.ends(0)

    def test_control_c(self):
        os.killpg(self.terminal.process.pid, signal.SIGINT)
        self.ends(130)

    def test_a_signal(self):
        self.terminal.process.terminate()
        self.ends(128 + signal.SIGTERM)

    def test_stopped_and_going_on(self):
        self.terminal.process.send_signal(signal.SIGTSTP)
        for _ in range(100):
            if self.terminal.is_restored():
                break
            self.terminal.wait_for("\0never", 0.1)
        self.assertTrue(self.terminal.is_restored())                  # the shell has its terminal
        self.terminal.process.send_signal(signal.SIGCONT)
        for _ in range(100):
            if not self.terminal.is_restored():
                break
            self.terminal.wait_for("\0never", 0.1)
        self.assertFalse(self.terminal.is_restored())
        os.write(self.terminal.master, b"q")
        self.ends(0)


if __name__ == "__main__":
    unittest.main()
