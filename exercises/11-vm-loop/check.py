"""Stage 11: the stack is empty when the script ends, and whenever a statement has ended."""

import re

PROGRAMS = ("first.duet", "numbers.duet", "calls.duet")


def empty_at_the_end(c):
    """The trace shows what HALT finds on the stack."""
    for name in PROGRAMS:
        outcome = c.run("duet-vm -O0 --trace=ops " + name)
        last = [line for line in outcome.stderr.splitlines() if line.startswith(b"op ")][-1:]
        if not last or not re.search(rb"\bHALT\b", last[0]):
            c.fail("the script does not end at HALT", got=b"".join(last) + b"\n" + outcome.stderr[-300:],
                   input=name, command="duet-vm -O0 --trace=ops " + name)
        left = last[0].partition(b"|")[2].strip()
        if left:
            c.fail("values are left on the stack at HALT", expected="nothing behind the bar", got=left, input=name,
                   command="duet-vm -O0 --trace=ops " + name)
