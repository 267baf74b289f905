"""Examples of a document, golden listings, unit test executables."""

from .stage import StageTest


class Documents(StageTest):
    def document(self, text, *argv):
        self.file("common/LANGUAGE.md", text)
        return self.go(*(argv or ("--config", "tree-O0,vm-O0")))

    def test_each_block_is_a_test(self):
        self.document("""
            # Title
            ```duet
            out 1  // expect: 1
            where  // expect: work
            ```
            ```duet fragment
            anything
            ```
            ```c
            not ours
            ```
            """)
        self.passes(2)

    def test_a_failure_names_the_line_of_the_document(self):
        self.document("""
            text
            ```duet
            out 1  // expect: 1
            out 2  // expect: 3
            ```
            """)
        self.fails("FAIL common/LANGUAGE.md:4: wrong output")
        self.shows("   4 | out 2", "again: ", " LANGUAGE.md:3")
        self.go("LANGUAGE.md:3")
        self.assertEqual(self.lines[-1], "0 passed, 1 failed")

    def test_a_block_must_expect_something(self):
        self.document("```duet\nout 1\n```\n")
        self.fails("FAIL common/LANGUAGE.md:2: bad test "
                   "(a test that cannot fail: it expects nothing)")

    def test_a_wrong_fragment(self):
        self.document("```duet fragment\nsyntax error\n```\n")
        self.fails("FAIL common/LANGUAGE.md:2: wrong output")

    def test_an_unknown_kind_of_block(self):
        self.document("```duet fragmnt\nx\n```\n")
        self.fails("FAIL common/LANGUAGE.md:1: bad test (unknown kind of block: duet fragmnt)")


class Listings(StageTest):
    def test_a_listing(self):
        self.file("tests/listings/add.duet", "// options: --explain\nout 0 CONST 1\noptions\n")
        self.file("tests/listings/add.listing", "== listing of add.duet\n0 CONST 1\n"
                  "-O0 --disassemble --explain\n")
        self.go()
        self.passes()

    def test_a_wrong_listing(self):
        self.file("tests/listings/add.duet", "out 0 CONST 1\non duet-vm-switch: out 1 HALT\n")
        self.file("tests/listings/add.listing", "== listing of add.duet\n0 CONST 1\n")
        self.go()
        self.fails("FAIL tests/listings/add.listing:2: wrong output")
        self.shows("in duet-vm-switch (of 3 run)", "+ 1 HALT",
                   "the backends part: duet-vm and duet-vm-switch", "again: ",
                   "duet-vm-switch -O0 --disassemble add.duet")

    def test_a_listing_without_a_program(self):
        self.file("tests/listings/add.listing", "x\n")
        self.go()
        self.fails("FAIL tests/listings/add.listing:1: bad test (no add.duet beside it)")


class Units(StageTest):
    def unit(self, body):
        self.executable("build/unit/arena", body)
        self.file("build/unit/arena.o", "not a test")
        return self.go()

    def test_a_good_one(self):
        self.unit("print('12 passed, 0 failed')\n")
        self.passes()

    def test_one_that_was_not_built(self):
        self.file("tests/unit/map_test.c", "int main(void) { return 0; }")
        self.unit("print('12 passed, 0 failed')\n")
        self.assertIn("unit/map_test:1: build failed", self.lines[0])

    def test_failures(self):
        for body, kind in (
                ("print('map.c:3: bad'); print('11 passed, 1 failed')\n", "wrong output"),
                ("print('11 passed, 1 failed'); raise SystemExit(1)\n", "wrong exit code"),
                ("print('hello')\n", "wrong output"),
                ("pass\n", "wrong output"),
                ("print('0 passed, 0 failed')\n", "bad test"),
                ("import os; os.abort()\n", "crashed"),
                ("import time; time.sleep(30)\n", "timed out")):
            self.executable("build/unit/arena", body)
            self.go("--time-limit", "0.1" if kind == "timed out" else "10")
            self.assertIn("FAIL unit/arena:1: " + kind, self.lines[0])
            self.assertEqual(self.code, 1)
