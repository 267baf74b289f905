-- Text in the manner of another text. Stresses: slices of strings as keys of maps, short lists searched.
-- Twin of ngrams.duet, where the idea is told.

local unpack = table.unpack or unpack

local seed = 12

local function below(limit)
  seed = seed * 48271 % 2147483647
  return seed % limit
end

local syllables = {"la", "mo", "ren", "ti", "sa", "ku", "dor", "e", "vi", "nas", "po", "lin"}

local function make_source(length)
  local parts = {}
  local made = 0
  while made < length do
    local word = ""
    for _ = 1, 1 + below(3) do word = word .. syllables[below(below(#syllables) + 1) + 1] end
    word = word .. (below(8) == 0 and ". " or " ")
    parts[#parts + 1] = word
    made = made + #word
  end
  return table.concat(parts):sub(1, length)
end

local Model = {}
Model.__index = Model

-- followers: three characters -> a list of what came next and how often; totals: three characters -> how often in all.
function Model.new() return setmetatable({followers = {}, totals = {}, size = 0}, Model) end

function Model:note(key, character)
  if not self.followers[key] then
    self.followers[key] = {}
    self.totals[key] = 0
    self.size = self.size + 1
  end
  self.totals[key] = self.totals[key] + 1
  local followers = self.followers[key]
  for _, follower in ipairs(followers) do
    if follower.character == character then
      follower.count = follower.count + 1
      return
    end
  end
  followers[#followers + 1] = {character = character, count = 1}
end

function Model:learn(text)
  for i = 1, #text - 3 do self:note(text:sub(i, i + 2), text:sub(i + 3, i + 3)) end
end

-- A character that may follow; nil where nothing ever did.
function Model:next(key)
  if not self.followers[key] then return nil end
  local at = below(self.totals[key])
  for _, follower in ipairs(self.followers[key]) do
    at = at - follower.count
    if at < 0 then return follower.character end
  end
end

function Model:write(start, length)
  local parts = {start}
  local key = start
  for _ = 1, length do
    local c = self:next(key)
    if c == nil then
      key = start
    else
      parts[#parts + 1] = c
      key = key:sub(2) .. c
    end
  end
  return table.concat(parts)
end

-- The triples that are most frequent; of equally frequent ones the first in the alphabet.
function Model:most_frequent(n)
  local totals = self.totals
  local keys = {}
  for key in pairs(totals) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b)
    if totals[a] ~= totals[b] then return totals[a] > totals[b] end
    return a < b
  end)
  return {unpack(keys, 1, n)}
end

local function run(length)
  local model = Model.new()
  local source = make_source(length)
  model:learn(source)
  local text = model:write(source:sub(1, 3), length)
  local check = 0
  for i = 1, #text do check = (check * 31 + text:byte(i)) % 1000000007 end
  local frequent = 0
  for _, key in ipairs(model:most_frequent(10)) do frequent = frequent + model.totals[key] end
  return table.concat({model.size, #text, check, frequent}, " ")
end

print(run(tonumber(arg[1]) or 300000))
