-- How far apart two texts are: the edits that make one into the other. Stresses: lists in lists, characters, min.
-- Twin of edit_distance.duet, where the idea is told.

local letters = "abcdefghijklmnopqrstuvwxyz "
local min = math.min

local Random = {}
Random.__index = Random

function Random.new(seed) return setmetatable({seed = seed}, Random) end

function Random:below(limit)
  self.seed = self.seed * 48271 % 2147483647
  return self.seed % limit
end

local function letter(random)
  local at = random:below(#letters) + 1
  return letters:sub(at, at)
end

local function make_text(random, length)
  local parts = {}
  for i = 1, length do parts[i] = letter(random) end
  return table.concat(parts)
end

local function change(random, text)
  local parts = {}
  for i = 1, #text do
    local what = random:below(12)
    if what == 0 then parts[#parts + 1] = letter(random) -- replaced
    elseif what == 1 then parts[#parts + 1] = text:sub(i, i) .. letter(random) -- something after it
    elseif what > 2 then parts[#parts + 1] = text:sub(i, i) end -- else it is left out
  end
  return table.concat(parts)
end

-- Places count from 0, as in the twin.
local function fill_table(a, b)
  local rows = {}
  for i = 0, #a do
    local row = {}
    for k = 0, #b do row[k] = 0 end
    rows[i] = row
  end
  for i = 0, #a do rows[i][0] = i end
  for k = 0, #b do rows[0][k] = k end
  for i = 1, #a do
    local above, row = rows[i - 1], rows[i]
    for k = 1, #b do
      if a:sub(i, i) == b:sub(k, k) then row[k] = above[k - 1]
      else row[k] = 1 + min(above[k - 1], above[k], row[k - 1]) end
    end
  end
  return rows
end

-- The edits on the way through the table, by kind.
local function count_edits(rows, a, b)
  local edits = {kept = 0, replaced = 0, removed = 0, inserted = 0}
  local i, k = #a, #b
  while i > 0 or k > 0 do
    local here = rows[i][k]
    if i > 0 and k > 0 and a:sub(i, i) == b:sub(k, k) then edits.kept = edits.kept + 1; i = i - 1; k = k - 1
    elseif i > 0 and k > 0 and here == rows[i - 1][k - 1] + 1 then edits.replaced = edits.replaced + 1; i = i - 1; k = k - 1
    elseif i > 0 and here == rows[i - 1][k] + 1 then edits.removed = edits.removed + 1; i = i - 1
    else edits.inserted = edits.inserted + 1; k = k - 1 end
  end
  return edits
end

local function run(pairs_of_texts)
  local random = Random.new(42)
  local total = 0
  local edits
  for _ = 1, pairs_of_texts do
    local a = make_text(random, 400)
    local b = change(random, a)
    local rows = fill_table(a, b)
    total = total + rows[#a][#b]
    edits = count_edits(rows, a, b)
  end
  return table.concat({total, edits.kept, edits.replaced, edits.removed, edits.inserted}, " ")
end

print(run(tonumber(arg[1]) or 24))
