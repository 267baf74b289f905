"""Stage 26: the event log of the learner's machine, and what the finished kit's says."""

import re

REWRITE = re.compile(r"^(specialize|generalize) +(\S+) +(\d+)  (\w+) -> (\w+)$")
OP = re.compile(r"^op +(\S+) +(\d+)  (\w+)[^|]*\|\s?(.*)$")


def lines(outcome):
    return outcome.stderr.decode("utf-8", "replace").splitlines()


def rewritten(log):
    return ["%s %s %s: %s -> %s" % match.groups() for match in map(REWRITE.match, log) if match]


class Moment:
    """The lines of a full trace around the last rewrite in it: the instruction, the event, the next instruction."""

    def __init__(self, log):
        at = max((i for i, line in enumerate(log) if REWRITE.match(line)), default=-1)
        self.event = REWRITE.match(log[at]) if at > 0 else None
        self.before = OP.match(log[at - 1]) if at > 0 else None
        self.after = OP.match(log[at + 1]) if 0 <= at < len(log) - 1 else None


# ---- checks ----

def rewrites(c):
    for program in ("meet.duet", "change.duet", "floats.duet"):
        command = "duet-vm -O2 --trace=tier " + program
        got, wanted = rewritten(lines(c.run(command))), rewritten(lines(c.kit(command)))
        if got != wanted:
            c.fail("the events of %s" % program, expected="\n".join(wanted), got="\n".join(got), command=command)


def resumes(c):
    command = "duet-vm -O2 --trace=ops,tier meet.duet"
    here, kit = Moment(lines(c.run(command, limit=30))), Moment(lines(c.kit(command)))
    if not here.event or here.event.groups() != kit.event.groups():
        c.fail("nothing was rewritten when the float came", expected=kit.event.group(), command=command,
               got=here.event.group() if here.event else "no event")
    if not here.after or here.after.groups() != kit.after.groups():
        c.fail("behind the rewrite it goes on elsewhere, or with another value", expected=kit.after.group(),
               got=here.after.group() if here.after else "nothing", command=command)


# ---- answers ----

def truth(a):
    meet = Moment(lines(a.kit("duet-vm -O2 --trace=ops,tier meet.duet", limit=30)))
    change = rewritten(lines(a.kit("duet-vm -O2 --trace=tier change.duet")))
    failures = {name: a.json(a.kit("duet-vm -O2 --stats=json %s.duet" % name))["guard failures"] for name in ("change", "overflow")}
    return {"adds when hot": meet.event.group(4), "becomes": meet.event.group(5),
            "rewritten at offset": meet.event.group(3), "runs next": meet.after.group(3), "next at offset": meet.after.group(2),
            "on the stack": meet.after.group(4).split()[-1],
            "who computed it": "b", "what had to be done": "a",
            "failures in change": str(failures["change"]), "at the end it is": change[-1].split()[-1],
            "why not at once": "a", "failures in overflow": str(failures["overflow"]),
            "changes at most": "2", "why a limit": "a"}


HELP = {
    "adds when hot": "the last `specialize` line of meet.duet has an arrow; this is left of it",
    "becomes": "the last `specialize` line of meet.duet has an arrow; this is right of it",
    "rewritten at offset": "the number in that line",
    "runs next": "--trace=ops,tier: the `op` line behind that `specialize` line",
    "next at offset": "the number in the `op` line behind that `specialize` line",
    "on the stack": "behind the bar of that `op` line; it is the sum of 0.5 and 0.25",
    "failures in change": "`guard failures`, in --stats=json",
    "at the end it is": "the last line of --trace=tier change.duet, right of the arrow",
    "failures in overflow": "`guard failures` in --stats=json overflow.duet. Were these operands of another type than expected?",
    "changes at most": "the picture in bytecode/quicken.h: follow the longest way through it, and count its arrows"}
CHOICES = {
    "who computed it": {"a": "in the trace, is there a second `op` line for the same offset behind the rewrite?",
                        "c": "is there a COUNT_CALL behind the rewrite? And what would have become of work that the function had done before?"},
    "what had to be done": {"b": "that is what compilers to machine code have to do, for their code keeps variables wherever it likes; look at the `fp` and `sp` of both forms here",
                            "c": "the operands of ADD_LL_INT were never on the stack"},
    "why not at once": {"b": "constants and variables look the same to `add`", "c": "no call of `print(add(...))` stands in a loop, in meet.duet neither"},
    "why a limit": {"b": "it could have had more; it needs only to reach QUICKEN_LIMIT", "c": "no form may ever give another result: the general operator does what a form can not"}}


def answers(a):
    right = truth(a)
    for key, reason in HELP.items():
        if a.text(key) != right[key].lower():
            a.wrong(key, reason)
    for key, reasons in CHOICES.items():
        letter = a.choice(key, "abc")
        if letter != right[key]:
            a.wrong(key, reasons.get(letter, "one letter, a to c"))


def solution(a):
    return truth(a)
