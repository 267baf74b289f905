"""Runs executables for the checks, through the harness of the kit's tests.

The learner's executables lie in the copy's build directory; the finished kit's
are built where the kit is built anyway, when they are first asked for. With
`--with`, a command of the learner's own takes the place of the executables.
"""

import os
import shlex
import shutil
import sys
import tempfile

from . import build, places

sys.path.insert(0, os.path.join(places.ROOT, "tests"))

from harness import configs, context, execute, sandbox  # noqa: E402  (the path comes first)

KIT = "kit"               # the finished kit's own executables, in place of a copy's
ALL = tuple(configs.Config(name[5:], name, ()) for name in
            ("duet-tree", "duet-vm", "duet-vm-switch", "duet-vm-tos"))


class Context(context.Context):
    """What the harness's kinds of test ask about a run."""

    def __init__(self, again_command, *rest):
        super().__init__(*rest)
        self._again_command = again_command      # what a reader types to repeat the check

    def again(self, test_name, config_name=None):
        return self._again_command


class Runner:
    """Everything that is run for one command of the tool. Close it, or use `with`."""

    def __init__(self, folder, kit_build=None, own_command=None, only=None, announce=None):
        self.root = places.ROOT
        self.folder = folder                     # of the copy
        self.kit_build = os.path.abspath(kit_build or os.path.join(places.ROOT, "build"))
        self.only = only                         # a variant that is built whatever a check says; or KIT
        self.own_command = own_words(own_command) if own_command else None
        self._announce = announce or (lambda text: None)     # told before what takes long
        self.processes = execute.Processes()
        self.warnings = ""
        self._scratch = os.path.realpath(tempfile.mkdtemp(prefix="duet-learn-"))
        self._made = set()                       # (variant, executable) that are up to date
        self._kit_made = set()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.processes.stop()
        shutil.rmtree(self._scratch, ignore_errors=True)

    # ---- building ----

    @property
    def proof(self):
        return self.only == "proof"

    def variant(self, wanted=None):
        return self.only or wanted or "quick"

    def directory(self, wanted=None):
        """Where the executables are."""
        if self.only == KIT:
            return self.kit_build
        return build.directory(self.folder, self.variant(wanted))

    def make(self, executables, wanted=None):
        """Builds what is not built yet. build.Failed."""
        if self.only == KIT:
            return self.make_kit(executables)
        variant = self.variant(wanted)
        missing = sorted(e for e in set(executables) if (variant, e) not in self._made)
        if missing:
            self._first_time(self.directory(wanted), missing, "your copy of ")
            self.warnings += build.make(self.processes, self.folder, variant, missing)
            self._made |= {(variant, e) for e in missing}

    def make_kit(self, executables):
        missing = sorted(set(executables) - self._kit_made)
        if missing:
            self._first_time(self.kit_build, missing, "the kit's own ")
            build.make_kit(self.processes, self.root, self.kit_build, missing)
            self._kit_made |= set(missing)

    def _first_time(self, directory, executables, whose):
        new = [name for name in executables if not os.path.exists(os.path.join(directory, name))]
        if new:
            self._announce("building %s%s; the first time this takes a while ..." % (whose, " and ".join(new)))

    def forget(self):
        """The sources have changed: build again when asked."""
        self._made.clear()
        self.warnings = ""

    # ---- running ----

    def configuration(self, text):
        """`duet-vm -O0` as a Config of the harness."""
        words = shlex.split(text)
        return configs.Config("".join([words[0].replace("duet-", "")] + words[1:2])
                              + "".join(" " + word for word in words[2:]), words[0], tuple(words[1:]))

    def own_configuration(self):
        return configs.Config("yours", self.own_command[0], tuple(self.own_command[1:]))

    def context(self, chosen, wanted=None, again=""):
        """A harness Context over these Configs."""
        return Context(again, self.root, self.directory(wanted), tuple(chosen),
                       30.0 if self.proof else context.DEFAULT_LIMIT, False, self.processes,
                       self._scratch)

    def run(self, command, folder, wanted=None, stdin=b"", limit=10.0):
        """Runs `duet-vm ...` from the copy in `folder`. Gives the harness's Outcome."""
        words = shlex.split(command) if isinstance(command, str) else list(command)
        self.make([words[0]], wanted)
        return self._run(self.directory(wanted), words, folder, stdin, limit)

    def run_kit(self, command, folder, stdin=b"", limit=10.0):
        """The same with the finished kit."""
        words = shlex.split(command) if isinstance(command, str) else list(command)
        self.make_kit([words[0]])
        return self._run(self.kit_build, words, folder, stdin, limit)

    def _run(self, directory, words, folder, stdin, limit):
        home = os.path.join(self._scratch, "home")
        os.makedirs(home, exist_ok=True)
        return self.processes.run([os.path.join(directory, words[0])] + words[1:], folder,
                                  sandbox.environment(home), stdin, limit * (4 if self.proof else 1))


def own_words(command):
    """The words of `--with COMMAND`. Programs run in the stage's folder, so names of files
    that are there now become absolute."""
    words = shlex.split(command)
    return [shutil.which(words[0]) or os.path.abspath(words[0])] + [
        os.path.abspath(word) if os.path.exists(word) else word for word in words[1:]]
