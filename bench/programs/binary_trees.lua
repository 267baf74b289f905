-- Binary trees made and thrown away. Stresses: allocation, the collector, recursion. Twin of binary_trees.duet.

local Node = {}
Node.__index = Node

function Node.new(left, right)
  return setmetatable({left = left, right = right}, Node)
end

function Node:count()
  if self.left == nil then return 1 end
  return 1 + self.left:count() + self.right:count()
end

local function make_tree(depth)
  if depth == 0 then return Node.new(nil, nil) end
  return Node.new(make_tree(depth - 1), make_tree(depth - 1))
end

local function run(largest)
  local lasting = make_tree(largest)
  local nodes, trees = 0, 1
  for depth = largest - 1, 3, -2 do
    for _ = 1, trees do nodes = nodes + make_tree(depth):count() end
    trees = trees * 4
  end
  return nodes .. " " .. lasting:count()
end

print(run(tonumber(arg[1]) or 17))
