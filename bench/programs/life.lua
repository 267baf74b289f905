-- Conway's Game of Life on a board whose edges meet. Stresses: list reads by computed index. Twin of life.duet.

local function soup(width, height)
  local cells = {}
  local seed = 7
  for i = 1, width * height do
    seed = seed * 3877 % 139967
    cells[i] = seed % 3 == 0 and 1 or 0
  end
  return cells
end

local function next_generation(cells, width, height)
  local result = {}
  for y = 0, height - 1 do
    local row = y * width
    local above = (y + height - 1) % height * width
    local below = (y + 1) % height * width
    for x = 1, width do
      local left = (x + width - 2) % width + 1
      local right = x % width + 1
      local around = cells[above + left] + cells[above + x] + cells[above + right]
                   + cells[row + left] + cells[row + right]
                   + cells[below + left] + cells[below + x] + cells[below + right]
      result[#result + 1] = (around == 3 or around == 2 and cells[row + x] == 1) and 1 or 0
    end
  end
  return result
end

local function run(generations)
  local cells = soup(64, 64)
  for _ = 1, generations do cells = next_generation(cells, 64, 64) end
  local alive, check = 0, 0
  for i = 1, #cells do
    alive = alive + cells[i]
    check = (check * 2 + cells[i]) % 1000003
  end
  return alive .. " " .. check
end

print(run(tonumber(arg[1]) or 900))
