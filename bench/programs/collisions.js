// Aircraft that come too near each other. Stresses: balanced trees of objects, short-lived vectors of floats, small
// lists, recursion. Twin of collisions.duet.
"use strict";

class Vector {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }
  plus(other) { return new Vector(this.x + other.x, this.y + other.y, this.z + other.z); }
  minus(other) { return new Vector(this.x - other.x, this.y - other.y, this.z - other.z); }
  times(factor) { return new Vector(this.x * factor, this.y * factor, this.z * factor); }
  dot(other) { return this.x * other.x + this.y * other.y + this.z * other.z; }
}

// ---- a balanced tree (Andersson's): a node has a level; a left child of the same level is turned away, and so is a
// right grandchild

class Node {
  constructor(key) {
    this.key = key;
    this.value = null;
    this.level = 1;
    this.left = null;
    this.right = null;
  }

  turn_right() {
    const left = this.left;
    if (left === null || left.level !== this.level) { return this; }
    this.left = left.right;
    left.right = this;
    return left;
  }

  turn_left() {
    const right = this.right;
    if (right === null || right.right === null || right.right.level !== this.level) { return this; }
    this.right = right.left;
    right.left = this;
    right.level += 1;
    return right;
  }
}

class Tree {
  constructor() {
    this.root = null;
    this.size = 0;
  }

  // The node of this key; null if there is none.
  find(key) {
    let node = this.root;
    while (node !== null && node.key !== key) { node = key < node.key ? node.left : node.right; }
    return node;
  }

  // The node of this key, which is added if there is none.
  find_or_add(key) {
    let node = this.find(key);
    if (node === null) {
      node = new Node(key);
      this.root = this.add(this.root, node);
      this.size += 1;
    }
    return node;
  }

  add(below, node) {
    if (below === null) { return node; }
    if (node.key < below.key) { below.left = this.add(below.left, node); } else { below.right = this.add(below.right, node); }
    return below.turn_right().turn_left();
  }

  each(visit) { this.walk(this.root, visit); }
  walk(node, visit) {
    if (node === null) { return; }
    this.walk(node.left, visit);
    visit(node);
    this.walk(node.right, visit);
  }
}

// ---- the aircraft

const SIDE = 100.0;
const SQUARE = 10.0;
const NEAR = 2.0;

function turned(place, speed) {
  const next = place + speed;
  return next < 0.0 || next > SIDE ? -speed : speed;
}

class Aircraft {
  constructor(id, place, speed) {
    this.id = id;
    this.before = place;
    this.place = place;
    this.speed = speed;
  }

  move() {
    const place = this.place;
    const speed = this.speed;
    this.speed = new Vector(turned(place.x, speed.x), turned(place.y, speed.y), turned(place.z, speed.z));
    this.before = place;
    this.place = place.plus(this.speed);
  }

  // Enters this aircraft under every square that its last step touches.
  enter(squares) {
    const first_x = Math.floor(Math.min(this.before.x, this.place.x) / SQUARE);
    const last_x = Math.floor(Math.max(this.before.x, this.place.x) / SQUARE);
    const first_y = Math.floor(Math.min(this.before.y, this.place.y) / SQUARE);
    const last_y = Math.floor(Math.max(this.before.y, this.place.y) / SQUARE);
    for (let x = first_x; x < last_x + 1; x++) {
      for (let y = first_y; y < last_y + 1; y++) {
        let node = squares.find_or_add(x * 1000 + y);
        if (node.value === null) { node.value = []; }
        node.value.push(this);
      }
    }
  }

  // Do the two come too near during this step? Both move evenly, so their distance has one least point.
  meets(other) {
    const apart = other.before.minus(this.before);
    const drift = other.place.minus(other.before).minus(this.place.minus(this.before));
    const square = drift.dot(drift);
    let time = 0.0;
    if (square > 0.0) { time = Math.min(1.0, Math.max(0.0, -apart.dot(drift) / square)); }
    const gap = apart.plus(drift.times(time));
    return gap.dot(gap) < NEAR * NEAR;
  }
}

function make_fleet(count) {
  const fleet = [];
  let seed = 8;
  const numbers = [];
  for (let i = 0; i < count * 6; i++) {
    seed = seed * 48271 % 2147483647;
    numbers.push(seed % 1001);
  }
  for (let i = 0; i < count; i++) {
    const at = i * 6;
    const place = new Vector(numbers[at] * 0.1, numbers[at + 1] * 0.1, numbers[at + 2] * 0.02);
    const speed = new Vector((numbers[at + 3] - 500) * 0.004, (numbers[at + 4] - 500) * 0.004, (numbers[at + 5] - 500) * 0.0005);
    fleet.push(new Aircraft(i, place, speed));
  }
  return fleet;
}

function meetings_of(fleet) {
  const squares = new Tree();
  for (const aircraft of fleet) {
    aircraft.move();
    aircraft.enter(squares);
  }
  const pairs = new Tree();
  squares.each((node) => {
    const group = node.value;
    for (let i = 0; i < group.length; i++) {
      for (let k = i + 1; k < group.length; k++) {
        if (group[i].meets(group[k])) { pairs.find_or_add(group[i].id * 1000 + group[k].id); }
      }
    }
  });
  return pairs;
}

function run(frames) {
  const fleet = make_fleet(100);
  let meetings = 0;
  let weight = 0;
  for (let i = 0; i < frames; i++) {
    const pairs = meetings_of(fleet);
    meetings += pairs.size;
    pairs.each((node) => { weight = (weight * 3 + node.key) % 1000003; });
  }
  return [meetings, weight].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 800));
