-- The sieve of Eratosthenes. Stresses: writing and reading list items, loops with a step. Twin of sieve.duet.

local function count_primes(limit)
  local is_prime = {}
  for i = 1, limit do is_prime[i] = true end
  local count = 0
  for i = 2, limit do
    if is_prime[i] then
      count = count + 1
      for k = i * i, limit, i do is_prime[k] = false end
    end
  end
  return count
end

local function run(times)
  local total = 0
  for i = 0, times - 1 do total = total + count_primes(100000 - i) end
  return total
end

print(run(tonumber(arg[1]) or 100))
