"""The stages as they stand in their folders: exercises/NN-slug/stage.json and what is beside it.

`FORMAT.md` describes the format for people; here it is read and every mistake
in it is found, with a message that names file and key.
"""

import hashlib
import json
import os
import re
from typing import NamedTuple, Tuple

from . import holes, scanner

HINTS = 3
EXECUTABLES = ("duet-tree", "duet-vm", "duet-vm-switch", "duet-vm-tos")
_FOLDER = re.compile(r"(\d\d)-[a-z0-9-]+$")
_WORDS = {str: "text", list: "a list", dict: "an object", int: "a number",
          bool: "true or false"}

# For each kind of check, the keys it must have and those it may have.
_ANY = {"kind", "title", "build", "through"}
KINDS = {
    "program": ({"in"}, {"file", "files"}),
    "listing": ({"file"}, set()),
    "commands": ({"file"}, set()),
    "session": ({"file", "in"}, set()),
    "counters": ({"runs", "hold"}, set()),
    "ratio": ({"slow", "fast"}, {"at_least", "at_most", "times"}),
    "suite": ({"filters", "configs"}, set()),
    "answers": (set(), set()),
    "python": ({"function"}, {"builds"}),
}
_HOLE_KEYS = {"file", "function", "handler", "row", "macro", "which", "leave", "name",
              "instead"}


class BadStage(Exception):
    """A stage's folder is not as FORMAT.md says."""


class Stage(NamedTuple):
    number: int
    slug: str                  # the folder's name
    folder: str
    title: str
    about: str
    needs: Tuple[int, ...]
    holes: Tuple[holes.Hole, ...]
    checks: Tuple[dict, ...]
    late: bool = False         # its holes open when the learner comes to it, not before

    @property
    def path(self):
        return "exercises/" + self.slug

    @property
    def is_paper(self):
        return not self.holes

    @property
    def has_answers(self):
        return any(check["kind"] == "answers" for check in self.checks)

    def text(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return file.read()


def _get(data, key, kind, where, default=None):
    value = data.get(key, default)
    if not isinstance(value, kind):
        raise BadStage("%s: `%s` must be %s" % (where, key, _WORDS[kind]))
    return value


def _hole(data, number, slug, where):
    unknown = set(data) - _HOLE_KEYS
    kinds = [kind for kind in ("function", "handler", "row") if kind in data]
    if unknown or len(kinds) != 1 or "file" not in data:
        raise BadStage("%s: a hole has a file, and a function, handler or row; not %s"
                       % (where, json.dumps(data)))
    leave = data.get("leave")
    if (kinds[0] == "row") != (leave in ("effects", "nothing")):
        raise BadStage("%s: `leave` (effects or nothing) belongs to a row" % where)
    instead = _get(data, "instead", list, where, [])
    if instead and (kinds[0] == "row" or "macro" in data):
        raise BadStage("%s: `instead` belongs to a function or a handler" % where)
    return holes.Hole(number, slug, data["file"], kinds[0], data[kinds[0]], data.get("macro"),
                      data.get("which"), leave, data.get("name"), tuple(instead))


def _check(data, where):
    kind = data.get("kind")
    if kind not in KINDS:
        raise BadStage("%s: there is no kind of check `%s`" % (where, kind))
    must, may = KINDS[kind]
    missing, unknown = must - set(data), set(data) - must - may - _ANY
    if missing or unknown:
        raise BadStage("%s: a check `%s` %s" % (where, kind, "needs " + ", ".join(sorted(missing))
                       if missing else "has no " + ", ".join(sorted(unknown))))
    if kind == "program" and len({"file", "files"} & set(data)) != 1:
        raise BadStage("%s: a check `program` has either file or files" % where)
    _get(data, "through", int, where, 0)
    if kind == "ratio" and not {"at_least", "at_most"} & set(data):
        raise BadStage("%s: a check `ratio` needs at_least or at_most" % where)
    return data


def load(folder):
    """The Stage in `folder`. BadStage if something is wrong with it."""
    slug = os.path.basename(folder)
    where = "exercises/%s/stage.json" % slug
    try:
        with open(os.path.join(folder, "stage.json"), encoding="utf-8") as file:
            data = json.load(file)
    except FileNotFoundError:
        raise BadStage("%s is missing" % where)
    except ValueError as error:
        raise BadStage("%s: %s" % (where, error))
    unknown = set(data) - {"title", "about", "needs", "holes", "checks", "late"}
    if unknown:
        raise BadStage("%s: unknown key %s" % (where, ", ".join(sorted(unknown))))
    number = int(slug[:2])
    stage = Stage(number, slug, folder, _get(data, "title", str, where),
                  _get(data, "about", str, where), tuple(_get(data, "needs", list, where, [])),
                  tuple(_hole(hole, number, slug, where)
                        for hole in _get(data, "holes", list, where, [])),
                  tuple(_check(check, where) for check in _get(data, "checks", list, where)),
                  _get(data, "late", bool, where, False))
    if not stage.checks:
        raise BadStage("%s: a stage without checks" % where)
    return stage


def load_all(root, broken=None):
    """All stages below `root`, by number. What is wrong with one is added to the list
    `broken` and the stage is left out; without a list it is raised."""
    folder, found = os.path.join(root, "exercises"), {}
    for name in sorted(os.listdir(folder)):
        if not _FOLDER.match(name) or not os.path.isdir(os.path.join(folder, name)):
            continue
        try:
            stage = load(os.path.join(folder, name))
            if stage.number in found:
                raise BadStage("there are two stages %d" % stage.number)
            found[stage.number] = stage
        except BadStage as bad:
            if broken is None:
                raise
            broken.append(str(bad))
    return found


def problems(stages, root):
    """What is wrong with the stages, taken together and against the kit: lines of text."""
    found, owner = [], {}
    for stage in stages.values():
        wanted = ["README.md"] + ["hint-%d.md" % level for level in range(1, HINTS + 1)]
        if stage.has_answers:
            wanted += ["answers.txt", "check.py"]
        if any(check["kind"] == "python" for check in stage.checks):
            wanted.append("check.py")
        for name in wanted:
            path = os.path.join(stage.folder, name)
            if not os.path.isfile(path) or not os.path.getsize(path):
                found.append("%s/%s is missing or empty" % (stage.path, name))
        for need in stage.needs:
            if need not in stages or need >= stage.number:
                found.append("%s: needs stage %s, which is none before it" % (stage.path, need))
        for check in stage.checks:
            through = check.get("through", stage.number + 1)
            if through <= stage.number or "through" in check and not _has_holes(stages, through):
                found.append("%s: a check looks through stage %s, which is none behind it with holes"
                             % (stage.path, through))
        for hole in stage.holes:
            key = (hole.file, hole.what, hole.target, hole.macro, hole.which)
            if key in owner:
                found.append("%s: %s is a hole of stage %d too" % (stage.path, hole.name, owner[key]))
            owner[key] = stage.number
    return found + hole_problems(stages, root)


def _has_holes(stages, number):
    return number in stages and bool(stages[number].holes)


def hole_problems(stages, root):
    """What the stages empty and the kit does not have (any more): lines of text."""
    return ["%s: %s" % (stage.path, problem) for stage in stages.values()
            for problem in (_hole_problem(hole, root) for hole in stage.holes) if problem]


def _hole_problem(hole, root):
    try:
        with open(os.path.join(root, hole.file), encoding="utf-8") as file:
            text = file.read()
        opened = hole.empty(text)
    except OSError:
        return "%s, which it empties %s in, is not there" % (hole.file, hole.name)
    except scanner.NotFound as error:
        return "in %s: %s" % (hole.file, error)
    if opened == text or not hole.is_open(opened) or hole.is_open(text):
        return "%s in %s cannot be emptied" % (hole.name, hole.file)
    return None


def content_hash(stage, root):
    """Changes when the stage or the code it is about changes: then it is asked again."""
    digest = hashlib.sha256()
    for name in sorted(os.listdir(stage.folder)):
        path = os.path.join(stage.folder, name)
        if os.path.isfile(path) and not name.endswith(".md"):
            with open(path, "rb") as file:
                digest.update(name.encode() + b"\0" + file.read() + b"\0")
    for hole in stage.holes:
        with open(os.path.join(root, hole.file), encoding="utf-8") as file:
            digest.update(hole.part(file.read()).encode())
    return digest.hexdigest()[:12]
