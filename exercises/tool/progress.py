"""What is done: exercises/work/progress.txt, a line for each fact, for people to read too.

    copy all                      every stage was opened (or: copy 12)
    kit 3f2a...                   the kit's sources that the copy was made from
    stage 4 passed 1a2b3c4d5e6f   with a hash of what was asked: if that changes,
    stage 5 skipped 0f...         the stage is asked again
    hints 12 2                    two hints were shown
    asked 12                      the solution was asked for
    opened 13                     a stage that opens late has been opened
"""

import os

HEAD = "# What is done of Duet's exercises. A line that you delete is forgotten.\n"
PASSED, SKIPPED = "passed", "skipped"


class Progress:
    def __init__(self, path):
        self.path = path
        self.copy, self.kit = "", ""
        self.stages, self.hints, self.asked, self.opened = {}, {}, set(), set()
        try:
            with open(path, encoding="utf-8") as file:
                for line in file:
                    self._take(line.split())
        except FileNotFoundError:
            pass

    def _take(self, words):
        try:
            if words[:1] == ["copy"]:
                self.copy = words[1]
            elif words[:1] == ["kit"]:
                self.kit = words[1]
            elif words[:1] == ["stage"] and words[2] in (PASSED, SKIPPED):
                self.stages[int(words[1])] = (words[2], words[3])
            elif words[:1] == ["hints"]:
                self.hints[int(words[1])] = int(words[2])
            elif words[:1] == ["asked"]:
                self.asked.add(int(words[1]))
            elif words[:1] == ["opened"]:
                self.opened.add(int(words[1]))
        except (IndexError, ValueError):
            pass                          # a line that somebody spoiled says nothing

    def save(self):
        lines = [HEAD, "copy %s\n" % (self.copy or "all"), "kit %s\n" % self.kit]
        lines += ["stage %d %s %s\n" % ((n,) + self.stages[n]) for n in sorted(self.stages)]
        lines += ["hints %d %d\n" % item for item in sorted(self.hints.items())]
        lines += ["asked %d\n" % number for number in sorted(self.asked)]
        lines += ["opened %d\n" % number for number in sorted(self.opened)]
        os.makedirs(os.path.dirname(self.path), exist_ok=True)
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            file.writelines(lines)
        os.replace(self.path + ".new", self.path)

    def state(self, number, content):
        """PASSED, SKIPPED, `changed` (passed when it asked something else) or ``."""
        what, known = self.stages.get(number, ("", ""))
        return what if not what or known == content else "changed"
