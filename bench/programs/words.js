// Counting words in a text. Stresses: indexing, slicing and comparing strings, maps with string keys, sort with a
// comparator. Twin of words.duet.
"use strict";

class Random {
  constructor(seed) { this.seed = seed; }
  below(limit) {
    this.seed = this.seed * 48271 % 2147483647;
    return this.seed % limit;
  }
}

const syllables = ["ba", "ker", "lo", "min", "sta", "tu", "ri", "gen", "o", "pla"];

// Low numbers are far more frequent, as in a real language.
function make_word(random) {
  let word = syllables[random.below(10)];
  for (let i = random.below(random.below(4) + 1); i > 0; i--) { word += syllables[random.below(random.below(10) + 1)]; }
  return word;
}

function make_text(sentences) {
  const random = new Random(5);
  const parts = [];
  for (let i = 0; i < sentences; i++) {
    let line = make_word(random);
    line = line.slice(0, 1).toUpperCase() + line.slice(1);
    for (let k = 4 + random.below(12); k > 0; k--) {
      if (random.below(9) === 0) { line += ","; }
      line += " " + (random.below(15) === 0 ? String(random.below(2000)) : make_word(random));
    }
    parts.push(line + ".");
  }
  return parts.join("\n");
}

function is_letter(c) { return c >= "a" && c <= "z" || c >= "A" && c <= "Z"; }
function is_digit(c) { return c >= "0" && c <= "9"; }

class Tokenizer {
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.kind = "";
  }

  // Moves on while the characters satisfy `belongs`, and gives what was passed.
  pass(belongs) {
    const text = this.text;
    const start = this.at;
    let at = start;
    while (at < text.length && belongs(text[at])) { at += 1; }
    this.at = at;
    return text.slice(start, at);
  }

  // The next token, and its kind in `kind`; null at the end.
  next() {
    while (this.at < this.text.length) {
      const c = this.text[this.at];
      if (is_letter(c)) {
        this.kind = "word";
        return this.pass(is_letter);
      }
      if (is_digit(c)) {
        this.kind = "number";
        return this.pass(is_digit);
      }
      this.at += 1;
      if (c !== " " && c !== "\n") {
        this.kind = "mark";
        return c;
      }
    }
    return null;
  }
}

function by_count(a, b) {
  if (a.count !== b.count) { return b.count - a.count; }
  return a.word < b.word ? -1 : 1;
}

function run(sentences) {
  const counts = new Map();
  let marks = 0;
  let sum = 0;
  const tokenizer = new Tokenizer(make_text(sentences));
  while (true) {
    const token = tokenizer.next();
    if (token === null) { break; }
    if (tokenizer.kind === "word") {
      let word = token.toLowerCase();
      counts.set(word, (counts.get(word) || 0) + 1);
    } else if (tokenizer.kind === "number") {
      sum += Number(token);
    } else {
      marks += 1;
    }
  }
  const entries = [];
  for (const [word, count] of counts) { entries.push({word, count}); }
  entries.sort(by_count);
  const first = entries[0];
  const last = entries.at(-1);
  return [first.word, first.count, last.word, entries.length, marks, sum].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 20000));
