// Binary trees made and thrown away. Stresses: allocation of objects, the collector with live and dead data,
// recursion. Twin of binary_trees.duet.
"use strict";

class Node {
  constructor(left, right) {
    this.left = left;
    this.right = right;
  }
  count() {
    if (this.left === null) { return 1; }
    return 1 + this.left.count() + this.right.count();
  }
}

function make_tree(depth) {
  if (depth === 0) { return new Node(null, null); }
  return new Node(make_tree(depth - 1), make_tree(depth - 1));
}

function run(largest) {
  const lasting = make_tree(largest);
  let nodes = 0;
  let trees = 1;
  for (let depth = largest - 1; depth > 2; depth -= 2) {
    for (let i = 0; i < trees; i++) { nodes += make_tree(depth).count(); }
    trees *= 4;
  }
  return [nodes, lasting.count()].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 17));
