"""Builds executables, with the kit's own Makefile.

    quick      -O0 and handlers as functions of their own: compiled in seconds
    release    as the kit is built: for times, and for looking into the binary
    proof      quick under sanitizers, warnings are errors: for the proofs
    strict     quick, and warnings are errors; by clang, where there is one

Only the executables that a check names are built. Warnings stop no learner.
"""

import os
import re
import shutil

from . import places

LIMIT = 1800.0            # seconds
QUIET = "-Wno-unused -Wno-unused-parameter"
HOLES = "-include support/hole.h " + QUIET
AS_FUNCTIONS = " '-DALWAYS_INLINE=static inline __attribute__((unused))'"
SANITIZE = "-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"

CLANG = ("CC=clang",) if shutil.which("clang") else ()

VARIANTS = {
    "quick": ("MODE=quick", "FLAGS_quick=-O0 -g", "CFLAGS=%s -Wno-error%s" % (HOLES, AS_FUNCTIONS)),
    "release": ("MODE=release", "CFLAGS=%s -Wno-error" % HOLES),
    "strict": ("MODE=quick", "FLAGS_quick=-O0", "CFLAGS=" + HOLES + AS_FUNCTIONS) + CLANG,
    "proof": ("MODE=proof", "FLAGS_proof=-O0 " + SANITIZE, "CFLAGS=" + HOLES + AS_FUNCTIONS),
}
_ERROR = re.compile(r"^(\S+?):(\d+)(?::\d+)?: (?:fatal )?error: (.*)$", re.MULTILINE)


class Failed(Exception):
    """It does not compile: path and line of the first error, what it says, and all that was said."""

    def __init__(self, text, folder):
        match = _ERROR.search(text)
        self.path = os.path.relpath(os.path.join(folder, match.group(1)), places.ROOT) if match else None
        self.line = int(match.group(2)) if match else 1
        self.message = match.group(3) if match else "make failed"
        self.text = text
        super().__init__(self.message)


def directory(folder, variant):
    return os.path.join(folder, "build", variant)


def make(processes, folder, variant, targets):
    """Builds `targets` (names of executables) from the sources in `folder`. Gives what the
    compiler warned of. Failed if that does not work."""
    build = directory(folder, variant)
    argv = ["make", "-C", folder, "--no-print-directory", "-j%d" % (os.cpu_count() or 2),
            "BUILD=build/" + variant, *VARIANTS[variant],
            *("build/%s/%s" % (variant, target) for target in targets)]
    os.makedirs(build, exist_ok=True)
    return _run(processes, argv, folder)


def make_kit(processes, root, build, targets):
    """Builds executables of the kit itself into its directory `build`."""
    argv = ["make", "-C", root, "--no-print-directory", "-j%d" % (os.cpu_count() or 2),
            "BUILD=" + os.path.relpath(build, root),
            *(os.path.relpath(os.path.join(build, target), root) for target in targets)]
    return _run(processes, argv, root)


def _run(processes, argv, folder):
    env = {name: value for name, value in os.environ.items()
           if name not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "BUILD", "MODE", "CFLAGS")}
    outcome = processes.run(argv, folder, env, limit=LIMIT)
    text = outcome.stderr.decode("utf-8", "replace")
    if outcome.error or outcome.status != 0:
        raise Failed(text or outcome.error or outcome.stdout.decode("utf-8", "replace"), folder)
    return text if "warning:" in text else ""


def without_link(text):
    """What make and the linker say about an error that the compiler told already goes."""
    return "\n".join(line for line in text.splitlines() if not re.match(r"make(\[\d+\])?: ", line))
