"""The small parts by themselves: patterns, visible bytes, the screen."""

import itertools
import re
import unittest

from .. import configs, documents, expectations, patterns, report, screen, visible


def expect(*texts):
    """Lines from texts; a text `...` and a `/regex/` mean what they mean."""
    lines = []
    for number, text in enumerate(texts, 1):
        if text == "...":
            lines.append(patterns.Line(number))
        elif text.startswith("/"):
            lines.append(patterns.Line(number, regex=re.compile(text[1:-1].encode())))
        else:
            lines.append(patterns.Line(number, text.encode() + b"\n"))
    return lines


def got(*texts):
    return [text.encode() + b"\n" for text in texts]


class Patterns(unittest.TestCase):
    def test_exact_lines(self):
        self.assertIsNone(patterns.first_mismatch(expect("a", "b"), got("a", "b")))
        self.assertEqual(patterns.first_mismatch(expect("a", "b"), got("a", "c")), (1, 1))
        self.assertEqual(patterns.first_mismatch(expect("a", "b"), got("a")), (1, 1))
        self.assertEqual(patterns.first_mismatch(expect("a"), got("a", "b")), (1, 1))
        self.assertEqual(patterns.first_mismatch([], got("a")), (0, 0))

    def test_any_lines(self):
        self.assertIsNone(patterns.first_mismatch(expect("...", "z"), got("a", "z", "b", "z")))
        self.assertIsNone(patterns.first_mismatch(expect("a", "..."), got("a")))
        self.assertIsNotNone(patterns.first_mismatch(expect("...", "z"), got("a", "z", "b")))

    def test_regex_is_for_a_whole_line(self):
        self.assertIsNone(patterns.first_mismatch(expect("/[0-9]+ ms/"), got("12 ms")))
        self.assertIsNotNone(patterns.first_mismatch(expect("/[0-9]+/"), got("12 ms")))

    def test_lines_are_cut_at_newlines_only(self):
        self.assertEqual(patterns.split_lines(b"a\r\nb\x0cc\rd"), [b"a\r\n", b"b\x0cc\rd"])

    def test_the_line_where_two_texts_part(self):
        for left, right, place in (
                (b"a\nb\n", b"a\nc\n", (2, b"b\n", b"c\n")),
                (b"a\nbx", b"a\nby\nz", (2, b"bx", b"by\n")),
                (b"a\n", b"a\nb\n", (2, None, b"b\n")), (b"", b"\n", (1, None, b"\n")),
                (b"a", b"a\n", (1, b"a", b"a\n")), (b"ab\n", b"a\n", (1, b"ab\n", b"a\n"))):
            self.assertEqual(patterns.line_of_difference(left, right), place)

    def test_pieces_of_a_line_are_joined(self):
        lines = patterns.text_lines([(1, b"a"), (2, b"b\n"), (3, b"c\nd")])
        self.assertEqual([(l.number, l.text) for l in lines],
                         [(1, b"ab\n"), (3, b"c\n"), (3, b"d")])


class Visible(unittest.TestCase):
    def test_what_cannot_be_seen(self):
        for data, shown in ((b"plain\n", "plain"), (b"a  \n", "a\u00b7\u00b7"),
                            (b"\ta\r\n", "\\ta\\r"), (b"\x00\x1b\n", "\\0\\x1b"),
                            (b"\xff\xc3\xa9\n", "\\xff\u00e9"), (b"a\xc2\xa0b\n", "a\\u{a0}b"),
                            (b"\xe2\x80\x8b\n", "\\u{200b}"), (b"end", "end (no newline)")):
            self.assertEqual(visible.visible(data), shown)

    def test_long_lines_are_cut(self):
        self.assertLess(len(visible.visible(b"x" * 100000)), 400)


class Directives(unittest.TestCase):
    def problems(self, source):
        return [text for _, text in expectations.Directives(source).problems]

    def test_typing_errors_are_found(self):
        for source in (b"// expects: 1", b"// eror: X", b"//expect: 1", b"// expect:1",
                       b"// stdeer: a", b"// at: 3", b"// exit: soon", b"// cwd: home",
                       b"// expect-bytes: \\q", b"// no-gc-stress:", b"// at: 1:1"):
            self.assertEqual(len(self.problems(source)), 1, source)

    def test_other_comments_are_left_alone(self):
        for source in (b"// note: this", b"// https://x.example", b"// the end", b"a // b: c"):
            self.assertEqual(self.problems(source), [], source)

    def test_escapes(self):
        self.assertEqual(expectations.unescape(rb'\n\t\r\0\\\"\xfF\u{e9}'),
                         b'\n\t\r\0\\"\xff\xc3\xa9')


class Screens(unittest.TestCase):
    def shown(self, *parts):
        view = screen.Screen()
        for part in parts:
            view.feed(part)
        return [view.text(row) for row in range(len(view.rows))]

    def test_editing(self):
        self.assertEqual(self.shown(b"> abd\x1b[D\x1b[1@c\r\n"), ["> abcd", ""])
        self.assertEqual(self.shown(b"> abcd\b\b\x1b[K!"), ["> ab!"])
        self.assertEqual(self.shown(b"> abcd\x1b[4D\x1b[2P"), ["> cd"])
        self.assertEqual(self.shown(b"old\r\x1b[Knew"), ["new"])
        self.assertEqual(self.shown(b"ab\x1b[D\x1b[4hx\x1b[4ly"), ["axy"])

    def test_colours_and_titles_are_dropped(self):
        self.assertEqual(self.shown(b"\x1b]0;title\x07\x1b[1;31mred\x1b[0m\x1b[?2004h!"),
                         ["red!"])

    def test_cut_sequences_and_characters(self):
        self.assertEqual(self.shown(b"a\x1b", b"[3", b"1mb\xc3", b"\xa9\xff"),
                         ["ab\u00e9\udcff"])


class Tables(unittest.TestCase):
    def test_configurations_by_beginning(self):
        rows = configs.table("nowhere")
        names = [c.name for c in configs.select(rows, ["tree", "vm-O2"])[0]]
        self.assertEqual(names, ["tree-O0", "tree-O1", "vm-O2"])
        self.assertEqual(configs.select(rows, ["nope"])[1], ["nope"])

    def test_any_two_techniques_meet_in_all_four_ways(self):
        for count in range(1, 21):
            names = ["t%d" % i for i in range(count)]
            rows = [()] + [tuple(names)] + configs.covering(names)
            for one, other in itertools.combinations(names, 2):
                self.assertEqual(len({(one in row, other in row) for row in rows}), 4)
            self.assertEqual(len(set(rows)), len(rows))
        self.assertEqual(len(configs.covering("abcdef")), 4)

    def test_the_rows_of_a_generated_program(self):
        rows = configs.table("nowhere")

        def names(wanted, one_level):
            chosen = configs.select(rows, wanted)[0]
            return [row.name for row in configs.for_generated(chosen, one_level)]
        self.assertEqual(names([], False), ["tree-O1", "vm-O2", "switch-O0"])
        self.assertEqual(names([], True), ["tree-O1", "vm-O2"])
        self.assertEqual(names(["vm-O0", "vm-O1"], False), ["vm-O0", "vm-O1"])
        self.assertEqual(names(["vm-O0", "vm-O1"], True), ["vm-O1"])
        self.assertEqual(names(["switch"], True), ["switch-O0"])

    def test_blocks_of_a_document(self):
        found = documents.blocks(b"a\n```duet\nx = 1\n```\n\n  ```c\n  y\n  ```\n````\n```\n````\n")
        self.assertEqual([(b.info, b.line, b.code) for b in found],
                         [("duet", 3, b"x = 1\n"), ("c", 7, b"y\n"), ("", 10, b"```\n")])

    def test_an_excerpt_is_numbered_and_short(self):
        source = b"".join(b"line %d\n" % n for n in range(1, 101))
        lines = report.excerpt(source, 50)
        self.assertEqual(lines[0], "  47 | line 47")
        self.assertEqual(len(lines), 7)
        self.assertEqual(report.excerpt(source, 100)[-1], " 100 | line 100")


