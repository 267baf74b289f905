-- Method calls on objects of one class. Stresses: method look-up, inheritance, super. Twin of method_call.duet.

local Meter = {}
Meter.__index = Meter

function Meter.new(class, limit)
  return setmetatable({limit = limit, count = 0, wraps = 0}, class)
end

function Meter:value() return self.count end

function Meter:is_full() return self:value() >= self.limit end

function Meter:wrap() self.count = 0 end

function Meter:advance(by)
  self.count = self.count + by
  if self:is_full() then self:wrap() end
end

local CountingMeter = setmetatable({}, {__index = Meter})
CountingMeter.__index = CountingMeter

function CountingMeter:wrap()
  Meter.wrap(self)
  self.wraps = self.wraps + 1
end

local function run(turns)
  local meter = CountingMeter:new(7)
  local total = 0
  for _ = 1, turns do
    meter:advance(3)
    total = total + meter:value()
  end
  return total .. " " .. meter.wraps
end

print(run(tonumber(arg[1]) or 2000000))
