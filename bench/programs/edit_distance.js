// How far apart two texts are: the edits that make one into the other. Stresses: lists in lists, characters compared,
// min. Twin of edit_distance.duet.
"use strict";

const letters = "abcdefghijklmnopqrstuvwxyz ";

class Random {
  constructor(seed) { this.seed = seed; }
  below(limit) {
    this.seed = this.seed * 48271 % 2147483647;
    return this.seed % limit;
  }
}

function make_text(random, length) {
  const parts = [];
  for (let i = 0; i < length; i++) { parts.push(letters[random.below(letters.length)]); }
  return parts.join("");
}

function change(random, text) {
  const parts = [];
  for (let i = 0; i < text.length; i++) {
    const what = random.below(12);
    if (what === 0) { parts.push(letters[random.below(letters.length)]); }        // replaced
    else if (what === 1) { parts.push(text[i] + letters[random.below(27)]); }     // something after it
    else if (what > 2) { parts.push(text[i]); }                                   // else it is left out
  }
  return parts.join("");
}

function fill_table(a, b) {
  const table = [];
  for (let i = 0; i <= a.length; i++) { table.push(new Array(b.length + 1).fill(0)); }
  for (let i = 0; i <= a.length; i++) { table[i][0] = i; }
  for (let k = 0; k <= b.length; k++) { table[0][k] = k; }
  for (let i = 1; i <= a.length; i++) {
    const above = table[i - 1];
    const row = table[i];
    for (let k = 1; k <= b.length; k++) {
      if (a[i - 1] === b[k - 1]) { row[k] = above[k - 1]; }
      else { row[k] = 1 + Math.min(above[k - 1], above[k], row[k - 1]); }
    }
  }
  return table;
}

// The edits on the way through the table, by kind.
function count_edits(table, a, b) {
  const edits = {kept: 0, replaced: 0, removed: 0, inserted: 0};
  let i = a.length;
  let k = b.length;
  while (i > 0 || k > 0) {
    const here = table[i][k];
    if (i > 0 && k > 0 && a[i - 1] === b[k - 1]) { edits.kept += 1; i -= 1; k -= 1; }
    else if (i > 0 && k > 0 && here === table[i - 1][k - 1] + 1) { edits.replaced += 1; i -= 1; k -= 1; }
    else if (i > 0 && here === table[i - 1][k] + 1) { edits.removed += 1; i -= 1; }
    else { edits.inserted += 1; k -= 1; }
  }
  return edits;
}

function run(pairs) {
  const random = new Random(42);
  let total = 0;
  let edits = null;
  for (let i = 0; i < pairs; i++) {
    const a = make_text(random, 400);
    const b = change(random, a);
    const table = fill_table(a, b);
    total += table[a.length][b.length];
    edits = count_edits(table, a, b);
  }
  return [total, edits.kept, edits.replaced, edits.removed, edits.inserted].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 24));
