// A compressor and its decompressor, after Lempel and Ziv. Stresses: lists of ints read and written at computed
// places, nested loops, growing lists. Twin of lz.duet.
"use strict";

const words = ["the ", "river ", "runs ", "down ", "to ", "a ", "valley", "quiet ", ", and ", "stones ", "over ", "again ", ".\n", "light "];

function make_data(kilobytes) {
  const parts = [];
  let size = 0;
  let seed = 3;
  while (size < kilobytes * 1000) {
    seed = seed * 48271 % 2147483647;
    const word = seed % 19 === 0 ? String(seed) : words[seed % 14];
    parts.push(word);
    size += word.length;
  }
  return [...Buffer.from(parts.join(""))];
}

const WINDOW = 4095;
const SHORTEST = 3;
const LONGEST = 66;
const BUCKETS = 4093;

class Compressor {
  constructor(data) {
    this.data = data;
    this.latest = new Array(BUCKETS).fill(-1);
    this.earlier = new Array(data.length).fill(-1);
  }

  bucket(at) {
    const data = this.data;
    return ((data[at] * 257 + data[at + 1]) * 257 + data[at + 2]) % BUCKETS;
  }

  // Remembers the place `at` for the searches to come.
  enter(at) {
    if (at + 2 < this.data.length) {
      const bucket = this.bucket(at);
      this.earlier[at] = this.latest[bucket];
      this.latest[bucket] = at;
    }
  }

  length_of_match(from, at) {
    const data = this.data;
    const limit = Math.min(LONGEST, data.length - at);
    let length = 0;
    while (length < limit && data[from + length] === data[at + length]) { length += 1; }
    return length;
  }

  compress() {
    const data = this.data;
    const tokens = [];
    let at = 0;
    while (at < data.length) {
      let length = 0;
      let distance = 0;
      if (at + 2 < data.length) {
        let from = this.latest[this.bucket(at)];
        let tries = 0;
        while (from >= 0 && at - from <= WINDOW && tries < 12) {
          const found = this.length_of_match(from, at);
          if (found > length) {
            length = found;
            distance = at - from;
          }
          from = this.earlier[from];
          tries += 1;
        }
      }
      if (length < SHORTEST) {
        tokens.push(data[at]);
        length = 1;
      } else {
        tokens.push(256 + length);
        tokens.push(distance);
      }
      for (let i = 0; i < length; i++) { this.enter(at + i); }
      at += length;
    }
    return tokens;
  }
}

function decompress(tokens) {
  const data = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    at += 1;
    if (token < 256) {
      data.push(token);
    } else {
      let from = data.length - tokens[at];
      at += 1;
      for (let i = from; i < from + token - 256; i++) { data.push(data[i]); }
    }
  }
  return data;
}

function check(items) {
  let sum = 0;
  for (const item of items) { sum = (sum * 31 + item) % 1000003; }
  return sum;
}

function run(kilobytes) {
  const data = make_data(kilobytes);
  const tokens = new Compressor(data).compress();
  const again = decompress(tokens);
  let same = again.length === data.length;
  for (let i = 0; i < data.length; i++) {
    if (data[i] !== again[i]) { same = false; }
  }
  return (same ? "same " : "different ") + String(data.length) + " " + String(tokens.length) + " " + String(check(tokens));
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 600));
