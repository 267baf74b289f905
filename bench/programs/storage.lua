-- Trees of lists, made and thrown away. Stresses: allocating lists of all lengths, the collector. Twin of storage.duet.

local seed = 74755

local function below(limit)
  seed = seed * 48271 % 2147483647
  return seed % limit
end

local function list(n, value)
  local items = {}
  for i = 1, n do items[i] = value end
  return items
end

local function make_tree(depth)
  if depth == 0 then return list(1 + below(16), depth) end
  local branches = {}
  for i = 1, 4 do branches[i] = make_tree(depth - 1) end
  return branches
end

-- How many places the lists at the bottom have.
local function room(tree, depth)
  if depth == 0 then return #tree end
  local sum = 0
  for _, branch in ipairs(tree) do sum = sum + room(branch, depth - 1) end
  return sum
end

local function count_lists(tree, depth)
  local count = 1
  if depth > 0 then
    for _, branch in ipairs(tree) do count = count + count_lists(branch, depth - 1) end
  end
  return count
end

local function run(turns)
  local depth = 6
  local kept = make_tree(depth)
  local total = 0
  for turn = 0, turns - 1 do
    local tree = make_tree(depth)
    total = total + room(tree, depth)
    kept[turn % 4 + 1] = tree[below(4) + 1]
  end
  return total + room(kept, depth) .. " " .. count_lists(kept, depth)
end

print(run(tonumber(arg[1]) or 240))
