-- The cheapest way across a field, found from the nearest place outwards. Stresses: maps with int keys, a binary heap.
-- Twin of shortest_way.duet, where the idea is told.

-- A list in which no item is cheaper than the one at half its place. An item is {cost, square}.
local Heap = {}
Heap.__index = Heap

function Heap.new() return setmetatable({items = {}}, Heap) end

function Heap:is_empty() return #self.items == 0 end

function Heap:push(item)
  local items = self.items
  local at = #items + 1
  items[at] = item
  while at > 1 do
    local parent = (at - at % 2) / 2
    if items[parent][1] <= item[1] then break end
    items[at] = items[parent]
    at = parent
  end
  items[at] = item
end

function Heap:pop()
  local items = self.items
  local top = items[1]
  local n = #items - 1
  local last = items[n + 1]
  items[n + 1] = nil
  if n == 0 then return top end
  local at = 1
  while 2 * at <= n do
    local child = 2 * at
    if child + 1 <= n and items[child + 1][1] < items[child][1] then child = child + 1 end
    if last[1] <= items[child][1] then break end
    items[at] = items[child]
    at = child
  end
  items[at] = last
  return top
end

local WALL = 0

local Random = {}
Random.__index = Random

function Random.new(seed) return setmetatable({seed = seed}, Random) end

function Random:below(limit)
  self.seed = self.seed * 48271 % 2147483647
  return self.seed % limit
end

-- Squares count from 0, as in the twin.
local function make_field(random, side)
  local costs = {}
  for i = 0, side * side - 1 do
    local what = random:below(100)
    costs[i] = what < 28 and WALL or what % 9 + 1
  end
  costs[0] = 1
  costs[side * side - 1] = 1
  return costs
end

local function neighbours(square, side)
  local x = square % side
  local found = {}
  if x > 0 then found[#found + 1] = square - 1 end
  if x < side - 1 then found[#found + 1] = square + 1 end
  if square >= side then found[#found + 1] = square - side end
  if square < side * (side - 1) then found[#found + 1] = square + side end
  return found
end

local function search(costs, side, start, goal)
  local open = Heap.new()
  local cost_to, came_from, done = {}, {}, {}
  local done_count = 0
  cost_to[start] = 0
  open:push({0, start})
  while not open:is_empty() do
    local square = open:pop()[2]
    if not done[square] then
      done[square] = true
      done_count = done_count + 1
      if square == goal then break end
      for _, next in ipairs(neighbours(square, side)) do
        if costs[next] ~= WALL and not done[next] then
          local cost = cost_to[square] + costs[next]
          if not cost_to[next] or cost < cost_to[next] then
            cost_to[next] = cost
            came_from[next] = square
            open:push({cost, next})
          end
        end
      end
    end
  end
  if not done[goal] then return {-1, done_count, 0} end
  local steps = 0
  local square = goal
  while square ~= start do
    square = came_from[square]
    steps = steps + 1
  end
  return {cost_to[goal], done_count, steps}
end

local function run(fields)
  local random = Random.new(3)
  local side = 100
  local sums = {0, 0, 0}
  for _ = 1, fields do
    local found = search(make_field(random, side), side, 0, side * side - 1)
    for k = 1, 3 do sums[k] = sums[k] + found[k] end
  end
  return table.concat(sums, " ")
end

print(run(tonumber(arg[1]) or 30))
