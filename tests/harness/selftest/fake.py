"""A fake Duet executable: does what the lines of its "program" say.

    out TEXT     write TEXT     err TEXT     bytes \\xff\\n     exit N
    signal NAME  sleep SECONDS  flood        read              args
    options      where          env NAME     touch FILE        spawn FILE
    on WORD: COMMAND     only if WORD is the executable's name or an option
    burn SECONDS         of processor time

What stands behind ` // ` is a comment, and so is a line that begins so. Without
a program it is a REPL (see `repl`). Installed under the names of the real ones
it stages the failures that the harness has to see.
"""

import os
import re
import signal
import subprocess
import sys
import time

NAME = os.path.basename(sys.argv[0])


def do(command, options, args):
    word, _, rest = command.partition(" ")
    out = sys.stdout.buffer
    if word == "on":
        who, _, then = rest.partition(": ")
        if who == NAME or who in options:
            do(then, options, args)
    elif word == "out":
        out.write(rest.encode() + b"\n")
    elif word == "write":
        out.write(rest.encode())
    elif word == "bytes":
        out.write(rest.encode().decode("unicode_escape").encode("latin-1"))
    elif word == "err":
        sys.stderr.write(rest + "\n")
    elif word == "read":
        out.write(b"read " + sys.stdin.buffer.readline())
    elif word in ("args", "options"):
        out.write((" ".join(args if word == "args" else options) + "\n").encode())
    elif word == "where":
        out.write(os.path.basename(os.getcwd()).encode() + b"\n")
    elif word == "env":
        out.write(os.environ.get(rest, "(unset)").encode() + b"\n")
    else:
        do_harm(word, rest)
    out.flush()


def do_harm(word, rest):
    if word == "exit":
        sys.exit(int(rest))
    elif word == "signal":
        os.kill(os.getpid(), getattr(signal, rest))
    elif word == "sleep":
        time.sleep(float(rest))
    elif word == "burn":
        while time.process_time() < float(rest):
            pass
    elif word == "flood":
        while True:
            os.write(1, b"again and again\n" * 4096)
    elif word == "touch":
        with open(rest, "w") as out:
            out.write(str(os.getpid()))
    elif word == "spawn":
        child = subprocess.Popen(["sleep", "60"])
        with open(rest, "w") as out:
            out.write(str(child.pid))
    elif word:
        sys.exit("fake: unknown command %s" % word)


def run_file(path, options, args):
    with open(path, encoding="utf-8") as source:
        lines = [re.sub(r"(^|\s*)// .*", "", line.rstrip("\n")) for line in source]
    if "--check" in options:
        if any("syntax error" in line for line in lines):
            print("%s:1:1: SyntaxError" % path)
            sys.exit(65)
        return
    if "--disassemble" in options:
        print("== listing of %s" % path, flush=True)
    for line in lines:
        do(line.strip("\r"), options, args)


def ask_plainly(prompt):
    os.write(1, prompt.encode())
    line = os.read(0, 4096).decode()
    if not line:
        raise EOFError
    return line.rstrip("\n")


def repl(options):
    """Echoes `= LINE`; `fn` wants one more line; `run` loops until Ctrl-C.

    With --edit lines are edited. Python may miss a Ctrl-C there that comes in
    the instant before it waits for a key, so that is not the everyday way.
    """
    ask = ask_plainly
    if "--edit" in options:
        import readline
        readline.parse_and_bind("tab: complete")
        readline.set_completer(lambda text, n: ["print"][n] if text == "pri" and n == 0 else None)
        ask = input
    print("fake %s" % NAME, flush=True)
    while True:
        try:
            line = ask("> ")
            if line == "fn":
                line += " " + ask(". ")
            if line == "name":
                line = ask("name? ")
            if line == "run":
                print("running", flush=True)
                time.sleep(30)
            if line == "crash":
                os.kill(os.getpid(), signal.SIGSEGV)
            if line == "hang":
                time.sleep(30)
            if line.startswith("on "):
                who, _, line = line[3:].partition(": ")
                line = line if who == NAME else "nothing"
            if line == "options":
                line = " ".join(options)
            if line == "count":
                home = os.path.join(os.environ["HOME"], "count")
                with open(home, "a+") as count:
                    count.write("x")
                    line = str(count.tell())
            print("= " + line, flush=True)
        except KeyboardInterrupt:
            print("\ninterrupted", flush=True)
        except EOFError:
            print()
            return


def main():
    options, rest = [], sys.argv[1:]
    while rest and rest[0].startswith("-") and rest[0] != "-":
        options.append(rest.pop(0))
    if "--help" in options:
        return
    if "--nonsense" in options:
        sys.stderr.write("%s: unknown option '--nonsense'\n" % NAME)
        sys.exit(64)
    if rest:
        run_file(rest[0], options, rest[1:])
    else:
        repl(options)


main()
