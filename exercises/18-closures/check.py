"""Stage 18: closing must not look at upvalues that stay open; and what the learner counted."""

DEPTHS, TURNS, MOST = (0, 3000), 20000, 3.0
# Each call keeps an open variable; the innermost opens and closes another, again and again.
PROGRAM = """
fn spin() {
  for i in range(%d) { let own = i; let get = fn() { return own } }
  return 0
}
fn deep(n) {
  let kept = n
  let get = fn() { return kept }
  let below = n == 0 ? spin() : deep(n - 1)
  return below + get()
}
print(deep(%d))
"""


def many_open(c):
    """The time of capturing and closing does not depend on how many others are open."""
    seconds = []
    for depth in DEPTHS:
        outcome = c.run("duet-vm -O0 -", stdin=(PROGRAM % (TURNS, depth)).encode(), limit=60)
        if outcome.stdout != b"%d\n" % (depth * (depth + 1) // 2):
            c.fail("calls nested %d deep, each with an open upvalue" % depth,
                   expected="%d\n" % (depth * (depth + 1) // 2), got=outcome.stdout + outcome.stderr,
                   input=PROGRAM % (TURNS, depth))
        seconds.append(outcome.seconds)
    if not c.sanitized and seconds[1] > MOST * seconds[0] + 0.1:
        c.fail("with %d upvalues open, capturing and closing one takes longer: are they all looked at?" % DEPTHS[1],
               expected="at most %.2f s, as the open ones are in order and the highest comes first" % (MOST * seconds[0] + 0.1),
               got="%.2f s; with none open %.2f s" % (seconds[1], seconds[0]), where=("bytecode/upvalue.c", 1))


# ---- the paper part ----

PROGRAMS = ("pair", "turns", "itself", "deeper")
REASONS = {
    ("pair opened", 4): "two functions capture the variable, but it is one variable: the second finds the upvalue that is open",
    ("pair opened", 1): "the second call of pair has a variable of its own",
    ("pair closed", 0): "pair returns, and its slots die with it",
    ("turns opened", 1): "each turn has its own i: the functions give 0, 1, 2, 3, 4, not five times the same",
    ("turns opened", 6): "`all` is not captured: no inner function uses it",
    ("turns closed", 1): "the variable dies at the end of every turn",
    ("turns closed", 0): "each turn's i is gone when the next begins, and its function lives on",
    ("itself opened", 0): "how does the function's body find `factorial`? It is a variable of the script",
    ("itself opened", 10): "the function was made once; calling it captures nothing",
    ("itself closed", 1): "what it captured is a variable of the script, which does not die before the end",
    ("deeper opened", 3): "the functions between pass the upvalue on: the variable is one, and so is its upvalue",
    ("deeper opened", 4): "the functions between pass the upvalue on: the variable is one, and so is its upvalue",
}


def solution(a):
    right = {}
    for name in PROGRAMS:
        stats = a.json(a.kit("duet-vm -O0 --stats=json %s.duet" % name))
        right[name + " opened"] = str(stats["upvalues opened"])
        if name != "deeper":
            right[name + " closed"] = str(stats["upvalues closed"])
    return right


def answers(a):
    for key, value in solution(a).items():
        given = a.number(key)
        if given is None:
            a.wrong(key, "a number")
        elif given != int(value):
            a.wrong(key, REASONS.get((key, given), "run it with --stats, and follow where each variable is captured and where it dies"))
