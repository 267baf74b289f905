-- Reading and writing fields. Stresses: field reads and writes on one shape. Twin of field_access.duet.

local function Register(start)
  return {a = start, b = start + 1, c = start + 2, d = start + 3, next = nil}
end

local function make_ring(count)
  local first = Register(0)
  local last = first
  for i = 1, count - 1 do
    last.next = Register(i * 5)
    last = last.next
  end
  last.next = first
  return first
end

local function run(visits)
  local register = make_ring(4)
  for _ = 1, visits do
    local carry = register.a
    register.a = register.b
    register.b = register.c
    register.c = register.d
    register.d = (carry * 3 + register.a + register.next.b) % 1009
    register = register.next
  end
  local total = 0
  for _ = 1, 4 do
    total = total + register.a + register.b + register.c + register.d
    register = register.next
  end
  return total
end

print(run(tonumber(arg[1]) or 6000000))
