-- The spectral norm of an endless matrix. Stresses: small calls, float sums, lists of floats. Twin of spectral_norm.duet.

local sqrt, floor = math.sqrt, math.floor

-- i and k begin at 1 here.
local function item(i, k) return 1.0 / ((i + k - 2) * (i + k - 1) * 0.5 + i) end

local function times_matrix(vector)
  local result = {}
  for i = 1, #vector do
    local sum = 0.0
    for k = 1, #vector do sum = sum + item(i, k) * vector[k] end
    result[i] = sum
  end
  return result
end

local function times_transposed(vector)
  local result = {}
  for i = 1, #vector do
    local sum = 0.0
    for k = 1, #vector do sum = sum + item(k, i) * vector[k] end
    result[i] = sum
  end
  return result
end

local function times_both(vector) return times_transposed(times_matrix(vector)) end

local function run(n)
  local u, v = {}, nil
  for i = 1, n do u[i] = 1.0 end
  for _ = 1, 10 do
    v = times_both(u)
    u = times_both(v)
  end
  local uv, vv = 0.0, 0.0
  for i = 1, n do
    uv = uv + u[i] * v[i]
    vv = vv + v[i] * v[i]
  end
  return floor(sqrt(uv / vv) * 1e9)
end

print(run(tonumber(arg[1]) or 450))
