-- Exceptions thrown and caught: error and pcall. Stresses: throwing, choosing a handler, unwinding. Twin of exceptions.duet.

local Refusal = {message = "refused"}
Refusal.__index = Refusal
local Delay = setmetatable({}, {__index = Refusal})
Delay.__index = Delay

local function is_a(value, class)
  local own = getmetatable(value)
  while own do
    if own == class then return true end
    local parent = getmetatable(own)
    own = parent and parent.__index
  end
  return false
end

local function serve(i)
  if i % 4 == 1 then error(setmetatable({code = i % 7}, Refusal)) end
  if i % 4 == 3 then error(setmetatable({code = i % 5}, Delay)) end
  return 1
end

local function pass_down(i, depth)
  if depth == 0 then return serve(i) end
  return 1 + pass_down(i, depth - 1)
end

local Desk = {}
Desk.__index = Desk

function Desk.new() return setmetatable({opened = 0, closed = 0}, Desk) end

local function delay_caught(i)
  local ok, result = pcall(pass_down, i, i % 6)
  if ok then return result end
  if is_a(result, Delay) then return result.code end
  error(result, 0)
end

function Desk:attempt(i)
  self.opened = self.opened + 1
  local ok, result = pcall(delay_caught, i)
  self.closed = self.closed + 1
  if ok then return result end
  error(result, 0)
end

local function run(requests)
  local desk = Desk.new()
  local total, refused = 0, 0
  for i = 0, requests - 1 do
    local ok, result = pcall(desk.attempt, desk, i)
    if ok then
      total = total + result
    elseif is_a(result, Refusal) then
      refused = refused + 1
      total = total + result.code
    else
      error(result, 0)
    end
  end
  return total .. " " .. refused .. " " .. desk.opened - desk.closed
end

print(run(tonumber(arg[1]) or 600000))
