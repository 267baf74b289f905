"""Stage 3: predictions against counters: programs that differ in a million reads, and what they count."""

READS = 1000000
# question: (command, the counter, which program), the difference to `none` over a million
QUESTIONS = {
    "nodes evaluated, near": ("duet-tree -O0 --stats=json", "expressions evaluated", "near"),
    "names looked up, near": ("duet-tree -O0 --stats=json", "names looked up", "near"),
    "tables searched, near": ("duet-tree -O0 --stats=json", "tables searched", "near"),
    "tables searched, far": ("duet-tree -O0 --stats=json", "tables searched", "far"),
    "nodes evaluated with slots, near": ("duet-tree -O1 --stats=json", "expressions evaluated", "near"),
    "names looked up with slots, near": ("duet-tree -O1 --stats=json", "names looked up", "near"),
    "slots used, far": ("duet-tree -O1 --stats=json", "slots used", "far"),
    "instructions, near": ("duet-vm -O0 --profile=json", "instructions", "near"),
    "instructions, far": ("duet-vm -O0 --profile=json", "instructions", "far"),
}
OPCODES = {"the instruction that reads a": "near", "the instruction that reads g": "far"}


class Counters:
    """What the runs count; each is run once."""

    def __init__(self, a):
        self.a, self.known = a, {}

    def of(self, command, program):
        if (command, program) not in self.known:
            outcome = self.a.kit("%s %s.duet" % (command, program), limit=60)
            self.known[command, program] = self.a.json(outcome)
        return self.known[command, program]

    def each(self, question):
        """What one read adds to a counter."""
        command, counter, program = QUESTIONS[question]
        return round((self.of(command, program)[counter] - self.of(command, "none")[counter]) / READS)

    def opcode(self, program):
        """The LOAD that runs a million times more often than without the read."""
        profiles = [self.of("duet-vm -O0 --profile=json", which)["opcodes"] for which in (program, "none")]
        return next(name for name, count in profiles[0].items()
                    if name.startswith("LOAD") and count - profiles[1].get(name, 0) == READS)


def solution(a):
    counters = Counters(a)
    right = {question: str(counters.each(question)) for question in QUESTIONS}
    right.update({question: counters.opcode(program) for question, program in OPCODES.items()})
    right["why"] = "b"
    return right


def answers(a):
    right = solution(a)
    for question in QUESTIONS:
        given = a.number(question)
        if given is None:
            a.wrong(question, "a number: how many for one read")
        elif given != int(right[question]):
            a.wrong(question, _reason(question, given, int(right[question])))
    for question, program in OPCODES.items():
        given = a.text(question).upper()
        if given != right[question]:
            a.wrong(question, _opcode(given, program))
    given = a.choice("why", "abc")
    if given != right["why"]:
        a.wrong("why", {
            "a": "with slots no table is searched either: you said so above, or the checker did",
            "c": "it does: LOAD_LOCAL copies the variable to the stack. With -O1 it often does not; that is stage 15",
        }.get(given, "write a, b or c"))


def _reason(question, given, right):
    if given >= READS / 2:
        return "for one read, please, not for the million"
    if question == "nodes evaluated, near" or question.startswith("nodes evaluated with"):
        return ("the name is a node of the tree, whatever is known of its place" if given < right else
                "the statement around the name is no expression; how many nodes has the expression `a`?")
    if question == "names looked up, near":
        return "one name in the text, evaluated once, and nothing is known of it before" if given < right else \
            "who else asks for a name here? `none` has the rest of the loop, and it is subtracted"
    if question == "tables searched, near":
        return "a is in the innermost table: is there any in front of it? A block that declares nothing has none"
    if question == "tables searched, far":
        return ("the search begins at the innermost table always, and g is not there" if given < right else
                "the search ends at the first table that has the name. Is there one between f's and the script's?")
    if question == "names looked up with slots, near":
        return "the resolver knew the place before the program ran; who should ask for a name now?"
    if question == "slots used, far":
        return "the value has to be read from somewhere: one slot, however far out"
    return ("the line leaves a value on the stack that nobody wants: is it dropped for free?" if given < right else
            "each operand is in the instruction itself: nothing else has to be pushed first")


def _opcode(given, program):
    if not given.startswith("LOAD_"):
        return "its name begins with LOAD_: see bytecode/opcode.def"
    if given == "LOAD_CONST":
        return "that would push 7, and not whatever is in the variable at that moment"
    if given.endswith("_CHECKED"):
        return "the checked form is for variables that may not be set yet; the resolver can prove that this one is"
    if program == "far":
        return "g belongs to the script, and not to f: what is a variable of an enclosing function called?"
    return "a belongs to the very function that runs"
