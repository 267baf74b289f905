"""Stage 13: an operand that does not fit into 16 bits has a prefix, and the offsets count it."""

import re

COUNT, FIRST_WIDE = 65600, 65536


def wide(c):
    """More constants than 16 bits can number."""
    source = "x = [" + ",\n".join(str(n + 1000000) for n in range(COUNT)) + "]\n"
    outcome = c.run("duet-vm -O0 --disassemble -", stdin=source.encode(), limit=60)
    wanted = r" (\d+) {8}WIDE CONST +%d  %d$" % (FIRST_WIDE, FIRST_WIDE + 1000000)
    lines = outcome.stdout.decode("utf-8", "replace").splitlines()
    at = next((i for i, line in enumerate(lines) if re.search(wanted, line)), None)
    if at is None:
        near = [line for line in lines if "%d" % (FIRST_WIDE + 1000000) in line]
        c.fail("the first constant whose index has more than 16 bits",
               expected="... WIDE CONST             %d  %d" % (FIRST_WIDE, FIRST_WIDE + 1000000),
               got="\n".join(near) or outcome.stdout[-300:] + outcome.stderr)
    here, following = (int(re.match(r" *\d* +(\d+) ", line).group(1)) for line in lines[at:at + 2])
    if following != here + 8:
        c.fail("an instruction with a prefix is longer: two bytes more, and operands of four",
               expected="the next offset is %d" % (here + 8), got="\n".join(lines[at:at + 2]))
