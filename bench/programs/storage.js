// Trees of lists, made and thrown away. Stresses: allocating lists of all lengths, the collector. Twin of storage.duet.
"use strict";

let seed = 74755;

function below(limit) {
  seed = seed * 48271 % 2147483647;
  return seed % limit;
}

function make_tree(depth) {
  if (depth === 0) { return new Array(1 + below(16)).fill(depth); }
  const branches = new Array(4).fill(null);
  for (let i = 0; i < 4; i++) { branches[i] = make_tree(depth - 1); }
  return branches;
}

// How many places the lists at the bottom have.
function room(tree, depth) {
  if (depth === 0) { return tree.length; }
  let sum = 0;
  for (const branch of tree) { sum += room(branch, depth - 1); }
  return sum;
}

function count_lists(tree, depth) {
  let count = 1;
  if (depth > 0) { for (const branch of tree) { count += count_lists(branch, depth - 1); } }
  return count;
}

function run(turns) {
  const depth = 6;
  const kept = make_tree(depth);
  let total = 0;
  for (let turn = 0; turn < turns; turn++) {
    const tree = make_tree(depth);
    total += room(tree, depth);
    kept[turn % 4] = tree[below(4)];
  }
  return [total + room(kept, depth), count_lists(kept, depth)].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 240));
