-- An incremental solver for constraints between variables. Stresses: linked objects, methods, closures in fields, lists.
-- Twin of constraints.duet, where the idea is told.

-- Strengths: the lower, the stronger.
local REQUIRED = 0
local STRONG = 1
local MEDIUM = 2
local WEAK = 3
local WEAKEST = 4

local function class(base)
  local made = setmetatable({}, {__index = base})
  made.__index = made
  return made
end

local function Variable(name, value)
  return {
    name = name,
    value = value,
    constraints = {},
    determined_by = nil,
    mark = 0,
    strength = WEAKEST, -- of the weakest constraint that could be given up to change it
    stays = true, -- nothing that may change flows into it
  }
end

-- One way to make a constraint hold: `compute` sets `output` from `inputs`.
local function Method(output, inputs, compute)
  return {output = output, inputs = inputs, compute = compute}
end

local Constraint = class()

function Constraint.new(kind, strength, variables, methods)
  return setmetatable({strength = strength, variables = variables, methods = methods, chosen = nil}, kind)
end

function Constraint:is_input() return false end

function Constraint:is_satisfied() return self.chosen ~= nil end

function Constraint:output() return self.chosen.output end

function Constraint:attach()
  for _, variable in ipairs(self.variables) do table.insert(variable.constraints, self) end
end

local function index_of(items, wanted)
  for i = 1, #items do
    if items[i] == wanted then return i end
  end
end

function Constraint:detach()
  for _, variable in ipairs(self.variables) do
    local constraints = variable.constraints
    table.remove(constraints, index_of(constraints, self))
  end
end

-- The method whose output gives way most easily, if it is weaker than this constraint.
function Constraint:choose(mark)
  self.chosen = nil
  local weakest = self.strength
  for _, method in ipairs(self.methods) do
    local variable = method.output
    if variable.mark ~= mark and variable.strength > weakest then
      weakest = variable.strength
      self.chosen = method
    end
  end
end

function Constraint:mark_inputs(mark)
  for _, variable in ipairs(self.chosen.inputs) do variable.mark = mark end
end

function Constraint:inputs_known(mark)
  for _, variable in ipairs(self.chosen.inputs) do
    if variable.mark ~= mark and not variable.stays and variable.determined_by ~= nil then return false end
  end
  return true
end

-- Brings what is known of the output up to date, and its value too if it will never change.
function Constraint:recalculate()
  local output = self.chosen.output
  local strength = self.strength
  for _, method in ipairs(self.methods) do
    if method.output ~= output and method.output.strength > strength then strength = method.output.strength end
  end
  output.strength = strength
  local stays = not self:is_input()
  for _, variable in ipairs(self.chosen.inputs) do stays = stays and variable.stays end
  output.stays = stays
  if stays then self:execute() end
end

function Constraint:execute() self.chosen.compute() end

local Stay = class(Constraint)

function Stay.new(variable, strength)
  return Constraint.new(Stay, strength, {variable}, {Method(variable, {}, function() end)})
end

local Edit = class(Constraint)

function Edit.new(variable, strength)
  return Constraint.new(Edit, strength, {variable}, {Method(variable, {}, function() end)})
end

function Edit:is_input() return true end

-- after = before + step
local Step = class(Constraint)

function Step.new(before, step, after, strength)
  return Constraint.new(Step, strength, {before, after}, {
    Method(after, {before}, function() after.value = before.value + step end),
    Method(before, {after}, function() before.value = after.value - step end),
  })
end

-- sum = a + b
local Sum = class(Constraint)

function Sum.new(a, b, sum, strength)
  return Constraint.new(Sum, strength, {a, b, sum}, {
    Method(sum, {a, b}, function() sum.value = a.value + b.value end),
    Method(a, {sum, b}, function() a.value = sum.value - b.value end),
    Method(b, {sum, a}, function() b.value = sum.value - a.value end),
  })
end

local Solver = class()

function Solver.new() return setmetatable({mark = 0}, Solver) end

function Solver:add(constraint)
  constraint:attach()
  self:satisfy_all(constraint)
end

-- Satisfies a constraint, then the one it pushed out, and so on.
function Solver:satisfy_all(constraint)
  self.mark = self.mark + 1
  while constraint ~= nil do constraint = self:satisfy(constraint) end
end

-- Gives the constraint that was pushed out, or nil.
function Solver:satisfy(constraint)
  constraint:choose(self.mark)
  if not constraint:is_satisfied() then
    assert(constraint.strength ~= REQUIRED, "a required constraint cannot be met")
    return nil
  end
  constraint:mark_inputs(self.mark)
  local output = constraint:output()
  local pushed_out = output.determined_by
  if pushed_out ~= nil then pushed_out.chosen = nil end
  output.determined_by = constraint
  self:propagate(constraint)
  output.mark = self.mark
  return pushed_out
end

function Solver:propagate(constraint)
  local todo = {constraint}
  while #todo > 0 do
    local next = table.remove(todo)
    assert(next:output().mark ~= self.mark, "a cycle")
    next:recalculate()
    self:push_consumers(next:output(), todo)
  end
end

function Solver:push_consumers(variable, todo)
  for _, constraint in ipairs(variable.constraints) do
    if constraint ~= variable.determined_by and constraint:is_satisfied() then table.insert(todo, constraint) end
  end
end

-- What the removed constraint had pushed out may now be satisfied, strongest first.
function Solver:remove(constraint)
  constraint:detach()
  if not constraint:is_satisfied() then return end
  local output = constraint:output()
  constraint.chosen = nil
  local unsatisfied = self:forget(output)
  for strength = REQUIRED, WEAKEST - 1 do
    for _, candidate in ipairs(unsatisfied) do
      if candidate.strength == strength then self:satisfy_all(candidate) end
    end
  end
end

-- Nothing determines `variable` any more; gives the unsatisfied constraints on it and downstream.
function Solver:forget(variable)
  variable.determined_by = nil
  variable.strength = WEAKEST
  variable.stays = true
  local unsatisfied = {}
  local todo = {variable}
  while #todo > 0 do
    local next = table.remove(todo)
    for _, constraint in ipairs(next.constraints) do
      if not constraint:is_satisfied() then
        table.insert(unsatisfied, constraint)
      elseif constraint ~= next.determined_by then
        constraint:recalculate()
        table.insert(todo, constraint:output())
      end
    end
  end
  return unsatisfied
end

-- The constraints to execute, in order, whenever `input` changes.
function Solver:plan_for(input)
  self.mark = self.mark + 1
  local plan = {}
  local todo = {input}
  while #todo > 0 do
    local next = table.remove(todo)
    local output = next:output()
    if output.mark ~= self.mark and next:inputs_known(self.mark) then
      table.insert(plan, next)
      output.mark = self.mark
      self:push_consumers(output, todo)
    end
  end
  return plan
end

-- Lets `variable` be changed to each of the values, one after another.
function Solver:edit(variable, values)
  local edit = Edit.new(variable, STRONG)
  self:add(edit)
  local plan = self:plan_for(edit)
  for _, value in ipairs(values) do
    variable.value = value
    for _, constraint in ipairs(plan) do constraint:execute() end
  end
  self:remove(edit)
end

local values = {3, 14, 15, 92, 65, 35, 89, 79}

local function chain(length)
  local solver = Solver.new()
  local variables = {}
  for i = 0, length do
    variables[i] = Variable("v" .. i, 0)
    if i > 0 then solver:add(Step.new(variables[i - 1], i % 3, variables[i], REQUIRED)) end
  end
  solver:add(Stay.new(variables[length], MEDIUM))
  solver:edit(variables[0], values)
  local check = variables[length].value
  solver:edit(variables[length], values)
  return check + variables[0].value
end

local function sums(count)
  local solver = Solver.new()
  local offset = Variable("offset", 10)
  solver:add(Stay.new(offset, MEDIUM))
  local parts, results = {}, {}
  for i = 0, count - 1 do
    local part = Variable("part", i)
    local result = Variable("result", 0)
    table.insert(parts, part)
    table.insert(results, result)
    solver:add(Stay.new(part, WEAK))
    solver:add(Sum.new(part, offset, result, REQUIRED))
  end
  solver:edit(offset, values)
  local check = 0
  for _, result in ipairs(results) do check = check + result.value end
  for i = 0, count - 1 do
    if i % 8 == 0 then solver:edit(results[i + 1], values) end
  end
  for _, part in ipairs(parts) do check = check + part.value end
  return check
end

local function run(turns)
  local total = 0
  for i = 0, turns - 1 do total = total + chain(50 + i % 10) + sums(40 + i % 7) end
  return total
end

print(run(tonumber(arg[1]) or 300))
