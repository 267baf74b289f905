-- Five bodies that attract each other: the sun and the four giant planets. Stresses: floats and fields. Twin of nbody.duet.

local sqrt, floor = math.sqrt, math.floor

local PI = 3.141592653589793
local SUN = 4 * PI * PI
local DAYS = 365.24

local function Body(x, y, z, vx, vy, vz, mass)
  return {x = x, y = y, z = z, vx = vx * DAYS, vy = vy * DAYS, vz = vz * DAYS, mass = mass * SUN}
end

local function make_bodies()
  return {
    Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
    Body(4.84143144246472, -1.16032004402743, -0.103622044471123,
         0.00166007664274403, 0.00769901118419740, -0.0000690460016972063, 0.000954791938424327),
    Body(8.34336671824458, 4.12479856412430, -0.403523417114321,
         -0.00276742510726411, 0.00499852801234917, 0.0000230417297573764, 0.000285885980666131),
    Body(12.8943695621391, -15.1111514016986, -0.223307578892656,
         0.00296460137564762, 0.00237847173959481, -0.0000296589568540238, 0.0000436624404335156),
    Body(15.3796971148509, -25.9193146099880, 0.179258772950371,
         0.00268067772490389, 0.00162824170038242, -0.0000951592254519716, 0.0000515138902046611),
  }
end

-- Gives the sun the speed that keeps the whole at rest.
local function balance(bodies)
  local px, py, pz = 0.0, 0.0, 0.0
  for i = 1, #bodies do
    local body = bodies[i]
    px = px + body.vx * body.mass
    py = py + body.vy * body.mass
    pz = pz + body.vz * body.mass
  end
  bodies[1].vx = -px / SUN
  bodies[1].vy = -py / SUN
  bodies[1].vz = -pz / SUN
end

local function step(bodies, dt)
  local count = #bodies
  for i = 1, count do
    local a = bodies[i]
    for k = i + 1, count do
      local b = bodies[k]
      local dx = a.x - b.x
      local dy = a.y - b.y
      local dz = a.z - b.z
      local square = dx * dx + dy * dy + dz * dz
      local pull = dt / (square * sqrt(square))
      local of_a = a.mass * pull
      local of_b = b.mass * pull
      a.vx = a.vx - dx * of_b
      a.vy = a.vy - dy * of_b
      a.vz = a.vz - dz * of_b
      b.vx = b.vx + dx * of_a
      b.vy = b.vy + dy * of_a
      b.vz = b.vz + dz * of_a
    end
  end
  for i = 1, count do
    local body = bodies[i]
    body.x = body.x + dt * body.vx
    body.y = body.y + dt * body.vy
    body.z = body.z + dt * body.vz
  end
end

local function energy(bodies)
  local total = 0.0
  for i = 1, #bodies do
    local a = bodies[i]
    total = total + 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
    for k = i + 1, #bodies do
      local b = bodies[k]
      local dx = a.x - b.x
      local dy = a.y - b.y
      local dz = a.z - b.z
      total = total - a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
    end
  end
  return total
end

local function run(steps)
  local bodies = make_bodies()
  balance(bodies)
  for _ = 1, steps do step(bodies, 0.01) end
  return floor(energy(bodies) * 1e9)
end

print(run(tonumber(arg[1]) or 150000))
