// Loops found in a control-flow graph, with how they nest. Stresses: lists of lists and of objects, a work list,
// linked set nodes, maps with int keys. Twin of loop_finding.duet.
"use strict";

class Random {
  constructor(seed) { this.seed = seed; }
  below(limit) {
    this.seed = this.seed * 48271 % 2147483647;
    return this.seed % limit;
  }
}

class Block {
  constructor(number) {
    this.number = number;
    this.successors = [];
    this.predecessors = [];
  }
}

class Graph {
  constructor() { this.blocks = []; }

  add() {
    const block = new Block(this.blocks.length);
    this.blocks.push(block);
    return block;
  }

  connect(from, to) {
    from.successors.push(to);
    to.predecessors.push(from);
  }

  // Adds a block that follows `from`.
  add_after(from) {
    const block = this.add();
    this.connect(from, block);
    return block;
  }
}

class Grower {
  constructor(graph, seed) {
    this.graph = graph;
    this.random = new Random(seed);
  }

  // Grows something behind `entry` and gives the block where it ends.
  grow(entry, depth) {
    if (depth === 0) { return this.graph.add_after(entry); }
    const kind = this.random.below(4);
    if (kind === 0) { return this.branch(entry, depth); }
    if (kind === 1) { return this.grow(this.grow(entry, depth - 1), depth - 1); }
    return this.loop(entry, depth);
  }

  branch(entry, depth) {
    const left = this.grow(entry, depth - 1);
    const right = this.grow(entry, depth - 1);
    const join = this.graph.add_after(left);
    this.graph.connect(right, join);
    return join;
  }

  loop(entry, depth) {
    const head = this.graph.add_after(entry);
    const bottom = this.grow(head, depth - 1);
    this.graph.connect(bottom, head);
    if (this.random.below(20) === 0) { this.graph.connect(entry, bottom); }
    return this.graph.add_after(this.random.below(2) === 0 ? head : bottom);
  }
}

function make_graph() {
  const graph = new Graph();
  const grower = new Grower(graph, 4);
  let at = graph.add();
  for (let i = 0; i < 40; i++) { at = grower.grow(at, 6); }
  return graph;
}

class Loop {
  constructor(head) {
    this.head = head;
    this.blocks = 1;
    this.is_reducible = true;
    this.parent = null;
    this.depth = 0;
  }

  // How many loops stand around this one, itself included.
  nesting() {
    if (this.depth === 0) { this.depth = this.parent === null ? 1 : this.parent.nesting() + 1; }
    return this.depth;
  }
}

// A block in the walk's order; `leader` leads towards the head of the outermost loop it was merged into so far.
class Node {
  constructor(number, block) {
    this.number = number;
    this.block = block;
    this.last = number;        // the last number below this one in the walk's tree
    this.leader = this;
    this.loop = null;           // the loop that this node is head of
    this.back_edges = [];      // the nodes with an edge to here that closes a loop
    this.other_edges = [];
    this.mark = -1;            // the loop, by its head's number, that has gathered this node
  }

  find() {
    let node = this;
    while (node.leader !== node) { node = node.leader; }
    // All on the way now lead to the end at once.
    let step = this;
    while (step.leader !== node) {
      const next = step.leader;
      step.leader = node;
      step = next;
    }
    return node;
  }

  is_above(other) { return this.number <= other.number && other.number <= this.last; }
}

class Finder {
  constructor(graph) {
    this.graph = graph;
    this.nodes = [];
    this.loops = [];
  }

  // Numbers the blocks by a walk in depth that keeps its own stack.
  number_blocks() {
    const node_of = new Map();
    const stack = [];
    const turns = [];
    this.enter(this.graph.blocks[0], node_of, stack, turns);
    while (stack.length > 0) {
      let node = stack.at(-1);
      const turn = turns.at(-1);
      if (turn < node.block.successors.length) {
        turns[turns.length - 1] = turn + 1;
        const next = node.block.successors[turn];
        if (!node_of.has(next.number)) { this.enter(next, node_of, stack, turns); }
      } else {
        node.last = this.nodes.length - 1;
        stack.pop();
        turns.pop();
      }
    }
    return node_of;
  }

  enter(block, node_of, stack, turns) {
    let node = new Node(this.nodes.length, block);
    this.nodes.push(node);
    node_of.set(block.number, node);
    stack.push(node);
    turns.push(0);
  }

  sort_edges(node_of) {
    for (const node of this.nodes) {
      for (const before of node.block.predecessors) {
        const from = node_of.get(before.number);
        if (node.is_above(from)) { node.back_edges.push(from); } else { node.other_edges.push(from); }
      }
    }
  }

  find_loop(head) {
    if (head.back_edges.length === 0) { return; }
    const loop = new Loop(head);
    const body = [];
    const todo = [];
    for (const from of head.back_edges) { this.gather(from.find(), head, body, todo); }
    while (todo.length > 0) {
      let node = todo.pop();
      for (const from of node.other_edges) {
        const found = from.find();
        if (head.is_above(found)) {
          this.gather(found, head, body, todo);
        } else {
          // Somebody jumps past the head: the edge belongs to the loops around this one too.
          loop.is_reducible = false;
          head.other_edges.push(found);
        }
      }
    }
    head.loop = loop;
    this.loops.push(loop);
    for (const node of body) {
      node.leader = head;
      if (node.loop !== null) { node.loop.parent = loop; } else { loop.blocks += 1; }
    }
  }

  gather(node, head, body, todo) {
    if (node !== head && node.mark !== head.number) {
      node.mark = head.number;
      body.push(node);
      todo.push(node);
    }
  }

  run() {
    this.sort_edges(this.number_blocks());
    for (let i = this.nodes.length - 1; i > -1; i -= 1) { this.find_loop(this.nodes[i]); }
  }
}

function run(times) {
  const graph = make_graph();
  let loops = 0;
  let tangled = 0;
  let deepest = 0;
  let weight = 0;
  for (let i = 0; i < times; i++) {
    const finder = new Finder(graph);
    finder.run();
    loops += finder.loops.length;
    for (const loop of finder.loops) {
      if (!loop.is_reducible) { tangled += 1; }
      deepest = Math.max(deepest, loop.nesting());
      weight += loop.blocks * loop.nesting();
    }
  }
  return [graph.blocks.length, loops, tangled, deepest, weight].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 100));
