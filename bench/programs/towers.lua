-- The towers of Hanoi. Stresses: field reads and writes, linked objects, recursion. Twin of towers.duet.

local function Disk(size)
  return {size = size, below = nil}
end

local Towers = {}
Towers.__index = Towers

function Towers.new(disks)
  local self = setmetatable({piles = {false, false, false}, moves = 0}, Towers)
  for size = disks, 1, -1 do self:push(Disk(size), 1) end
  return self
end

function Towers:push(disk, pile)
  local top = self.piles[pile]
  if top and disk.size >= top.size then error("a larger disk on a smaller") end
  disk.below = top
  self.piles[pile] = disk
end

function Towers:pop(pile)
  local top = self.piles[pile]
  if not top then error("an empty pile") end
  self.piles[pile] = top.below
  top.below = nil
  return top
end

function Towers:move(count, from, to)
  if count == 0 then return end
  local other = 6 - from - to
  self:move(count - 1, from, other)
  self:push(self:pop(from), to)
  self.moves = self.moves + 1
  self:move(count - 1, other, to)
end

local function run(disks)
  local towers = Towers.new(disks)
  towers:move(disks, 1, 3)
  return towers.moves .. " " .. towers.piles[3].size
end

print(run(tonumber(arg[1]) or 20))
