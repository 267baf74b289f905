"""Stage 15: the counts that the learner read off, counted again with the finished kit."""

PLAIN = "duet-vm -O0 --profile=json fibonacci.duet"
FUSED = "duet-vm -O1 --profile=json fibonacci.duet"


def profile(a, command):
    return a.json(a.kit(command))


def name(pair):
    return "%s %s" % (pair["first"], pair["second"])


def hottest(counts):
    """The names of the pairs that share the first place, in lower case."""
    most = max(pair["count"] for pair in counts["pairs"])
    return [name(pair).lower() for pair in counts["pairs"] if pair["count"] == most]


def often(counts, pair):
    return sum(one["count"] for one in counts["pairs"] if name(one).lower() == pair)


def per_turn(counts):
    loop = max(counts["functions"], key=lambda function: function["turns"])
    return round(loop["instructions"] / loop["turns"])


def wrong_pair(a, key, counts):
    pair = " ".join(a.text(key).replace(",", " ").split())
    if pair in hottest(counts):
        return
    count = often(counts, pair)
    a.wrong(key, "that pair runs %d times, and another one more often: `pairs` in the profile is sorted" % count if count
            else "the profile knows no such pair; write it as it stands there, FIRST SECOND")


def answers(a):
    plain, fused = profile(a, PLAIN), profile(a, FUSED)
    wrong_pair(a, "hottest pair at -O0", plain)
    wrong_pair(a, "hottest pair at -O1", fused)
    if a.number("how often at -O1") != often(fused, hottest(plain)[0]):
        a.wrong("how often at -O1", "look for the pair of question 1 in `pairs` of the -O1 profile; also once is not never")
    gone = a.choice("where it has gone", "abcd")
    if gone == "a":
        a.wrong("where it has gone", "fuse.def has no rule that begins FUSE(STORE_LOCAL; read its first column")
    elif gone == "c":
        a.wrong("where it has gone", "compare the listings at -O0 and -O1: the line numbers on the left come in the same order")
    elif gone == "d":
        a.wrong("where it has gone", "variables stay in the frame's slots: the operands of ADD_LI_L are slot numbers")
    elif gone != "b":
        a.wrong("where it has gone", "one letter, a to d")
    for level, counts in (("-O0", plain), ("-O1", fused)):
        key = "dispatches in a turn at " + level
        if a.number(key) != per_turn(counts):
            a.wrong(key, "take `instructions` and `turns` of fibonacci in `functions`, not the totals of all functions"
                    if a.number(key) is not None else "a number")
    saved = a.choice("what was saved", "abcd")
    if saved == "a":
        a.wrong("what was saved", "`allocations` is the same in both profiles: ints are no objects")
    elif saved == "b":
        a.wrong("what was saved", "read arith_ADD in ops/operators.h: ADD and ADD_LI_L end up in the same function, checks and all")
    elif saved == "d":
        a.wrong("what was saved", "that is a part of it, and a small one: at -O0 CONST is a tenth of the instructions, and far more than a tenth is gone")
    elif saved != "c":
        a.wrong("what was saved", "one letter, a to d")


def solution(a):
    plain, fused = profile(a, PLAIN), profile(a, FUSED)
    return {"hottest pair at -O0": hottest(plain)[0].upper(),
            "how often at -O1": str(often(fused, hottest(plain)[0])),
            "where it has gone": "b",
            "dispatches in a turn at -O0": str(per_turn(plain)),
            "dispatches in a turn at -O1": str(per_turn(fused)),
            "hottest pair at -O1": hottest(fused)[0].upper(),
            "what was saved": "c"}
