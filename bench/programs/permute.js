// All orders of a list, by Heap's way of swapping two items between one order and the next. Stresses: list reads and
// writes at changing places, recursion, methods. Twin of permute.duet.
"use strict";

class Permuter {
  constructor(count) {
    this.items = [];
    for (let i = 0; i < count; i++) { this.items.push(i); }
    this.upward = 0;
    this.weight = 0;
  }

  visit() {
    const first = this.items[0];
    const last = this.items.at(-1);
    if (first < last) { this.upward += 1; }
    this.weight += first * last;
  }

  swap(i, k) {
    const held = this.items[i];
    this.items[i] = this.items[k];
    this.items[k] = held;
  }

  permute(count) {
    if (count <= 1) {
      this.visit();
      return;
    }
    for (let i = 0; i < count - 1; i++) {
      this.permute(count - 1);
      this.swap(count % 2 === 0 ? i : 0, count - 1);
    }
    this.permute(count - 1);
  }
}

function run(count) {
  const permuter = new Permuter(count);
  permuter.permute(count);
  return [permuter.upward, permuter.weight].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 10));
