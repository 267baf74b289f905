# An incremental solver for constraints between variables. Stresses: linked objects, methods, closures in fields, lists.
# Twin of constraints.duet, where the idea is told.
import sys

# Strengths: the lower, the stronger.
REQUIRED = 0
STRONG = 1
MEDIUM = 2
WEAK = 3
WEAKEST = 4


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.strength = WEAKEST  # of the weakest constraint that could be given up to change it
        self.stays = True  # nothing that may change flows into it


class Method:
    """One way to make a constraint hold: `compute` sets `output` from `inputs`."""

    def __init__(self, output, inputs, compute):
        self.output = output
        self.inputs = inputs
        self.compute = compute


class Constraint:
    def __init__(self, strength, variables, methods):
        self.strength = strength
        self.variables = variables
        self.methods = methods
        self.chosen = None

    def is_input(self):
        return False

    def is_satisfied(self):
        return self.chosen is not None

    def output(self):
        return self.chosen.output

    def attach(self):
        for variable in self.variables:
            variable.constraints.append(self)

    def detach(self):
        for variable in self.variables:
            constraints = variable.constraints
            constraints.pop(constraints.index(self))

    def choose(self, mark):
        """The method whose output gives way most easily, if it is weaker than this constraint."""
        self.chosen = None
        weakest = self.strength
        for method in self.methods:
            variable = method.output
            if variable.mark != mark and variable.strength > weakest:
                weakest = variable.strength
                self.chosen = method

    def mark_inputs(self, mark):
        for variable in self.chosen.inputs:
            variable.mark = mark

    def inputs_known(self, mark):
        for variable in self.chosen.inputs:
            if variable.mark != mark and not variable.stays and variable.determined_by is not None:
                return False
        return True

    def recalculate(self):
        """Brings what is known of the output up to date, and its value too if it will never change."""
        output = self.chosen.output
        strength = self.strength
        for method in self.methods:
            if method.output is not output and method.output.strength > strength:
                strength = method.output.strength
        output.strength = strength
        stays = not self.is_input()
        for variable in self.chosen.inputs:
            stays = stays and variable.stays
        output.stays = stays
        if stays:
            self.execute()

    def execute(self):
        self.chosen.compute()


def nothing():
    pass


class Stay(Constraint):
    def __init__(self, variable, strength):
        super().__init__(strength, [variable], [Method(variable, [], nothing)])


class Edit(Constraint):
    def __init__(self, variable, strength):
        super().__init__(strength, [variable], [Method(variable, [], nothing)])

    def is_input(self):
        return True


class Step(Constraint):
    """after = before + step"""

    def __init__(self, before, step, after, strength):
        def forward():
            after.value = before.value + step

        def backward():
            before.value = after.value - step

        super().__init__(strength, [before, after], [Method(after, [before], forward), Method(before, [after], backward)])


class Sum(Constraint):
    """total = a + b"""

    def __init__(self, a, b, total, strength):
        def give_total():
            total.value = a.value + b.value

        def give_a():
            a.value = total.value - b.value

        def give_b():
            b.value = total.value - a.value

        super().__init__(strength, [a, b, total], [
            Method(total, [a, b], give_total), Method(a, [total, b], give_a), Method(b, [total, a], give_b),
        ])


class Solver:
    def __init__(self):
        self.mark = 0

    def add(self, constraint):
        constraint.attach()
        self.satisfy_all(constraint)

    def satisfy_all(self, constraint):
        """Satisfies a constraint, then the one it pushed out, and so on."""
        self.mark += 1
        while constraint is not None:
            constraint = self.satisfy(constraint)

    def satisfy(self, constraint):
        """Gives the constraint that was pushed out, or None."""
        constraint.choose(self.mark)
        if not constraint.is_satisfied():
            assert constraint.strength != REQUIRED, "a required constraint cannot be met"
            return None
        constraint.mark_inputs(self.mark)
        output = constraint.output()
        pushed_out = output.determined_by
        if pushed_out is not None:
            pushed_out.chosen = None
        output.determined_by = constraint
        self.propagate(constraint)
        output.mark = self.mark
        return pushed_out

    def propagate(self, constraint):
        todo = [constraint]
        while len(todo) > 0:
            following = todo.pop()
            assert following.output().mark != self.mark, "a cycle"
            following.recalculate()
            self.push_consumers(following.output(), todo)

    def push_consumers(self, variable, todo):
        for constraint in variable.constraints:
            if constraint is not variable.determined_by and constraint.is_satisfied():
                todo.append(constraint)

    def remove(self, constraint):
        """What the removed constraint had pushed out may now be satisfied, strongest first."""
        constraint.detach()
        if not constraint.is_satisfied():
            return
        output = constraint.output()
        constraint.chosen = None
        unsatisfied = self.forget(output)
        for strength in range(REQUIRED, WEAKEST):
            for candidate in unsatisfied:
                if candidate.strength == strength:
                    self.satisfy_all(candidate)

    def forget(self, variable):
        """Nothing determines `variable` any more; gives the unsatisfied constraints on it and downstream."""
        variable.determined_by = None
        variable.strength = WEAKEST
        variable.stays = True
        unsatisfied = []
        todo = [variable]
        while len(todo) > 0:
            following = todo.pop()
            for constraint in following.constraints:
                if not constraint.is_satisfied():
                    unsatisfied.append(constraint)
                elif constraint is not following.determined_by:
                    constraint.recalculate()
                    todo.append(constraint.output())
        return unsatisfied

    def plan_for(self, source):
        """The constraints to execute, in order, whenever `source` changes."""
        self.mark += 1
        plan = []
        todo = [source]
        while len(todo) > 0:
            following = todo.pop()
            output = following.output()
            if output.mark != self.mark and following.inputs_known(self.mark):
                plan.append(following)
                output.mark = self.mark
                self.push_consumers(output, todo)
        return plan

    def edit(self, variable, values):
        """Lets `variable` be changed to each of the values, one after another."""
        edit = Edit(variable, STRONG)
        self.add(edit)
        plan = self.plan_for(edit)
        for value in values:
            variable.value = value
            for constraint in plan:
                constraint.execute()
        self.remove(edit)


values = [3, 14, 15, 92, 65, 35, 89, 79]


def chain(length):
    solver = Solver()
    variables = []
    for i in range(length + 1):
        variables.append(Variable("v" + str(i), 0))
        if i > 0:
            solver.add(Step(variables[i - 1], i % 3, variables[i], REQUIRED))
    solver.add(Stay(variables[length], MEDIUM))
    solver.edit(variables[0], values)
    check = variables[length].value
    solver.edit(variables[length], values)
    return check + variables[0].value


def sums(count):
    solver = Solver()
    offset = Variable("offset", 10)
    solver.add(Stay(offset, MEDIUM))
    parts = []
    results = []
    for i in range(count):
        part = Variable("part", i)
        result = Variable("result", 0)
        parts.append(part)
        results.append(result)
        solver.add(Stay(part, WEAK))
        solver.add(Sum(part, offset, result, REQUIRED))
    solver.edit(offset, values)
    check = 0
    for result in results:
        check += result.value
    for i in range(count):
        if i % 8 == 0:
            solver.edit(results[i], values)
    for part in parts:
        check += part.value
    return check


def run(turns):
    total = 0
    for i in range(turns):
        total += chain(50 + i % 10) + sums(40 + i % 7)
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
