"""Stage 2: the parser itself says which snippets are expressions."""

import re

REASONS = {               # for an answer that is wrong: what to think of
    "A": "an operator with two numbers has a value: 5",
    "B": "in C and JavaScript it has a value, and here? Try print((x = 5)). Duet keeps = out of expressions, so that `if x = 5` cannot happen",
    "C": "two = compare, one assigns. This asks a question, and the answer is a value",
    "D": "a call has a value, whatever the function is: what it returns. print returns nil, and nil is a value",
    "E": "in Ruby and Rust it has a value, here it has none: which value would it have if x is 2? Duet's expression for this is x > 3 ? 1 : 2",
    "F": "it makes a variable: an effect. What would the value of a declaration be?",
    "G": "it declares nothing, since it has no name; it makes a function, and a function is a value like any other",
    "H": "it has a name and declares it. What is declared cannot stand in parentheses",
}


def snippets(a):
    """The snippets as the form shows them."""
    with open(a.folder + "/answers.txt", encoding="utf-8") as form:
        return dict(re.findall(r"^# ([A-H])    (.+)$", form.read(), re.MULTILINE))


def is_program(a, text):
    return a.kit(["duet-vm", "--check", "-e", text]).status == 0


def kind(a, snippet):
    """`e` if the parser takes it in parentheses, `s` if it takes it as a line of its own."""
    if is_program(a, "print((%s))" % snippet):
        return "e"
    assert is_program(a, snippet), snippet
    return "s"


def solution(a):
    answers = {letter: kind(a, text) for letter, text in snippets(a).items()}
    answers["two assignments"] = "a" if is_program(a, "y = (x = 5)") else "c"
    code = a.kit(["duet-vm", "-O0", "--disassemble", "-e", "x = 1; str(x)"]).stdout
    answers["value of D"] = "b" if b" POP\n" in code else "c"
    return answers


def answers(a):
    right = solution(a)
    for letter in snippets(a):
        given = a.text(letter)[:1]
        if given not in ("e", "s"):
            a.wrong(letter, "write e or s")
        elif given != right[letter]:
            a.wrong(letter, REASONS[letter])
    given = a.choice("two assignments", "abc")
    if given != right["two assignments"]:
        a.wrong("two assignments", {
            "a": "so it is in C and JavaScript, where an assignment is an expression. Your answer to B says what it is here",
            "b": "it does not come to that: parentheses hold an expression. Is x = 5 one?"}.get(given, "write a, b or c"))
    given = a.choice("value of D", "abc")
    if given != right["value of D"]:
        a.wrong("value of D", {
            "a": "a REPL does that, a program does not; and what print prints is its effect, not its value",
            "c": "every call has a value: a function without `return` returns nil"}.get(given, "write a, b or c"))
