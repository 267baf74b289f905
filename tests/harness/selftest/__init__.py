"""The harness's own tests: `python3 tests/run.py --selftest [PART OF A NAME...]`.

A harness that sees no failure is worse than none, so each kind of failure is
staged here with a fake interpreter (fake.py) and must be seen and shown. The
fakes are tiny programs that do what the "guest program" says: print, crash,
hang, and do so in one backend only.
"""

import unittest

from . import (test_commands, test_documents, test_failures, test_generated, test_parts,
               test_programs, test_runs, test_sessions)

_MODULES = (test_parts, test_programs, test_failures, test_documents, test_commands,
            test_sessions, test_generated, test_runs)


def main(out, filters):
    """Run the tests whose names contain a filter; exit code 0 or 1."""
    loader = unittest.TestLoader()
    loader.testNamePatterns = ["*%s*" % item for item in filters] or None
    suite = unittest.TestSuite(loader.loadTestsFromModule(module) for module in _MODULES)
    result = unittest.TextTestRunner(stream=out, verbosity=1).run(suite)
    failed = len(result.failures) + len(result.errors)
    passed = result.testsRun - failed - len(result.skipped)
    out.write("%d passed, %d failed\n" % (passed, failed))
    return 1 if failed or not passed else 0
