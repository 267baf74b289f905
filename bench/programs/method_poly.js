// Method calls that meet several classes. Stresses: method calls of several shapes, where a cache of one shape fails.
// Twin of method_poly.duet.
"use strict";

class Room {
  constructor(width) { this.width = width; }
  doors() { return 1; }
}
class Hall extends Room {
  area() { return this.width * 9; }
}
class Closet extends Room {
  area() { return 4; }
}
class Kitchen extends Room {
  constructor(width) {
    super(width);
    this.length = width + 2;
  }
  area() { return this.length * this.width; }
}
class Stair extends Room {
  area() { return this.width + this.width; }
  doors() { return 2; }
}
class Attic extends Room {
  constructor(width) {
    super(width);
    this.height = 2;
  }
  area() { return this.width * this.height + 1; }
}
class Balcony {
  constructor(width) { this.edge = width; }
  area() { return this.edge; }
}

const kinds = [Hall, Closet, Kitchen, Stair, Attic, Balcony];

function run(walks) {
  const rooms = [];
  const closets = [];
  let seed = 42;
  for (let i = 0; i < 600; i++) {
    seed = seed * 3877 % 139967;
    rooms.push(new kinds[seed % 6](seed % 20));
    closets.push(seed % 3 === 0 ? new Stair(1) : new Closet(1));
  }
  let total = 0;
  let doors = 0;
  for (let walk = 0; walk < walks; walk++) {
    for (const room of rooms) { total += room.area(); }
    for (const closet of closets) { doors += closet.doors(); }
  }
  return [total, doors].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 6000));
