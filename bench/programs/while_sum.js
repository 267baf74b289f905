// The sum of 1..n by a while loop. Stresses: jumps, int addition, assignment to locals. Twin of while_sum.duet.
"use strict";

function sum_to(n) {
  let total = 0;
  let i = 1;
  while (i <= n) {
    total = total + i;
    i = i + 1;
  }
  return total;
}

console.log(sum_to(process.argv.length > 2 ? Number(process.argv[2]) : 40000000));
