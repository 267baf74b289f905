"""The table of configurations: every backend at every level the suite runs.

A configuration is an executable of the build directory and the options that
set its level. All of them must agree on every guest program. A new level or a
`--without=` switch is one more row here and nothing anywhere else.
"""

from typing import NamedTuple, Tuple


class Config(NamedTuple):
    name: str                 # as shown, and as `--config` takes it
    executable: str           # file name in the build directory
    options: Tuple[str, ...]  # come before the test's own options


CONFIGS = (
    Config("tree-O0", "duet-tree", ("-O0",)),
    Config("tree-O1", "duet-tree", ("-O1",)),
    Config("vm-O0", "duet-vm", ("-O0",)),
    Config("vm-O1", "duet-vm", ("-O1",)),
    Config("vm-O2", "duet-vm", ("-O2",)),
    Config("switch-O0", "duet-vm-switch", ("-O0",)),
    Config("switch-O2", "duet-vm-switch", ("-O2",)),
)


def select(wanted):
    """The rows that `wanted` names; each item is a name or the beginning of one.

    `tree` means tree-O0 and tree-O1. Returns (rows, items that name nothing).
    """
    if not wanted:
        return CONFIGS, []
    exact = {config.name for config in CONFIGS}

    def named(config, item):
        return config.name == item if item in exact else config.name.startswith(item)

    rows = tuple(c for c in CONFIGS if any(named(c, item) for item in wanted))
    unknown = [i for i in wanted if not i or not any(named(c, i) for c in CONFIGS)]
    return rows, unknown


def plain(configs, executables):
    """One row without level options for each of `executables` that `configs` uses."""
    used = {config.executable for config in configs}
    return tuple(Config(executable.replace("duet-", ""), executable, ())
                 for executable in executables if executable in used)
