-- Counters made of closures. Stresses: making and calling closures, captured variables. Twin of closure_counter.duet.

local function make_counter(step)
  local count = 0
  return function()
    count = count + step
    return count
  end
end

local function run(turns)
  local total = 0
  for turn = 0, turns - 1 do
    local ones = make_counter(1)
    local more = make_counter(turn % 10)
    for _ = 1, 100 do total = total + (ones() + more()) end
  end
  return total
end

print(run(tonumber(arg[1]) or 80000))
