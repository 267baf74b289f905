"""Conditions, forms, progress, and what is wrong with a stage's folder."""

import json
import os
import tempfile
import unittest
from types import SimpleNamespace

from tool import answers, attempt, conditions, own, places, progress, stages

RUNS = {"a": {"n": 6, "opcodes": {"ADD": 2}, "list": [1, 2]}, "b": {"two words": 3}}


class Conditions(unittest.TestCase):
    def test_what_holds(self):
        for text in ("a.n > 5", "a.n == 2 * b['two words']", "1 < a.opcodes['ADD'] < 3",
                     "a.opcodes.get('SUB') == 0", "len(a.list) == 2 and a.n / 2 == 3",
                     "a.n < 0 or a.list[0] == 1"):
            self.assertTrue(conditions.holds(text, RUNS), text)
        self.assertFalse(conditions.holds("a.n != 6", RUNS))

    def test_what_is_missing(self):
        with self.assertRaises(conditions.Missing):
            conditions.holds("a.m > 1", RUNS)

    def test_nothing_else_is_run(self):
        for text in ("__import__('os')", "a.__class__", "[x for x in a]", "a.n >", "c.n > 1", "a.n in b"):
            with self.assertRaises((conditions.BadCondition, conditions.Missing), msg=text):
                conditions.holds(text, RUNS)

    def test_the_numbers_in_it(self):
        self.assertEqual(conditions.numbers("a.n < 2 * b['two words']", RUNS),
                         [("a.n", 6), ("b['two words']", 3)])


class Forms(unittest.TestCase):
    TEXT = "# a: comment\nfirst: 12  # mine\n\nthe second one:\n"

    def test_reading(self):
        form = answers.Form(self.TEXT)
        self.assertEqual(form.answers, {"first": "12", "the second one": ""})
        self.assertEqual(form.lines, {"first": 2, "the second one": 4})

    def test_filling(self):
        self.assertEqual(answers.Form(self.TEXT).filled({"the second one": "x"}).split("\n")[3],
                         "the second one: x")
        with self.assertRaises(KeyError):
            answers.Form(self.TEXT).filled({"third": "x"})


class Measured(unittest.TestCase):
    """Numbers that the learner measured, against what is measured again."""

    def far_off(self, text, *rounds):
        stage = SimpleNamespace(number=0, folder=".")
        given = own.Answers(SimpleNamespace(proof=False), SimpleNamespace(folder="."), stage, answers.Form(text))
        left = list(rounds)
        return given.far_off(lambda: left.pop(0), 1.5), len(rounds) - len(left)

    def test_near_at_once(self):
        self.assertEqual(self.far_off("a: 1.0\nb: 2", {"a": 1.4, "b": 1.5}), ({}, 1))

    def test_one_disturbed_measurement_is_no_mistake(self):
        self.assertEqual(self.far_off("a: 1.0\nb: 2", {"a": 9, "b": 2}, {"a": 1.1, "b": 9}), ({}, 2))

    def test_far_off_each_time(self):
        self.assertEqual(self.far_off("a: 1.0\nb: 2", {"a": 9, "b": 2}, {"a": 0.1, "b": 2}, {"a": 2, "b": 9}), ({"a": 2}, 3))

    def test_what_is_no_number_is_not_measured_again(self):
        self.assertEqual(self.far_off("a:\nb: -3", {"a": 9, "b": 2}), ({"a": 9, "b": 2}, 1))


class Progress(unittest.TestCase):
    def test_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "progress.txt")
            kept = progress.Progress(path)
            kept.copy, kept.kit = "all", "abc"
            kept.stages[4], kept.hints[5] = (progress.PASSED, "aaa"), 2
            kept.asked.add(5)
            kept.save()
            again = progress.Progress(path)
            self.assertEqual((again.copy, again.stages, again.hints, again.asked),
                             ("all", {4: ("passed", "aaa")}, {5: 2}, {5}))
            self.assertEqual(again.state(4, "aaa"), "passed")
            self.assertEqual(again.state(4, "bbb"), "changed")


class Tried(attempt.Attempt):
    """Notes which checks would be run."""

    def _build(self, chosen):
        self.ran = []

    def run_check(self, check):
        self.ran.append(check["title"])


class Stages(unittest.TestCase):
    GOOD = {"title": "T", "about": "a", "holes": [{"file": "bytecode/emit.c", "function": "patch_jump"}],
            "checks": [{"kind": "program", "file": "x.duet", "in": ["duet-vm"]}]}

    def load(self, **changed):
        with tempfile.TemporaryDirectory() as folder:
            stage = os.path.join(folder, "03-x")
            os.mkdir(stage)
            with open(os.path.join(stage, "stage.json"), "w") as file:
                json.dump(dict(self.GOOD, **changed), file)
            return stages.load(stage)

    def test_good(self):
        stage = self.load()
        self.assertEqual((stage.number, stage.holes[0].name), (3, "patch_jump"))

    def test_bad(self):
        for changed in ({"titel": "T"}, {"checks": []}, {"checks": [{"kind": "nonsense"}]},
                        {"checks": [{"kind": "program", "in": []}]}, {"needs": 3},
                        {"checks": [{"kind": "listing", "file": "x", "extra": 1}]},
                        {"holes": [{"file": "a.c"}]}, {"holes": [{"file": "a", "row": "X(A"}]}):
            with self.assertRaises(stages.BadStage, msg=changed):
                self.load(**changed)

    def test_what_a_check_looks_through(self):
        check = dict(self.GOOD["checks"][0], through=5)
        looks = self.load(checks=[check])
        later = self.load()._replace(number=5, slug="05-x", holes=())
        for others, refused in (({}, True), ({5: later}, True), ({5: later._replace(holes=looks.holes)}, False)):
            found = stages.problems({3: looks, **others}, places.ROOT)
            self.assertEqual(any("through stage 5" in problem for problem in found), refused, found)
        found = stages.problems({5: looks._replace(number=5), 3: later}, places.ROOT)
        self.assertTrue(any("through stage 5" in problem for problem in found), found)
        with self.assertRaises(stages.BadStage):
            self.load(checks=[dict(check, through="5")])

    def test_what_waits_is_not_run(self):
        checks = [dict(self.GOOD["checks"][0], title="always"), dict(self.GOOD["checks"][0], title="later", through=5)]
        stage = self.load(checks=checks)
        for unfinished, ran in (((), ["always", "later"]), ((5,), ["always"]), ((4,), ["always", "later"])):
            tried = Tried(SimpleNamespace(own_command=None), None, stage, is_unfinished=lambda number: number in unfinished)
            self.assertIsNone(tried.run())
            self.assertEqual(tried.ran, ran)
            self.assertEqual(len(tried.waited), 2 - len(ran))

    def test_a_hole_that_is_not_there_is_told(self):
        stage = self.load(holes=[{"file": "bytecode/emit.c", "function": "patch_nothing"}])
        found = stages._hole_problem(stage.holes[0], places.ROOT)
        self.assertIn("no definitions of patch_nothing", found)


if __name__ == "__main__":
    unittest.main()
