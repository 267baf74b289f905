-- A compressor and its decompressor, after Lempel and Ziv. Stresses: lists of ints, nested loops. Twin of lz.duet.

local words = {"the ", "river ", "runs ", "down ", "to ", "a ", "valley", "quiet ", ", and ", "stones ", "over ", "again ", ".\n", "light "}

local function make_data(kilobytes)
  local parts = {}
  local size = 0
  local seed = 3
  while size < kilobytes * 1000 do
    seed = seed * 48271 % 2147483647
    local word = seed % 19 == 0 and tostring(seed) or words[seed % 14 + 1]
    parts[#parts + 1] = word
    size = size + #word
  end
  local text = table.concat(parts)
  local data = {}
  for i = 1, #text do data[i] = text:byte(i) end
  return data
end

local WINDOW = 4095
local SHORTEST = 3
local LONGEST = 66
local BUCKETS = 4093

local Compressor = {}
Compressor.__index = Compressor

function Compressor.new(data)
  local latest, earlier = {}, {}
  for i = 1, BUCKETS do latest[i] = 0 end
  for i = 1, #data do earlier[i] = 0 end
  return setmetatable({data = data, latest = latest, earlier = earlier}, Compressor)
end

function Compressor:bucket(at)
  local data = self.data
  return ((data[at] * 257 + data[at + 1]) * 257 + data[at + 2]) % BUCKETS + 1
end

-- Remembers the place `at` for the searches to come.
function Compressor:enter(at)
  if at + 2 <= #self.data then
    local bucket = self:bucket(at)
    self.earlier[at] = self.latest[bucket]
    self.latest[bucket] = at
  end
end

function Compressor:length_of_match(from, at)
  local data = self.data
  local limit = math.min(LONGEST, #data - at + 1)
  local length = 0
  while length < limit and data[from + length] == data[at + length] do length = length + 1 end
  return length
end

function Compressor:compress()
  local data = self.data
  local tokens = {}
  local at = 1
  while at <= #data do
    local length, distance = 0, 0
    if at + 2 <= #data then
      local from = self.latest[self:bucket(at)]
      local tries = 0
      while from > 0 and at - from <= WINDOW and tries < 12 do
        local found = self:length_of_match(from, at)
        if found > length then
          length = found
          distance = at - from
        end
        from = self.earlier[from]
        tries = tries + 1
      end
    end
    if length < SHORTEST then
      tokens[#tokens + 1] = data[at]
      length = 1
    else
      tokens[#tokens + 1] = 256 + length
      tokens[#tokens + 1] = distance
    end
    for i = 0, length - 1 do self:enter(at + i) end
    at = at + length
  end
  return tokens
end

local function decompress(tokens)
  local data = {}
  local at = 1
  while at <= #tokens do
    local token = tokens[at]
    at = at + 1
    if token < 256 then
      data[#data + 1] = token
    else
      local from = #data + 1 - tokens[at]
      at = at + 1
      for i = from, from + token - 257 do data[#data + 1] = data[i] end
    end
  end
  return data
end

local function check(items)
  local sum = 0
  for i = 1, #items do sum = (sum * 31 + items[i]) % 1000003 end
  return sum
end

local function run(kilobytes)
  local data = make_data(kilobytes)
  local tokens = Compressor.new(data):compress()
  local again = decompress(tokens)
  local same = #again == #data
  for i = 1, #data do
    if data[i] ~= again[i] then same = false end
  end
  return (same and "same " or "different ") .. #data .. " " .. #tokens .. " " .. check(tokens)
end

print(run(tonumber(arg[1]) or 600))
