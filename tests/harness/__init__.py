"""The differential harness: one program, two interpreters, no difference allowed.

Every guest program is run through each backend at each level. What comes out
(standard output, standard error, exit code) is compared byte for byte with
what the test file expects, and each backend with every other:

    program.duet --> tree-O0 --> outcome \\
                 --> tree-O1 --> outcome  >--> equal? and as expected?
                 --> vm-O0 ...           /

The rooms, from the ground up:

    configs       the table of backends, levels and techniques left out
    execute       run one process, bounded in time and output
    screen        what a terminal would show;  terminal: the REPL driven on one
    patterns      expected lines against lines that came
    expectations  the directives inside a guest program (`// expect: 3`)
    sandbox       the temp directory, files and environment of a run
    visible       bytes made readable, and their diff
    compare       the verdict on one outcome, and where outcomes part
    guest, documents, listings, sessions, commands, units
                  one room for each kind of test: its format, how it is run
    generated, generated_case, generated_nesting and other kinds, generated_run
                  programs that a program writes, and how they are run
    discover      which tests there are
    crew          many tests at once, by threads
    report        what a person reads
    main          the command line
    selftest      fake executables prove that every failure is seen

Nothing here knows what Duet means; that stands in the test files alone.
"""
