-- A matcher for regular expressions, by backtracking. Stresses: methods of many classes, closures, tail calls, strings.
-- Twin of regex.duet: node:match(text, at, after) gives where the whole match ends, or -1.

local function class()
  local made = {}
  made.__index = made
  return made
end

local One = class()
function One.new(letters, negated) return setmetatable({letters = letters, negated = negated}, One) end
function One:match(text, at, after)
  if at > #text or (self.letters[text:sub(at, at)] ~= nil) == self.negated then return -1 end
  return after(at + 1)
end

local Any = class()
function Any.new() return setmetatable({}, Any) end
function Any:match(text, at, after)
  if at > #text then return -1 end
  return after(at + 1)
end

local Nothing = class()
function Nothing.new() return setmetatable({}, Nothing) end
function Nothing:match(_, at, after) return after(at) end

local End = class()
function End.new() return setmetatable({}, End) end
function End:match(text, at, after)
  if at > #text then return after(at) end
  return -1
end

local Both = class()
function Both.new(first, second) return setmetatable({first = first, second = second}, Both) end
function Both:match(text, at, after)
  return self.first:match(text, at, function(middle) return self.second:match(text, middle, after) end)
end

local Either = class()
function Either.new(first, second) return setmetatable({first = first, second = second}, Either) end
function Either:match(text, at, after)
  local last = self.first:match(text, at, after)
  if last >= 0 then return last end
  return self.second:match(text, at, after)
end

local Star = class()
function Star.new(body) return setmetatable({body = body}, Star) end
function Star:match(text, at, after)
  local last = self.body:match(text, at, function(middle)
    if middle == at then return -1 end
    return self:match(text, middle, after)
  end)
  if last >= 0 then return last end
  return after(at)
end

-- choice = sequence { "|" sequence };  sequence = { part [ "*" | "+" | "?" ] }
local Parser = class()

function Parser.new(pattern) return setmetatable({pattern = pattern, at = 1}, Parser) end

function Parser:peek() return self.pattern:sub(self.at, self.at) end

function Parser:next()
  local c = self:peek()
  self.at = self.at + 1
  return c
end

function Parser:choice()
  local node = self:sequence()
  while self:peek() == "|" do
    self:next()
    node = Either.new(node, self:sequence())
  end
  return node
end

function Parser:sequence()
  local node = nil
  while self:peek() ~= "" and self:peek() ~= "|" and self:peek() ~= ")" do
    local part = self:repeated(self:part())
    node = node == nil and part or Both.new(node, part)
  end
  return node == nil and Nothing.new() or node
end

function Parser:repeated(node)
  local c = self:peek()
  if c ~= "*" and c ~= "+" and c ~= "?" then return node end
  self:next()
  if c == "*" then return Star.new(node) end
  if c == "+" then return Both.new(node, Star.new(node)) end
  return Either.new(node, Nothing.new())
end

function Parser:part()
  local c = self:next()
  if c == "(" then
    local node = self:choice()
    self:next()
    return node
  end
  if c == "[" then return self:class_of_letters() end
  if c == "." then return Any.new() end
  if c == "$" then return End.new() end
  return One.new({[c] = true}, false)
end

function Parser:class_of_letters()
  local letters = {}
  local negated = self:peek() == "^"
  if negated then self:next() end
  while self:peek() ~= "]" do
    local low = self:next()
    local high = low
    if self:peek() == "-" then
      self:next()
      high = self:next()
    end
    for code = low:byte(), high:byte() do letters[string.char(code)] = true end
  end
  self:next()
  return One.new(letters, negated)
end

local function whole(at) return at end

-- Where the first match ends, or -1.
local function search(node, text)
  for start = 1, #text + 1 do
    local last = node:match(text, start, whole)
    if last >= 0 then return last end
  end
  return -1
end

local patterns = {
  "[0-9]+:[0-9]+:[0-9]+ (error|warning)",
  "user=[a-z]+[0-9]*@[a-z]+.(org|net)",
  "(get|put|post) /[^ ]*/(a|b)+c? ",
  "took [0-9]+(ms|s)$",
  "((x|y)*z)+ok",
}
local levels = {"error", "warning", "info", "debug"}
local hosts = {"alpha.org", "beta.net", "gamma.com"}
local verbs = {"get", "put", "post", "delete"}
local paths = {"/list/ab", "/item/abbac", "/page/c", "/home/x/aab"}
local tails = {"took 15ms", "took 2s", "took long", "xyzxxzok", "xyxyxyxyx"}

local function make_lines(count)
  local lines = {}
  local seed = 11
  for i = 0, count - 1 do
    seed = seed * 48271 % 2147483647
    lines[i + 1] = "12:" .. seed % 60 .. ":" .. i % 60 .. " " .. levels[seed % 4 + 1] .. " user=ann" .. seed % 7 ..
      "@" .. hosts[seed % 3 + 1] .. " " .. verbs[i % 4 + 1] .. " " .. paths[seed % 13 % 4 + 1] .. " " .. tails[seed % 11 % 5 + 1]
  end
  return lines
end

local function run(count)
  local lines = make_lines(count)
  local found, ends = 0, 0
  for _, pattern in ipairs(patterns) do
    local node = Parser.new(pattern):choice()
    for _, line in ipairs(lines) do
      local last = search(node, line)
      if last >= 0 then
        found = found + 1
        ends = ends + (last - 1)
      end
    end
  end
  return found .. " " .. ends
end

print(run(tonumber(arg[1]) or 1000))
