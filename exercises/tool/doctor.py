"""Is everything there that the exercises need?"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

_PROGRAM = "int main(void) { return 0; }\n"


def _first_line(argv):
    try:
        done = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=20)
        return (done.stdout.decode("utf-8", "replace").splitlines() or [""])[0]
    except (OSError, subprocess.TimeoutExpired):
        return ""


def _compiles(compiler, options=()):
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "try.c")
        with open(source, "w") as file:
            file.write(_PROGRAM)
        try:
            return subprocess.run([compiler, "-std=gnu11", *options, source, "-o", os.path.join(folder, "try")],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60
                                  ).returncode == 0
        except (OSError, subprocess.TimeoutExpired):
            return False


def findings(work):
    """(good, what was looked at, what to do if it is not good) for each thing."""
    yield (sys.version_info >= (3, 8), "Python %s" % sys.version.split()[0],
           "Python 3.8 or later is needed")
    make = shutil.which("make")
    said = _first_line([make, "--version"]) if make else ""
    yield ("GNU Make" in said, said or "make", "install GNU Make (Debian: apt-get install make)")
    compiler = os.environ.get("CC", "cc")
    said = _first_line([compiler, "--version"])
    yield (bool(said) and _compiles(compiler), said or compiler,
           "a C compiler that makes executables (Debian: apt-get install gcc libc6-dev), or set CC")
    writable = os.access(work if os.path.isdir(work) else os.path.dirname(work), os.W_OK)
    yield writable, "exercises/work can be written", "the folder of the kit must be writable"
    free = shutil.disk_usage(os.path.dirname(work)).free >> 20
    yield free > 300, "%d MB free on the disk" % free, "300 MB are needed for what is built"
    try:
        os.close(os.openpty()[0])
        terminal = True
    except OSError:
        terminal = False
    yield terminal, "pseudo-terminals, for the REPL's checks", "stage 8 cannot be checked here"


def optional(work):
    """(there, what it is, what for) of things one can do without."""
    found = bool(re.search("edit", _first_line(["sh", "-c", "ldconfig -p 2>/dev/null | grep libedit"])))
    yield found, "libedit", "line editing in the REPL (Debian: apt-get install libedit-dev)"
    yield bool(shutil.which("objdump")), "objdump", "stage 14 looks into the binary with it (binutils)"
