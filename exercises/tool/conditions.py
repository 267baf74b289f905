"""Conditions over the JSON of runs: `fused.instructions < 0.7 * plain.opcodes['ADD']`.

Python's own parser reads them, and only what is listed here has a meaning:
numbers, + - * /, comparisons, and, or, paths into the data, len(...) and
.get('key'), which counts an absent key as 0.
"""

import ast
import operator

_BINARY = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
           ast.Div: operator.truediv}
_COMPARE = {ast.Lt: operator.lt, ast.LtE: operator.le, ast.Eq: operator.eq,
            ast.NotEq: operator.ne, ast.Gt: operator.gt, ast.GtE: operator.ge}


class BadCondition(Exception):
    """It makes no sense: unknown syntax, or a name that no run has."""


class Missing(Exception):
    """A path leads to nothing in the data."""


def holds(text, runs):
    """Whether the condition is true of `runs` (name -> JSON data)."""
    return bool(_value(_parse(text), runs))


def numbers(text, runs):
    """The paths in a condition and what they stand for: (text, value or None), in order."""
    found = []

    def visit(node):
        if isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
            try:
                value = _value(node, runs)
            except Missing:
                value = None
            found.append((ast.get_source_segment(text, node), value))
            return
        for child in ast.iter_child_nodes(node):
            visit(child)

    visit(_parse(text))
    return found


def _parse(text):
    try:
        return ast.parse(text, mode="eval").body
    except SyntaxError:
        raise BadCondition("cannot read the condition `%s`" % text)


def _value(node, runs):
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float, str)):
        return node.value
    if isinstance(node, ast.Name):
        if node.id not in runs:
            raise BadCondition("no run is called %s" % node.id)
        return runs[node.id]
    if isinstance(node, ast.BoolOp):
        results = (_value(part, runs) for part in node.values)
        return all(results) if isinstance(node.op, ast.And) else any(results)
    if isinstance(node, ast.BinOp) and type(node.op) in _BINARY:
        return _BINARY[type(node.op)](_value(node.left, runs), _value(node.right, runs))
    if isinstance(node, ast.Compare):
        return _compare(node, runs)
    if isinstance(node, ast.Attribute):
        return _look(_value(node.value, runs), node.attr)
    if isinstance(node, ast.Subscript):
        key = node.slice.value if type(node.slice).__name__ == "Index" else node.slice
        return _look(_value(node.value, runs), _value(key, runs))
    if isinstance(node, ast.Call) and len(node.args) == 1:
        return _call(node, runs)
    raise BadCondition("conditions have no %s" % type(node).__name__)


def _compare(node, runs):
    left = _value(node.left, runs)
    for op, part in zip(node.ops, node.comparators):
        right = _value(part, runs)
        if type(op) not in _COMPARE:
            raise BadCondition("conditions have no %s" % type(op).__name__)
        if not _COMPARE[type(op)](left, right):
            return False
        left = right
    return True


def _look(data, key):
    try:
        return data[key]
    except (KeyError, IndexError, TypeError):
        raise Missing(str(key))


def _call(node, runs):
    if isinstance(node.func, ast.Name) and node.func.id == "len":
        return len(_value(node.args[0], runs))
    if isinstance(node.func, ast.Attribute) and node.func.attr == "get":
        try:
            return _look(_value(node.func.value, runs), _value(node.args[0], runs))
        except Missing:
            return 0
    raise BadCondition("conditions know len(...) and .get(...) only")
