"""Stage 10: the pool of constants must also be quick."""

NUMBERS, TIMES = 50000, 2


def many_constants(c):
    """Every constant twice: each must find the one that is there, and not by looking at all of them."""
    line = "x = [" + ",\n".join(str(n) for n in range(NUMBERS)) + "]\n"
    outcome = c.run("duet-vm -O0 --disassemble -", stdin=(line * TIMES).encode(), limit=60 if c.sanitized else 10)
    if outcome.timed_out:
        c.fail("%d constants take more than 10 seconds: is each compared with all others?" % (NUMBERS * TIMES),
               where=("bytecode/emit.c", 1))
    if outcome.status != 0:
        c.fail("%d constants" % (NUMBERS * TIMES), got=outcome.stdout[-2000:] + outcome.stderr)
    last = [row for row in outcome.stdout.splitlines() if b"CONST " in row][-1].split()
    if last[-2:] != [b"%d" % (NUMBERS - 1)] * 2:
        c.fail("the last of %d numbers, which the program names twice" % NUMBERS, got=outcome.stdout.splitlines()[-4],
               expected="WIDE or not, CONST %d  %d" % (NUMBERS - 1, NUMBERS - 1), where=("bytecode/emit.c", 1))
