"""Places in a program that remember what they have seen, and then see something else.

A site that reads a field may remember shapes; one that adds may remember the
types of its operands; a method site its classes. These programs let a site
see 1 to many kinds, in every order, change the kind after exactly k turns,
and grow objects past every limit while a loop is running.
"""

from .generated_case import Case, prints
from .generated_growth import numbered

KINDS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 16, 17, 31, 32, 33, 63, 64, 65, 129, 257, 1025)
FIELDS = (7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1023, 1025, 5000)
TURNS = tuple(range(0, 20)) + (31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1000, 1024, 1025)


def shapes_at_a_site(kinds):
    """One reader, one writer and one caller meet `kinds` shapes, round and round."""
    objects = numbered("{p#: 1, x: #, m: fn(k) { return k + # }}", kinds, ",\n")
    return ("""objects = [%s]
fn get(o) { return o.x }
fn put(o, v) { o.x = v }
fn call(o, k) { return o.m(k) }
sum = 0
for turn in range(4) {
  for o in objects { put(o, get(o) + 1); sum += call(o, turn) - get(o) + turn }
}
sums = 0
for o in objects { sums += o.x }
print(sum, sums, objects[-1].x)
""" % objects)


def shapes_printed(kinds):
    last = kinds - 1
    total = sum(2 * turn + i - (i + turn + 1) for turn in range(4) for i in range(kinds))
    return "%d %d %d\n" % (total, sum(i + 4 for i in range(kinds)), last + 4)


def classes_at_a_site(kinds):
    """One method site and `is` meet `kinds` classes, of which half inherit the method."""
    text = "class Base { init(v) { self.v = v } m(k) { return self.v * k } }\n"
    for i in range(kinds):
        own = "m(k) { return super.m(k) + %d } " % i if i % 2 == 0 else ""
        text += "class C%d extends Base { %s}\n" % (i, own)
    return text + """
objects = [%s]
sum = 0
for turn in range(4) {
  for o in objects { sum += o.m(turn) + (o is C0 ? 1000000 : 0) + (o is Base ? 1 : 0) }
}
print(sum)
""" % numbered("C#(#)", kinds, ", ")


def classes_printed(kinds):
    total = sum(i * turn + (i if i % 2 == 0 else 0) + (1000000 if i == 0 else 0) + 1
                for turn in range(4) for i in range(kinds))
    return "%d\n" % total


def growing_object(fields):
    """An object gets `fields` fields in mid-loop, past any limit of its shape, at hot sites."""
    return ("""adders = [%s]
class A { init() { self.x = 1 } m() { return 2 } }
a = A()
b = {x: 1, m: fn() { return 2 }}
sum = 0
n = 0
for add in adders {
  add(a)
  add(b)
  a.x += 1
  b.x += 1
  sum += a.x - b.x + a.m() - b.m()
  n += 1
}
print(sum, a.x, b.x, a.f0, b.f%d, str(a), str(b).len() > %d)
a.x = "text"
b.f0 = a
print(a.x, a.f%d, b.f0 == a)
try { a.f%d } catch e { print(e) }
try { b.f%d } catch e { print(e) }
fresh = A()
fresh.f0 = "own"
print(fresh.x, fresh.f0, fresh.m())
""" % (numbered("fn(o) { o.f# = # }", fields, ",\n"), fields - 1, fields * 4, fields - 1, fields,
       fields))


def growing_printed(fields):
    last = fields - 1
    return ("0 %d %d 0 %d <A> true\ntext %d true\nAttributeError: A has no field 'f%d'\n"
            "AttributeError: object has no field 'f%d'\n1 own 2\n"
            % (fields + 1, fields + 1, last, last, fields, fields))


def many_transitions(kinds):
    """`kinds` objects part ways at the same shape; all keep their own fields."""
    return ("class A { init() { self.base = 1 } }\nobjects = []\n"
            + numbered("o = A()\no.f# = #\no.tail = #\nobjects.push(o)\n", kinds)
            + "sum = 0\nfor o in objects { o.tail += o.base; sum += o.tail }\n"
            + "print(sum, objects[0].f0, objects[%d].f%d)\n" % (kinds - 1, kinds - 1)
            + "missing = 0\nfor o in objects { try { o.f0 } catch e { missing += 1 } }\n"
            + "print(missing)\n")


def transitions_printed(kinds):
    return "%d 0 %d\n%d\n" % (sum(i + 1 for i in range(kinds)), kinds - 1, kinds - 1)


# After k turns with the first operands the site meets the second, then the first again.
_OPERATIONS = {
    "add": ("a + b", ("2", "3"), "5", ('"x"', '"y"'), "xy"),
    "add_floats": ("a + b", ("0.5", "1.5"), "2.0", ("2", "3"), "5"),
    "add_lists": ("a + b", ("[1]", "[2]"), "[1, 2]", ("1", "0.5"), "1.5"),
    "add_overflow": ("a + b", ("1", "2"), "3", ("9223372036854775807", "1"),
                     "OverflowError: integer overflow"),
    "add_wrong": ("a + b", ("1", "2"), "3", ("1", "nil"), "TypeError: cannot add int and nil"),
    "subtract": ("a - b", ("5", "3"), "2", ("5.5", "3"), "2.5"),
    "subtract_wrong": ("a - b", ("5", "3"), "2", ("5", '"3"'),
                       "TypeError: cannot subtract string from int"),
    "multiply": ("a * b", ("5", "3"), "15", ("4611686018427387904", "2"),
                 "OverflowError: integer overflow"),
    "multiply_floats": ("a * b", ("0.5", "3.0"), "1.5", ("5", "3"), "15"),
    "divide": ("a / b", ("7", "2"), "3", ("7.0", "2"), "3.5"),
    "divide_by_zero": ("a / b", ("7", "2"), "3", ("7", "0"), "ZeroDivisionError: division by zero"),
    "divide_overflow": ("a / b", ("7", "2"), "3", ("-9223372036854775808", "-1"),
                        "OverflowError: integer overflow"),
    "modulo": ("a % b", ("-7", "2"), "-1", ("7", "0"), "ZeroDivisionError: modulo by zero"),
    "less": ("a < b", ("1", "2"), "true", ('"b"', '"a"'), "false"),
    "less_floats": ("a < b", ("1.0", "2.0"), "true", ("9007199254740993", "9007199254740992.0"),
                    "false"),
    "less_wrong": ("a < b", ("1", "2"), "true", ("1", '"2"'),
                   "TypeError: cannot compare int and string"),
    "less_nan": ("a < b ? \"less\" : \"not\"", ("1.0", "2.0"), "less", ("float(\"nan\")", "2.0"), "not"),
    "equal": ("a == b", ("1", "1"), "true", ("1", "1.0"), "true"),
    "equal_strings": ("a == b", ('"ab"', '"ab"'), "true", ("[1]", "[1]"), "false"),
    "negate": ("-a + b", ("1", "0"), "-1", ("-9223372036854775808", "0"),
               "OverflowError: integer overflow"),
    "shift": ("a << b", ("1", "3"), "8", ("1", "64"), "ValueError: shift count 64 is not in 0..63"),
    "bits": ("a & b", ("6", "3"), "2", ("6", "0.5"), "TypeError: cannot apply & to int and float"),
    "index": ("a[b]", ("[1, 2]", "1"), "2", ('"xy"', "1"), "y"),
    "index_map": ("a[b]", ("[1, 2]", "1"), "2", ("filled", '"k"'), "v"),
    "index_wrong": ("a[b]", ("[1, 2]", "1"), "2", ("[1, 2]", "1.0"),
                    "TypeError: list index must be an int, not float"),
    "index_past_end": ("a[b]", ("[1, 2]", "-1"), "2", ("[1, 2]", "2"),
                       "IndexError: list index 2 out of range for length 2"),
    "call": ("a(b)", ("fn(x) { return x }", "1"), "1", ("str", "2"), "2"),
    "call_class": ("a(b)", ("abs", "-1"), "1", ("Error", '"m"'), "Error: m"),
    "call_wrong_count": ("a(b)", ("abs", "-1"), "1", ("fn() { }", "1"),
                         "TypeError: fn() takes 0 arguments, got 1"),
    "call_nothing": ("a(b)", ("abs", "-1"), "1", ("nil", "1"), "TypeError: cannot call nil"),
    "field": ("a.x + b", ("{x: 1}", "2"), "3", ("{y: 0, x: \"s\"}", '"t"'), "st"),
    "field_missing": ("a.x + b", ("{x: 1}", "2"), "3", ("{y: 0}", "2"),
                      "AttributeError: object has no field 'x'"),
    "method": ("a.len() + b", ('"abc"', "1"), "4", ("[1, 2]", "1"), "3"),
    "method_field": ("a.len() + b", ('"abc"', "1"), "4", ("{len: fn() { return 10 }}", "1"), "11"),
    "truth": ("a ? b : 0", ("1", "2"), "2", ("0.0", "2"), "0"),
    "and": ("a and b", ("1", "2"), "2", ("nil", "2"), "nil"),
    "is": ("a is b", ("Error()", "Error"), "true", ("1", "TypeError"), "false"),
    "walk": ("collect(a) + b", ("[1, 2]", '"."'), "12.", ('"ab"', '"."'), "ab."),
}

_WARM_UP = """\
filled = map()
filled["k"] = "v"
fn collect(xs) { s = ""; for x in xs { s += str(x) } return s }
fn site(a, b) { return %s }
fn seen(a, b) { try { return str(site(a, b)) } catch e { return str(e) } }
a1 = %s; b1 = %s
a2 = %s; b2 = %s
ok = true
for turns in [%s] {
  for i in range(turns) { if seen(a1, b1) != %s { ok = false; print("first", turns, i) } }
  for i in range(3) {
    if seen(a2, b2) != %s { ok = false; print("second", turns, seen(a2, b2)) }
    if seen(a1, b1) != %s { ok = false; print("again", turns, seen(a1, b1)) }
  }
  for i in range(turns) { if seen(a2, b2) != %s { ok = false; print("last", turns, i) } }
}
print(ok)
"""


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def warm_up(operation, turns):
    body, first, first_text, second, second_text = operation
    one, two = quoted(first_text), quoted(second_text)
    return _WARM_UP % (body, first[0], first[1], second[0], second[1],
                       ", ".join(map(str, turns)), one, two, one, two)


def _warm_up_cases():
    """All turns in one program, where the site has seen much; and few, one program each."""
    made = []
    for name, operation in _OPERATIONS.items():
        for label, turns in [("all", TURNS)] + [(str(t), (t,)) for t in (0, 1, 2, 3, 8, 64)]:
            made.append(Case("sites/%s-%s" % (name, label),
                             lambda operation=operation, turns=turns: warm_up(operation, turns),
                             prints("true\n")))
    return made


def cases():
    made = []
    for n in KINDS:
        made.append(Case("sites/shapes-%d" % n, lambda n=n: shapes_at_a_site(n),
                         prints(shapes_printed(n))))
        made.append(Case("sites/classes-%d" % n, lambda n=n: classes_at_a_site(n),
                         prints(classes_printed(n))))
        made.append(Case("sites/transitions-%d" % n, lambda n=n: many_transitions(n),
                         prints(transitions_printed(n))))
    for n in FIELDS:
        made.append(Case("sites/growing-%d" % n, lambda n=n: growing_object(n),
                         prints(growing_printed(n))))
    return made + _warm_up_cases()
