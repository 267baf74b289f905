"""Where things are.

    ROOT/                     the kit
      exercises/NN-slug/      the stages
      exercises/work/         the learner's: a copy of the sources, and
        answers/              the forms of the paper stages
        progress.txt          what is done
        backup/               what was replaced, by time
        build/                what was built from the copy
"""

import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WORK = os.path.join(ROOT, "exercises", "work")
LEARN = "exercises/learn"
SOURCES = ("common", "treewalk", "bytecode")
SUFFIXES = (".c", ".h", ".def")


def kit_sources(root):
    """The paths of all files that a copy has, from the root."""
    paths = ["Makefile"]
    for part in SOURCES:
        for folder, folders, files in os.walk(os.path.join(root, part)):
            folders.sort()
            paths += [os.path.relpath(os.path.join(folder, name), root)
                      for name in sorted(files) if name.endswith(SUFFIXES)]
    return paths
