// The scheduler of a small operating system, simulated. Stresses: method calls that meet several classes, linked
// objects, field reads and writes, small lists. Twin of scheduler.duet.
"use strict";

// What a task's step gives back.
const GOES_ON = 0;
const WAITS = 1;

const LOWEST = 2;
const TURNS = [2, 4, 8];
const SLOTS = 32;

class Queue {
  constructor() {
    this.first = null;
    this.last = null;
  }

  put(task) {
    task.next = null;
    if (this.first === null) { this.first = task; } else { this.last.next = task; }
    this.last = task;
  }

  take() {
    let task = this.first;
    if (task !== null) { this.first = task.next; }
    return task;
  }
}

class Disk {
  constructor(kernel) {
    this.kernel = kernel;
    this.requests = new Queue();
    this.current = null;
    this.left = 0;
    this.head = 0;
    this.served = 0;
  }

  tick() {
    if (this.current === null) {
      this.current = this.requests.take();
      if (this.current !== null) { this.left = 1 + Math.abs(this.current.sector - this.head) % 6; }
    } else {
      this.left -= 1;
      if (this.left === 0) {
        this.head = this.current.sector;
        this.served += 1;
        this.kernel.wake(this.current);
        this.current = null;
      }
    }
  }
}

class Mailbox {
  constructor(kernel) {
    this.kernel = kernel;
    this.letters = [];
    this.senders = new Queue();
    this.receivers = new Queue();
  }

  wake_one(queue) {
    let task = queue.take();
    if (task !== null) { this.kernel.wake(task); }
  }

  // Was there room? If not, the task is woken when there is.
  send(letter, task) {
    if (this.letters.length === 4) {
      this.senders.put(task);
      return false;
    }
    this.letters.push(letter);
    this.wake_one(this.receivers);
    return true;
  }

  // The oldest letter; null if there is none, and the task is woken when one comes.
  receive(task) {
    if (this.letters.length === 0) {
      this.receivers.put(task);
      return null;
    }
    const letter = this.letters.splice(0, 1)[0];
    this.wake_one(this.senders);
    return letter;
  }
}

class Kernel {
  constructor() {
    this.now = 0;
    this.ready = [new Queue(), new Queue(), new Queue()];
    this.wheel = [];
    for (let i = 0; i < SLOTS; i++) { this.wheel.push(new Queue()); }
    this.disk = new Disk(this);
    this.switches = 0;
    this.idle = 0;
  }

  wake(task) {
    if (task.priority > 0) { task.priority -= 1; }
    this.ready[task.priority].put(task);
  }

  sleep(task, ticks) { this.wheel[(this.now + ticks) % SLOTS].put(task); }

  tick() {
    this.now += 1;
    const slot = this.wheel[this.now % SLOTS];
    let task = slot.take();
    while (task !== null) {
      this.wake(task);
      task = slot.take();
    }
    this.disk.tick();
  }

  pick() {
    for (const queue of this.ready) {
      let task = queue.take();
      if (task !== null) { return task; }
    }
    return null;
  }

  run_turn(task) {
    this.switches += 1;
    for (let i = 0; i < TURNS[task.priority]; i++) {
      if (task.step() === WAITS) { return; }
    }
    if (task.priority < LOWEST) { task.priority += 1; }
    this.ready[task.priority].put(task);
  }

  run(ticks) {
    for (let i = 0; i < ticks; i++) {
      this.tick();
      let task = this.pick();
      if (task === null) { this.idle += 1; } else { this.run_turn(task); }
    }
  }
}

class Task {
  constructor(kernel) {
    this.kernel = kernel;
    this.priority = 1;
    this.next = null;
    this.result = 0;
  }
  note(value) { this.result = (this.result * 31 + value) % 1000003; }
}

class Cruncher extends Task {
  constructor(kernel, seed) {
    super(kernel);
    this.seed = seed;
  }
  step() {
    this.seed = this.seed * 3877 % 139967;
    this.note(this.seed);
    return GOES_ON;
  }
}

class Sleeper extends Task {
  constructor(kernel) {
    super(kernel);
    this.beats = 0;
  }
  step() {
    this.beats += 1;
    this.note(this.kernel.now);
    this.kernel.sleep(this, 3 + this.beats % 17);
    return WAITS;
  }
}

class Reader extends Task {
  constructor(kernel, sector) {
    super(kernel);
    this.sector = sector;
    this.work = 0;
  }
  step() {
    if (this.work > 0) {
      this.work -= 1;
      this.note(this.sector);
      return GOES_ON;
    }
    this.work = 5;
    this.sector = (this.sector * 7 + 3) % 101;
    this.kernel.disk.requests.put(this);
    return WAITS;
  }
}

class Sender extends Task {
  constructor(kernel, box) {
    super(kernel);
    this.box = box;
    this.letter = 0;
  }
  step() {
    if (!this.box.send(this.letter, this)) { return WAITS; }
    this.letter += 1;
    return GOES_ON;
  }
}

class Relay extends Task {
  constructor(kernel, source, target) {
    super(kernel);
    this.source = source;
    this.target = target;
    this.held = null;
  }
  step() {
    if (this.held === null) {
      this.held = this.source.receive(this);
      return this.held === null ? WAITS : GOES_ON;
    }
    if (!this.target.send(this.held * 2 + 1, this)) { return WAITS; }
    this.held = null;
    return GOES_ON;
  }
}

class Receiver extends Task {
  constructor(kernel, box) {
    super(kernel);
    this.box = box;
    this.received = 0;
  }
  step() {
    const letter = this.box.receive(this);
    if (letter === null) { return WAITS; }
    this.received += 1;
    this.note(letter);
    return GOES_ON;
  }
}

function run(ticks) {
  const kernel = new Kernel();
  const first = new Mailbox(kernel);
  const second = new Mailbox(kernel);
  const receiver = new Receiver(kernel, second);
  const tasks = [new Cruncher(kernel, 17), new Sender(kernel, first), new Relay(kernel, first, second), receiver, new Sender(kernel, first)];
  for (let i = 0; i < 4; i++) {
    tasks.push(new Reader(kernel, i * 20));
    tasks.push(new Sleeper(kernel));
  }
  for (const task of tasks) { kernel.wake(task); }
  kernel.run(ticks);
  let check = 0;
  for (const task of tasks) { check = (check * 7 + task.result) % 1000003; }
  return [kernel.switches, kernel.idle, kernel.disk.served, receiver.received, check].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 400000));
