// The towers of Hanoi. Stresses: field reads and writes, linked objects, list reads, recursion. Twin of towers.duet.
"use strict";

class Disk {
  constructor(size) {
    this.size = size;
    this.below = null;
  }
}

class Towers {
  constructor(disks) {
    this.piles = [null, null, null];
    this.moves = 0;
    for (let size = disks; size > 0; size -= 1) { this.push(new Disk(size), 0); }
  }

  push(disk, pile) {
    const top = this.piles[pile];
    if (top !== null && disk.size >= top.size) { throw "a larger disk on a smaller"; }
    disk.below = top;
    this.piles[pile] = disk;
  }

  pop(pile) {
    const top = this.piles[pile];
    if (top === null) { throw "an empty pile"; }
    this.piles[pile] = top.below;
    top.below = null;
    return top;
  }

  move(count, from, to) {
    if (count === 0) { return; }
    const other = 3 - from - to;
    this.move(count - 1, from, other);
    this.push(this.pop(from), to);
    this.moves += 1;
    this.move(count - 1, other, to);
  }
}

function run(disks) {
  const towers = new Towers(disks);
  towers.move(disks, 0, 2);
  return [towers.moves, towers.piles[2].size].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 20));
