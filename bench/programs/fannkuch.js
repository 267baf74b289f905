// Flipping pancakes: for every order of n numbers, the front as many as the first one says is turned over until a 1
// Stresses: list reads and writes at computed places, nested loops on ints. Twin of fannkuch.duet.
"use strict";

function count_flips(order, pile) {
  for (let i = 0; i < order.length; i++) { pile[i] = order[i]; }
  let flips = 0;
  while (pile[0] !== 0) {
    let low = 0;
    let high = pile[0];
    while (low < high) {
      const held = pile[low];
      pile[low] = pile[high];
      pile[high] = held;
      low += 1;
      high -= 1;
    }
    flips += 1;
  }
  return flips;
}

// Turns the order into the next one; false when all were seen.
function advance(order, turned) {
  let last = 1;
  while (last < order.length) {
    const first = order[0];
    for (let i = 0; i < last; i++) { order[i] = order[i + 1]; }
    order[last] = first;
    turned[last] += 1;
    if (turned[last] <= last) { return true; }
    turned[last] = 0;
    last += 1;
  }
  return false;
}

function run(n) {
  const order = [];
  for (let i = 0; i < n; i++) { order.push(i); }
  const turned = new Array(n).fill(0);
  const pile = new Array(n).fill(0);
  let most = 0;
  let sum = 0;
  let sign = 1;
  while (true) {
    let flips = count_flips(order, pile);
    if (flips > most) { most = flips; }
    sum += sign * flips;
    sign = -sign;
    if (!advance(order, turned)) { break; }
  }
  return [sum, most].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 9));
