-- Queens on a board, none attacking another: all the ways. Stresses: list access, backtracking. Twin of queens.duet.

local Board = {}
Board.__index = Board

local function filled(count, value)
  local made = {}
  for i = 1, count do made[i] = value end
  return made
end

function Board.new(width)
  return setmetatable({
    width = width,
    columns = filled(width, false),
    rising = filled(2 * width, false),
    falling = filled(2 * width, false),
    solutions = 0,
  }, Board)
end

function Board:is_free(row, column)
  return not (self.columns[column] or self.rising[row + column] or self.falling[row - column + self.width])
end

function Board:mark(row, column, taken)
  self.columns[column] = taken
  self.rising[row + column] = taken
  self.falling[row - column + self.width] = taken
end

function Board:place(row)
  if row > self.width then
    self.solutions = self.solutions + 1
    return
  end
  for column = 1, self.width do
    if self:is_free(row, column) then
      self:mark(row, column, true)
      self:place(row + 1)
      self:mark(row, column, false)
    end
  end
end

local function run(times)
  local total = 0
  for _ = 1, times do
    local board = Board.new(10)
    board:place(1)
    total = total + board.solutions
  end
  return total
end

print(run(tonumber(arg[1]) or 12))
