// The cheapest way across a field, found from the nearest place outwards. Stresses: maps with int keys, a binary heap.
// Twin of shortest_way.duet.
"use strict";

// A list in which no item is cheaper than the one at half its place. An item is [cost, square].
class Heap {
  constructor() { this.items = []; }

  is_empty() { return this.items.length === 0; }

  push(item) {
    const items = this.items;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const parent = Math.floor((at - 1) / 2);
      if (items[parent][0] <= item[0]) { break; }
      items[at] = items[parent];
      at = parent;
    }
    items[at] = item;
  }

  pop() {
    const items = this.items;
    const top = items[0];
    const last = items.pop();
    const n = items.length;
    if (n === 0) { return top; }
    let at = 0;
    while (2 * at + 1 < n) {
      let child = 2 * at + 1;
      if (child + 1 < n && items[child + 1][0] < items[child][0]) { child += 1; }
      if (last[0] <= items[child][0]) { break; }
      items[at] = items[child];
      at = child;
    }
    items[at] = last;
    return top;
  }
}

const WALL = 0;

class Random {
  constructor(seed) { this.seed = seed; }
  below(limit) {
    this.seed = this.seed * 48271 % 2147483647;
    return this.seed % limit;
  }
}

function make_field(random, side) {
  const costs = [];
  for (let i = 0; i < side * side; i++) {
    const what = random.below(100);
    costs.push(what < 28 ? WALL : what % 9 + 1);
  }
  costs[0] = 1;
  costs[side * side - 1] = 1;
  return costs;
}

function neighbours(square, side) {
  const x = square % side;
  const found = [];
  if (x > 0) { found.push(square - 1); }
  if (x < side - 1) { found.push(square + 1); }
  if (square >= side) { found.push(square - side); }
  if (square < side * (side - 1)) { found.push(square + side); }
  return found;
}

function search(costs, side, start, goal) {
  const open = new Heap();
  const cost_to = new Map();
  const came_from = new Map();
  const done = new Set();
  cost_to.set(start, 0);
  open.push([0, start]);
  while (!open.is_empty()) {
    const square = open.pop()[1];
    if (done.has(square)) { continue; }
    done.add(square);
    if (square === goal) { break; }
    for (const next of neighbours(square, side)) {
      if (costs[next] === WALL || done.has(next)) { continue; }
      const cost = cost_to.get(square) + costs[next];
      if (!cost_to.has(next) || cost < cost_to.get(next)) {
        cost_to.set(next, cost);
        came_from.set(next, square);
        open.push([cost, next]);
      }
    }
  }
  if (!done.has(goal)) { return [-1, done.size, 0]; }
  let steps = 0;
  let square = goal;
  while (square !== start) {
    square = came_from.get(square);
    steps += 1;
  }
  return [cost_to.get(goal), done.size, steps];
}

function run(fields) {
  const random = new Random(3);
  const side = 100;
  const sums = [0, 0, 0];
  for (let i = 0; i < fields; i++) {
    const found = search(make_field(random, side), side, 0, side * side - 1);
    for (let k = 0; k < 3; k++) { sums[k] += found[k]; }
  }
  return sums.join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 30));
