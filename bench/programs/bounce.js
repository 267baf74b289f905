// Balls that fly about in a box and bounce off its walls. Stresses: methods called in a loop, fields. Twin of
// bounce.duet.
"use strict";

class Random {
  constructor(seed) { this.seed = seed; }
  below(limit) {
    this.seed = this.seed * 48271 % 2147483647;
    return this.seed % limit;
  }
}

const WIDTH = 500;
const HEIGHT = 400;

class Ball {
  constructor(random) {
    this.x = random.below(WIDTH);
    this.y = random.below(HEIGHT);
    this.speed_x = random.below(300) - 150;
    this.speed_y = random.below(300) - 150;
  }

  // One step. Did it touch a wall?
  step() {
    let bounced = false;
    this.x += this.speed_x;
    this.y += this.speed_y;
    if (this.x > WIDTH) { this.x = WIDTH; this.speed_x = -Math.abs(this.speed_x); bounced = true; }
    if (this.x < 0) { this.x = 0; this.speed_x = Math.abs(this.speed_x); bounced = true; }
    if (this.y > HEIGHT) { this.y = HEIGHT; this.speed_y = -Math.abs(this.speed_y); bounced = true; }
    if (this.y < 0) { this.y = 0; this.speed_y = Math.abs(this.speed_y); bounced = true; }
    return bounced;
  }
}

function run(steps) {
  const random = new Random(11);
  const balls = [];
  for (let i = 0; i < 100; i++) { balls.push(new Ball(random)); }
  let bounces = 0;
  for (let step = 0; step < steps; step++) {
    for (const ball of balls) {
      if (ball.step()) { bounces += 1; }
    }
  }
  let sum = 0;
  for (const ball of balls) { sum += ball.x + ball.y; }
  return [bounces, sum].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 25000));
