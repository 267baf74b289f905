"""Where a run takes place: a clean environment and, if asked, an empty directory.

Nothing of the person who runs the tests may show in a result: the environment
has a fixed locale, a home of its own and no NO_COLOR. What stays is PATH (for
the shell of command-line tests) and the settings of sanitizers and profilers.

`Setup` is the head that command-line tests and REPL sessions share:

    # a comment
    file point.duet          a file to put into the directory, followed by
    | class Point { }        its lines
    "bytes \\xff with escapes, no newline added"
    env NAME=VALUE
    limit 20
"""

import os
import shutil
import tempfile

from .expectations import unescape

_KEPT = ("PATH", "LLVM_PROFILE_FILE", "ASAN_SYMBOLIZER_PATH")


def environment(home, extra=None):
    """The environment of a guest whose home directory is `home`."""
    kept = {name: value for name, value in os.environ.items()
            if name in _KEPT or name.endswith("SAN_OPTIONS")}
    kept.update(LC_ALL="C", HOME=home, TMPDIR=home)
    kept.update(extra or {})
    return kept


class Directory:
    """A fresh directory for one run, gone at the end of the `with`.

    `path` is where the run takes place, `home` is its HOME beside it.
    """

    def __init__(self, scratch, files=()):
        self._top = tempfile.mkdtemp(dir=scratch)
        self.path = os.path.join(self._top, "work")
        self.home = os.path.join(self._top, "home")
        os.mkdir(self.path)
        os.mkdir(self.home)
        for name, data in dict(files).items():
            target = os.path.join(self.path, name)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as out:
                out.write(data)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self._top, ignore_errors=True)


def quoted_bytes(text):
    """The bytes between the quotes of `"..."`. ValueError if it is no such thing."""
    if len(text) < 2 or not text.endswith(b'"'):
        raise ValueError('a closing " is missing')
    return unescape(text[1:-1])


class Setup:
    """The head of a test that isn't a program: files, environment, limit."""

    def __init__(self):
        self.files = {}
        self.env = {}
        self.limit = None
        self._file = None

    def end_of_file(self):
        """No more lines come for the file that was begun last."""
        self._file = None

    def take(self, line):
        """Take one line (bytes, no newline). False if it is none of the head's."""
        word, _, rest = line.partition(b" ")
        if line.startswith(b"#") or not line.strip():
            return True
        if word == b"file" and rest:
            self._file = rest.decode("utf-8")
            self.files[self._file] = b""
        elif word == b"|" and self._file:
            self.files[self._file] += rest + b"\n"
        elif line.startswith(b'"') and self._file:
            self.files[self._file] += quoted_bytes(line)
        elif word == b"env" and b"=" in rest:
            name, _, value = rest.decode("utf-8").partition("=")
            self.env[name] = value
        elif word == b"limit":
            self.limit = float(rest)
        else:
            return False
        return True
