"""The generated tests: programs too large or too many to be files.

    tests()      all cases, in a fixed order; see generated_case.Case for what
                 one holds and how it judges a run
    too_slow()   the complaint about times that grow faster than a program does

    generated_nesting   what can stand in itself, 10 to 1,000,000 deep, on two stacks
    generated_growth    what is a list, up to a million items, in linear time
    generated_limits    255 to 257, 65,535 to 65,537 of everything, and jump lengths
    generated_sites     sites that meet other shapes, classes and types
    generated_text      odd bytes, line ends, cut and spoilt programs, noise

How they are run stands in generated_run. A case with tier LONG is run with
`--generated=long` only. One with a `series` is run for its time as well:
too_slow gets the processor seconds by series, for each executable by itself.

`python3 -m harness.generated NAME`, in tests/, writes that case's program to
stdout; without NAME it lists the names.
"""

import sys

from . import generated_growth, generated_limits, generated_nesting, generated_sites, generated_text
from .generated_growth import too_slow

__all__ = ["tests", "too_slow"]


def tests():
    """All generated cases. Making the list is quick; each program is made when asked for."""
    return (generated_nesting.cases() + generated_growth.cases() + generated_limits.cases()
            + generated_sites.cases() + generated_text.cases())


def main(names):
    made = {case.name: case for case in tests()}
    for name in names:
        if name not in made:
            sys.exit("no generated case is called " + name)
        sys.stdout.buffer.write(made[name].source())
    if not names:
        sys.stdout.write("".join(name + "\n" for name in made))


if __name__ == "__main__":
    main(sys.argv[1:])
