"""Stage 22: the order in which functions become hot."""

PROGRAMS = ("calls.duet", "loops.duet", "recursion.duet", "errors.duet")


def hot(outcome):
    return [line for line in outcome.stderr.decode("utf-8", "replace").splitlines() if line.startswith("tier ")]


def events(c):
    for program in PROGRAMS:
        command = "duet-vm -O2 --trace=tier " + program
        got, wanted = hot(c.run(command)), hot(c.kit(command))
        if got != wanted:
            c.fail("what became hot in %s" % program, expected="\n".join(wanted), got="\n".join(got), command=command)
