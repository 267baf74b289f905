// Maps with int and string keys. Stresses: map insert, look-up (hit and miss), update and delete. Twin of
// map_access.duet.
"use strict";

function int_keys(count) {
  const table = new Map();
  let seed = 1;
  for (let i = 0; i < count; i++) {
    seed = seed * 48271 % 2147483647;
    table.set(seed, i);
  }
  seed = 1;
  let found = 0;
  let gone = 0;
  for (let i = 0; i < count; i++) {
    seed = seed * 48271 % 2147483647;
    if (table.has(seed + i % 2)) { found += table.get(seed) % 10; }
    if (i % 4 === 0) {
      table.delete(seed);
      gone += 1;
    }
  }
  return found + gone * 10 + table.size;
}

function string_keys(turns) {
  const names = [];
  for (let i = 0; i < 500; i++) { names.push("name" + String(i * 37 % 500)); }
  const counts = new Map();
  for (let i = 0; i < turns; i++) {
    const name = names[i * 7 % 500];
    counts.set(name, (counts.get(name) || 0) + i % 3);
  }
  let total = 0;
  for (const name of names) { total += (counts.get(name) || 0) * name.length; }
  return total;
}

function run(count) { return String(int_keys(count)) + " " + String(string_keys(count * 4)); }

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 600000));
