-- A Lisp, interpreted. Stresses: a loop with many branches, linked data, maps with string keys. Twin of lisp.duet.

local source = {
  "(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))",
  "(define fold (lambda (f so-far items) (if (null? items) so-far (fold f (f so-far (car items)) (cdr items)))))",
  "(define filter (lambda (test items)",
  "  (if (null? items) items",
  "    (if (test (car items)) (cons (car items) (filter test (cdr items))) (filter test (cdr items))))))",
  "(define append (lambda (a b) (if (null? a) b (cons (car a) (append (cdr a) b)))))",
  "(define numbers (lambda (count seed so-far)",
  "  (if (= count 0) so-far (numbers (- count 1) (mod (* seed 37) 1009) (cons seed so-far)))))",
  "(define sort (lambda (items)",
  "  (if (null? items) items",
  "    (let ((middle (car items)) (others (cdr items)))",
  "      (append (sort (filter (lambda (x) (< x middle)) others))",
  "              (cons middle (sort (filter (lambda (x) (not (< x middle))) others))))))))",
  "(define safe? (lambda (queen away others)",
  "  (if (null? others) true",
  "    (if (= queen (car others)) false",
  "      (if (= queen (+ (car others) away)) false",
  "        (if (= queen (- (car others) away)) false (safe? queen (+ away 1) (cdr others))))))))",
  "(define queens (lambda (size column row placed)",
  "  (if (= row size) 1",
  "    (if (= column size) 0",
  "      (+ (if (safe? column 1 placed) (queens size 0 (+ row 1) (cons column placed)) 0)",
  "         (queens size (+ column 1) row placed))))))",
  "(define make-counter (lambda (count) (lambda () (begin (set! count (+ count 1)) count))))",
  "(define repeat (lambda (times action last) (if (= times 0) last (repeat (- times 1) action (action)))))",
  "(define weigh (lambda (sum x) (mod (+ (* sum 3) x) 10007)))",
  "(define main (lambda (turn)",
  "  (+ (fib 11) (+ (fold weigh turn (sort (numbers 40 (+ turn 1) '())))",
  "     (+ (queens 5 0 0 '()) (repeat 200 (make-counter turn) 0))))))",
}

-- What a Lisp value is, its metatable says.
local Symbol, Pair, Lambda, Builtin = {}, {}, {}, {}

local function make_pair(head, tail) return setmetatable({head = head, tail = tail}, Pair) end

local Environment = {}
Environment.__index = Environment

function Environment.new(outer) return setmetatable({outer = outer, values = {}}, Environment) end

-- The environment that holds `name`, from here outwards.
function Environment:home_of(name)
  local env = self
  while env.values[name] == nil do
    env = env.outer
    if env == nil then error("unknown name " .. name) end
  end
  return env
end

-- The empty list is one object, different from all others.
local EMPTY = {}

-- One Symbol for each name, so that names are compared by identity.
local symbols = {}
local function symbol(name)
  if symbols[name] == nil then symbols[name] = setmetatable({name = name}, Symbol) end
  return symbols[name]
end

local IF = symbol("if")
local QUOTE = symbol("quote")
local LET = symbol("let")
local BEGIN = symbol("begin")
local SET = symbol("set!")
local DEFINE = symbol("define")
local LAMBDA = symbol("lambda")

local Reader = {}
Reader.__index = Reader

function Reader.new(text)
  local spaced = text:gsub("%(", " ( "):gsub("%)", " ) "):gsub("'", " ' ")
  local words = {}
  for word in spaced:gmatch("%S+") do words[#words + 1] = word end
  return setmetatable({words = words, at = 1}, Reader)
end

function Reader:at_end() return self.at > #self.words end

function Reader:read()
  local word = self.words[self.at]
  self.at = self.at + 1
  if word == "(" then return self:read_list() end
  if word == "'" then return make_pair(QUOTE, make_pair(self:read(), EMPTY)) end
  if word == "true" then return true end
  if word == "false" then return false end
  local first = word:sub(1, 1)
  if first >= "0" and first <= "9" then return tonumber(word) end
  return symbol(word)
end

function Reader:read_list()
  if self.words[self.at] == ")" then
    self.at = self.at + 1
    return EMPTY
  end
  local head = self:read()
  return make_pair(head, self:read_list())
end

local function evaluate(form, env)
  while true do
    local kind = getmetatable(form)
    if kind == Symbol then return env:home_of(form.name).values[form.name] end
    if kind ~= Pair then return form end
    local head, rest = form.head, form.tail
    if head == QUOTE then return rest.head end
    if head == LAMBDA then return setmetatable({parameters = rest.head, body = rest.tail.head, home = env}, Lambda) end
    if head == IF then
      if evaluate(rest.head, env) then form = rest.tail.head else form = rest.tail.tail.head end
    elseif head == BEGIN then
      while rest.tail ~= EMPTY do
        evaluate(rest.head, env)
        rest = rest.tail
      end
      form = rest.head
    elseif head == LET then
      local inner = Environment.new(env)
      local binding = rest.head
      while binding ~= EMPTY do
        inner.values[binding.head.head.name] = evaluate(binding.head.tail.head, env)
        binding = binding.tail
      end
      form = rest.tail.head
      env = inner
    elseif head == DEFINE then
      env.values[rest.head.name] = evaluate(rest.tail.head, env)
      return EMPTY
    elseif head == SET then
      local value = evaluate(rest.tail.head, env)
      env:home_of(rest.head.name).values[rest.head.name] = value
      return value
    else
      local callee = evaluate(head, env)
      if getmetatable(callee) == Lambda then
        local inner = Environment.new(callee.home)
        local parameter = callee.parameters
        while rest ~= EMPTY do
          inner.values[parameter.head.name] = evaluate(rest.head, env)
          parameter = parameter.tail
          rest = rest.tail
        end
        form = callee.body
        env = inner
      else
        local values = {}
        while rest ~= EMPTY do
          values[#values + 1] = evaluate(rest.head, env)
          rest = rest.tail
        end
        return callee.action(values)
      end
    end
  end
end

local function make_world()
  local world = Environment.new(nil)
  local function add(name, action) world.values[name] = setmetatable({action = action}, Builtin) end
  add("+", function(v) return v[1] + v[2] end)
  add("-", function(v) return v[1] - v[2] end)
  add("*", function(v) return v[1] * v[2] end)
  add("mod", function(v) return v[1] % v[2] end)
  add("=", function(v) return v[1] == v[2] end)
  add("<", function(v) return v[1] < v[2] end)
  add("not", function(v) return not v[1] end)
  add("cons", function(v) return make_pair(v[1], v[2]) end)
  add("car", function(v) return v[1].head end)
  add("cdr", function(v) return v[1].tail end)
  add("null?", function(v) return v[1] == EMPTY end)
  return world
end

local function run(turns)
  local world = make_world()
  local reader = Reader.new(table.concat(source, "\n"))
  while not reader:at_end() do evaluate(reader:read(), world) end
  local sum = 0
  for turn = 0, turns - 1 do
    local call = make_pair(symbol("main"), make_pair(turn, EMPTY))
    sum = (sum * 7 + evaluate(call, world)) % 1000003
  end
  return sum
end

print(run(tonumber(arg[1]) or 50))
