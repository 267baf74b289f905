"""What every test of one run shares: which executables, which limits, where.

A test is any object with these words, and the rooms of the kinds make them:

    name, path, line      how it is called; the file (from the root) and place shown
    executables(configs)  the file names in the build directory that it needs
    applies(context)      whether this run's configurations and options concern it
    run(context)          None when it passed, else a report.Failure or report.LeftOut
"""

import os
import shlex

DEFAULT_LIMIT = 10.0       # seconds for one run of one executable


class Context:
    def __init__(self, root, build, configs, limit, gc_stress, processes, scratch):
        self.root = root
        self.build = build
        self.configs = configs
        self.limit = limit
        self.gc_stress = gc_stress
        self.processes = processes
        self.scratch = scratch                 # a directory that goes at the end
        self.home = os.path.join(scratch, "home")
        os.makedirs(self.home, exist_ok=True)

    def executable(self, config):
        return os.path.join(self.build, config.executable)

    def extra_options(self):
        return ["--gc-stress"] if self.gc_stress else []

    def limit_for(self, own=None):
        """The time limit of a run; a test's own limit scales with the default."""
        return self.limit * (own or DEFAULT_LIMIT) / DEFAULT_LIMIT

    def again(self, test_name, config_name=None):
        """The command that runs one test again as it was run now."""
        words = ["python3", os.path.relpath(os.path.join(self.root, "tests", "run.py"))]
        if self.build != os.path.join(self.root, "build"):
            words += ["--build", self.build]
        if self.gc_stress:
            words.append("--gc-stress")
        if self.limit != DEFAULT_LIMIT:
            words += ["--time-limit", "%g" % self.limit]
        if config_name:
            words += ["--config", config_name]
        return " ".join(shlex.quote(word) for word in words + [test_name])
