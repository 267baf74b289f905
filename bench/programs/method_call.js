// Method calls on objects of one class. Stresses: method look-up (own, inherited, overridden, super), self, one-shape
// caches. Twin of method_call.duet.
"use strict";

class Meter {
  constructor(limit) {
    this.limit = limit;
    this.count = 0;
    this.wraps = 0;
  }
  value() { return this.count; }
  is_full() { return this.value() >= this.limit; }
  wrap() { this.count = 0; }
  advance(by) {
    this.count += by;
    if (this.is_full()) { this.wrap(); }
  }
}

class CountingMeter extends Meter {
  wrap() {
    super.wrap();
    this.wraps += 1;
  }
}

function run(turns) {
  const meter = new CountingMeter(7);
  let total = 0;
  for (let i = 0; i < turns; i++) {
    meter.advance(3);
    total += meter.value();
  }
  return [total, meter.wraps].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 2000000));
