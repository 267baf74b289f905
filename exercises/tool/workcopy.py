"""The learner's copy of the sources: made, opened, filled, saved.

The kit is only read. A copy is the kit's text with some stages open; what a
learner has written since is in the copy alone, and is found there by name.
"""

import os
import shutil
import time

from . import holes, places

HOLE_FILES = {"common/support/hole.h": holes.HEADER, "common/support/hole.c": holes.SOURCE}


class Copy:
    def __init__(self, root, folder, stages):
        self.root = root
        self.folder = folder
        self.stages = stages
        self._kit = {}            # texts of the kit, once read
        self._names = None        # of its files, once they are remembered

    # ---- texts ----

    def exists(self):
        return os.path.isfile(os.path.join(self.folder, "Makefile"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def read(self, name):
        with open(self.path(name), encoding="utf-8", errors="surrogateescape") as file:
            return file.read()

    def kit_text(self, name):
        if name not in self._kit:
            with open(os.path.join(self.root, name), encoding="utf-8") as file:
                self._kit[name] = file.read()
        return self._kit[name]

    def remember_kit(self):
        """Reads all of the kit now: whatever is edited there meanwhile, every state made from
        here on is of one and the same kit."""
        self._names = places.kit_sources(self.root)
        for name in self._names:
            self.kit_text(name)

    def write(self, name, text):
        """Writes a file, unless it says that already: what make sees as new is compiled."""
        path = self.path(name)
        data = text.encode("utf-8", "surrogateescape")
        try:
            with open(path, "rb") as file:
                if file.read() == data:
                    return
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    # ---- making one ----

    def make(self, opened):
        """The kit's sources with the stages `opened` (numbers) open."""
        wanted = set(HOLE_FILES)
        for name in self._names or places.kit_sources(self.root):
            self.write(name, self._opened_text(name, opened))
            wanted.add(name)
        for name, text in HOLE_FILES.items():
            self.write(name, text)
        for name in places.kit_sources(self.folder):
            if name not in wanted:
                os.remove(self.path(name))

    def _opened_text(self, name, opened):
        chosen = [hole for number in opened for hole in self.stages[number].holes]
        text = holes.empty_all(self.kit_text(name), [h for h in chosen if h.file == name])
        rows = [hole.stage for hole in chosen if hole.leave == "effects"]
        if name == holes.EFFECT_FILE and rows:
            text = holes.guard_effects(text, rows[0])
        return text

    # ---- single stages ----

    def open_holes(self, number):
        """The holes of a stage that are still to be filled."""
        return [hole for hole in self.stages[number].holes
                if hole.is_open(self._read_or_nothing(hole.file))]

    def _read_or_nothing(self, name):
        try:
            return self.read(name)
        except FileNotFoundError:
            return ""

    def fill(self, number):
        """Puts the kit's own text into the holes of a stage."""
        for name, found in holes.by_file(self.stages[number].holes).items():
            self.write(name, self.filled(name, found))

    def filled(self, name, found):
        """The learner's file with the kit's text in these holes. scanner.NotFound."""
        text, kit = self.read(name), self.kit_text(name)
        for hole in found:
            text = hole.put(text, hole.part(kit))
        return text

    def empty(self, number):
        """Opens the holes of a stage again, and leaves the rest of the files as it is."""
        for name, found in holes.by_file(self.stages[number].holes).items():
            text = self.read(name)
            for hole in found:
                text = hole.put(text, hole.part(hole.empty(self.kit_text(name))))
            self.write(name, text)

    def update(self, opened):
        """Takes over the kit's present sources and keeps what the learner wrote in the holes.
        Gives the names of the functions kept."""
        kept = []
        for number in opened:
            for hole in self.stages[number].holes:
                text = self._read_or_nothing(hole.file)
                if not hole.is_open(text):
                    kept.append((hole, hole.part(text)))
        self.backup("before-update")
        self.make(opened)
        for hole, part in kept:
            self.write(hole.file, hole.put(self.read(hole.file), part))
        return [hole.name for hole, _ in kept]

    # ---- saving ----

    def backup(self, label, names=None):
        """Copies these files (or all sources) to backup/TIME-label; gives that folder."""
        folder = os.path.join(self.folder, "backup", time.strftime("%Y%m%d-%H%M%S-") + label)
        base, count = folder, 1
        while os.path.exists(folder):
            count += 1
            folder = "%s-%d" % (base, count)
        for name in names if names is not None else places.kit_sources(self.folder):
            if os.path.exists(self.path(name)):
                target = os.path.join(folder, name)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                shutil.copy2(self.path(name), target)
        return folder

    def changed_at(self):
        """When anything that a learner edits was last written; for `watch`."""
        latest, count = 0.0, 0
        files = [self.path(name) for name in places.kit_sources(self.folder)]
        answers = self.path("answers")
        if os.path.isdir(answers):
            files += [os.path.join(answers, name) for name in os.listdir(answers)]
        for path in files:
            try:
                latest, count = max(latest, os.stat(path).st_mtime), count + 1
            except FileNotFoundError:       # an editor is just writing it
                pass
        return latest, count
