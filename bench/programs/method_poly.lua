-- Method calls that meet several classes. Stresses: method calls of several shapes. Twin of method_poly.duet.

local function class(base)
  local made = setmetatable({}, {__index = base})
  made.__index = made
  return made
end

local Room = class()
function Room.new(kind, width) return setmetatable({width = width}, kind) end
function Room:doors() return 1 end

local Hall = class(Room)
function Hall:area() return self.width * 9 end

local Closet = class(Room)
function Closet:area() return 4 end

local Kitchen = class(Room)
function Kitchen.new(kind, width)
  local self = Room.new(kind, width)
  self.length = width + 2
  return self
end
function Kitchen:area() return self.length * self.width end

local Stair = class(Room)
function Stair:area() return self.width + self.width end
function Stair:doors() return 2 end

local Attic = class(Room)
function Attic.new(kind, width)
  return setmetatable({height = 2, width = width}, kind)
end
function Attic:area() return self.width * self.height + 1 end

local Balcony = class()
function Balcony.new(kind, width) return setmetatable({edge = width}, kind) end
function Balcony:area() return self.edge end

local kinds = {Hall, Closet, Kitchen, Stair, Attic, Balcony}

local function run(walks)
  local rooms, closets = {}, {}
  local seed = 42
  for i = 1, 600 do
    seed = seed * 3877 % 139967
    rooms[i] = kinds[seed % 6 + 1]:new(seed % 20)
    closets[i] = seed % 3 == 0 and Stair:new(1) or Closet:new(1)
  end
  local total, doors = 0, 0
  for _ = 1, walks do
    for i = 1, #rooms do total = total + rooms[i]:area() end
    for i = 1, #closets do doors = doors + closets[i]:doors() end
  end
  return total .. " " .. doors
end

print(run(tonumber(arg[1]) or 6000))
