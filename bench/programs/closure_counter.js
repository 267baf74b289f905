// Counters made of closures. Stresses: making closures, calling them, reading and writing captured variables. Twin of
// closure_counter.duet.
"use strict";

function make_counter(step) {
  let count = 0;
  return () => {
    count += step;
    return count;
  }
}

function run(turns) {
  let total = 0;
  for (let turn = 0; turn < turns; turn++) {
    const ones = make_counter(1);
    const more = make_counter(turn % 10);
    for (let i = 0; i < 100; i++) { total += ones() + more(); }
  }
  return total;
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 80000));
