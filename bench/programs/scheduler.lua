-- The scheduler of a small operating system, simulated. Stresses: methods of several classes, linked objects, fields.
-- Twin of scheduler.duet.

-- What a task's step gives back.
local GOES_ON = 0
local WAITS = 1

local LOWEST = 2
local TURNS = {[0] = 2, 4, 8}
local SLOTS = 32

local function class(base)
  local made = setmetatable({}, {__index = base})
  made.__index = made
  return made
end

local Queue = class()

function Queue.new() return setmetatable({first = nil, last = nil}, Queue) end

function Queue:put(task)
  task.next = nil
  if self.first == nil then self.first = task else self.last.next = task end
  self.last = task
end

function Queue:take()
  local task = self.first
  if task ~= nil then self.first = task.next end
  return task
end

local Disk = class()

function Disk.new(kernel)
  return setmetatable({kernel = kernel, requests = Queue.new(), current = nil, left = 0, head = 0, served = 0}, Disk)
end

function Disk:tick()
  if self.current == nil then
    self.current = self.requests:take()
    if self.current ~= nil then self.left = 1 + math.abs(self.current.sector - self.head) % 6 end
  else
    self.left = self.left - 1
    if self.left == 0 then
      self.head = self.current.sector
      self.served = self.served + 1
      self.kernel:wake(self.current)
      self.current = nil
    end
  end
end

local Mailbox = class()

function Mailbox.new(kernel)
  return setmetatable({kernel = kernel, letters = {}, senders = Queue.new(), receivers = Queue.new()}, Mailbox)
end

function Mailbox:wake_one(queue)
  local task = queue:take()
  if task ~= nil then self.kernel:wake(task) end
end

-- Was there room? If not, the task is woken when there is.
function Mailbox:send(letter, task)
  if #self.letters == 4 then
    self.senders:put(task)
    return false
  end
  table.insert(self.letters, letter)
  self:wake_one(self.receivers)
  return true
end

-- The oldest letter; nil if there is none, and the task is woken when one comes.
function Mailbox:receive(task)
  if #self.letters == 0 then
    self.receivers:put(task)
    return nil
  end
  local letter = table.remove(self.letters, 1)
  self:wake_one(self.senders)
  return letter
end

local Kernel = class()

function Kernel.new()
  local self = setmetatable({now = 0, switches = 0, idle = 0}, Kernel)
  self.ready = {[0] = Queue.new(), Queue.new(), Queue.new()}
  self.wheel = {}
  for i = 0, SLOTS - 1 do self.wheel[i] = Queue.new() end
  self.disk = Disk.new(self)
  return self
end

function Kernel:wake(task)
  if task.priority > 0 then task.priority = task.priority - 1 end
  self.ready[task.priority]:put(task)
end

function Kernel:sleep(task, ticks) self.wheel[(self.now + ticks) % SLOTS]:put(task) end

function Kernel:tick()
  self.now = self.now + 1
  local slot = self.wheel[self.now % SLOTS]
  local task = slot:take()
  while task ~= nil do
    self:wake(task)
    task = slot:take()
  end
  self.disk:tick()
end

function Kernel:pick()
  for i = 0, LOWEST do
    local task = self.ready[i]:take()
    if task ~= nil then return task end
  end
  return nil
end

function Kernel:run_turn(task)
  self.switches = self.switches + 1
  for _ = 1, TURNS[task.priority] do
    if task:step() == WAITS then return end
  end
  if task.priority < LOWEST then task.priority = task.priority + 1 end
  self.ready[task.priority]:put(task)
end

function Kernel:run(ticks)
  for _ = 1, ticks do
    self:tick()
    local task = self:pick()
    if task == nil then self.idle = self.idle + 1 else self:run_turn(task) end
  end
end

local Task = class()

function Task.new(kind, kernel)
  return setmetatable({kernel = kernel, priority = 1, next = nil, result = 0}, kind)
end

function Task:note(value) self.result = (self.result * 31 + value) % 1000003 end

local Cruncher = class(Task)

function Cruncher.new(kernel, seed)
  local self = Task.new(Cruncher, kernel)
  self.seed = seed
  return self
end

function Cruncher:step()
  self.seed = self.seed * 3877 % 139967
  self:note(self.seed)
  return GOES_ON
end

local Sleeper = class(Task)

function Sleeper.new(kernel)
  local self = Task.new(Sleeper, kernel)
  self.beats = 0
  return self
end

function Sleeper:step()
  self.beats = self.beats + 1
  self:note(self.kernel.now)
  self.kernel:sleep(self, 3 + self.beats % 17)
  return WAITS
end

local Reader = class(Task)

function Reader.new(kernel, sector)
  local self = Task.new(Reader, kernel)
  self.sector = sector
  self.work = 0
  return self
end

function Reader:step()
  if self.work > 0 then
    self.work = self.work - 1
    self:note(self.sector)
    return GOES_ON
  end
  self.work = 5
  self.sector = (self.sector * 7 + 3) % 101
  self.kernel.disk.requests:put(self)
  return WAITS
end

local Sender = class(Task)

function Sender.new(kernel, box)
  local self = Task.new(Sender, kernel)
  self.box = box
  self.letter = 0
  return self
end

function Sender:step()
  if not self.box:send(self.letter, self) then return WAITS end
  self.letter = self.letter + 1
  return GOES_ON
end

local Relay = class(Task)

function Relay.new(kernel, source, target)
  local self = Task.new(Relay, kernel)
  self.source = source
  self.target = target
  self.held = nil
  return self
end

function Relay:step()
  if self.held == nil then
    self.held = self.source:receive(self)
    return self.held == nil and WAITS or GOES_ON
  end
  if not self.target:send(self.held * 2 + 1, self) then return WAITS end
  self.held = nil
  return GOES_ON
end

local Receiver = class(Task)

function Receiver.new(kernel, box)
  local self = Task.new(Receiver, kernel)
  self.box = box
  self.received = 0
  return self
end

function Receiver:step()
  local letter = self.box:receive(self)
  if letter == nil then return WAITS end
  self.received = self.received + 1
  self:note(letter)
  return GOES_ON
end

local function run(ticks)
  local kernel = Kernel.new()
  local first, second = Mailbox.new(kernel), Mailbox.new(kernel)
  local receiver = Receiver.new(kernel, second)
  local tasks = {
    Cruncher.new(kernel, 17), Sender.new(kernel, first), Relay.new(kernel, first, second), receiver, Sender.new(kernel, first),
  }
  for i = 0, 3 do
    table.insert(tasks, Reader.new(kernel, i * 20))
    table.insert(tasks, Sleeper.new(kernel))
  end
  for _, task in ipairs(tasks) do kernel:wake(task) end
  kernel:run(ticks)
  local check = 0
  for _, task in ipairs(tasks) do check = (check * 7 + task.result) % 1000003 end
  return kernel.switches .. " " .. kernel.idle .. " " .. kernel.disk.served .. " " .. receiver.received .. " " .. check
end

print(run(tonumber(arg[1]) or 400000))
