-- Loops found in a control-flow graph, with how they nest. Stresses: lists of objects, a work list, linked set nodes, maps.
-- Twin of loop_finding.duet, where the idea is told.

local Random = {}
Random.__index = Random

function Random.new(seed) return setmetatable({seed = seed}, Random) end

function Random:below(limit)
  self.seed = self.seed * 48271 % 2147483647
  return self.seed % limit
end

local function Block(number)
  return {number = number, successors = {}, predecessors = {}}
end

local Graph = {}
Graph.__index = Graph

function Graph.new() return setmetatable({blocks = {}}, Graph) end

function Graph:add()
  local block = Block(#self.blocks)
  table.insert(self.blocks, block)
  return block
end

function Graph:connect(from, to)
  table.insert(from.successors, to)
  table.insert(to.predecessors, from)
end

-- Adds a block that follows `from`.
function Graph:add_after(from)
  local block = self:add()
  self:connect(from, block)
  return block
end

local Grower = {}
Grower.__index = Grower

function Grower.new(graph, seed) return setmetatable({graph = graph, random = Random.new(seed)}, Grower) end

-- Grows something behind `entry` and gives the block where it ends.
function Grower:grow(entry, depth)
  if depth == 0 then return self.graph:add_after(entry) end
  local kind = self.random:below(4)
  if kind == 0 then return self:branch(entry, depth) end
  if kind == 1 then return self:grow(self:grow(entry, depth - 1), depth - 1) end
  return self:loop(entry, depth)
end

function Grower:branch(entry, depth)
  local left = self:grow(entry, depth - 1)
  local right = self:grow(entry, depth - 1)
  local join = self.graph:add_after(left)
  self.graph:connect(right, join)
  return join
end

function Grower:loop(entry, depth)
  local head = self.graph:add_after(entry)
  local bottom = self:grow(head, depth - 1)
  self.graph:connect(bottom, head)
  if self.random:below(20) == 0 then self.graph:connect(entry, bottom) end
  return self.graph:add_after(self.random:below(2) == 0 and head or bottom)
end

local function make_graph()
  local graph = Graph.new()
  local grower = Grower.new(graph, 4)
  local at = graph:add()
  for _ = 1, 40 do at = grower:grow(at, 6) end
  return graph
end

local Loop = {}
Loop.__index = Loop

function Loop.new(head)
  return setmetatable({head = head, blocks = 1, is_reducible = true, parent = nil, depth = 0}, Loop)
end

-- How many loops stand around this one, itself included.
function Loop:nesting()
  if self.depth == 0 then self.depth = self.parent == nil and 1 or self.parent:nesting() + 1 end
  return self.depth
end

-- A block in the walk's order; `leader` leads towards the head of the outermost loop it was merged into so far.
local Node = {}
Node.__index = Node

function Node.new(number, block)
  local self = setmetatable({
    number = number,
    block = block,
    last = number, -- the last number below this one in the walk's tree
    leader = nil,
    loop = nil, -- the loop that this node is head of
    back_edges = {}, -- the nodes with an edge to here that closes a loop
    other_edges = {},
    mark = -1, -- the loop, by its head's number, that has gathered this node
  }, Node)
  self.leader = self
  return self
end

function Node:find()
  local node = self
  while node.leader ~= node do node = node.leader end
  -- All on the way now lead to the end at once.
  local step = self
  while step.leader ~= node do
    local next = step.leader
    step.leader = node
    step = next
  end
  return node
end

function Node:is_above(other) return self.number <= other.number and other.number <= self.last end

local Finder = {}
Finder.__index = Finder

function Finder.new(graph) return setmetatable({graph = graph, nodes = {}, loops = {}}, Finder) end

-- Numbers the blocks by a walk in depth that keeps its own stack.
function Finder:number_blocks()
  local node_of, stack, turns = {}, {}, {}
  self:enter(self.graph.blocks[1], node_of, stack, turns)
  while #stack > 0 do
    local node = stack[#stack]
    local turn = turns[#turns]
    if turn <= #node.block.successors then
      turns[#turns] = turn + 1
      local next = node.block.successors[turn]
      if node_of[next.number] == nil then self:enter(next, node_of, stack, turns) end
    else
      node.last = #self.nodes
      table.remove(stack)
      table.remove(turns)
    end
  end
  return node_of
end

function Finder:enter(block, node_of, stack, turns)
  local node = Node.new(#self.nodes + 1, block)
  table.insert(self.nodes, node)
  node_of[block.number] = node
  table.insert(stack, node)
  table.insert(turns, 1)
end

function Finder:sort_edges(node_of)
  for _, node in ipairs(self.nodes) do
    for _, before in ipairs(node.block.predecessors) do
      local from = node_of[before.number]
      if node:is_above(from) then table.insert(node.back_edges, from) else table.insert(node.other_edges, from) end
    end
  end
end

function Finder:find_loop(head)
  if #head.back_edges == 0 then return end
  local loop = Loop.new(head)
  local body, todo = {}, {}
  for _, from in ipairs(head.back_edges) do self:gather(from:find(), head, body, todo) end
  while #todo > 0 do
    local node = table.remove(todo)
    for _, from in ipairs(node.other_edges) do
      local found = from:find()
      if head:is_above(found) then
        self:gather(found, head, body, todo)
      else
        -- Somebody jumps past the head: the edge belongs to the loops around this one too.
        loop.is_reducible = false
        table.insert(head.other_edges, found)
      end
    end
  end
  head.loop = loop
  table.insert(self.loops, loop)
  for _, node in ipairs(body) do
    node.leader = head
    if node.loop ~= nil then node.loop.parent = loop else loop.blocks = loop.blocks + 1 end
  end
end

function Finder:gather(node, head, body, todo)
  if node ~= head and node.mark ~= head.number then
    node.mark = head.number
    table.insert(body, node)
    table.insert(todo, node)
  end
end

function Finder:run()
  self:sort_edges(self:number_blocks())
  for i = #self.nodes, 1, -1 do self:find_loop(self.nodes[i]) end
end

local function run(times)
  local graph = make_graph()
  local loops, tangled, deepest, weight = 0, 0, 0, 0
  for _ = 1, times do
    local finder = Finder.new(graph)
    finder:run()
    loops = loops + #finder.loops
    for _, loop in ipairs(finder.loops) do
      if not loop.is_reducible then tangled = tangled + 1 end
      deepest = math.max(deepest, loop:nesting())
      weight = weight + loop.blocks * loop:nesting()
    end
  end
  return #graph.blocks .. " " .. loops .. " " .. tangled .. " " .. deepest .. " " .. weight
end

print(run(tonumber(arg[1]) or 100))
