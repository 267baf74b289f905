// Matrices as lists of rows, multiplied as the definition says. Stresses: lists in lists, float sums. Twin of
// matrix.duet.
"use strict";

function make_matrix(n) {
  const rows = [];
  for (let i = 0; i < n; i++) {
    const row = [];
    for (let k = 0; k < n; k++) { row.push(((i * 7 + k * 3) % 16 - 8) / 4.0); }
    rows.push(row);
  }
  return rows;
}

function transposed(matrix) {
  const rows = [];
  for (let k = 0; k < matrix[0].length; k++) {
    const row = [];
    for (let i = 0; i < matrix.length; i++) { row.push(matrix[i][k]); }
    rows.push(row);
  }
  return rows;
}

function product(a, b) {
  const rows = [];
  for (let i = 0; i < a.length; i++) {
    const row = new Array(b[0].length).fill(0.0);
    for (let k = 0; k < row.length; k++) {
      let sum = 0.0;
      for (let m = 0; m < b.length; m++) { sum += a[i][m] * b[m][k]; }
      row[k] = sum;
    }
    rows.push(row);
  }
  return rows;
}

function run(n) {
  const a = make_matrix(n);
  const result = product(product(a, a), transposed(a));
  let trace = 0.0;
  let total = 0.0;
  for (let i = 0; i < n; i++) {
    trace += result[i][i];
    for (let k = 0; k < n; k++) { total += result[i][k] * (k % 3); }
  }
  return [Math.floor(trace * 64), Math.floor(total * 64)].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 200));
