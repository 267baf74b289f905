// Text in the manner of another text. Stresses: slices of strings as keys of maps, short lists searched, strings built
// from characters. Twin of ngrams.duet.
"use strict";

let seed = 12;

function below(limit) {
  seed = seed * 48271 % 2147483647;
  return seed % limit;
}

const syllables = ["la", "mo", "ren", "ti", "sa", "ku", "dor", "e", "vi", "nas", "po", "lin"];

function make_source(length) {
  const parts = [];
  let made = 0;
  while (made < length) {
    let word = "";
    for (let i = 1 + below(3); i > 0; i--) { word += syllables[below(below(syllables.length) + 1)]; }
    word += below(8) === 0 ? ". " : " ";
    parts.push(word);
    made += word.length;
  }
  return parts.join("").slice(0, length);
}

// What came next, and how often.
class Follower {
  constructor(character) {
    this.character = character;
    this.count = 1;
  }
}

class Model {
  constructor() {
    this.followers = new Map();   // three characters -> a list of followers
    this.totals = new Map();      // three characters -> how often in all
  }

  note(key, character) {
    if (!this.followers.has(key)) {
      this.followers.set(key, []);
      this.totals.set(key, 0);
    }
    this.totals.set(key, this.totals.get(key) + 1);
    const followers = this.followers.get(key);
    for (const follower of followers) {
      if (follower.character === character) { follower.count += 1; return; }
    }
    followers.push(new Follower(character));
  }

  learn(text) {
    for (let i = 0; i < text.length - 3; i++) { this.note(text.slice(i, i + 3), text[i + 3]); }
  }

  // A character that may follow; null where nothing ever did.
  next(key) {
    if (!this.followers.has(key)) { return null; }
    let at = below(this.totals.get(key));
    for (const follower of this.followers.get(key)) {
      at -= follower.count;
      if (at < 0) { return follower.character; }
    }
  }

  write(start, length) {
    const parts = [start];
    let key = start;
    for (let i = 0; i < length; i++) {
      const c = this.next(key);
      if (c === null) { key = start; continue; }
      parts.push(c);
      key = key.slice(1) + c;
    }
    return parts.join("");
  }

  // The triples that are most frequent; of equally frequent ones the first in the alphabet.
  most_frequent(n) {
    const totals = this.totals;
    const keys = [...totals.keys()];
    keys.sort((a, b) => {
      if (totals.get(a) !== totals.get(b)) { return totals.get(b) - totals.get(a); }
      return a < b ? -1 : 1;
    });
    return keys.slice(0, n);
  }
}

function run(length) {
  const model = new Model();
  const source = make_source(length);
  model.learn(source);
  const text = model.write(source.slice(0, 3), length);
  let check = 0;
  for (const c of text) { check = (check * 31 + c.charCodeAt(0)) % 1000000007; }
  let frequent = 0;
  for (const key of model.most_frequent(10)) { frequent += model.totals.get(key); }
  return [model.totals.size, text.length, check, frequent].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 300000));
