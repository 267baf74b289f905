-- Aircraft that come too near each other. Stresses: balanced trees, short-lived vectors of floats, small lists.
-- Twin of collisions.duet, where the idea is told.

local floor, min, max = math.floor, math.min, math.max

local Vector = {}
Vector.__index = Vector

local function make_vector(x, y, z) return setmetatable({x = x, y = y, z = z}, Vector) end

function Vector:plus(other) return make_vector(self.x + other.x, self.y + other.y, self.z + other.z) end
function Vector:minus(other) return make_vector(self.x - other.x, self.y - other.y, self.z - other.z) end
function Vector:times(factor) return make_vector(self.x * factor, self.y * factor, self.z * factor) end
function Vector:dot(other) return self.x * other.x + self.y * other.y + self.z * other.z end

-- ---- a balanced tree (Andersson's): a node has a level; a left child of the same level is turned away, and so is a
-- right grandchild

local Node = {}
Node.__index = Node

function Node.new(key) return setmetatable({key = key, value = nil, level = 1, left = nil, right = nil}, Node) end

function Node:turn_right()
  local left = self.left
  if left == nil or left.level ~= self.level then return self end
  self.left = left.right
  left.right = self
  return left
end

function Node:turn_left()
  local right = self.right
  if right == nil or right.right == nil or right.right.level ~= self.level then return self end
  self.right = right.left
  right.left = self
  right.level = right.level + 1
  return right
end

local Tree = {}
Tree.__index = Tree

function Tree.new() return setmetatable({root = nil, size = 0}, Tree) end

-- The node of this key; nil if there is none.
function Tree:find(key)
  local node = self.root
  while node ~= nil and node.key ~= key do
    if key < node.key then node = node.left else node = node.right end
  end
  return node
end

-- The node of this key, which is added if there is none.
function Tree:find_or_add(key)
  local node = self:find(key)
  if node == nil then
    node = Node.new(key)
    self.root = self:add(self.root, node)
    self.size = self.size + 1
  end
  return node
end

function Tree:add(below, node)
  if below == nil then return node end
  if node.key < below.key then below.left = self:add(below.left, node) else below.right = self:add(below.right, node) end
  return below:turn_right():turn_left()
end

function Tree:each(visit) self:walk(self.root, visit) end

function Tree:walk(node, visit)
  if node == nil then return end
  self:walk(node.left, visit)
  visit(node)
  self:walk(node.right, visit)
end

-- ---- the aircraft

local SIDE = 100.0
local SQUARE = 10.0
local NEAR = 2.0

local function turned(place, speed)
  local next = place + speed
  if next < 0.0 or next > SIDE then return -speed end
  return speed
end

local Aircraft = {}
Aircraft.__index = Aircraft

function Aircraft.new(id, place, speed)
  return setmetatable({id = id, before = place, place = place, speed = speed}, Aircraft)
end

function Aircraft:move()
  local place, speed = self.place, self.speed
  self.speed = make_vector(turned(place.x, speed.x), turned(place.y, speed.y), turned(place.z, speed.z))
  self.before = place
  self.place = place:plus(self.speed)
end

-- Enters this aircraft under every square that its last step touches.
function Aircraft:enter(squares)
  local first_x = floor(min(self.before.x, self.place.x) / SQUARE)
  local last_x = floor(max(self.before.x, self.place.x) / SQUARE)
  local first_y = floor(min(self.before.y, self.place.y) / SQUARE)
  local last_y = floor(max(self.before.y, self.place.y) / SQUARE)
  for x = first_x, last_x do
    for y = first_y, last_y do
      local node = squares:find_or_add(x * 1000 + y)
      if node.value == nil then node.value = {} end
      table.insert(node.value, self)
    end
  end
end

-- Do the two come too near during this step? Both move evenly, so their distance has one least point.
function Aircraft:meets(other)
  local apart = other.before:minus(self.before)
  local drift = other.place:minus(other.before):minus(self.place:minus(self.before))
  local square = drift:dot(drift)
  local time = 0.0
  if square > 0.0 then time = min(1.0, max(0.0, -apart:dot(drift) / square)) end
  local gap = apart:plus(drift:times(time))
  return gap:dot(gap) < NEAR * NEAR
end

local function make_fleet(count)
  local fleet, numbers = {}, {}
  local seed = 8
  for i = 0, count * 6 - 1 do
    seed = seed * 48271 % 2147483647
    numbers[i] = seed % 1001
  end
  for i = 0, count - 1 do
    local at = i * 6
    local place = make_vector(numbers[at] * 0.1, numbers[at + 1] * 0.1, numbers[at + 2] * 0.02)
    local speed = make_vector((numbers[at + 3] - 500) * 0.004, (numbers[at + 4] - 500) * 0.004, (numbers[at + 5] - 500) * 0.0005)
    table.insert(fleet, Aircraft.new(i, place, speed))
  end
  return fleet
end

local function meetings_of(fleet)
  local squares = Tree.new()
  for _, aircraft in ipairs(fleet) do
    aircraft:move()
    aircraft:enter(squares)
  end
  local pairs_found = Tree.new()
  squares:each(function(node)
    local group = node.value
    for i = 1, #group do
      for k = i + 1, #group do
        if group[i]:meets(group[k]) then pairs_found:find_or_add(group[i].id * 1000 + group[k].id) end
      end
    end
  end)
  return pairs_found
end

local function run(frames)
  local fleet = make_fleet(100)
  local meetings, weight = 0, 0
  for _ = 1, frames do
    local pairs_found = meetings_of(fleet)
    meetings = meetings + pairs_found.size
    pairs_found:each(function(node) weight = (weight * 3 + node.key) % 1000003 end)
  end
  return meetings .. " " .. weight
end

print(run(tonumber(arg[1]) or 800))
