"""The table of configurations: every backend at every level the suite runs.

A configuration is an executable of the build directory and the options that
set its level. All of them must agree on every guest program. The executables
say themselves (`--help`) which levels and `--without=` techniques they know,
so a new level or technique gets its rows by itself:

    tree-O0, tree-O1, ...    the tree-walker at every level
    vm-O0, vm-O1, ...        the VM with goto dispatch at every level
    switch-O0, switch-O2     with switch dispatch at the first and the last
    tos-O0, tos-O2           the same with the top of the stack in registers
    tail-O0, tail-O2         the same with tail calls, where a compiler could build that
    vm-O2-all                the VM's last level without all techniques
    vm-O2-fold-fuse, ...     without these: a covering set, see `covering`
    vm-O2-watched            with --profile, which runs a loop of its own
    vm-O2-tier, switch-O2-tier    without waiting until a function is hot: few
                             tests run long enough for the code made for those

An executable that is not there or says nothing has the levels that stand here;
that it is missing is told elsewhere.
"""

import itertools
import math
import os
import re
import subprocess
from typing import NamedTuple, Tuple


class Config(NamedTuple):
    name: str                 # as shown, and as `--config` takes it
    executable: str           # file name in the build directory
    options: Tuple[str, ...]  # come before the test's own options


EXECUTABLES = {"tree": "duet-tree", "vm": "duet-vm", "switch": "duet-vm-switch",
               "tos": "duet-vm-tos", "tail": "duet-vm-tail"}
OTHER_DISPATCH = ("switch", "tos", "tail")       # the same VM with another loop
OPTIONAL = ("tail",)                             # built where a compiler can
VMS = ("duet-vm", "duet-vm-switch", "duet-vm-tos", "duet-vm-tail")
AT_ONCE = "tier"         # left out alone too: then code is as quick from the start as it gets
GENERATED = ("tree-O1", "tree-O2", "vm-O2", "switch-O0")    # the rows for a generated program

_LEVELS_UNLESS_SAID = {"tree": 1, "vm": 2, "switch": 2, "tos": 2, "tail": 2}
_LEVELS = re.compile(r"^ *-O0 to -O(\d)\b", re.MULTILINE)
_WATCHED = ("--profile", "--output=/dev/null")
_TECHNIQUES = re.compile(r"^Techniques that --without takes: (.+)$", re.MULTILINE)


def table(build):
    """All rows for the executables in the directory `build`, in a fixed order."""
    rows = []
    for short, executable in EXECUTABLES.items():
        path = os.path.join(build, executable)
        if short in OPTIONAL and not os.path.exists(path):
            continue
        text = _help(path)
        said = _LEVELS.search(text)
        last = int(said.group(1)) if said else _LEVELS_UNLESS_SAID[short]
        for level in (0, last) if short in OTHER_DISPATCH else range(last + 1):
            rows.append(Config("%s-O%d" % (short, level), executable, ("-O%d" % level,)))
        said = _TECHNIQUES.search(text)
        techniques = re.split(r",\s*", said.group(1).strip()) if said else []
        if AT_ONCE in techniques:
            rows.append(_leave_out(rows[-1], (AT_ONCE,), AT_ONCE))
            if short in OTHER_DISPATCH:
                del rows[-2]
        if techniques and short not in OTHER_DISPATCH:
            rows += _without(rows[-2 if AT_ONCE in techniques else -1], techniques)
        if _WATCHED[0] in text and short not in OTHER_DISPATCH:
            level = "-O%d" % last
            rows.append(Config(short + level + "-watched", executable, (level,) + _WATCHED))
    return tuple(rows)


def _help(path):
    try:
        return subprocess.run([path, "--help"], stdin=subprocess.DEVNULL, timeout=10,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
                              ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.TimeoutExpired):
        return ""


def _leave_out(row, names, label):
    return Config("%s-%s" % (row.name, label), row.executable,
                  row.options + ("--without=" + ",".join(names),))


def _without(row, names):
    """The rows that leave techniques out of `row`."""
    rows = []
    for left_out in [tuple(names)] + covering(names):
        label = "all" if len(left_out) == len(names) else "-".join(left_out)
        rows.append(_leave_out(row, left_out, label))
    return rows


def covering(names):
    """Which names each row leaves out, so that every pair of names is tried.

    Together with the row that leaves out nothing and the row that leaves out
    all, each two names meet in all four ways: both on, both off, and either
    one alone. There are as few rows as can be: of k rows, each name is off in
    another set of k // 2. No such set holds another one, so of any two names
    each is off somewhere where the other is on. Six names need four rows.
    """
    k = 0
    while math.comb(k, k // 2) < len(names):
        k += 1
    rows_of = dict(zip(names, itertools.combinations(range(k), k // 2)))
    rows = [tuple(name for name in names if row in rows_of[name]) for row in range(k)]
    return [row for row in rows if row]


def select(rows, wanted):
    """The rows that `wanted` names; each item is a name or the beginning of one.

    `tree` means tree-O0, tree-O1, ... Returns (rows, items that name nothing).
    """
    if not wanted:
        return rows, []
    exact = {config.name for config in rows}

    def named(config, item):
        return config.name == item if item in exact else config.name.startswith(item)

    chosen = tuple(c for c in rows if any(named(c, item) for item in wanted))
    unknown = [i for i in wanted if not i or not any(named(c, i) for c in rows)]
    return chosen, unknown


def levels(rows):
    """The rows that leave nothing out; all, if every row leaves something out."""
    return tuple(row for row in rows if len(row.options) == 1) or rows


def plain(rows, executables):
    """One row without level options for each of `executables` that `rows` use."""
    used = {config.executable for config in rows}
    return tuple(Config(executable.replace("duet-", ""), executable, ())
                 for executable in executables if executable in used)


def for_generated(rows, one_level):
    """The rows of `rows` that a generated program runs in: those of GENERATED,
    as far as they are there. Where `one_level` is enough, the last level of each
    front end; the VM's other dispatches have the same one."""
    chosen = [row for row in rows if row.name in GENERATED] or list(rows)
    if not one_level:
        return chosen
    last = {row.executable: row for row in levels(chosen)}
    for short in OTHER_DISPATCH:
        if len(last) > 1:
            last.pop(EXECUTABLES[short], None)
    return list(last.values())
