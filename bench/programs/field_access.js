// Reading and writing fields. Stresses: field reads and writes on one shape, short chains `a.b.c`. Twin of
// field_access.duet.
"use strict";

class Register {
  constructor(start) {
    this.a = start;
    this.b = start + 1;
    this.c = start + 2;
    this.d = start + 3;
    this.next = null;
  }
}

function make_ring(count) {
  const first = new Register(0);
  let last = first;
  for (let i = 1; i < count; i++) {
    last.next = new Register(i * 5);
    last = last.next;
  }
  last.next = first;
  return first;
}

function run(visits) {
  let register = make_ring(4);
  for (let i = 0; i < visits; i++) {
    const carry = register.a;
    register.a = register.b;
    register.b = register.c;
    register.c = register.d;
    register.d = (carry * 3 + register.a + register.next.b) % 1009;
    register = register.next;
  }
  let total = 0;
  for (let i = 0; i < 4; i++) {
    total += register.a + register.b + register.c + register.d;
    register = register.next;
  }
  return total;
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 6000000));
