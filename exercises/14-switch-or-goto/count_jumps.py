#!/usr/bin/env python3
"""How many indirect jumps does interp_run have, in each build of the VM?

    python3 count_jumps.py [BUILD]          ../../build unless said otherwise
"""

import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
BUILDS = ("duet-vm-switch", "duet-vm")
INDIRECT = re.compile(r"\t(?:notrack )?jmp[ql]?\s+\*|\tbr\s+x\d+")


def disassembler():
    return shutil.which("objdump") or shutil.which("llvm-objdump")


def count(path):
    """The indirect jumps of interp_run; None where there is no objdump (it comes with the linker, in binutils)."""
    tool = disassembler()
    if not tool:
        return None
    text = subprocess.run([tool, "-d", "--no-show-raw-insn", path], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8", "replace")
    body = re.search(r"^[0-9a-f]+ <interp_run>:\n(.*?)(?=^\n|^[0-9a-f]+ <|\Z)", text, re.MULTILINE | re.DOTALL)
    return len(INDIRECT.findall(body.group(1))) if body else 0


def main():
    build = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "..", "build")
    for name in BUILDS:
        path = os.path.join(build, name)
        if not os.path.exists(path):
            sys.exit("%s is not there: run `make` first" % path)
        jumps = count(path)
        print("%-16s %s" % (name, "no objdump here: install binutils" if jumps is None else "%d indirect jumps in interp_run" % jumps))


if __name__ == "__main__":
    main()
