-- Maps with int and string keys. Stresses: map insert, look-up, update and delete. Twin of map_access.duet.

local function int_keys(count)
  local map = {}
  local size = 0
  local seed = 1
  for i = 0, count - 1 do
    seed = seed * 48271 % 2147483647
    map[seed] = i
    size = size + 1
  end
  seed = 1
  local found, gone = 0, 0
  for i = 0, count - 1 do
    seed = seed * 48271 % 2147483647
    if map[seed + i % 2] ~= nil then found = found + map[seed] % 10 end
    if i % 4 == 0 then
      map[seed] = nil
      size = size - 1
      gone = gone + 1
    end
  end
  return found + gone * 10 + size
end

local function string_keys(turns)
  local names = {}
  for i = 0, 499 do names[i + 1] = "name" .. i * 37 % 500 end
  local counts = {}
  for i = 0, turns - 1 do
    local name = names[i * 7 % 500 + 1]
    counts[name] = (counts[name] or 0) + i % 3
  end
  local total = 0
  for _, name in ipairs(names) do total = total + (counts[name] or 0) * #name end
  return total
end

local function run(count) return int_keys(count) .. " " .. string_keys(count * 4) end

print(run(tonumber(arg[1]) or 600000))
