-- Matrices as lists of rows, multiplied as the definition says. Stresses: lists in lists, float sums. Twin of matrix.duet.

local function make_matrix(n)
  local rows = {}
  for i = 0, n - 1 do
    local row = {}
    for k = 0, n - 1 do row[k + 1] = ((i * 7 + k * 3) % 16 - 8) / 4.0 end
    rows[i + 1] = row
  end
  return rows
end

local function transposed(matrix)
  local rows = {}
  for k = 1, #matrix[1] do
    local row = {}
    for i = 1, #matrix do row[i] = matrix[i][k] end
    rows[k] = row
  end
  return rows
end

local function product(a, b)
  local rows = {}
  for i = 1, #a do
    local row = {}
    for k = 1, #b[1] do
      local sum = 0.0
      for m = 1, #b do sum = sum + a[i][m] * b[m][k] end
      row[k] = sum
    end
    rows[i] = row
  end
  return rows
end

local function run(n)
  local a = make_matrix(n)
  local result = product(product(a, a), transposed(a))
  local trace, total = 0.0, 0.0
  for i = 1, n do
    trace = trace + result[i][i]
    for k = 1, n do total = total + result[i][k] * ((k - 1) % 3) end
  end
  return string.format("%d %d", math.floor(trace * 64), math.floor(total * 64))
end

print(run(tonumber(arg[1]) or 200))
