// Exceptions thrown and caught. Stresses: throw, choosing the catch clause, unwinding frames, finally, and try blocks
// that nothing is thrown in. Twin of exceptions.duet.
"use strict";

class Refusal extends Error {
  constructor(code) {
    super("refused");
    this.code = code;
  }
}
class Delay extends Refusal {}

function serve(i) {
  if (i % 4 === 1) { throw new Refusal(i % 7); }
  if (i % 4 === 3) { throw new Delay(i % 5); }
  return 1;
}

function pass_down(i, depth) {
  if (depth === 0) { return serve(i); }
  return 1 + pass_down(i, depth - 1);
}

class Desk {
  constructor() {
    this.opened = 0;
    this.closed = 0;
  }
  attempt(i) {
    this.opened += 1;
    try {
      try { return pass_down(i, i % 6); }
      catch (error) {
        if (error instanceof Delay) { return error.code; }
        throw error;
      }
    } finally { this.closed += 1; }
  }
}

function run(requests) {
  const desk = new Desk();
  let total = 0;
  let refused = 0;
  for (let i = 0; i < requests; i++) {
    try { total += desk.attempt(i); }
    catch (error) {
      if (!(error instanceof Refusal)) { throw error; }
      refused += 1;
      total += error.code;
    }
  }
  return [total, refused, desk.opened - desk.closed].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 600000));
