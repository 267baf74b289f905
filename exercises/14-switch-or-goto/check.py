"""Stage 14: indirect jumps counted in the binaries, both dispatches timed again here and now."""

import importlib.util
import os
import statistics

ROUNDS, SIZE = 7, 100
NEAR = 1.35                     # so far may a ratio be from ours, as a factor
EQUAL = 0.03                    # nearer to 1 than this is neither
DOUBT = 0.06                    # and nearer than this may be called so
A_FEW = 16                      # a compiler may copy the switch's jump to some places
SWITCH, GOTO = "duet-vm-switch", "duet-vm"


def count_jumps(folder):
    spec = importlib.util.spec_from_file_location("count_jumps", os.path.join(folder, "count_jumps.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.count


def one_jump(c):
    """The learner's loop, as the compiler made it at -O2."""
    if c.sanitized:
        return
    found = count_jumps(c.folder)(c.path(SWITCH))
    if found is not None and not 0 < found <= A_FEW:
        c.fail("a switch has one indirect jump, at the top of the loop", expected="1", got=str(found), where=("bytecode/interp.c", 1))


# ---- what is true here ----

def ratio(a, level):
    ratios = []
    for _ in range(ROUNDS):
        switch, goto = (a.kit("%s %s work.duet %d" % (name, level, SIZE), limit=30).seconds for name in (SWITCH, GOTO))
        ratios.append(max(switch, 1e-5) / max(goto, 1e-5))
    return statistics.median(ratios)


def jumps(a):
    count = count_jumps(a.folder)
    return {"indirect jumps with switch": count(a.kit_path(SWITCH)), "indirect jumps with goto": count(a.kit_path(GOTO))}


def instructions(a):
    return {"instructions with " + name: a.json(a.kit("%s --profile=json work.duet" % executable))["instructions"]
            for name, executable in (("switch", SWITCH), ("goto", GOTO))}


def ratios(a):
    return {"ratio at " + level: ratio(a, level) for level in ("-O0", "-O2")}


def winners(value):
    """What may be said of this ratio: near 1, chance decides between two answers."""
    if abs(value - 1) <= EQUAL:
        return {"neither"} | ({"goto"} if value > 1 + EQUAL / 2 else {"switch"} if value < 1 - EQUAL / 2 else set())
    return {"goto" if value > 1 else "switch"} | ({"neither"} if abs(value - 1) <= DOUBT else set())


# ---- the answers ----

def look_at_counts(a):
    for key, ours in jumps(a).items():
        if a.number(key) is None:
            a.wrong(key, "a number")
        elif ours is not None and a.number(key) != ours:
            a.wrong(key, "count_jumps.py says something else of this build; run `make`, then that")
    for key, ours in instructions(a).items():
        if a.number(key) != ours:
            a.wrong(key, "`instructions` in --profile=json of work.duet, without further options or arguments")


def look_at_times(a):
    for key, ours in a.far_off(lambda: ratios(a), NEAR).items():
        theirs = a.number(key)
        if not theirs or theirs <= 0:
            a.wrong(key, "a number, like 1.08")
        else:
            a.wrong(key, "measured just now, it is %s. Run time_both.py again: release build, nothing else running"
                    % ("more" if ours > theirs else "less"))
    theirs = a.number("ratio at -O2")
    if a.text("quicker at -O2") not in ("switch", "goto", "neither"):
        a.wrong("quicker at -O2", "switch, goto or neither")
    elif theirs and a.text("quicker at -O2") not in winners(theirs):
        a.wrong("quicker at -O2", "that does not follow from the ratio you wrote: above 1 the switch takes longer, below 1 the gotos do")


CHOICES = {
    "why so many": ("b", {
        "a": "the loop of the second has no turns at all: look at interp_run with gotos",
        "c": "count them: there are not many more than opcodes, and few handlers could have a second one"}),
    "what has changed": ("a", {
        "b": "if they did, the two counts of question 1 would be alike",
        "c": "the opcodes are in the first-level cache then and now: a loop's code is a few hundred bytes"}),
    "what else a switch costs": ("b", {
        "a": "opcodes are numbered without gaps, so the compiler makes a table of addresses, not a search",
        "c": "handlers are inlined into both loops"}),
    "what makes it matter less": ("b", {
        "a": "each instruction is dispatched once, whatever others there are", "c": "that saves bytes to read, and dispatches none"})}


def answers(a):
    look_at_counts(a)
    if not a.sanitized:
        look_at_times(a)
    for key, (right, reasons) in CHOICES.items():
        letter = a.choice(key, "abc")
        if letter != right:
            a.wrong(key, reasons.get(letter, "one letter, a to c"))
    if len(a.text("finding").split()) < 8:
        a.wrong("finding", "a little more: what you found, and whether you expected it")


def solution(a):
    filled = {key: str(value if value is not None else 0) for key, value in list(jumps(a).items()) + list(instructions(a).items())}
    found = ratios(a)
    filled.update({key: "%.2f" % value for key, value in found.items()})
    filled["quicker at -O2"] = sorted(winners(round(found["ratio at -O2"], 2)))[0]
    filled.update({key: right for key, (right, _) in CHOICES.items()})
    filled["finding"] = "the ratio of switch to goto was %.2f at -O2 on this machine; from reading I expected more" % found["ratio at -O2"]
    return filled
