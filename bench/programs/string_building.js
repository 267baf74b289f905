// Building strings. Stresses: concatenation, numbers to text, join, slice, replace, and the collector on short-lived
// strings. Twin of string_building.duet.
"use strict";

function line_of(i) {
  let line = "line " + String(i);
  for (let k = 0; k < 4; k++) {
    line += ", ";
    line += String((i + k) % 1000);
  }
  return line + ".";
}

function run(lines) {
  const parts = [];
  let stops = 0;
  for (let i = 0; i < lines; i++) {
    let line = line_of(100000 + i);
    const middle = line.slice(5, 11);
    if (middle.endsWith("00")) { stops += 1; }
    if (line.indexOf(", ") === 11) { stops += 1; }
    parts.push(line);
  }
  const text = parts.join("\n");
  const shorter = text.replaceAll(", ", ",");
  return [text.length, shorter.length, stops].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 120000));
