"""Stage 25: stack code is counted in the kit's own listing, register code on the syntax of the assignment."""

import ast
import re

OPERAND_SIZE = 2                 # of an opcode, too: opcode.h
REGISTER_SIZE = 4 * OPERAND_SIZE
NAMES = {ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "div"}
REGISTER_MACHINES = {"lua", "ignition", "beam", "dalvik"}
STACK_MACHINES = {"cpython": "CPython pushes locals with LOAD_FAST: you have read it in the stage before", "jvm": "the JVM has iload, iload, iadd, istore",
                  "yarv": "YARV has getlocal, getlocal, opt_plus, setlocal", "wasm": "WebAssembly has local.get, local.get, i32.add, local.set"}


# ---- stack code ----

class Code:
    """What --disassemble says of one function, up to the nil that it returns at its end."""

    def __init__(self, a, options, function):
        text = a.kit("duet-vm %s --disassemble assignments.duet" % options).stdout.decode()
        part = re.search(r"^function %s\(.*?(?=^function |\Z)" % function, text, re.MULTILINE | re.DOTALL).group()
        found = re.findall(r"^ +(?:\d+ +)?(\d+) +(?:L\d+: +)?([A-Z]\w+)", part, re.MULTILINE)
        end = next(i for i, (_, name) in enumerate(found) if name in ("NIL", "RETURN_NIL"))
        self.opcodes = [name for _, name in found[:end]]
        self.bytes = int(found[end][0])
        self.depth = int(re.search(r"stack (\d+)", part).group(1))


# ---- register code ----

def assigned(a, function):
    """The right side of the assignment in that function: operators look the same in Python."""
    with open(a.folder + "/assignments.duet", encoding="utf-8") as file:
        text = re.search(r"^fn %s\([^)]*\) \{ \w+ = (.*) \}$" % function, file.read(), re.MULTILINE).group(1)
    return ast.parse(text, mode="eval").body


def operators(tree):
    """In the order in which they run."""
    if not isinstance(tree, ast.BinOp):
        return []
    return operators(tree.left) + operators(tree.right) + [NAMES[type(tree.op)]]


def temporaries(tree):
    """How many results are kept at most while another operand is computed, and with it: the last one goes to its variable."""
    def kept(node):
        if not isinstance(node, ast.BinOp):
            return 0
        left = isinstance(node.left, ast.BinOp)
        return max(kept(node.left), kept(node.right) + left, 1)
    return max(kept(tree.left), kept(tree.right) + isinstance(tree.left, ast.BinOp))


# ---- the answers ----

def truth(a):
    small, larger, ten = (Code(a, "-O0", name) for name in ("small", "larger", "ten"))
    code = {name: operators(assigned(a, name)) for name in ("small", "larger", "ten", "division")}
    return {"stack code of a = b + c": ", ".join(small.opcodes),
            "stack instructions": len(small.opcodes), "stack bytes": small.bytes,
            "register instructions": len(code["small"]), "register bytes": REGISTER_SIZE * len(code["small"]),
            "the register form in Duet": Code(a, "-O1", "small").opcodes[0],
            "register code of d": ", ".join(code["larger"]).upper(),
            "stack instructions of d": len(larger.opcodes), "stack bytes of d": larger.bytes,
            "register instructions of d": len(code["larger"]), "register bytes of d": REGISTER_SIZE * len(code["larger"]),
            "deepest stack": larger.depth, "temporaries": temporaries(assigned(a, "larger")),
            "stack instructions of ten operators": len(ten.opcodes), "register instructions of ten operators": len(code["ten"]),
            "Duet at -O1 of division": len(Code(a, "-O1", "division").opcodes),
            "register instructions of division": len(code["division"]),
            "why calls save little": "a", "why not four times": "b", "register machines": ", ".join(sorted(REGISTER_MACHINES))}


HELP = {
    "stack instructions": "each operand is pushed by one instruction, the operator is one, and the result must leave the stack",
    "stack bytes": "two bytes for each opcode and two for each operand; the operator itself has no operand. The offsets of the listing add it up for you",
    "register instructions": "an instruction has room for an operator, two sources and a destination: what of this assignment is left over?",
    "register bytes": "an opcode and three operands, 16 bits each",
    "stack instructions of d": "`a` is pushed twice: a stack machine has nowhere else to read it from",
    "stack bytes of d": "instructions with an operand have 4 bytes, those without 2",
    "register instructions of d": "nothing is pushed and nothing popped: only operators are left",
    "register bytes of d": "eight bytes for each instruction, whether or not its destination is a temporary",
    "deepest stack": "write the stack beside each instruction of `larger`, at -O0; or read the function's head line in the listing",
    "temporaries": "which results exist when the multiplication begins, and where are they?",
    "stack instructions of ten operators": "how many operands are pushed, how many operators run, and what is still to do then?",
    "register instructions of ten operators": "only operators are left; the last of them writes x",
    "Duet at -O1 of division": "look at the listing: DIV has not all the forms that MUL has (bytecode/forms.h), so one result goes over the stack and is stored by an instruction of its own",
    "register instructions of division": "here every operator is alike: none lacks a form",
    "the register form in Duet": "the listing of `small` at -O1; the name says where its operands are (bytecode/forms.h)"}


def look_at_code(a, right):
    for key in ("stack code of a = b + c", "register code of d"):
        theirs, ours = a.list(key), right[key].lower().split(", ")
        if theirs == ours:
            continue
        if len(theirs) == len(ours) and sorted(theirs) == sorted(ours):
            a.wrong(key, "these are the ones, but not in this order: an operator runs when both its operands are there")
        elif len(theirs) != len(ours):
            a.wrong(key, "%d instructions are too %s" % (len(theirs), "few" if len(theirs) < len(ours) else "many"))
        elif key.startswith("stack"):
            a.wrong(key, "write them as the listing does, at -O0: build/duet-vm -O0 --disassemble assignments.duet")
        else:
            a.wrong(key, "ADD, SUB, MUL: which is first, and which needs both others?")


def look_at_machines(a):
    theirs = set(a.list("register machines"))
    for name in theirs:
        if name in STACK_MACHINES:
            a.wrong("register machines", "not %s: %s" % (name, STACK_MACHINES[name]))
        elif name not in REGISTER_MACHINES:
            a.wrong("register machines", "%s is not in the list" % name)
    if theirs < REGISTER_MACHINES:
        a.wrong("register machines", "these are, and there are more")


CHOICES = {
    "why calls save little": {"b": "calls are what every interpreter works on hardest; look at the code again: which instructions are there besides the call?",
                              "c": "in Lua, and in Duet, a slot holds any value, a function too"},
    "why not four times": {"a": "measure it: build/duet-vm -O1 --time, with and without --without=fuse, on a loop of additions",
                           "c": "a program is in memory when it runs, and the fused form is shorter: compare your bytes"}}


def answers(a):
    right = truth(a)
    for key, reason in HELP.items():
        theirs = a.text(key) if key == "the register form in Duet" else a.number(key)
        ours = right[key].lower() if isinstance(right[key], str) else right[key]
        if theirs != ours:
            a.wrong(key, reason)
    look_at_code(a, right)
    look_at_machines(a)
    for key, reasons in CHOICES.items():
        letter = a.choice(key, "abc")
        if letter != right[key]:
            a.wrong(key, reasons.get(letter, "one letter, a to c"))


def solution(a):
    return {key: str(value) for key, value in truth(a).items()}
