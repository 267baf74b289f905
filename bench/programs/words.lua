-- Counting words in a text. Stresses: indexing, slicing and comparing strings, maps with string keys, sort.
-- Twin of words.duet: characters are taken one at a time, not by patterns.

local Random = {}
Random.__index = Random

function Random.new(seed) return setmetatable({seed = seed}, Random) end

function Random:below(limit)
  self.seed = self.seed * 48271 % 2147483647
  return self.seed % limit
end

local syllables = {"ba", "ker", "lo", "min", "sta", "tu", "ri", "gen", "o", "pla"}

-- Low numbers are far more frequent, as in a real language.
local function make_word(random)
  local word = syllables[random:below(10) + 1]
  for _ = 1, random:below(random:below(4) + 1) do word = word .. syllables[random:below(random:below(10) + 1) + 1] end
  return word
end

local function make_text(sentences)
  local random = Random.new(5)
  local parts = {}
  for i = 1, sentences do
    local line = make_word(random)
    line = line:sub(1, 1):upper() .. line:sub(2)
    for _ = 1, 4 + random:below(12) do
      if random:below(9) == 0 then line = line .. "," end
      line = line .. " " .. (random:below(15) == 0 and tostring(random:below(2000)) or make_word(random))
    end
    parts[i] = line .. "."
  end
  return table.concat(parts, "\n")
end

local function is_letter(c) return c >= "a" and c <= "z" or c >= "A" and c <= "Z" end
local function is_digit(c) return c >= "0" and c <= "9" end

local Tokenizer = {}
Tokenizer.__index = Tokenizer

function Tokenizer.new(text) return setmetatable({text = text, at = 1, kind = ""}, Tokenizer) end

-- Moves on while the characters satisfy `belongs`, and gives what was passed.
function Tokenizer:pass(belongs)
  local text = self.text
  local start = self.at
  local at = start
  while at <= #text and belongs(text:sub(at, at)) do at = at + 1 end
  self.at = at
  return text:sub(start, at - 1)
end

-- The next token, and its kind in `kind`; nil at the end.
function Tokenizer:next()
  while self.at <= #self.text do
    local c = self.text:sub(self.at, self.at)
    if is_letter(c) then
      self.kind = "word"
      return self:pass(is_letter)
    end
    if is_digit(c) then
      self.kind = "number"
      return self:pass(is_digit)
    end
    self.at = self.at + 1
    if c ~= " " and c ~= "\n" then
      self.kind = "mark"
      return c
    end
  end
  return nil
end

local function by_count(a, b)
  if a.count ~= b.count then return a.count > b.count end
  return a.word < b.word
end

local function run(sentences)
  local counts = {}
  local marks, sum = 0, 0
  local tokenizer = Tokenizer.new(make_text(sentences))
  while true do
    local token = tokenizer:next()
    if token == nil then break end
    if tokenizer.kind == "word" then
      local word = token:lower()
      counts[word] = (counts[word] or 0) + 1
    elseif tokenizer.kind == "number" then
      sum = sum + tonumber(token)
    else
      marks = marks + 1
    end
  end
  local entries = {}
  for word, count in pairs(counts) do entries[#entries + 1] = {word = word, count = count} end
  table.sort(entries, by_count)
  local first, last = entries[1], entries[#entries]
  return first.word .. " " .. first.count .. " " .. last.word .. " " .. #entries .. " " .. marks .. " " .. sum
end

print(run(tonumber(arg[1]) or 20000))
