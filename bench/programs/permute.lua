-- All orders of a list, by Heap's way. Stresses: list reads and writes, recursion, methods. Twin of permute.duet.

local Permuter = {}
Permuter.__index = Permuter

function Permuter.new(count)
  local items = {}
  for i = 1, count do items[i] = i - 1 end
  return setmetatable({items = items, upward = 0, weight = 0}, Permuter)
end

function Permuter:visit()
  local items = self.items
  local first, last = items[1], items[#items]
  if first < last then self.upward = self.upward + 1 end
  self.weight = self.weight + first * last
end

function Permuter:swap(i, k)
  local items = self.items
  items[i], items[k] = items[k], items[i]
end

function Permuter:permute(count)
  if count <= 1 then
    self:visit()
    return
  end
  for i = 1, count - 1 do
    self:permute(count - 1)
    self:swap(count % 2 == 0 and i or 1, count)
  end
  self:permute(count - 1)
end

local function run(count)
  local permuter = Permuter.new(count)
  permuter:permute(count)
  return permuter.upward .. " " .. permuter.weight
end

print(run(tonumber(arg[1]) or 10))
