"""The command line of `exercises/learn`."""

import argparse
import os
import sys

from . import commands, conditions, own, places, stages

USAGE = """Duet's exercises: build the kit's two interpreters yourself, in %(count)s stages.

  exercises/learn              begin, or go on where you were (make learn)
  exercises/learn 12           the whole kit open but for stage 12 (make learn-12)
  exercises/learn all          every stage open again; what you had is saved
  exercises/learn list         the map
  exercises/learn check [N]    build, and run the checks of stage N, then of those done before (make check-N)
  exercises/learn watch [N]    the same whenever you save a file
  exercises/learn hint [N]     a hint; again for the next one (make hint-N)
  exercises/learn solution N   the kit's own code as a diff: after passing, or when asked twice (make solution-N)
  exercises/learn skip N       take the kit's own code for stage N and go on
  exercises/learn reset N      open stage N again; what you wrote is saved
  exercises/learn grade        every stage: a score and an exit code (make grade)
  exercises/learn update       take over changes of the kit, keep what you wrote
  exercises/learn doctor       is everything there that is needed?

  check N --with "python3 mine.py"    the stage's programs, run by an interpreter of your own

Exit codes: 0 fine, 1 not passed yet, 64 wrong usage."""


def parse(argv):
    parser = argparse.ArgumentParser(prog=places.LEARN, add_help=False, usage=argparse.SUPPRESS)
    parser.add_argument("command", nargs="?", default="start")
    parser.add_argument("number", nargs="?", type=int)
    parser.add_argument("--with", dest="own_command", metavar="COMMAND")
    parser.add_argument("--kit-build", metavar="DIR")         # for tests: where the kit is built
    parser.add_argument("--work", metavar="DIR", default=places.WORK)        # and where the copy is
    parser.add_argument("-h", "--help", action="store_true")
    options = parser.parse_args(argv)
    if options.command.isdigit():
        options.command, options.number = "start", int(options.command)
    return options


def main(argv):
    try:
        options = parse(argv)
    except SystemExit:
        print("try '%s --help'" % places.LEARN, file=sys.stderr)
        return commands.USAGE
    try:
        course = commands.Course(work=os.path.abspath(options.work))
        if options.help or options.command == "help":
            print(USAGE % {"count": len(course.stages)})
            return commands.OK
        return _do(course, options)
    except commands.Refused as refused:
        print(refused, file=sys.stderr)
        return commands.FAILED
    except (stages.BadStage, conditions.BadCondition) as broken:
        print("a stage is not as exercises/FORMAT.md says: %s" % broken, file=sys.stderr)
        return commands.FAILED
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return commands.FAILED


def _do(course, options):
    number, build = options.number, options.kit_build
    table = {
        "start": lambda: commands.start(course, number),
        "resume": lambda: commands.start(course, None),
        "all": lambda: commands.open_all(course),
        "list": lambda: commands.show_map(course),
        "check": lambda: commands.check(course, number, options.own_command, build),
        "watch": lambda: commands.watch_stage(course, number, build),
        "hint": lambda: commands.hint(course, number),
        "solution": lambda: commands.solution(course, number, build),
        "skip": lambda: commands.skip(course, number),
        "reset": lambda: commands.reset(course, number),
        "grade": lambda: commands.grade(course, build),
        "update": lambda: commands.update(course),
        "doctor": lambda: commands.examine(course),
    }
    if options.command == "try":
        from . import prove
        return prove.try_stage(course.stage(number), build)
    if options.command not in table:
        import difflib
        near = difflib.get_close_matches(options.command, table, 1)
        print("there is no command '%s'%s" % (options.command, ", did you mean '%s'?" % near[0] if near else
                                              "; try '%s --help'" % places.LEARN), file=sys.stderr)
        return commands.USAGE
    return table[options.command]()
