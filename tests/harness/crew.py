"""Many tests at once: a few threads, each taking the next test from the list.

The threads only run tests; everything that is said is said by the one thread
that reads the results. `under_way` names what the crew is at, for Ctrl-C.
"""

import queue
import threading
import traceback

from . import execute


class Crew:
    def __init__(self, tests, size, run_one):
        self._run_one = run_one
        self._tests = iter(tests)
        self._lock = threading.Lock()
        self._results = queue.Queue()
        self._current = {}
        self._stopped = False
        self._left = len(tests)
        self._threads = [threading.Thread(target=self._work, args=(number,), daemon=True)
                         for number in range(max(1, min(size, len(tests))))]

    def results(self):
        """Start the threads; give (test, result) as the tests end. A result that
        is an exception is a fault of the harness itself."""
        for thread in self._threads:
            thread.start()
        while self._left:
            yield self._results.get()
            self._left -= 1

    def under_way(self):
        with self._lock:
            return [test.name for _, test in sorted(self._current.items())]

    def stop(self):
        """No new test is begun."""
        with self._lock:
            self._stopped = True

    def join(self):
        for thread in self._threads:
            if thread.ident is not None:
                thread.join()

    def _next(self, number):
        with self._lock:
            self._current.pop(number, None)
            test = None if self._stopped else next(self._tests, None)
            if test is not None:
                self._current[number] = test
            return test

    def _work(self, number):
        while True:
            test = self._next(number)
            if test is None:
                return
            try:
                result = self._run_one(test)
            except execute.Stopped:
                return
            except Exception as error:         # shown as a failure of that test
                result = RuntimeError("".join(traceback.format_exception(
                    type(error), error, error.__traceback__)))
            self._results.put((test, result))
