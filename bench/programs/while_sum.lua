-- The sum of 1..n by a while loop. Stresses: jumps, addition, locals. Twin of while_sum.duet.

local function sum_to(n)
  local total = 0
  local i = 1
  while i <= n do
    total = total + i
    i = i + 1
  end
  return total
end

print(string.format("%d", sum_to(tonumber(arg[1]) or 40000000)))
