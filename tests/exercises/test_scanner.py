"""The scanner finds definitions, and is not fooled by what only looks like one."""

import unittest

from tool import scanner

TRAPS = r'''
/* first(int a) { not this one } */
#define CALL(x) first(x) { nor this
static int first(int a);             // a prototype
const char *text = "first(1) { nor \" this }";
static const char brace = '{', quote = '\'';

/* The comment above it stays. */
static inline MUST_CHECK int first(int a) COLD {
  if (a) { return second((a), "}"); }   /* } */
  return '}';
}

int second(int a) { return first(a); }
HANDLER1(ADD, slot) { return r; }
HANDLER1(ADD_INT, slot) {
  return r;
}
#if ONE
int twice(void) { return 1; }
#else
int twice(void) { return 2; }
#endif
'''

MACROS = r'''#define FUNCTIONS(NAME, sign)            \
  ALWAYS_INLINE int arith_##NAME(int a) {     \
    return a sign 1; /* } */                  \
  }                                           \
  HANDLER0(NAME##_INT) { return "}" sign 1; } \
  ALWAYS_INLINE int arith_##NAME##_INT(int a) { return a; }
FUNCTIONS(ADD, +)
'''


def body(text, found):
    return text[found.open:found.close]


class Scanner(unittest.TestCase):
    def test_a_function_among_its_look_alikes(self):
        found = scanner.find(TRAPS, "first")
        self.assertTrue(TRAPS[found.start:].startswith("static inline MUST_CHECK int first"))
        self.assertTrue(body(TRAPS, found).endswith("return '}';\n}"))

    def test_one_line(self):
        self.assertEqual(body(TRAPS, scanner.find(TRAPS, "second")), "{ return first(a); }")

    def test_a_handler_and_not_its_longer_brother(self):
        self.assertEqual(body(TRAPS, scanner.find(TRAPS, "ADD", handler=True)), "{ return r; }")

    def test_none(self):
        with self.assertRaises(scanner.NotFound):
            scanner.find(TRAPS, "third")

    def test_several_need_a_number(self):
        with self.assertRaises(scanner.NotFound):
            scanner.find(TRAPS, "twice")
        self.assertIn("2", body(TRAPS, scanner.find(TRAPS, "twice", which=2)))

    def test_inside_a_macro(self):
        found = scanner.find(MACROS, "arith_##NAME", macro="FUNCTIONS")
        self.assertIn("return a sign 1;", body(MACROS, found))
        self.assertNotIn("HANDLER0", body(MACROS, found))
        found = scanner.find(MACROS, "NAME##_INT", handler=True, macro="FUNCTIONS")
        self.assertEqual(body(MACROS, found), '{ return "}" sign 1; }')

    def test_not_inside_a_macro_unless_asked(self):
        with self.assertRaises(scanner.NotFound):
            scanner.find(MACROS, "arith_##NAME")

    def test_rows(self):
        table = "OPCODE(ADD, _, 2, 1, 0, \"x\")\n  OPCODE(ADD_ALL, N, 1, 1, 0, \"y\")\n"
        start, end = scanner.find_row(table, "OPCODE(ADD")
        self.assertEqual(table[start:end], 'OPCODE(ADD, _, 2, 1, 0, "x")')
        with self.assertRaises(scanner.NotFound):
            scanner.find_row(table, "OPCODE(SUB")


if __name__ == "__main__":
    unittest.main()
