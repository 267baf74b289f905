"""Stage 1: what the learner did by hand against what the kit does, seen in its trace and its tree."""

import re

EXPRESSION = "2 + 3 * 4 - 10 / 2"
SIGNS = {"ADD": "+", "SUB": "-", "MUL": "*", "DIV": "/"}
NAMES = ("first", "second", "third", "fourth")


def traced(a):
    """[(operation, result)] in the order of the VM's trace, and how deep its stack was."""
    outcome = a.kit(["duet-vm", "-O0", "--trace=ops", "-e", "print(%s)" % EXPRESSION])
    steps, deepest, waiting = [], 0, None
    for line in outcome.stderr.decode().splitlines():
        before, _, stack = line.partition("|")
        opcode, values = before.split()[3], stack.split()
        deepest = max(deepest, len(values))
        if waiting:
            steps.append((waiting, values[-1]))
            waiting = None
        if opcode in SIGNS:
            waiting = "%s %s %s" % (values[-2], SIGNS[opcode], values[-1])
    return steps, deepest


def tree(a):
    """The operators at the root, and on its left and right, from the printed tree."""
    outcome = a.kit(["duet-vm", "--ast", "-e", EXPRESSION])
    found = re.findall(r"^( \S*-- )?BINARY (\S)$", outcome.stdout.decode(), re.MULTILINE)
    return [sign for _, sign in found]


def solution(a):
    steps, deepest = traced(a)
    answers = dict(zip(("root", "left below the root", "right below the root"), tree(a)))
    for name, (operation, result) in zip(NAMES, steps):
        answers[name + " operation"], answers[name + " result"] = operation, result
    answers["cups at most"] = str(deepest)
    return answers


def answers(a):
    right = solution(a)
    _tree(a, right)
    _walk(a, right)
    cups = a.number("cups at most")
    if cups != int(right["cups at most"]):
        a.wrong("cups at most", _cups(cups))


def _tree(a, right):
    for key in ("root", "left below the root", "right below the root"):
        given = a.text(key)
        if given == right[key]:
            continue
        if given not in ("+", "-", "*", "/"):
            reason = "this should be one of + - * /"
        elif key == "root" and given in "*/":
            reason = "the root is computed last of all, and %s binds tighter than + and -: it is done before them" % given
        elif key == "root":
            reason = ("+ and - are equally strong and lean to the left, as in 8 - 4 - 2: "
                      "the one further left belongs to the left branch")
        else:
            reason = ("put parentheses around * and / first, then around the + with what it adds: "
                      "what is now on this side of the root?")
        a.wrong(key, reason)


def _walk(a, right):
    steps = [right[name + " operation"] for name in NAMES]
    for i, name in enumerate(NAMES):
        given = re.sub(r"\s*([-+*/])\s*", r" \1 ", a.text(name + " operation")).strip()
        if given != steps[i]:
            a.wrong(name + " operation", _operation(given, i, steps))
        elif a.number(name + " result") != float(right[name + " result"]):
            a.wrong(name + " result", "the operation is right; compute it again")
        if a.number(name + " result") != float(right[name + " result"]):
            a.wrong(name + " result", "this is the result of another operation, or of another order")


def _operation(given, i, steps):
    if not re.fullmatch(r"-?\d+ [-+*/] -?\d+", given):
        return "write an operation as two numbers with the operator between, like 7 - 1"
    if given == "2 + 3":
        return "that is the first pair from the left, but the 3 belongs to the stronger operator on its right"
    if given in steps[i + 1:] and given == steps[2]:
        return ("it could be done now, but it is in the right branch of the root: "
                "the left branch is evaluated wholly before that")
    if given in steps[i + 1:]:
        return "one of its two numbers is the result of an operation that comes earlier"
    if given in steps[:i]:
        return "that was done already; its result stands in its place now"
    if given in ("5 * 4", "20 - 10", "10 / 2 - 20"):
        return "you went from left to right as a pocket calculator does; the tree says what belongs together"
    if given in ("4 - 10", "12 - 10", "14 - 10"):
        return "the 10 belongs to the division on its right, which is stronger than the minus"
    return "these two numbers never meet; which operator of the tree is computed here, and what are its branches worth?"


def _cups(given):
    if given is None:
        return "a number"
    if given == 5:
        return "that would be all numbers at once; an operator takes two cups away and puts one, as soon as it can"
    if given < 3:
        return "before the first operation can happen, everything to its left is waiting too"
    return "step through the walk again: a number puts a cup, an operator takes two and puts one"
