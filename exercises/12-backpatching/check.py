"""Stage 12: a jump so far that no 16-bit distance reaches over it."""

TERMS, LINES = 20, 600          # a line of so many terms has more than 120 bytes of code


def far_jumps(c):
    """A loop, and an if, whose bodies have more than 65,535 bytes of code."""
    line = "sum = sum" + " + i" * TERMS + "\n"
    program = ("i = 0\nsum = 0\nwhile i < 2 {\ni = i + 1\n" + line * LINES + "}\n"
               "if i == 0 {\n" + line * LINES + "}\nprint(i, sum)\n")
    wanted = b"2 %d\n" % (LINES * TERMS * (1 + 2))
    outcome = c.run("duet-vm -O0 -", stdin=program.encode())
    if outcome.stdout != wanted or outcome.status != 0:
        c.fail("a jump over 70,000 bytes of code", expected=wanted, got=outcome.stdout + outcome.stderr,
               input="a while and an if around %d lines of\n%s" % (LINES, line))
