-- Balls that fly about in a box and bounce off its walls. Stresses: methods called in a loop, fields. Twin of bounce.duet.

local Random = {}
Random.__index = Random

function Random.new(seed) return setmetatable({seed = seed}, Random) end

function Random:below(limit)
  self.seed = self.seed * 48271 % 2147483647
  return self.seed % limit
end

local WIDTH = 500
local HEIGHT = 400
local abs = math.abs

local Ball = {}
Ball.__index = Ball

function Ball.new(random)
  return setmetatable({
    x = random:below(WIDTH),
    y = random:below(HEIGHT),
    speed_x = random:below(300) - 150,
    speed_y = random:below(300) - 150,
  }, Ball)
end

-- One step. Did it touch a wall?
function Ball:step()
  local bounced = false
  self.x = self.x + self.speed_x
  self.y = self.y + self.speed_y
  if self.x > WIDTH then self.x = WIDTH; self.speed_x = -abs(self.speed_x); bounced = true end
  if self.x < 0 then self.x = 0; self.speed_x = abs(self.speed_x); bounced = true end
  if self.y > HEIGHT then self.y = HEIGHT; self.speed_y = -abs(self.speed_y); bounced = true end
  if self.y < 0 then self.y = 0; self.speed_y = abs(self.speed_y); bounced = true end
  return bounced
end

local function run(steps)
  local random = Random.new(11)
  local balls = {}
  for i = 1, 100 do balls[i] = Ball.new(random) end
  local bounces = 0
  for _ = 1, steps do
    for _, ball in ipairs(balls) do
      if ball:step() then bounces = bounces + 1 end
    end
  end
  local sum = 0
  for _, ball in ipairs(balls) do sum = sum + ball.x + ball.y end
  return bounces .. " " .. sum
end

print(run(tonumber(arg[1]) or 25000))
