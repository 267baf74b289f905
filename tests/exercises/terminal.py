"""`exercises/learn` on a pseudo-terminal, and on a pipe: what a learner would see."""

import os
import select
import subprocess
import sys
import termios
import time

from tool import places

LEARN = os.path.join(places.ROOT, "exercises", "learn")
LIMIT = 900.0                 # seconds; the first check builds two executables


def argv(work, words):
    build = os.environ.get("DUET_KIT_BUILD")
    return ([sys.executable, LEARN, "--work", work] + (["--kit-build", build] if build else [])
            + [str(word) for word in words])


def environment(extra=None):
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "MAKEFLAGS")}
    kept.update({"TERM": "xterm"}, **(extra or {}))
    return kept


def on_pipe(work, *words):
    """(exit code, stdout and stderr as text)"""
    done = subprocess.run(argv(work, words), cwd=places.ROOT, env=environment(), timeout=LIMIT,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode()


class Terminal:
    """One command on a pseudo-terminal of its own."""

    def __init__(self, work, *words, env=None):
        self.master, slave = os.openpty()
        self.before = termios.tcgetattr(slave)
        self.slave = slave                           # kept open, to look at its state afterwards
        self.text = ""
        self.process = subprocess.Popen(argv(work, words), cwd=places.ROOT, env=environment(env),
                                        stdin=slave, stdout=slave, stderr=slave, preexec_fn=os.setpgrp)

    def wait_for(self, text, limit=LIMIT):
        """Reads until `text` was shown. False if the time or the program ended first."""
        end = time.monotonic() + limit
        while text not in self.text and time.monotonic() < end:
            if select.select([self.master], [], [], 0.1)[0]:
                self.text += os.read(self.master, 4096).decode("utf-8", "replace")
            elif self.process.poll() is not None:
                break
        return text in self.text

    def finish(self, limit=LIMIT):
        """(exit code, all that was shown)"""
        end = time.monotonic() + limit
        while self.process.poll() is None and time.monotonic() < end:
            self.wait_for("\0never", 0.2)
        self.wait_for("\0never", 0.2)
        return self.process.poll(), self.text

    def is_restored(self):
        return termios.tcgetattr(self.slave) == self.before

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.slave)


def on_terminal(work, *words, env=None):
    """(exit code, all that was shown)"""
    terminal = Terminal(work, *words, env=env)
    try:
        return terminal.finish()
    finally:
        terminal.close()
