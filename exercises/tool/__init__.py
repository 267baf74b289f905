"""The exercises' tool: opens holes in a copy of the kit, and sees whether they are filled.

    stages/NN --> holes --> the learner's copy --> build --> checks --> what they see
                                  ^   |
                                  |   v
                               (the learner)

The rooms, from the ground up:

    places       where things are
    scanner      finds a function in C text
    holes        empties it, and fills it again
    stages       reads the stages' folders
    workcopy     the learner's copy of the sources
    build        executables, with the kit's own Makefile
    runner       runs them: the learner's, the kit's, or a command of another language
    conditions   `fused.instructions < 0.7 * plain.instructions`, computed
    answers      the forms of the paper stages
    own          what a stage's check.py is given
    checks       one function for each kind of check
    attempt      the checks of a stage, in order, up to the first failure
    progress     what is done: a small text file
    show         colours, the map, failures
    watch        runs again whenever a file is saved
    doctor       is everything there that is needed?
    commands     what each command does;  main: the command line
    prove        what `make check-exercises` asks of every stage

The harness of the kit's tests (tests/harness) runs guest programs, sessions and
listings here too, and shows what differs.
"""
