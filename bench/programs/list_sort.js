// Sorting lists with a comparator. Stresses: sort calling back into the program, field reads inside the comparator.
// Twin of list_sort.duet.
"use strict";

class Record {
  constructor(rank, number) {
    this.rank = rank;
    this.number = number;
  }
}

function by_rank(a, b) {
  if (a.rank !== b.rank) { return a.rank - b.rank; }
  return a.number - b.number;
}

function run(count) {
  const numbers = [];
  const records = [];
  let seed = 1;
  for (let i = 0; i < count; i++) {
    seed = seed * 48271 % 2147483647;
    numbers.push(seed);
    records.push(new Record(seed % 1000, i));
  }
  numbers.sort((a, b) => b - a);
  records.sort(by_rank);
  let check = 0;
  for (let i = 0; i < count; i++) {
    check = (check * 31 + numbers[i] % 1000 + records[i].number) % 1000003;
  }
  return check;
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 100000));
