"""Stage 20: memory that stays the same, and which calls are tail calls."""

import os
import re
import subprocess

SHORT, LONG, SANITIZED = 1000, 3000000, 50000
MORE = 4 << 10                  # kilobytes of memory that may come on the long way
PROGRAMS = {
    "a function": "fn go(n, a, b) { if n == 0 { return 0 }; return go(n - 1, b, a) }\nprint(go(%d, 1, 2))\n",
    "a method": "class C { go(n) { if n == 0 { return 0 }; return self.go(n - 1) } }\nprint(C().go(%d))\n",
}


def memory(c, source):
    """The largest memory of a run in kilobytes, its output, its status."""
    child = subprocess.Popen([c.path("duet-vm"), "-O0", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT)
    child.stdin.write(source.encode())
    child.stdin.close()
    output = child.stdout.read()
    child.stdout.close()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    return usage.ru_maxrss, output, status


def constant_memory(c):
    for what, program in PROGRAMS.items():
        small, _, _ = memory(c, program % SHORT)
        times = SANITIZED if c.sanitized else LONG
        large, output, status = memory(c, program % times)
        if status != 0 or output != b"0\n":
            ended = "" if not status & 0x7f else "ended by signal %d\n" % (status & 0x7f)
            c.fail("%d tail calls of %s" % (times, what), expected="0\n", got=ended.encode() + output,
                   input=program % times)
        if not c.sanitized and large > small + MORE:
            c.fail("%d tail calls of %s need %d kB more than %d do: something stays behind at each" % (
                times, what, large - small, SHORT), input=program % times, where=("bytecode/enter.h", 1))


# ---- the paper part ----

REASONS = {
    "a": "nothing is left to do in a but to give the result on",
    "b": "behind the call stands + 1: who does that, if the frame is gone?",
    "c": "whichever branch is taken, its value is what the function gives; nothing is left to do",
    "d": "if f(x) gives nil, x must still be looked at: in whose frame?",
    "e": "when f is called, x is done with; parentheses mean nothing here",
    "g": "without return the function gives nil, whatever f gives; that is still to do",
    "h": "the machine does not look so far: the call is behind `let`, and a store is still to come",
    "i": "if f throws, i has to catch it: it must still be there",
    "j": "a loop that is left by return is left; nothing of it remains to be done",
    "k": "behind the call stands `not`",
    "l": "a method is called like a function: what is left to do behind it?",
}


def solution(a):
    """Read off the finished kit's listing."""
    listing = a.kit("duet-vm -O0 --disassemble positions.duet").stdout.decode()
    parts = re.split(r"^function ", listing, flags=re.MULTILINE)
    return {part[0]: "yes" if re.search(r"\bTAIL_(CALL|INVOKE)\b", part) else "no"
            for part in parts if part[:1] in REASONS and part[1:2] == "("}


def answers(a):
    for key, right in solution(a).items():
        given = {"y": "yes", "n": "no"}.get(a.text(key)[:1])
        if given is None:
            a.wrong(key, "yes or no")
        elif given != right:
            a.wrong(key, REASONS[key])
