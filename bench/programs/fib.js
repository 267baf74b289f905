// Fibonacci numbers by the textbook definition. Stresses: calls and returns, comparing and adding small ints. Twin of
// fib.duet.
"use strict";

function fib(n) {
  if (n < 2) { return n; }
  return fib(n - 1) + fib(n - 2);
}

console.log(fib(process.argv.length > 2 ? Number(process.argv[2]) : 34));
