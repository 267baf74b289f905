"""Runs the checks again whenever a file of the copy is saved.

Files are polled: that works everywhere, also on file systems that tell nobody
of changes. On a terminal, single keys are read without Enter; the terminal gets
back the state it had, however the watching ends: key, Ctrl-C, Ctrl-Z, a signal.
"""

import contextlib
import os
import select
import signal
import sys
import time

PAUSE = 0.5               # seconds between two looks
SETTLE = 0.15             # an editor may be writing several files


class Keys:
    """Single keys from a terminal, if stdin is one; else nothing ever comes."""

    def __init__(self, file=sys.stdin):
        self.file = file
        self.saved = None

    def __enter__(self):
        try:
            import termios
            self._termios = termios
            self.saved = termios.tcgetattr(self.file.fileno())
        except Exception:                # no terminal, no termios: no keys
            return self
        self._raw()
        self._old = {number: signal.signal(number, handler) for number, handler in (
            (signal.SIGTERM, self._ended), (signal.SIGHUP, self._ended),
            (signal.SIGTSTP, self._stopped))}
        return self

    def __exit__(self, *_):
        if self.saved is not None:
            for number, handler in self._old.items():
                signal.signal(number, handler)
            self._restore()

    def _raw(self):
        state = [part[:] if isinstance(part, list) else part for part in self.saved]
        state[3] &= ~(self._termios.ICANON | self._termios.ECHO)
        self._termios.tcsetattr(self.file.fileno(), self._termios.TCSADRAIN, state)

    def _restore(self):
        self._termios.tcsetattr(self.file.fileno(), self._termios.TCSADRAIN, self.saved)

    def _ended(self, number, _):
        raise SystemExit(128 + number)           # through all `finally`, so through __exit__

    def _stopped(self, number, _):
        """Ctrl-Z: the shell gets its terminal as it was; behind `fg`, keys are read again."""
        self._restore()
        signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {number})
        os.kill(os.getpid(), number)
        signal.signal(number, self._stopped)
        self._raw()

    def wait(self, seconds):
        """The key that was pressed within `seconds`, or ``. At the end of input: 'q'."""
        if self.saved is None:
            time.sleep(seconds)
            return ""
        if not select.select([self.file], [], [], seconds)[0]:
            return ""
        key = os.read(self.file.fileno(), 1)
        return key.decode("latin-1") if key else "q"

    @contextlib.contextmanager
    def aside(self):
        """The terminal as it was, while something else uses it."""
        if self.saved is not None:
            self._restore()
        try:
            yield
        finally:
            if self.saved is not None:
                self._raw()


def watch(screen, changed_at, run, actions):
    """Calls `run()` now and after each change; `actions` are (key, what it does, function).
    A function that gives True ends the watching."""
    with Keys() as keys:
        seen = None
        while True:
            now = changed_at()
            if now != seen:
                time.sleep(SETTLE if seen else 0)
                seen = changed_at()
                with keys.aside():
                    run()
                screen.say("watching exercises/work/ ... %sq quit" % "".join(
                    "%s %s, " % (key, what) for key, what, _ in actions), "dim")
            pressed = keys.wait(PAUSE)
            if pressed in ("q", "\x04"):
                return
            for key, _, function in actions:
                if pressed == key and function():
                    return
