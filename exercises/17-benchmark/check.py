"""Stage 17: ratios measured again here and now, counts taken again from the finished kit."""

import math
import statistics

RUNS, LARGE = 3, 1000000
NEAR_RATIO, NEAR_START = 1.6, 2.0     # so far may a ratio be from ours, as a factor
TREE, SLOTS, VM = "duet-tree -O0", "duet-tree -O1", "duet-vm -O0"
WORDS_LARGER = ("call", "recurs", "return", "node", "jump", "dispatch", "loop", "walk", "visit", "pointer", "step")
WORDS_SMALLER = ("name", "look", "hash", "slot", "number", "environment", "table")


# ---- what is true here ----

def ratios(a, size, *commands):
    """Medians of first / second, second / third ..., run in turn."""
    rounds = []
    for _ in range(RUNS):
        seconds = [max(a.kit("%s sum.duet %d" % (command, size)).seconds, 1e-5) for command in commands]
        rounds.append([first / second for first, second in zip(seconds, seconds[1:])])
    return [statistics.median(column) for column in zip(*rounds)]


def in_a_turn(a, command, key):
    few, many = (a.json(a.kit("%s sum.duet %d" % (command, size)))[key] for size in (1000, 2000))
    return (many - few) / 1000


def counted(a):
    tree, vm = TREE + " --stats=json", VM + " --profile=json"
    return {"expressions evaluated in a turn": in_a_turn(a, tree, "expressions evaluated"),
            "names looked up in a turn": in_a_turn(a, tree, "names looked up"),
            "hash probes in a turn": in_a_turn(a, tree, "hash probes"),
            "instructions in a turn": in_a_turn(a, vm, "instructions")}


def measured(a):
    start, = ratios(a, 1, TREE, VM)
    names, walk = ratios(a, LARGE, TREE, SLOTS, VM)
    return {"ratio at N = 1": start, "ratio at N = 1000000": names * walk,
            "ratio of duet-tree -O0 to duet-tree -O1": names,
            "ratio of duet-tree -O1 to duet-vm -O0": walk}


# ---- the answers ----

def look_at_ratios(a):
    near = lambda key: NEAR_START if key == "ratio at N = 1" else NEAR_RATIO
    for key, ours in a.far_off(lambda: measured(a), near).items():
        theirs = a.number(key)
        if not theirs or theirs <= 0:
            a.wrong(key, "a number, like 3.2")
        elif abs(math.log(theirs / (1 / ours))) < 0.1 and abs(math.log(ours)) > 0.5:
            a.wrong(key, "that is the other way round: the slower one's time stands above the line")
        else:
            a.wrong(key, "measured just now, it is %s. Run chart.py again while the machine is quiet: same program, same N, release build (`make`)"
                    % ("more" if ours > theirs else "less"))


def look_at_counts(a):
    for key, ours in counted(a).items():
        if a.number(key) is None:
            a.wrong(key, "a number")
        elif abs(a.number(key) - ours) > 0.01:
            a.wrong(key, "take the difference of two runs: what the program does once, in front of the loop and behind it, is in both"
                    if abs(a.number(key) - ours) < 1 else "the count at N = 2000, less that at N = 1000, divided by 1000")


def look_at_start(a):
    why, leads = a.choice("why at N = 1", "abc"), a.choice("where it leads", "abc")
    if why == "a":
        a.wrong("why at N = 1", "at -O0 nothing learns; and one turn is less than a thousandth of that millisecond. What is the rest?")
    elif why == "c":
        a.wrong("why at N = 1", "run chart.py again: it comes out nearly the same each time. The clock counts a start well; what is in it?")
    elif why != "b":
        a.wrong("why at N = 1", "one letter, a to c")
    if leads == "a":
        a.wrong("where it leads", "each turn takes both the same time as the turn before. Try --to 10000000 and look at the last two rows")
    elif leads == "c":
        a.wrong("where it leads", "an int has 64 bits, whatever its value: try --to 10000000")
    elif leads != "b":
        a.wrong("where it leads", "one letter, a to c")


NO_REASON = {
    "a": "look at what you counted: the VM takes more instructions for a turn than the tree-walker evaluates expressions",
    "c": "`allocations` in both --stats: nearly the same, and the same for every N. Ints are no objects in either",
    "e": "both must: read ADD in bytecode/ops/operators.h. `total` could be a string",
    "f": "`collections` in both --stats: there is nothing to collect"}


def look_at_reasons(a):
    letters = [letter.strip("().") for letter in a.list("two reasons")]
    for letter in letters:
        if letter in NO_REASON:
            a.wrong("two reasons", "not %s: %s" % (letter, NO_REASON[letter]))
        elif letter not in ("b", "d"):
            a.wrong("two reasons", "two letters, a to f, with a comma between")
    if set(letters) != {"b", "d"}:
        a.wrong("two reasons", "that is one of them; which counter of question 4 belongs to the other?")
    for key, words in (("the larger reason", WORDS_LARGER), ("the smaller reason", WORDS_SMALLER)):
        said = a.text(key)
        if len(said.split()) < 4:
            a.wrong(key, "a sentence, so that you can read it in a year")
        elif not any(word in said for word in words):
            a.wrong(key, "this does not seem to be it: question 6 says which of the two is larger. Say what happens in each step, or at each variable")


def answers(a):
    if not a.sanitized:
        look_at_ratios(a)
    look_at_counts(a)
    look_at_start(a)
    look_at_reasons(a)


def solution(a):
    filled = {key: "%.2f" % value for key, value in measured(a).items()}
    filled.update({key: "%g" % value for key, value in counted(a).items()})
    filled.update({
        "why at N = 1": "b", "where it leads": "b", "two reasons": "b, d",
        "the larger reason": "each node of the tree costs a call of a C function and a return, an instruction only a jump in one loop",
        "the smaller reason": "variables are looked up by name in a hash table, in the VM they are numbered slots"})
    return filled
