// A JSON parser. Stresses: indexing and slicing strings, comparing them, methods on one object, building maps and
// lists. Twin of json.duet.
"use strict";

class Random {
  constructor(seed) { this.seed = seed; }
  below(limit) {
    this.seed = this.seed * 48271 % 2147483647;
    return this.seed % limit;
  }
}

const cities = ["Lisbon", "Oslo", "Quito", "Hanoi", "Accra", "Perth"];
const notes = ["said \\\"no\\\"", "two\\nlines", "a\\\\b", "plain words, nothing else", "tab\\there", "\\u0041\\u0042C"];

function record(random, id) {
  const tags = [];
  for (let i = random.below(5); i > 0; i--) { tags.push("\"tag" + String(random.below(40)) + "\""); }
  const parts = [
    "\"id\": " + String(id),
    "\"name\": \"user " + String(random.below(100000)) + "\"",
    "\"active\": " + (random.below(2) === 0 ? "true" : "false"),
    "\"score\": " + String(random.below(1000)) + "." + ["25", "5", "75"][random.below(3)],
    "\"balance\": -" + String(random.below(50000)),
    "\"tags\": [" + tags.join(", ") + "]",
    "\"address\": {\"city\": \"" + cities[random.below(6)] + "\", \"zip\": \"" + String(10000 + random.below(90000)) + "\", \"floor\": null}",
    "\"note\": \"" + notes[random.below(6)] + "\"",
  ];
  return "  {" + parts.join(",\n   ") + "}";
}

function make_document(records) {
  const random = new Random(99);
  const parts = [];
  for (let id = 0; id < records; id++) { parts.push(record(random, id)); }
  return "[\n" + parts.join(",\n") + "\n]\n";
}

class JsonError extends Error {}

function is_digit(c) { return c >= "0" && c <= "9"; }

class Parser {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  fail(problem) { throw new JsonError(problem + " at " + String(this.at)); }

  peek() { return this.at < this.text.length ? this.text[this.at] : ""; }

  skip_blanks() {
    while (true) {
      const c = this.peek();
      if (c !== " " && c !== "\n" && c !== "\t" && c !== "\r") { return; }
      this.at += 1;
    }
  }

  // Passes over `c`, and over blanks before it, if it comes next.
  accept(c) {
    this.skip_blanks();
    if (this.peek() !== c) { return false; }
    this.at += 1;
    return true;
  }

  expect(c) { if (!this.accept(c)) { this.fail("expected " + c) } }

  word(text, value) {
    if (this.text.slice(this.at, this.at + text.length) !== text) { this.fail("unknown word"); }
    this.at += text.length;
    return value;
  }

  value() {
    this.skip_blanks();
    const c = this.peek();
    if (c === "{") { return this.object(); }
    if (c === "[") { return this.array(); }
    if (c === "\"") { return this.string(); }
    if (c === "-" || is_digit(c)) { return this.number(); }
    if (c === "t") { return this.word("true", true); }
    if (c === "f") { return this.word("false", false); }
    if (c === "n") { return this.word("null", null); }
    this.fail("no value");
  }

  object() {
    const members = new Map();
    this.expect("{");
    if (this.accept("}")) { return members; }
    while (true) {
      this.skip_blanks();
      const key = this.string();
      this.expect(":");
      members.set(key, this.value());
      if (this.accept("}")) { return members; }
      this.expect(",");
    }
  }

  array() {
    const items = [];
    this.expect("[");
    if (this.accept("]")) { return items; }
    while (true) {
      items.push(this.value());
      if (this.accept("]")) { return items; }
      this.expect(",");
    }
  }

  string() {
    this.expect("\"");
    const parts = [];
    let start = this.at;
    while (true) {
      const c = this.peek();
      if (c === "\"") { break; }
      if (c === "") { this.fail("open string"); }
      if (c === "\\") {
        parts.push(this.text.slice(start, this.at));
        parts.push(this.escape());
        start = this.at;
      } else {
        this.at += 1;
      }
    }
    parts.push(this.text.slice(start, this.at));
    this.at += 1;
    return parts.join("");
  }

  escape() {
    const c = this.text[this.at + 1];
    this.at += 2;
    if (c === "n") { return "\n"; }
    if (c === "t") { return "\t"; }
    if (c === "u") {
      let code = 0;
      for (let i = 0; i < 4; i++) {
        code = code * 16 + "0123456789abcdef".indexOf(this.peek());
        this.at += 1;
      }
      return String.fromCharCode(code);
    }
    return c;
  }

  number() {
    let start = this.at;
    if (this.peek() === "-") { this.at += 1; }
    while (is_digit(this.peek())) { this.at += 1; }
    if (this.peek() === ".") {
      this.at += 1;
      while (is_digit(this.peek())) { this.at += 1; }
    }
    return Number(this.text.slice(start, this.at));
  }
}

class Measure {
  constructor() {
    this.values = 0;
    this.letters = 0;
    this.sum = 0;
    this.quarters = 0;
  }

  walk(value) {
    this.values += 1;
    if (value instanceof Map) {
      for (const [key, member] of value) {
        this.letters += key.length;
        this.walk(member);
      }
    } else if (Array.isArray(value)) {
      for (const item of value) { this.walk(item); }
    } else if (typeof value === "string") {
      this.letters += value.length;
    } else if (Number.isInteger(value)) {
      this.sum += value;
    } else if (typeof value === "number") {
      this.quarters += Math.floor(value * 4.0);
    } else if (value === true) {
      this.sum += 1;
    }
  }
}

function run(times) {
  const document = make_document(600);
  const measure = new Measure();
  for (let i = 0; i < times; i++) { measure.walk(new Parser(document).value()); }
  return [document.length, measure.values, measure.letters, measure.sum + measure.quarters].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 10));
