"""Run one process to its end, and never let it run away.

Each child leads a process group of its own, so that a time limit, a flood of
output or Ctrl-C kills the child and all it started. Output is collected as
bytes and up to OUTPUT_LIMIT for each stream: an endless printer is stopped,
it doesn't eat the machine's memory.

`Processes` knows every live child of the whole run; `stop` ends them all.
A child that ends is asked at once for the processor time it took, which a busy
machine changes far less than the time on the clock.
Reading and writing go through one selector loop, without helper threads.
"""

import os
import selectors
import signal
import subprocess
import threading
import time
from typing import NamedTuple

OUTPUT_LIMIT = 16 * 1024 * 1024
KEPT_OF_A_FLOOD = 256 * 1024       # its beginning is enough to show
CHUNK = 64 * 1024
IDLE_TICK = 0.25
LONGEST_PAUSE = 0.05              # between two looks whether a child ended


class Outcome(NamedTuple):
    """What a run left behind. A negative status is the number of a signal."""
    stdout: bytes = b""
    stderr: bytes = b""
    status: int = 0
    timed_out: bool = False
    flooded: bool = False     # stopped because it printed without end
    error: str = ""           # could not be started: why
    note: str = ""            # what the driver wants the reader to know
    seconds: float = 0.0      # of processor time that it took


class Stopped(Exception):
    """The whole test run is being stopped; no process may start any more."""


def signal_name(number):
    try:
        return signal.Signals(number).name
    except ValueError:
        return "signal %d" % number


def kill_group(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def reap(process, flags=os.WNOHANG):
    """Take exit code and processor time of a child that ended. False if it runs on."""
    if process.returncode is not None:
        return True
    pid, status, usage = os.wait4(process.pid, flags)
    if pid == 0:
        return False
    process.returncode = (-os.WTERMSIG(status) if os.WIFSIGNALED(status)
                          else os.WEXITSTATUS(status))
    process.seconds = usage.ru_utime + usage.ru_stime
    return True


class Processes:
    """All children alive now. Safe to use from many threads."""

    def __init__(self):
        self._lock = threading.Lock()
        self._live = set()
        self._stopping = False

    def start(self, argv, **options):
        """Start `argv` in a process group of its own. OSError if that can't be."""
        process = subprocess.Popen(argv, start_new_session=True, bufsize=0, **options)
        with self._lock:
            self._live.add(process)
            stopping = self._stopping
        if stopping:
            self.end(process)
            raise Stopped()
        return process

    def end(self, process):
        """Kill what is left of the group and take the process off the list."""
        kill_group(process)
        reap(process, flags=0)
        with self._lock:
            self._live.discard(process)

    def stop(self):
        """Kill every child; any later `start` raises Stopped."""
        with self._lock:
            self._stopping = True
            for process in self._live:
                kill_group(process)

    @property
    def stopping(self):
        return self._stopping

    def run(self, argv, cwd, env, stdin=b"", limit=10.0):
        """Run `argv` and give its Outcome. Raises Stopped, nothing else."""
        try:
            process = self.start(
                argv, cwd=cwd, env=env,
                stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        except OSError as error:
            return Outcome(error="cannot run %s: %s" % (argv[0], error.strerror))
        try:
            exchange = _Exchange(process, stdin, time.monotonic() + limit)
            exchange.pump()
        finally:
            self.end(process)
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe and not pipe.closed:
                    pipe.close()
        if self._stopping:
            raise Stopped()
        return exchange.outcome()


class _Exchange:
    """The bytes that go to and come from one process."""

    def __init__(self, process, stdin, deadline):
        self.process = process
        self.to_send = memoryview(stdin)
        self.deadline = deadline
        self.received = {process.stdout: bytearray(), process.stderr: bytearray()}
        self.timed_out = False
        self.flooded = False

    def pump(self):
        """Until both outputs are closed and the process is gone, or must go."""
        with selectors.DefaultSelector() as selector:
            for pipe in self.received:
                selector.register(pipe, selectors.EVENT_READ)
            if self.process.stdin:
                os.set_blocking(self.process.stdin.fileno(), False)
                selector.register(self.process.stdin, selectors.EVENT_WRITE)
            gone = False
            while self._outputs_open(selector) and not self.flooded:
                left = self.deadline - time.monotonic()
                if left <= 0:
                    self.timed_out = True
                    return
                ready = selector.select(0 if gone else min(left, IDLE_TICK))
                for key, _ in ready:
                    self._serve(selector, key.fileobj)
                # A grandchild may hold the pipes open after the child is gone.
                # What the child wrote last may have come after this look at them.
                if not ready:
                    if gone:
                        return
                    gone = reap(self.process)
        if not self.flooded:
            self._await_exit()

    def _outputs_open(self, selector):
        return any(pipe in selector.get_map() for pipe in self.received)

    def _serve(self, selector, pipe):
        if pipe is self.process.stdin:
            self._send(selector, pipe)
            return
        chunk = os.read(pipe.fileno(), CHUNK)
        if not chunk:
            selector.unregister(pipe)
            return
        self.received[pipe] += chunk
        if len(self.received[pipe]) > OUTPUT_LIMIT:
            self.flooded = True

    def _send(self, selector, pipe):
        try:
            sent = os.write(pipe.fileno(), self.to_send[:CHUNK])
        except BlockingIOError:
            return
        except OSError:                       # the process closed its input
            sent = len(self.to_send)
        self.to_send = self.to_send[sent:]
        if not self.to_send:
            selector.unregister(pipe)
            pipe.close()

    def _await_exit(self):
        pause = 0.0005
        while not reap(self.process):
            left = self.deadline - time.monotonic()
            if left <= 0:
                self.timed_out = True
                return
            time.sleep(min(pause, left))
            pause = min(2 * pause, LONGEST_PAUSE)

    def outcome(self):
        kept = KEPT_OF_A_FLOOD if self.flooded else OUTPUT_LIMIT
        return Outcome(bytes(self.received[self.process.stdout][:kept]),
                       bytes(self.received[self.process.stderr][:kept]),
                       self.process.returncode, self.timed_out, self.flooded,
                       seconds=self.process.seconds)
