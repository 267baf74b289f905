// The spectral norm of an endless matrix, cut to n rows, by the power method. Stresses: calls of a small function,
// float sums, lists of floats. Twin of spectral_norm.duet.
"use strict";

function item(i, k) { return 1.0 / ((i + k) * (i + k + 1) * 0.5 + i + 1); }

function times_matrix(vector) {
  const result = [];
  for (let i = 0; i < vector.length; i++) {
    let sum = 0.0;
    for (let k = 0; k < vector.length; k++) { sum += item(i, k) * vector[k]; }
    result.push(sum);
  }
  return result;
}

function times_transposed(vector) {
  const result = [];
  for (let i = 0; i < vector.length; i++) {
    let sum = 0.0;
    for (let k = 0; k < vector.length; k++) { sum += item(k, i) * vector[k]; }
    result.push(sum);
  }
  return result;
}

function times_both(vector) { return times_transposed(times_matrix(vector)); }

function run(n) {
  let u = new Array(n).fill(1.0);
  let v = null;
  for (let i = 0; i < 10; i++) {
    v = times_both(u);
    u = times_both(v);
  }
  let uv = 0.0;
  let vv = 0.0;
  for (let i = 0; i < n; i++) {
    uv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  return Math.floor(Math.sqrt(uv / vv) * 1e9);
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 450));
