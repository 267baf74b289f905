// The sieve of Eratosthenes. Stresses: writing and reading list items, ranges with a step. Twin of sieve.duet.
"use strict";

function count_primes(limit) {
  const is_prime = new Array(limit + 1).fill(true);
  let count = 0;
  for (let i = 2; i < limit + 1; i++) {
    if (is_prime[i]) {
      count += 1;
      for (let k = i * i; k < limit + 1; k += i) { is_prime[k] = false; }
    }
  }
  return count;
}

function run(times) {
  let total = 0;
  for (let i = 0; i < times; i++) { total += count_primes(100000 - i); }
  return total;
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 100));
