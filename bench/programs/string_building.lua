-- Building strings. Stresses: concatenation, numbers to text, join, slice, replace. Twin of string_building.duet.

local function line_of(i)
  local line = "line " .. tostring(i)
  for k = 0, 3 do
    line = line .. ", "
    line = line .. tostring((i + k) % 1000)
  end
  return line .. "."
end

local function run(lines)
  local parts = {}
  local stops = 0
  for i = 0, lines - 1 do
    local line = line_of(100000 + i)
    local middle = line:sub(6, 11)
    if middle:sub(-2) == "00" then stops = stops + 1 end
    if line:find(", ", 1, true) == 12 then stops = stops + 1 end
    parts[#parts + 1] = line
  end
  local text = table.concat(parts, "\n")
  local shorter = text:gsub(", ", ",")
  return #text .. " " .. #shorter .. " " .. stops
end

print(run(tonumber(arg[1]) or 120000))
