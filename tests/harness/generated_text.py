"""Programs that are hardly programs: odd bytes, odd line ends, text cut anywhere, noise.

Where the language decides, the outcome is exact. For noise (random bytes,
random words, programs with a few bytes changed) the rule is the documented
form: exit code 0, 65 or 70, a report with head and place, never a crash. Such
programs get fuel and a heap limit, since some of them loop.

The noise is drawn from a seeded generator: the same every time, everywhere.
"""

import random

from .generated_case import LONG, QUICK, Case, documented, on_stacks, prints, raises, syntax_error

BOM = b"\xef\xbb\xbf"
FENCED = ("--fuel", "200000", "--max-heap", "50000000")
SEED = 20240229

# What the language decides. name: (bytes, demand)
_TEXTS = {
    "empty": (b"", prints("")),
    "one_newline": (b"\n", prints("")),
    "only_blanks": (b" \t \n\t", prints("")),
    "only_a_comment": (b"// nothing", prints("")),
    "only_a_block_comment": (b"/* nothing */", prints("")),
    "only_semicolons": (b";;;", prints("")),
    "no_last_newline": (b"print(1)", prints("1\n")),
    "no_last_newline_behind_a_comment": (b"print(1) // one", prints("1\n")),
    "no_last_newline_behind_a_name": (b"x = 1\nx", prints("")),
    "bom": (BOM + b"print(1)\n", prints("1\n")),
    "bom_alone": (BOM, prints("")),
    "bom_before_an_error": (BOM + b"nil.x\n",
                            raises("AttributeError: nil has no field 'x'", place="1:1")),
    "bom_twice": (BOM + BOM + b"print(1)\n", syntax_error()),
    "bom_later": (b"print(1)\n" + BOM + b"print(2)\n", syntax_error()),
    "bom_in_a_string": (b'print("' + BOM + b'".len())\n', prints("3\n")),
    "bom_in_a_comment": (b"// " + BOM + b"\nprint(1)\n", prints("1\n")),
    "half_a_bom": (b"\xef\xbbprint(1)\n", syntax_error()),
    "utf16": ("print(1)\n".encode("utf-16"), syntax_error()),
    "utf16_big": ("print(1)\n".encode("utf-16-be"), syntax_error()),
    "latin1": ('print("é")\n'.encode("latin-1"), syntax_error()),
    "crlf": (b"x = 1\r\nif x {\r\n  print(x)\r\n}\r\nelse { }\r\n", prints("1\n")),
    "crlf_places": (b"x = 1\r\n\r\n  nil.x\r\n",
                    raises("AttributeError: nil has no field 'x'", place="3:3")),
    "crlf_in_comments": (b"/* a\r\nb */ print(1) // c\r\nprint(2)\r\n", prints("1\n2\n")),
    "crlf_in_a_string": (b'x = "a\r\nb"\n', syntax_error()),
    "cr_is_no_newline": (b"x = 1\rprint(x)\n", syntax_error()),
    "cr_is_a_blank": (b"x\r=\r1\nprint(\rx\r)\r", prints("1\n")),
    "nul": (b"print(1)\0\n", syntax_error()),
    "nul_alone": (b"\0", syntax_error()),
    "nul_first": (b"\0print(1)\n", syntax_error()),
    "nul_in_a_name": (b"a\0b = 1\n", syntax_error()),
    "nul_in_a_string": (b'x = "a\0b"\n', documented),
    "nul_in_a_comment": (b"// a\0b\nprint(1)\n", documented),
    "many_nuls": (b"\0" * 100000, syntax_error()),
    "form_feed_or_blank_line": (b"print(1)\n\n\n\nprint(2)", prints("1\n2\n")),
    "control_z": (b"print(1)\n\x1a", syntax_error()),
    "stray_quote": (b"'a'", syntax_error()),
    "stray_backslash": (b"\\", syntax_error()),
    "stray_dollar": (b"$x = 1", syntax_error()),
    "name_with_accent": ("é = 1\n".encode("utf-8"), syntax_error()),
    "open_string": (b'print("abc', syntax_error()),
    "open_string_at_a_backslash": (b'print("abc\\', syntax_error()),
    "open_string_at_an_escape": (b'print("abc\\u{', syntax_error()),
    "open_string_at_hex": (b'print("abc\\x4', syntax_error()),
    "open_comment": (b"/* abc", syntax_error()),
    "open_comment_at_a_star": (b"/* abc *", syntax_error()),
    "open_comment_in_a_comment": (b"/* /* */", syntax_error()),
    "open_number": (b"x = 0x", syntax_error()),
    "open_exponent": (b"x = 1e", syntax_error()),
    "open_fraction": (b"x = 1.", syntax_error()),
}

# Byte sequences that are no UTF-8, each in a name's place, a string and a comment.
_BAD_UTF8 = {
    "lone_continuation": b"\x80", "high_continuation": b"\xbf", "cut_two": b"\xc3",
    "cut_three": b"\xe2\x82", "cut_four": b"\xf0\x9f\x98", "overlong_two": b"\xc0\x80",
    "overlong_slash": b"\xc0\xaf", "overlong_three": b"\xe0\x80\x80", "overlong_four": b"\xf0\x80\x80\x80",
    "surrogate": b"\xed\xa0\x80", "low_surrogate": b"\xed\xbf\xbf", "past_the_end": b"\xf4\x90\x80\x80",
    "five_bytes": b"\xf8\x88\x80\x80\x80", "six_bytes": b"\xfc\x84\x80\x80\x80\x80", "fe": b"\xfe",
    "ff": b"\xff", "wrong_second": b"\xc3\x28", "wrong_third": b"\xe2\x82\x28",
}
_GOOD_UTF8 = {
    "two": "\u0080\u07ff", "three": "\u0800\ud7ff\ue000\uffff", "four": "\U00010000\U0010ffff",
    "noncharacters": "\ufffe\uffff\ufdd0",
}


def _text_cases():
    made = [Case("text/" + name, lambda text=text: text, demand)
            for name, (text, demand) in _TEXTS.items()]
    for name, bad in _BAD_UTF8.items():
        for where, text in (("code", b"x = " + bad + b"\n"), ("string", b'x = "a' + bad + b'b"\n'),
                            ("comment", b"// a" + bad + b"b\nprint(1)\n"),
                            ("block_comment", b"/* " + bad + b" */print(1)\n"), ("end", b"x = 1\n" + bad),
                            ("end_of_string", b'x = "' + bad), ("end_of_comment", b"// " + bad)):
            made.append(Case("text/utf8_%s_in_%s" % (name, where), lambda text=text: text,
                             syntax_error()))
    for name, good in _GOOD_UTF8.items():
        data = good.encode("utf-8")
        made.append(Case("text/utf8_%s_in_string" % name,
                         lambda data=data: b'x = "' + data + b'"\nprint(x)\nprint(len(x.chars()))\n',
                         prints(data + b"\n%d\n" % len(good))))
        made.append(Case("text/utf8_%s_in_comment" % name,
                         lambda data=data: b"// " + data + b"\nprint(1)/*" + data + b"*/\n",
                         prints("1\n")))
    return made


# A program with one of everything, to be cut and spoilt. It does no harm.
WHOLE = """\
// one of everything
let total = 0
fn add(n) { total += n; return total }
class Shape { init(name) { self.name = name }
  describe() { return self.name + " of area " + str(self.area()) } }
class Square extends Shape {
  init(side) { super.init("square"); self.side = side }
  area() { return self.side * self.side }
  to_string() { return "<" + str(self.side) + ">" }
}
/* nested /* comment */ here */
m = map()
for c in "a\\u{e9}\\xff\\n\\"" { m[c] = m.get(c, 0) + 1 }
for shape in [Square(2), Square(3),] { print(shape.describe(), shape, m.len()) }
fn fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) }
print(fib(10), 0xff & 0b1010 | 1_000 ^ 3 << 2 >> 1, -7 / 2, -7 % 3, ~5, 1.5e3)
fn count(n) { if n == 0 { return "done" } else if n < 0 { return nil } return count(n - 1) }
print(count(100), not nil and 1 or 2, 1 <= 1.0, "a" != "b", Square(1) is Shape)
i = 0
while true {
  i += 1
  if i == 2 { continue }
  if i > 4 { break }
  try { [1, 2][i] = i; throw {code: i} }
  catch e is IndexError { print("caught", e.message) }
  catch e { print(e) }
  finally { add(i) }
}
fns = []
for k in range(0, 9, 4) { fns.push(fn() { k += 1; return k }) }
print(fns.map(fn(f) { return f() }), [3, 1, 2].reduce(fn(a, b) { return a + b }), total)
o = {name: "o", if: 1, list: [nil, true, false]}
o.list[0] = o
o.extra -= 1
"""

_WORDS = ("and break catch class continue else extends false finally fn for if in is let nil not or "
          "return self super throw true try while ( ) [ ] { } , ; : . ? = == != < <= > >= + - * / % & "
          "| ^ ~ << >> += -= *= /= %= &= |= ^= <<= >>= x y f A print range \"s\" 0 1 2.5 "
          "-9223372036854775808 9223372036854775807 \n \n \n // /* */ _ init str len map").split(" ")


def random_bytes(seed):
    rng = random.Random(SEED + seed)
    return bytes(rng.randrange(256) for _ in range(rng.choice((1, 10, 100, 3000))))


def random_ascii(seed):
    rng = random.Random(SEED + 1000 + seed)
    return bytes(rng.choice(b" \n\t(){}[].,;:+-*/%\"'=<>!&|^~?abcfnxyz0123456789_\\")
                 for _ in range(rng.choice((10, 100, 2000))))


def random_words(seed):
    rng = random.Random(SEED + 2000 + seed)
    words = [rng.choice(_WORDS) for _ in range(rng.choice((5, 20, 60, 1000)))]
    return " ".join(words).encode("ascii")


def spoilt(seed):
    """The whole program with a few bytes or lines deleted, doubled, swapped or replaced."""
    rng = random.Random(SEED + 3000 + seed)
    data = bytearray(WHOLE.encode("utf-8"))
    for _ in range(rng.choice((1, 1, 1, 2, 3, 10))):
        at = rng.randrange(len(data))
        size = rng.choice((1, 1, 1, 2, 5, 40))
        piece = bytes(data[at:at + size])
        kind = rng.randrange(5)
        if kind == 0:
            del data[at:at + size]
        elif kind == 1:
            data[at:at] = piece * rng.choice((1, 2, 50))
        elif kind == 2:
            data[at] = rng.randrange(256)
        elif kind == 3:
            data[at:at] = rng.choice(_WORDS).encode("ascii") + b" "
        else:
            other = rng.randrange(len(data))
            data[other:other + size] = piece
    return bytes(data)


def cut(length):
    return WHOLE.encode("utf-8")[:length]


def spoilt_lines(seed):
    """The lines of the whole program in another order, some lost, some twice."""
    rng = random.Random(SEED + 4000 + seed)
    lines = WHOLE.split("\n")
    return "\n".join(rng.choice(lines) for _ in lines).encode("utf-8")


def _noise_cases():
    made = []
    for label, make, count, quick in (
            ("bytes", random_bytes, 120, 20), ("ascii", random_ascii, 120, 20),
            ("words", random_words, 300, 40), ("spoilt", spoilt, 600, 60),
            ("lines", spoilt_lines, 100, 20)):
        for seed in range(count):
            made.append(Case("noise/%s-%d" % (label, seed), lambda make=make, seed=seed: make(seed),
                             documented, options=FENCED, stdin=b"1\nx\n",
                             tier=QUICK if seed < quick else LONG))
    whole = len(WHOLE.encode("utf-8"))
    for length in range(0, whole + 1):
        made.append(Case("noise/cut-%d" % length, lambda length=length: cut(length), documented,
                         options=FENCED, tier=QUICK if length % 29 == 0 else LONG))
    return made


def _large_noise():
    """A megabyte of noise, on both stacks."""
    def million(alphabet, seed):
        return bytes(random.Random(SEED + seed).choices(alphabet, k=1000000))
    made = []
    for label, alphabet in (("bytes", bytes(range(256))), ("brackets", b"()[]{}"), ("opening", b"([{"),
                            ("operators", b"+-*/%~ 1\n"), ("quotes", b"\"\\ \n"), ("letters", b"ab \n")):
        made += on_stacks((None, 256), "noise/million-" + label,
                          lambda alphabet=alphabet: million(alphabet, 7), documented,
                          options=FENCED, limit=20.0)
    return made


def cases():
    return _text_cases() + _noise_cases() + _large_noise()
