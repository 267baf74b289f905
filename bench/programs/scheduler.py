# The scheduler of a small operating system, simulated. Stresses: methods of several classes, linked objects, fields.
# Twin of scheduler.duet.
import sys

# What a task's step gives back.
GOES_ON = 0
WAITS = 1

LOWEST = 2
TURNS = [2, 4, 8]
SLOTS = 32


class Queue:
    def __init__(self):
        self.first = None
        self.last = None

    def put(self, task):
        task.next = None
        if self.first is None:
            self.first = task
        else:
            self.last.next = task
        self.last = task

    def take(self):
        task = self.first
        if task is not None:
            self.first = task.next
        return task


class Disk:
    def __init__(self, kernel):
        self.kernel = kernel
        self.requests = Queue()
        self.current = None
        self.left = 0
        self.head = 0
        self.served = 0

    def tick(self):
        if self.current is None:
            self.current = self.requests.take()
            if self.current is not None:
                self.left = 1 + abs(self.current.sector - self.head) % 6
        else:
            self.left -= 1
            if self.left == 0:
                self.head = self.current.sector
                self.served += 1
                self.kernel.wake(self.current)
                self.current = None


class Mailbox:
    def __init__(self, kernel):
        self.kernel = kernel
        self.letters = []
        self.senders = Queue()
        self.receivers = Queue()

    def wake_one(self, queue):
        task = queue.take()
        if task is not None:
            self.kernel.wake(task)

    def send(self, letter, task):
        """Was there room? If not, the task is woken when there is."""
        if len(self.letters) == 4:
            self.senders.put(task)
            return False
        self.letters.append(letter)
        self.wake_one(self.receivers)
        return True

    def receive(self, task):
        """The oldest letter; None if there is none, and the task is woken when one comes."""
        if len(self.letters) == 0:
            self.receivers.put(task)
            return None
        letter = self.letters.pop(0)
        self.wake_one(self.senders)
        return letter


class Kernel:
    def __init__(self):
        self.now = 0
        self.ready = [Queue(), Queue(), Queue()]
        self.wheel = [Queue() for _ in range(SLOTS)]
        self.disk = Disk(self)
        self.switches = 0
        self.idle = 0

    def wake(self, task):
        if task.priority > 0:
            task.priority -= 1
        self.ready[task.priority].put(task)

    def sleep(self, task, ticks):
        self.wheel[(self.now + ticks) % SLOTS].put(task)

    def tick(self):
        self.now += 1
        slot = self.wheel[self.now % SLOTS]
        task = slot.take()
        while task is not None:
            self.wake(task)
            task = slot.take()
        self.disk.tick()

    def pick(self):
        for queue in self.ready:
            task = queue.take()
            if task is not None:
                return task
        return None

    def run_turn(self, task):
        self.switches += 1
        for _ in range(TURNS[task.priority]):
            if task.step() == WAITS:
                return
        if task.priority < LOWEST:
            task.priority += 1
        self.ready[task.priority].put(task)

    def run(self, ticks):
        for _ in range(ticks):
            self.tick()
            task = self.pick()
            if task is None:
                self.idle += 1
            else:
                self.run_turn(task)


class Task:
    def __init__(self, kernel):
        self.kernel = kernel
        self.priority = 1
        self.next = None
        self.result = 0

    def note(self, value):
        self.result = (self.result * 31 + value) % 1000003


class Cruncher(Task):
    def __init__(self, kernel, seed):
        super().__init__(kernel)
        self.seed = seed

    def step(self):
        self.seed = self.seed * 3877 % 139967
        self.note(self.seed)
        return GOES_ON


class Sleeper(Task):
    def __init__(self, kernel):
        super().__init__(kernel)
        self.beats = 0

    def step(self):
        self.beats += 1
        self.note(self.kernel.now)
        self.kernel.sleep(self, 3 + self.beats % 17)
        return WAITS


class Reader(Task):
    def __init__(self, kernel, sector):
        super().__init__(kernel)
        self.sector = sector
        self.work = 0

    def step(self):
        if self.work > 0:
            self.work -= 1
            self.note(self.sector)
            return GOES_ON
        self.work = 5
        self.sector = (self.sector * 7 + 3) % 101
        self.kernel.disk.requests.put(self)
        return WAITS


class Sender(Task):
    def __init__(self, kernel, box):
        super().__init__(kernel)
        self.box = box
        self.letter = 0

    def step(self):
        if not self.box.send(self.letter, self):
            return WAITS
        self.letter += 1
        return GOES_ON


class Relay(Task):
    def __init__(self, kernel, source, target):
        super().__init__(kernel)
        self.source = source
        self.target = target
        self.held = None

    def step(self):
        if self.held is None:
            self.held = self.source.receive(self)
            return WAITS if self.held is None else GOES_ON
        if not self.target.send(self.held * 2 + 1, self):
            return WAITS
        self.held = None
        return GOES_ON


class Receiver(Task):
    def __init__(self, kernel, box):
        super().__init__(kernel)
        self.box = box
        self.received = 0

    def step(self):
        letter = self.box.receive(self)
        if letter is None:
            return WAITS
        self.received += 1
        self.note(letter)
        return GOES_ON


def run(ticks):
    kernel = Kernel()
    first = Mailbox(kernel)
    second = Mailbox(kernel)
    receiver = Receiver(kernel, second)
    tasks = [Cruncher(kernel, 17), Sender(kernel, first), Relay(kernel, first, second), receiver, Sender(kernel, first)]
    for i in range(4):
        tasks.append(Reader(kernel, i * 20))
        tasks.append(Sleeper(kernel))
    for task in tasks:
        kernel.wake(task)
    kernel.run(ticks)
    check = 0
    for task in tasks:
        check = (check * 7 + task.result) % 1000003
    return f"{kernel.switches} {kernel.idle} {kernel.disk.served} {receiver.received} {check}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 400000))
