// Loops written as tail calls, which node makes as plain calls. Stresses: calls of functions and methods.
// Twin of tail_calls.duet.
"use strict";

function count_down(n, total) {
  if (n === 0) { return total; }
  return count_down(n - 1, total + n);
}

function is_even(n) {
  if (n === 0) { return true; }
  return is_odd(n - 1);
}

function is_odd(n) {
  if (n === 0) { return false; }
  return is_even(n - 1);
}

class Walker {
  constructor(stride) { this.stride = stride; }
  walk(steps, place) {
    if (steps === 0) { return place; }
    return this.walk(steps - 1, place + this.stride);
  }
}

function run(descents) {
  const walker = new Walker(3);
  let total = 0;
  let evens = 0;
  for (let i = 0; i < descents; i++) {
    total += count_down(900, i);
    if (is_even(900 - i % 2)) { evens += 1; }
    total += walker.walk(900, i);
  }
  return [total, evens].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 6000));
