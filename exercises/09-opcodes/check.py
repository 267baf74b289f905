"""Stage 9: the learner's table of stack effects, against the machine and against the verifier.

Neither check needs the learner's compiler or machine, which come later. effects.c holds the
table and the verifier; what the machine does is read off a trace of the finished kit.
"""

import os
import re
import subprocess
import tempfile

OPCODES = """POP DUP DUP_TWO STORE_LOCAL ADD EQUAL NEGATE JUMP_IF_FALSE JUMP_IF_FALSE_OR_POP FOR_BEGIN FOR_NEXT CALL PRINT
             PRINT_MANY SET_FIELD GET_INDEX SET_INDEX LIST LIST_EXTEND INIT_FIELD METHOD CATCH_IS""".split()
SEED, TIMES, DEPTH = 9, 20000, 100
# A line of a trace: what happened, where, the instruction, and behind the bar what is on the stack.
LINE = re.compile(r"op +<script> +(\d+)  (\w+)((?: +-?\d+)*)[^|]*\| ?(.*)$")
VALUE = re.compile(r'"(?:\\.|[^"\\])*"(?:\.\.\.)?|(?:list of|map of|fn|class|method|builtin) \S+|\S+')
LOCALS = re.compile(r"\((?:[\w]+ = .*)\)$")


class Effects:
    """effects.c, compiled with the sources in `folder`."""

    def __init__(self, c, folder):
        self.scratch = tempfile.TemporaryDirectory(prefix="duet-effects-")
        self.program = os.path.join(self.scratch.name, "effects")
        common = os.path.join(folder, "common")
        hole = os.path.join(common, "support", "hole.c")
        argv = ["cc", "-std=gnu11", "-D_GNU_SOURCE", "-O0", "-w", "-I" + folder, "-I" + common]
        if os.path.exists(hole):
            argv += ["-include", "support/hole.h", hole]
        argv += [os.path.join(c.folder, "effects.c"), os.path.join(common, "support", "memory.c"),
                 "-o", self.program]
        done = subprocess.run(argv, capture_output=True)
        if done.returncode:
            c.fail("it does not compile", got=done.stderr[:4000], where=("bytecode/opcode.c", 1))

    def ask(self, c, *words):
        done = subprocess.run([self.program] + [str(word) for word in words], capture_output=True)
        if done.returncode:
            c.fail("the table cannot be asked" if done.returncode > 0 else "the program was ended by signal %d"
                   % -done.returncode, got=done.stderr or done.stdout, where=("bytecode/opcode.def", 1))
        return done.stdout.decode()


def row_line(c, name):
    """Where the learner's row stands."""
    for number, line in enumerate(c.read("bytecode/opcode.def").splitlines(), 1):
        if re.match(r"\s*OPCODE\(%s\s*," % name, line):
            return ("bytecode/opcode.def", number)
    return ("bytecode/opcode.def", 1)


def steps(c):
    """(opcode, operands, offset, depth before, offset then, depth then), as the machine went."""
    trace = c.kit("duet-vm -O0 --trace=ops effects.duet").stderr.decode()
    before = None
    for line in trace.splitlines():
        match = LINE.match(line)
        if not match:
            continue
        values = VALUE.findall(LOCALS.sub("", match.group(4)))
        known = None if values[:1] == ["..."] else len(values)
        now = (match.group(2), [int(n) for n in match.group(3).split()], int(match.group(1)), known)
        if before and before[3] is not None and known is not None:
            yield before + (now[2], known)
        before = now


def against_the_machine(c):
    """Each step of a traced program moves the stack as the table says."""
    table, seen = Effects(c, c.work), set()
    asked = {}
    for name in OPCODES:                # so that holes speak first
        asked[name, 1] = table.ask(c, "table", name, 1)
    for name, operands, offset, depth, then, depth_then in steps(c):
        if name not in OPCODES:
            continue
        seen.add(name)
        count = operands[-1] if operands else 1
        if (name, count) not in asked:
            asked[name, count] = table.ask(c, "table", name, count)
        pops, straight, jumped, length = (int(n) for n in asked[name, count].split())
        went_on = then == offset + length
        says = depth + (straight if went_on else jumped) - DEPTH
        if says != depth_then:
            way = "" if "JUMP" not in name and name != "FOR_NEXT" else " (it %s)" % (
                "went straight on" if went_on else "jumped")
            c.fail("%s moves the stack otherwise than your table says" % name,
                   expected="the machine had %d values before it and %d behind it%s" % (depth, depth_then, way),
                   got="your table says: %d before, %d behind" % (depth, says),
                   input="%s at offset %d of effects.duet" % (name, offset), where=row_line(c, name))
        if pops > depth:
            c.fail("%s takes %d values, your table says; the machine runs it with %d" % (name, pops, depth),
                   where=row_line(c, name))
    if set(OPCODES) - seen:             # RETURN is judged by the random code alone
        c.fail("the trace does not show " + ", ".join(sorted(set(OPCODES) - seen)))


def random_code(c):
    """Random functions: the verifier says of each what it says with the kit's table."""
    root = os.path.dirname(os.path.dirname(os.path.abspath(c.folder)))
    mine = Effects(c, c.work).ask(c, "random", SEED, TIMES).splitlines()
    kits = Effects(c, root).ask(c, "random", SEED, TIMES).splitlines()
    wrong = [(m, k) for m, k in zip(mine, kits) if m != k]
    if not wrong:
        return
    m, k = min(wrong, key=lambda pair: len(pair[1]))
    code, expected = k.split("\t")
    got = m.split("\t")[1]
    common = set.intersection(*(set(re.findall(r"\d+ ([A-Z_]+)", pair[1])) for pair in wrong)) - {"HALT"}
    c.fail("of %d random functions the verifier judges %d otherwise with your table; this is the shortest%s" % (
        len(kits), len(wrong), common and "; all of them use " + ", ".join(sorted(common)) or ""),
        expected=expected, got=got, input=code.replace("; ", "\n"),
        where=row_line(c, min(common)) if len(common) == 1 else None)
