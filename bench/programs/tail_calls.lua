-- Loops written as tail calls. Stresses: tail calls of functions and methods. Twin of tail_calls.duet.

local function count_down(n, total)
  if n == 0 then return total end
  return count_down(n - 1, total + n)
end

local is_odd

local function is_even(n)
  if n == 0 then return true end
  return is_odd(n - 1)
end

function is_odd(n)
  if n == 0 then return false end
  return is_even(n - 1)
end

local Walker = {}
Walker.__index = Walker

function Walker.new(stride) return setmetatable({stride = stride}, Walker) end

function Walker:walk(steps, place)
  if steps == 0 then return place end
  return self:walk(steps - 1, place + self.stride)
end

local function run(descents)
  local walker = Walker.new(3)
  local total, evens = 0, 0
  for i = 0, descents - 1 do
    total = total + count_down(900, i)
    if is_even(900 - i % 2) then evens = evens + 1 end
    total = total + walker:walk(900, i)
  end
  return total .. " " .. evens
end

print(run(tonumber(arg[1]) or 6000))
