"""Which tests there are, and which of them were asked for.

    tests/**/*.duet            guest programs        (not those of the harness)
    programs/*.duet            guest programs, expectations optional
    tests/listings/*.listing   golden listings; the .duet beside it need not be a test
    tests/repl/*.session       REPL sessions
    tests/cli/*.cmd            command-line tests
    common/LANGUAGE.md         its examples
    BUILD/unit/*               C unit tests
    tests/harness/selftest     the harness's own
"""

import os

from . import commands, documents, expectations, guest, listings, sessions, units

_BY_SUFFIX = {".duet": guest.Program, ".session": sessions.Transcript,
              ".cmd": commands.Commands, ".listing": listings.Listing}


def everything(root, build):
    """All tests below `root` and in `build`, in a fixed order."""
    return (_guests(root) + listings.find(root) + documents.find(root)
            + commands.find(root) + sessions.find(root) + units.find(root, build)
            + units.selftest(root))


def _guests(root):
    tests = []
    for folder, folders, files in os.walk(os.path.join(root, "tests")):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "__")))
        if os.path.relpath(folder, root) == os.path.join("tests", "harness"):
            folders[:] = []
            continue
        for name in sorted(files):
            path = os.path.join(folder, name)
            if name.endswith(".duet") and not _only_listing(path):
                tests.append(guest.Program(root, os.path.relpath(path, root)))
    programs = os.path.join(root, "programs")
    if os.path.isdir(programs):
        tests += [guest.Program(root, os.path.join("programs", name))
                  for name in sorted(os.listdir(programs)) if name.endswith(".duet")]
    return tests


def _only_listing(path):
    """Whether the program serves a golden listing and expects nothing itself."""
    if not os.path.exists(os.path.splitext(path)[0] + ".listing"):
        return False
    with open(path, "rb") as data:
        return not expectations.Directives(data.read()).expects_something


def select(tests, filters, root):
    """(the tests that any filter names, the filters that name nothing).

    A filter is a path (of a test, or of a folder of tests) or a part of a
    test's name. The path of a file outside the tree is a test too.
    """
    if not filters:
        return tests, []
    chosen, unmatched = [], []
    for item in filters:
        found = _matching(tests, item, root)
        if not found:
            found = _outside(item, root)
        if not found:
            unmatched.append(item)
        chosen += [test for test in found if test not in chosen]
    return chosen, unmatched


def _matching(tests, item, root):
    exact = [test for test in tests if test.name == item]
    if exact:
        return exact
    if os.path.exists(item):
        path = os.path.relpath(os.path.realpath(item), os.path.realpath(root))
        inside = [test for test in tests
                  if test.path == path or test.path.startswith(path + os.sep) or path == "."]
        if inside:
            return inside
    return [test for test in tests if item in test.name or item in test.path]


def _outside(item, root):
    kind = _BY_SUFFIX.get(os.path.splitext(item)[1])
    if kind is None or not os.path.isfile(item):
        return []
    return [kind(root, os.path.abspath(item))]
