"""Stage 16: what each function does to the registers and to memory; accesses counted, both loops timed again here and now."""

import os
import re
import statistics
import subprocess
import tempfile

ROUNDS = 5
NEAR = 1.35                     # so far may a ratio be from ours, as a factor
EQUAL = 0.03                    # nearer to 1 than this is neither
DOUBT = 0.06                    # and nearer than this may be called so
LITTLE = 0.85                   # from here on up, a gain may be called small
CACHED, PLAIN = "duet-vm-tos", "duet-vm"
TURNS = {"chain": 1000000, "tree": 700000, "mixed": 100000}
TIMED = (("chain", "-O0"), ("chain", "-O1"), ("tree", "-O1"), ("mixed", "-O1"))


def root_of(c):
    return os.path.dirname(os.path.dirname(os.path.abspath(c.folder)))


# ---- what the functions do ----

# Which rule a difference is about, by what its case is called.
RULES = (
    ("top_spill", "the ordinary handlers read their operands from memory: the top goes to its place, and all four registers go along"),
    ("top_fill", "the register gets what belongs at sp[-1]; memory stays as it is"),
    ("the ordinary handler finds", "it must find ip at its own opcode, and a complete stack in memory"),
    ("top_ordinary", "what the ordinary handler left is where the loop goes on, and its top is the one in memory"),
    ("top_give, 0", "a push sends the old top to its place; the new value is in the register only"),
    ("top_give", "what takes values off and pushes one leaves the old top nowhere and writes nothing: the result is in the register"),
    ("top_drop, 0", "when nothing is taken off, the register is right and memory is stale"),
    ("top_drop", "when values are taken off, whatever is at sp[-1] then comes to the top"),
    ("top_set", "locals are always right in memory; the register follows if the local is the value at sp[-1]"),
    ("top_leave", "back in the caller, the result is on top: in the register, and nowhere else"))


def shown_by(c, folder):
    """What registers.c says of the functions in `folder`: (name of the case, its lines)."""
    with tempfile.TemporaryDirectory(prefix="duet-registers-") as scratch:
        program = os.path.join(scratch, "registers")
        common = os.path.join(folder, "common")
        hole = os.path.join(common, "support", "hole.c")
        argv = ["cc", "-std=gnu11", "-D_GNU_SOURCE", "-O0", "-w", "-I" + folder, "-I" + common]
        if os.path.exists(hole):
            argv += ["-include", "support/hole.h", hole]
        done = subprocess.run(argv + [os.path.join(c.folder, "registers.c"), "-o", program], capture_output=True)
        if done.returncode:
            c.fail("it does not compile", got=done.stderr[:4000], where=("bytecode/ops/top.h", 1))
        done = subprocess.run([program], capture_output=True, timeout=30)
        if done.returncode:
            c.fail("it stopped" if done.returncode > 0 else "it was ended by signal %d" % -done.returncode,
                   got=done.stderr or done.stdout[-400:], where=("bytecode/ops/top.h", 1))
    return re.findall(r"^(\S.*)\n((?:  .*\n)*)", done.stdout.decode(), re.MULTILINE)


def line_of(c, function):
    for number, line in enumerate(c.read("bytecode/ops/top.h").splitlines(), 1):
        if re.match(r"ALWAYS_INLINE .*\b%s\(" % function, line):
            return ("bytecode/ops/top.h", number)
    return ("bytecode/ops/top.h", 1)


def registers_and_memory(c):
    for (name, mine), (_, kits) in zip(shown_by(c, c.work), shown_by(c, root_of(c))):
        if mine != kits:
            rule = next(text for beginning, text in RULES if name.startswith(beginning))
            c.fail(rule, expected=kits, got=mine, input="%s (the cells are drawn in exercises/16-stack-caching/registers.c)" % name,
                   where=line_of(c, "top_ordinary" if name.startswith("the ") else name.split(",")[0]))


# ---- what is true here: counted ----

class Effects:
    """How many values each instruction takes and gives, from opcode.def."""

    def __init__(self, a):
        with open(os.path.join(root_of(a), "bytecode", "opcode.def"), encoding="utf-8") as file:
            rows = re.findall(r"^\s*OPCODE\((\w+(?:##\w+)*), *\w+, *(\d), *(\d), *([^,]*),", file.read(), re.MULTILINE)
        self.single, self.operators, self.jumps = {}, {}, {}
        for name, pops, pushes, flags in rows:
            parts = name.split("##")
            place = self.single if len(parts) == 1 else self.jumps if flags.strip() == "JUMPS" else self.operators
            place[parts[0] if len(parts) == 1 else parts[1]] = (int(pops), int(pushes))

    def of(self, opcode):
        if opcode in self.single:
            return self.single[opcode]
        if opcode.startswith("JUMP_"):
            return self.jumps[opcode[opcode.rindex("_"):]]
        return self.operators[opcode[opcode.index("_"):]]


def accesses(pops, pushes):
    """(plain, cached): reads and writes of operands in memory."""
    if pops == 0:
        return pushes, pushes
    return pops + pushes, pops - 1 + (pushes - 1 if pushes > 0 else 1)


def in_a_turn(a, level):
    """(plain, cached) accesses in one turn of `chain`: two runs, so that what happens once is in both."""
    effects, total = Effects(a), [0, 0]
    few, many = (a.json(a.kit("%s %s --profile=json work.duet chain %d" % (PLAIN, level, turns)))["opcodes"] for turns in (1000, 2000))
    for opcode, count in many.items():
        more = (count - few.get(opcode, 0)) // 1000
        if more:
            total = [sum_ + more * one for sum_, one in zip(total, accesses(*effects.of(opcode)))]
    return total


COUNTED = ("LOAD_LOCAL", "ADD", "ADD_LS", "STORE_LOCAL", "JUMP_IF_FALSE")
SPILL = "an ordinary handler costs in addition"


def counts(a):
    found = {SPILL: 2}
    for level in ("-O0", "-O1"):
        for whose, count in zip(("plain", "yours"), in_a_turn(a, level)):
            found["in a turn at %s, %s" % (level, whose)] = count
    return found


# ---- and timed ----

def ratio(a, loop, level):
    ratios = []
    for _ in range(ROUNDS):
        cached, plain = (a.kit("%s %s work.duet %s %d" % (name, level, loop, TURNS[loop]), limit=60).seconds for name in (CACHED, PLAIN))
        ratios.append(max(cached, 1e-5) / max(plain, 1e-5))
    return statistics.median(ratios)


def ratios(a):
    return {"%s at %s" % which: ratio(a, *which) for which in TIMED}


def winners(value):
    """What may be said of this ratio: near 1, chance decides between two answers."""
    if abs(value - 1) <= EQUAL:
        return {"neither"} | ({"plain"} if value > 1 + EQUAL / 2 else {"cached"} if value < 1 - EQUAL / 2 else set())
    return {"plain" if value > 1 else "cached"} | ({"neither"} if abs(value - 1) <= DOUBT else set())


def explanations(value):
    """Which letters explain such a ratio."""
    return {letter for letter, fits in (("b", value <= 1 - EQUAL), ("c", value >= LITTLE), ("d", value > 1)) if fits}


# ---- the answers ----

def look_at_instructions(a):
    effects = Effects(a)
    for key in COUNTED:
        numbers = [int(text) if text.isdigit() else None for text in a.list(key)]
        pops, pushes = effects.of(key)
        plain, cached = accesses(pops, pushes)
        if len(numbers) != 2 or None in numbers:
            a.wrong(key, "two numbers with a comma between: the plain loop, yours")
        elif numbers[0] != plain:
            a.wrong(key, "the plain handler: one read for each value that it takes from the stack, one write for each that it leaves there")
        elif numbers[1] != cached:
            a.wrong(key, "yours: the old top must go to its place before another one comes" if pops == 0 else
                    "yours: the top operand is in the register already, and the result stays there" if pushes else
                    "yours: the operand is in the register, but what is on top after it?")


def look_at_counts(a):
    for key, ours in counts(a).items():
        theirs = a.number(key)
        if theirs is None:
            a.wrong(key, "a number")
        elif theirs != ours:
            a.wrong(key, "read the two functions: a write, a read, or what?" if key == SPILL else
                    "question 1 for each line from L1 to the jump back, the jump included, and add them up; an operand that is a local or a constant does not count")


def look_at_times(a):
    for key, ours in a.far_off(lambda: ratios(a), NEAR).items():
        theirs = a.number(key)
        if not theirs or theirs <= 0:
            a.wrong(key, "a number, like 0.93")
        else:
            a.wrong(key, "measured just now, it is %s. Run time_both.py again: release build, nothing else running"
                    % ("more" if ours > theirs else "less"))


def look_at_winners(a):
    for loop in ("chain", "mixed"):
        key, theirs = "quicker in " + loop, a.number(loop + " at -O1")
        if a.text(key) not in ("plain", "cached", "neither"):
            a.wrong(key, "plain, cached or neither")
        elif theirs and a.text(key) not in winners(theirs):
            a.wrong(key, "that does not follow from the ratio you wrote: above 1 the cached loop takes longer, below 1 the plain one does")


def look_at_why(a):
    letter, theirs = a.choice("why chain", "abcde"), a.number("chain at -O1")
    reasons = {
        "a": "`instructions` in --profile=json of both: as many",
        "b": "that would be a gain, and the ratio you wrote is none",
        "c": "that would be a small gain at most, and the ratio you wrote is a large one",
        "d": "that would be a loss, and the ratio you wrote is none",
        "e": "compare: by what factor did the accesses fall in question 3, and by what factor the time?"}
    if letter is None:
        a.wrong("why chain", "one letter, a to e")
    elif theirs and letter not in explanations(theirs):
        a.wrong("why chain", reasons[letter])


CHOICES = {
    "why mixed": ("b", {
        "a": "on the stack is not the string but its address: sixteen bytes, as for an int",
        "c": "`instructions` in --profile=json of both: as many"}),
    "what superinstructions left": ("b", {
        "a": "look at the listing of stage 15's fibonacci.duet at -O1: which of its instructions have an S in their form, or no form?",
        "c": "less. Count as in question 3, with the listing of stage 15's fibonacci.duet at -O1"})}


def answers(a):
    look_at_instructions(a)
    look_at_counts(a)
    if not a.sanitized:
        look_at_times(a)
    look_at_winners(a)
    look_at_why(a)
    for key, (right, reasons) in CHOICES.items():
        letter = a.choice(key, "abc")
        if letter != right:
            a.wrong(key, reasons.get(letter, "one letter, a to c"))
    if len(a.text("finding").split()) < 8:
        a.wrong("finding", "a little more: what you found, and whether it is worth its code")


def solution(a):
    effects = Effects(a)
    filled = {key: "%d, %d" % accesses(*effects.of(key)) for key in COUNTED}
    filled.update({key: str(count) for key, count in counts(a).items()})
    found = {key: round(value, 2) for key, value in ratios(a).items()}
    filled.update({key: "%.2f" % value for key, value in found.items()})
    for loop in ("chain", "mixed"):
        filled["quicker in " + loop] = sorted(winners(found[loop + " at -O1"]))[0]
    filled["why chain"] = sorted(explanations(found["chain at -O1"]))[0]
    filled.update({key: right for key, (right, _) in CHOICES.items()})
    filled["finding"] = ("in a long chain the ratio was %.2f at -O1, in a mixed loop %.2f: worth it for deep arithmetic only"
                         % (found["chain at -O1"], found["mixed at -O1"]))
    return filled
