-- Sorting lists with a comparator. Stresses: sort calling back into the program. Twin of list_sort.duet.

local function Record(rank, number)
  return {rank = rank, number = number}
end

local function by_rank(a, b)
  if a.rank ~= b.rank then return a.rank < b.rank end
  return a.number < b.number
end

local function run(count)
  local numbers, records = {}, {}
  local seed = 1
  for i = 1, count do
    seed = seed * 48271 % 2147483647
    numbers[i] = seed
    records[i] = Record(seed % 1000, i - 1)
  end
  table.sort(numbers, function(a, b) return b < a end)
  table.sort(records, by_rank)
  local check = 0
  for i = 1, count do
    check = (check * 31 + numbers[i] % 1000 + records[i].number) % 1000003
  end
  return check
end

print(run(tonumber(arg[1]) or 100000))
