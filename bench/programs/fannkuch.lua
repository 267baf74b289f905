-- Flipping pancakes, for every order of n numbers. Stresses: list reads and writes, nested loops. Twin of fannkuch.duet.

local function count_flips(order, pile)
  for i = 1, #order do pile[i] = order[i] end
  local flips = 0
  while pile[1] ~= 1 do
    local low, high = 1, pile[1]
    while low < high do
      pile[low], pile[high] = pile[high], pile[low]
      low = low + 1
      high = high - 1
    end
    flips = flips + 1
  end
  return flips
end

-- Turns the order into the next one; false when all were seen.
local function advance(order, turned)
  local last = 2
  while last <= #order do
    local first = order[1]
    for i = 1, last - 1 do order[i] = order[i + 1] end
    order[last] = first
    turned[last] = turned[last] + 1
    if turned[last] < last then return true end
    turned[last] = 0
    last = last + 1
  end
  return false
end

local function run(n)
  local order, turned, pile = {}, {}, {}
  for i = 1, n do
    order[i] = i
    turned[i] = 0
    pile[i] = 0
  end
  local most, sum, sign = 0, 0, 1
  while true do
    local flips = count_flips(order, pile)
    if flips > most then most = flips end
    sum = sum + sign * flips
    sign = -sign
    if not advance(order, turned) then break end
  end
  return sum .. " " .. most
end

print(run(tonumber(arg[1]) or 9))
