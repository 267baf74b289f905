// An incremental solver for constraints between variables. Stresses: linked objects, methods, closures called through
// fields, lists that grow and shrink. Twin of constraints.duet.
"use strict";

// Strengths: the lower, the stronger.
const REQUIRED = 0;
const STRONG = 1;
const MEDIUM = 2;
const WEAK = 3;
const WEAKEST = 4;

class Variable {
  constructor(name, value) {
    this.name = name;
    this.value = value;
    this.constraints = [];
    this.determined_by = null;
    this.mark = 0;
    this.strength = WEAKEST;   // of the weakest constraint that could be given up to change it
    this.stays = true;         // nothing that may change flows into it
  }
}

// One way to make a constraint hold: `compute` sets `output` from `inputs`.
class Method {
  constructor(output, inputs, compute) {
    this.output = output;
    this.inputs = inputs;
    this.compute = compute;
  }
}

class Constraint {
  constructor(strength, variables, methods) {
    this.strength = strength;
    this.variables = variables;
    this.methods = methods;
    this.chosen = null;
  }

  is_input() { return false; }
  is_satisfied() { return this.chosen !== null; }
  output() { return this.chosen.output; }

  attach() {
    for (const variable of this.variables) { variable.constraints.push(this); }
  }

  detach() {
    for (const variable of this.variables) {
      const constraints = variable.constraints;
      constraints.splice(constraints.indexOf(this), 1)[0];
    }
  }

  // The method whose output gives way most easily, if it is weaker than this constraint.
  choose(mark) {
    this.chosen = null;
    let weakest = this.strength;
    for (const method of this.methods) {
      const variable = method.output;
      if (variable.mark !== mark && variable.strength > weakest) {
        weakest = variable.strength;
        this.chosen = method;
      }
    }
  }

  mark_inputs(mark) {
    for (const variable of this.chosen.inputs) { variable.mark = mark; }
  }

  inputs_known(mark) {
    for (const variable of this.chosen.inputs) {
      if (variable.mark !== mark && !variable.stays && variable.determined_by !== null) { return false; }
    }
    return true;
  }

  // Brings what is known of the output up to date, and its value too if it will never change.
  recalculate() {
    const output = this.chosen.output;
    let strength = this.strength;
    for (const method of this.methods) {
      if (method.output !== output && method.output.strength > strength) { strength = method.output.strength; }
    }
    output.strength = strength;
    let stays = !this.is_input();
    for (const variable of this.chosen.inputs) { stays = stays && variable.stays; }
    output.stays = stays;
    if (stays) { this.execute(); }
  }

  execute() { this.chosen.compute(); }
}

class Stay extends Constraint {
  constructor(variable, strength) { super(strength, [variable], [new Method(variable, [], () => {})]); }
}

class Edit extends Constraint {
  constructor(variable, strength) { super(strength, [variable], [new Method(variable, [], () => {})]); }
  is_input() { return true; }
}

// after = before + step
class Step extends Constraint {
  constructor(before, step, after, strength) {
    super(strength, [before, after], [
      new Method(after, [before], () => { after.value = before.value + step; }),
      new Method(before, [after], () => { before.value = after.value - step; }),
    ]);
  }
}

// sum = a + b
class Sum extends Constraint {
  constructor(a, b, sum, strength) {
    super(strength, [a, b, sum], [
      new Method(sum, [a, b], () => { sum.value = a.value + b.value; }),
      new Method(a, [sum, b], () => { a.value = sum.value - b.value; }),
      new Method(b, [sum, a], () => { b.value = sum.value - a.value; }),
    ]);
  }
}

class Solver {
  constructor() { this.mark = 0; }

  add(constraint) {
    constraint.attach();
    this.satisfy_all(constraint);
  }

  // Satisfies a constraint, then the one it pushed out, and so on.
  satisfy_all(constraint) {
    this.mark += 1;
    while (constraint !== null) { constraint = this.satisfy(constraint); }
  }

  // Gives the constraint that was pushed out, or null.
  satisfy(constraint) {
    constraint.choose(this.mark);
    if (!constraint.is_satisfied()) {
      if (constraint.strength === REQUIRED) { throw new Error("a required constraint cannot be met"); }
      return null;
    }
    constraint.mark_inputs(this.mark);
    const output = constraint.output();
    const pushed_out = output.determined_by;
    if (pushed_out !== null) { pushed_out.chosen = null; }
    output.determined_by = constraint;
    this.propagate(constraint);
    output.mark = this.mark;
    return pushed_out;
  }

  propagate(constraint) {
    const todo = [constraint];
    while (todo.length > 0) {
      const next = todo.pop();
      if (next.output().mark === this.mark) { throw new Error("a cycle"); }
      next.recalculate();
      this.push_consumers(next.output(), todo);
    }
  }

  push_consumers(variable, todo) {
    for (const constraint of variable.constraints) {
      if (constraint !== variable.determined_by && constraint.is_satisfied()) { todo.push(constraint); }
    }
  }

  // What the removed constraint had pushed out may now be satisfied, strongest first.
  remove(constraint) {
    constraint.detach();
    if (!constraint.is_satisfied()) { return; }
    const output = constraint.output();
    constraint.chosen = null;
    const unsatisfied = this.forget(output);
    for (let strength = REQUIRED; strength < WEAKEST; strength++) {
      for (const candidate of unsatisfied) {
        if (candidate.strength === strength) { this.satisfy_all(candidate); }
      }
    }
  }

  // Nothing determines `variable` any more; gives the unsatisfied constraints on it and downstream.
  forget(variable) {
    variable.determined_by = null;
    variable.strength = WEAKEST;
    variable.stays = true;
    const unsatisfied = [];
    const todo = [variable];
    while (todo.length > 0) {
      const next = todo.pop();
      for (const constraint of next.constraints) {
        if (!constraint.is_satisfied()) {
          unsatisfied.push(constraint);
        } else if (constraint !== next.determined_by) {
          constraint.recalculate();
          todo.push(constraint.output());
        }
      }
    }
    return unsatisfied;
  }

  // The constraints to execute, in order, whenever `input` changes.
  plan_for(input) {
    this.mark += 1;
    const plan = [];
    const todo = [input];
    while (todo.length > 0) {
      const next = todo.pop();
      const output = next.output();
      if (output.mark !== this.mark && next.inputs_known(this.mark)) {
        plan.push(next);
        output.mark = this.mark;
        this.push_consumers(output, todo);
      }
    }
    return plan;
  }

  // Lets `variable` be changed to each of the values, one after another.
  edit(variable, values) {
    const edit = new Edit(variable, STRONG);
    this.add(edit);
    const plan = this.plan_for(edit);
    for (const value of values) {
      variable.value = value;
      for (const constraint of plan) { constraint.execute(); }
    }
    this.remove(edit);
  }
}

const values = [3, 14, 15, 92, 65, 35, 89, 79];

function chain(length) {
  const solver = new Solver();
  const variables = [];
  for (let i = 0; i < length + 1; i++) {
    variables.push(new Variable("v" + String(i), 0));
    if (i > 0) { solver.add(new Step(variables[i - 1], i % 3, variables[i], REQUIRED)); }
  }
  solver.add(new Stay(variables[length], MEDIUM));
  solver.edit(variables[0], values);
  let check = variables[length].value;
  solver.edit(variables[length], values);
  return check + variables[0].value;
}

function sums(count) {
  const solver = new Solver();
  const offset = new Variable("offset", 10);
  solver.add(new Stay(offset, MEDIUM));
  const parts = [];
  const results = [];
  for (let i = 0; i < count; i++) {
    const part = new Variable("part", i);
    const result = new Variable("result", 0);
    parts.push(part);
    results.push(result);
    solver.add(new Stay(part, WEAK));
    solver.add(new Sum(part, offset, result, REQUIRED));
  }
  solver.edit(offset, values);
  let check = 0;
  for (const result of results) { check += result.value; }
  for (let i = 0; i < count; i++) {
    if (i % 8 === 0) { solver.edit(results[i], values); }
  }
  for (const part of parts) { check += part.value; }
  return check;
}

function run(turns) {
  let total = 0;
  for (let i = 0; i < turns; i++) { total += chain(50 + i % 10) + sums(40 + i % 7); }
  return total;
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 300));
