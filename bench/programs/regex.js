// A matcher for regular expressions, by backtracking. Stresses: method calls that meet many classes, closures made and
// called, tail calls, indexing strings. Twin of regex.duet.
"use strict";

class One {
  constructor(letters, negated) {
    this.letters = letters;
    this.negated = negated;
  }
  match(text, at, then) {
    if (at === text.length || this.letters.has(text[at]) === this.negated) { return -1; }
    return then(at + 1);
  }
}

class Any {
  match(text, at, then) { return at === text.length ? -1 : then(at + 1); }
}

class Nothing {
  match(text, at, then) { return then(at); }
}

class End {
  match(text, at, then) { return at === text.length ? then(at) : -1; }
}

class Both {
  constructor(first, second) {
    this.first = first;
    this.second = second;
  }
  match(text, at, then) {
    return this.first.match(text, at, (middle) => this.second.match(text, middle, then));
  }
}

class Either {
  constructor(first, second) {
    this.first = first;
    this.second = second;
  }
  match(text, at, then) {
    const end = this.first.match(text, at, then);
    return end >= 0 ? end : this.second.match(text, at, then);
  }
}

class Star {
  constructor(body) { this.body = body; }
  match(text, at, then) {
    const end = this.body.match(text, at, (middle) => middle === at ? -1 : this.match(text, middle, then));
    return end >= 0 ? end : then(at);
  }
}

// choice = sequence { "|" sequence };  sequence = { part [ "*" | "+" | "?" ] }
class Parser {
  constructor(pattern) {
    this.pattern = pattern;
    this.at = 0;
  }

  peek() { return this.at < this.pattern.length ? this.pattern[this.at] : ""; }

  next() {
    const c = this.peek();
    this.at += 1;
    return c;
  }

  choice() {
    let node = this.sequence();
    while (this.peek() === "|") {
      this.next();
      node = new Either(node, this.sequence());
    }
    return node;
  }

  sequence() {
    let node = null;
    while (this.peek() !== "" && this.peek() !== "|" && this.peek() !== ")") {
      const part = this.repeated(this.part());
      node = node === null ? part : new Both(node, part);
    }
    return node === null ? new Nothing() : node;
  }

  repeated(node) {
    const c = this.peek();
    if (c !== "*" && c !== "+" && c !== "?") { return node; }
    this.next();
    if (c === "*") { return new Star(node); }
    if (c === "+") { return new Both(node, new Star(node)); }
    return new Either(node, new Nothing());
  }

  part() {
    const c = this.next();
    if (c === "(") {
      let node = this.choice();
      this.next();
      return node;
    }
    if (c === "[") { return this.class_of_letters(); }
    if (c === ".") { return new Any(); }
    if (c === "$") { return new End(); }
    return new One(new Set([c]), false);
  }

  class_of_letters() {
    const letters = new Set();
    const negated = this.peek() === "^";
    if (negated) { this.next(); }
    while (this.peek() !== "]") {
      const low = this.next();
      let high = low;
      if (this.peek() === "-") {
        this.next();
        high = this.next();
      }
      for (let code = low.charCodeAt(0); code <= high.charCodeAt(0); code++) { letters.add(String.fromCharCode(code)); }
    }
    this.next();
    return new One(letters, negated);
  }
}

function whole(at) { return at; }

// Where the first match ends, or -1.
function search(node, text) {
  for (let start = 0; start < text.length + 1; start++) {
    const end = node.match(text, start, whole);
    if (end >= 0) { return end; }
  }
  return -1;
}

const patterns = [
  "[0-9]+:[0-9]+:[0-9]+ (error|warning)",
  "user=[a-z]+[0-9]*@[a-z]+.(org|net)",
  "(get|put|post) /[^ ]*/(a|b)+c? ",
  "took [0-9]+(ms|s)$",
  "((x|y)*z)+ok",
];
const levels = ["error", "warning", "info", "debug"];
const hosts = ["alpha.org", "beta.net", "gamma.com"];
const verbs = ["get", "put", "post", "delete"];
const paths = ["/list/ab", "/item/abbac", "/page/c", "/home/x/aab"];
const tails = ["took 15ms", "took 2s", "took long", "xyzxxzok", "xyxyxyxyx"];

function make_lines(count) {
  const lines = [];
  let seed = 11;
  for (let i = 0; i < count; i++) {
    seed = seed * 48271 % 2147483647;
    lines.push("12:" + String(seed % 60) + ":" + String(i % 60) + " " + levels[seed % 4] + " user=ann" + String(seed % 7) +
      "@" + hosts[seed % 3] + " " + verbs[i % 4] + " " + paths[seed % 13 % 4] + " " + tails[seed % 11 % 5]);
  }
  return lines;
}

function run(count) {
  const lines = make_lines(count);
  let found = 0;
  let ends = 0;
  for (const pattern of patterns) {
    let node = new Parser(pattern).choice();
    for (const line of lines) {
      const end = search(node, line);
      if (end >= 0) {
        found += 1;
        ends += end;
      }
    }
  }
  return [found, ends].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 1000));
