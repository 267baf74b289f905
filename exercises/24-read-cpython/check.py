"""Stage 24: the listings are taken here and now, from the Python that runs this check."""

import importlib.util
import os
import re
import sys

VERSION = "%d.%d" % sys.version_info[:2]
GOES_BACK = ("JUMP_BACKWARD", "JUMP_ABSOLUTE")


# ---- CPython ----

def loops(folder):
    """loop.py as a module, its functions not yet warm."""
    spec = importlib.util.spec_from_file_location("loop", os.path.join(folder, "loop.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def turn(listing):
    """The instructions of one turn of the only loop in it."""
    begin = next(i for i, one in enumerate(listing) if one.opname.startswith("FOR_ITER"))
    end = max(i for i, one in enumerate(listing) if one.opname.startswith(GOES_BACK))
    return listing[begin:end + 1]


def name_of(instructions, beginning, variable=None):
    """The name of the first one that begins so and is about that variable."""
    for one in instructions:
        if one.opname.startswith(beginning) and (variable is None or variable in str(one.argval)):
            return one.opname
    raise LookupError("Python %s has no %s in this loop" % (VERSION, beginning))


def of_python(folder):
    module = loops(folder)
    local, shared = module.listing(module.local_sum, False), module.listing(module.global_sum, False)
    found = {"makes the iterator": name_of(local, "GET_ITER"),
             "takes the next item": turn(local)[0].opname,
             "jumps back": turn(local)[-1].opname,
             "reads total": name_of(turn(local), "LOAD_", "total"),
             "reads shared": name_of(turn(shared), "LOAD_", "shared"),
             "writes total": name_of(turn(local), "STORE_", "total"),
             "writes shared": name_of(turn(shared), "STORE_", "shared"),
             "adds": name_of(turn(local), "BINARY_"),
             "instructions in a turn": str(len(turn(local))),
             "adds when warm": "none"}
    if sys.version_info >= (3, 11):
        module.warm(module.local_sum)
        found["adds when warm"] = name_of(module.listing(module.local_sum, True), "BINARY_")
    return found


# ---- Duet ----

def part_of(listing, function):
    """The opcodes of one function in what --disassemble prints."""
    text = re.search(r"^function %s\(.*?(?=^function |\Z)" % function, listing, re.MULTILINE | re.DOTALL).group()
    return re.findall(r"^ +(?:\d+ +)?\d+ +(?:L\d+: +)?([A-Z_]+)", text, re.MULTILINE)


def of_duet(a):
    listing = a.kit("duet-vm -O0 --disassemble loop.duet").stdout.decode()
    local, shared = part_of(listing, "local_sum"), part_of(listing, "global_sum")
    rewrites = a.json(a.kit("duet-vm -O2 --profile=json loop.duet"))["rewrites"]
    return {"Duet takes the next item": next(name for name in local if name.startswith("FOR_NEXT")),
            "Duet instructions in a turn": str(local.index("JUMP") - local.index("FOR_NEXT") + 1),
            "Duet adds when hot": [one["to"] for one in rewrites
                                   if one["function"] == "local_sum" and one["to"].startswith("ADD")][-1],
            "Duet reads shared": next(name for name in shared if name.startswith(("LOAD_UPVALUE", "LOAD_GLOBAL")))}


# ---- the answers ----

HELP = {
    "makes the iterator": "it stands once, between the call of range and the loop's first instruction",
    "takes the next item": "it has the loop's exit as its target, for when the walk ends",
    "jumps back": "the last instruction of the loop; its target is a smaller offset than its own",
    "reads total": "look for the instruction in the loop whose operand is `total` and which puts it on the stack; with your version it may push two variables at once",
    "reads shared": "`shared` in global_sum is declared global: find the load that names it, between the loop's first instruction and the addition, in the cold listing",
    "writes total": "behind the addition, its result goes into the variable",
    "writes shared": "behind the addition in global_sum, cold",
    "adds": "between the two loads and the store; in the cold listing",
    "instructions in a turn": "count lines from the instruction that takes the next item to the one that jumps back, both included, in the cold listing of local_sum",
    "adds when warm": "compare the addition's line in the two listings of local_sum, cold and warm (`none` if your version prints no warm one)",
    "Duet takes the next item": "at -O0: `duet-vm -O0 --disassemble loop.duet`, the instruction at the label L1 of local_sum",
    "Duet instructions in a turn": "from the label L1 to the JUMP that leads there, both counted, at -O0",
    "Duet adds when hot": "the last list in `duet-vm --profile=json loop.duet`: `rewrites`; `to` of local_sum's addition",
    "Duet reads shared": "in global_sum the variable has no slot of its own: it is captured from the script. Which load names it?"}
CHOICES = {
    "why locals are quick": ("b", {
        "a": "C code keeps the interpreter's own variables in registers; the program's live in memory",
        "c": "that is how attributes and globals are found. Look at the operand: dis shows the name for you, the instruction has a number (`one.arg`)",
        "d": "then nothing would need to be read: `total` changes in every turn"}),
    "what a cold LOAD_GLOBAL does": ("a", {
        "b": "names may come and go in a module while it runs (`del`, `globals()[...] = `): there is no fixed array",
        "c": "that would be dynamic scope: what a name means would depend on who called"}),
    "when it meets a float": ("b", {
        "a": "try it: local_sum with `total = 0.5` gives the right answer, warm or not. Specializing must never be seen",
        "c": "nothing was compiled: one instruction changed its opcode, and one can change back"})}


def answers(a):
    if a.text("version")[:len(VERSION)] != VERSION:
        a.wrong("version", "this check runs on another one, %s (%s): make the listing with that" % (VERSION, sys.executable))
        return
    for key, right in list(of_python(a.folder).items()) + list(of_duet(a).items()):
        if a.text(key) != right.lower():
            a.wrong(key, HELP[key])
    for key, (right, reasons) in CHOICES.items():
        letter = a.text(key).strip("().")
        if letter != right:
            a.wrong(key, reasons.get(letter, "one letter"))


def solution(a):
    filled = {"version": VERSION}
    filled.update(of_python(a.folder))
    filled.update(of_duet(a))
    filled.update({key: right for key, (right, _) in CHOICES.items()})
    return filled
