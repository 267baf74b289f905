-- A JSON parser on a document of six hundred records. Stresses: indexing and slicing strings, methods, maps, lists.
-- Twin of json.duet. Objects and arrays are both tables: a metatable tells them apart, and `null` keeps its place.

local floor = math.floor

local Random = {}
Random.__index = Random

function Random.new(seed) return setmetatable({seed = seed}, Random) end

function Random:below(limit)
  self.seed = self.seed * 48271 % 2147483647
  return self.seed % limit
end

local cities = {"Lisbon", "Oslo", "Quito", "Hanoi", "Accra", "Perth"}
local notes = {"said \\\"no\\\"", "two\\nlines", "a\\\\b", "plain words, nothing else", "tab\\there", "\\u0041\\u0042C"}
local fractions = {"25", "5", "75"}

local function record(random, id)
  local tags = {}
  for i = 1, random:below(5) do tags[i] = "\"tag" .. random:below(40) .. "\"" end
  local parts = {
    "\"id\": " .. id,
    "\"name\": \"user " .. random:below(100000) .. "\"",
    "\"active\": " .. (random:below(2) == 0 and "true" or "false"),
    "\"score\": " .. random:below(1000) .. "." .. fractions[random:below(3) + 1],
    "\"balance\": -" .. random:below(50000),
    "\"tags\": [" .. table.concat(tags, ", ") .. "]",
    "\"address\": {\"city\": \"" .. cities[random:below(6) + 1] .. "\", \"zip\": \"" .. 10000 + random:below(90000) .. "\", \"floor\": null}",
    "\"note\": \"" .. notes[random:below(6) + 1] .. "\"",
  }
  return "  {" .. table.concat(parts, ",\n   ") .. "}"
end

local function make_document(records)
  local random = Random.new(99)
  local parts = {}
  for id = 0, records - 1 do parts[id + 1] = record(random, id) end
  return "[\n" .. table.concat(parts, ",\n") .. "\n]\n"
end

local null = {}
local Object, Array = {}, {}

local function is_digit(c) return c >= "0" and c <= "9" end

local Parser = {}
Parser.__index = Parser

function Parser.new(text) return setmetatable({text = text, at = 1}, Parser) end

function Parser:fail(problem) error(problem .. " at " .. self.at) end

function Parser:peek() return self.text:sub(self.at, self.at) end

function Parser:skip_blanks()
  while true do
    local c = self:peek()
    if c ~= " " and c ~= "\n" and c ~= "\t" and c ~= "\r" then return end
    self.at = self.at + 1
  end
end

-- Passes over `c`, and over blanks before it, if it comes next.
function Parser:accept(c)
  self:skip_blanks()
  if self:peek() ~= c then return false end
  self.at = self.at + 1
  return true
end

function Parser:expect(c) if not self:accept(c) then self:fail("expected " .. c) end end

function Parser:word(text, value)
  if self.text:sub(self.at, self.at + #text - 1) ~= text then self:fail("unknown word") end
  self.at = self.at + #text
  return value
end

function Parser:value()
  self:skip_blanks()
  local c = self:peek()
  if c == "{" then return self:object() end
  if c == "[" then return self:array() end
  if c == "\"" then return self:string() end
  if c == "-" or is_digit(c) then return self:number() end
  if c == "t" then return self:word("true", true) end
  if c == "f" then return self:word("false", false) end
  if c == "n" then return self:word("null", null) end
  self:fail("no value")
end

function Parser:object()
  local members = setmetatable({}, Object)
  self:expect("{")
  if self:accept("}") then return members end
  while true do
    self:skip_blanks()
    local key = self:string()
    self:expect(":")
    members[key] = self:value()
    if self:accept("}") then return members end
    self:expect(",")
  end
end

function Parser:array()
  local items = setmetatable({}, Array)
  self:expect("[")
  if self:accept("]") then return items end
  while true do
    items[#items + 1] = self:value()
    if self:accept("]") then return items end
    self:expect(",")
  end
end

function Parser:string()
  self:expect("\"")
  local parts = {}
  local start = self.at
  while true do
    local c = self:peek()
    if c == "\"" then break end
    if c == "" then self:fail("open string") end
    if c == "\\" then
      parts[#parts + 1] = self.text:sub(start, self.at - 1)
      parts[#parts + 1] = self:escape()
      start = self.at
    else
      self.at = self.at + 1
    end
  end
  parts[#parts + 1] = self.text:sub(start, self.at - 1)
  self.at = self.at + 1
  return table.concat(parts)
end

function Parser:escape()
  local c = self.text:sub(self.at + 1, self.at + 1)
  self.at = self.at + 2
  if c == "n" then return "\n" end
  if c == "t" then return "\t" end
  if c == "u" then
    local code = 0
    for _ = 1, 4 do
      code = code * 16 + ("0123456789abcdef"):find(self:peek(), 1, true) - 1
      self.at = self.at + 1
    end
    return string.char(code)
  end
  return c
end

function Parser:number()
  local start = self.at
  if self:peek() == "-" then self.at = self.at + 1 end
  while is_digit(self:peek()) do self.at = self.at + 1 end
  if self:peek() == "." then
    self.at = self.at + 1
    while is_digit(self:peek()) do self.at = self.at + 1 end
  end
  return tonumber(self.text:sub(start, self.at - 1))
end

local Measure = {}
Measure.__index = Measure

function Measure.new() return setmetatable({values = 0, letters = 0, sum = 0, quarters = 0}, Measure) end

function Measure:walk(value)
  self.values = self.values + 1
  local kind = type(value)
  if kind == "table" then
    local shape = getmetatable(value)
    if shape == Object then
      for key, member in pairs(value) do
        self.letters = self.letters + #key
        self:walk(member)
      end
    elseif shape == Array then
      for i = 1, #value do self:walk(value[i]) end
    end
  elseif kind == "string" then
    self.letters = self.letters + #value
  elseif kind == "number" then
    if value == floor(value) then
      self.sum = self.sum + value
    else
      self.quarters = self.quarters + floor(value * 4.0)
    end
  elseif value == true then
    self.sum = self.sum + 1
  end
end

local function run(times)
  local document = make_document(600)
  local measure = Measure.new()
  for _ = 1, times do measure:walk(Parser.new(document):value()) end
  return #document .. " " .. measure.values .. " " .. measure.letters .. " " .. measure.sum + measure.quarters
end

print(run(tonumber(arg[1]) or 10))
