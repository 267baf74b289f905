"""The forms of the paper stages: `answers.txt`.

    # a comment
    the first result: 12

A line with a colon is a question; what stands behind the colon is the answer.
"""

import re

_LINE = re.compile(r"^([^#:\n][^:\n]*):(.*)$")


class Form:
    """A form that is filled in, or not: answers by key, and their lines."""

    def __init__(self, text):
        self.text = text
        self.answers, self.lines = {}, {}
        for number, line in enumerate(text.split("\n"), 1):
            match = _LINE.match(line)
            if match:
                key = match.group(1).strip()
                self.answers[key] = match.group(2).split(" #")[0].strip()
                self.lines[key] = number

    def filled(self, answers):
        """The form's text with these answers in it. KeyError for one it does not ask."""
        unknown = set(answers) - set(self.answers)
        if unknown:
            raise KeyError("the form does not ask: %s" % ", ".join(sorted(unknown)))
        lines = self.text.split("\n")
        for key, answer in answers.items():
            lines[self.lines[key] - 1] = "%s: %s" % (key, answer)
        return "\n".join(lines)
