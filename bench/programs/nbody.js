// Five bodies that attract each other: the sun and the four giant planets. Stresses: float arithmetic, field reads and
// writes, sqrt. Twin of nbody.duet.
"use strict";

const PI = 3.141592653589793;
const SUN = 4 * PI * PI;
const DAYS = 365.24;

class Body {
  constructor(x, y, z, vx, vy, vz, mass) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx * DAYS;
    this.vy = vy * DAYS;
    this.vz = vz * DAYS;
    this.mass = mass * SUN;
  }
}

function make_bodies() {
  return [
    new Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
    new Body(4.84143144246472, -1.16032004402743, -0.103622044471123,
      0.00166007664274403, 0.00769901118419740, -0.0000690460016972063, 0.000954791938424327),
    new Body(8.34336671824458, 4.12479856412430, -0.403523417114321,
      -0.00276742510726411, 0.00499852801234917, 0.0000230417297573764, 0.000285885980666131),
    new Body(12.8943695621391, -15.1111514016986, -0.223307578892656,
      0.00296460137564762, 0.00237847173959481, -0.0000296589568540238, 0.0000436624404335156),
    new Body(15.3796971148509, -25.9193146099880, 0.179258772950371,
      0.00268067772490389, 0.00162824170038242, -0.0000951592254519716, 0.0000515138902046611),
  ];
}

// Gives the sun the speed that keeps the whole at rest.
function balance(bodies) {
  let px = 0.0;
  let py = 0.0;
  let pz = 0.0;
  for (const body of bodies) {
    px += body.vx * body.mass;
    py += body.vy * body.mass;
    pz += body.vz * body.mass;
  }
  bodies[0].vx = -px / SUN;
  bodies[0].vy = -py / SUN;
  bodies[0].vz = -pz / SUN;
}

function step(bodies, dt) {
  const count = bodies.length;
  for (let i = 0; i < count; i++) {
    const a = bodies[i];
    for (let k = i + 1; k < count; k++) {
      const b = bodies[k];
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      const square = dx * dx + dy * dy + dz * dz;
      const pull = dt / (square * Math.sqrt(square));
      const of_a = a.mass * pull;
      const of_b = b.mass * pull;
      a.vx -= dx * of_b;
      a.vy -= dy * of_b;
      a.vz -= dz * of_b;
      b.vx += dx * of_a;
      b.vy += dy * of_a;
      b.vz += dz * of_a;
    }
  }
  for (const body of bodies) {
    body.x += dt * body.vx;
    body.y += dt * body.vy;
    body.z += dt * body.vz;
  }
}

function energy(bodies) {
  let total = 0.0;
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i];
    total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
    for (let k = i + 1; k < bodies.length; k++) {
      const b = bodies[k];
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      total -= a.mass * b.mass / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return total;
}

function run(steps) {
  const bodies = make_bodies();
  balance(bodies);
  for (let i = 0; i < steps; i++) { step(bodies, 0.01); }
  return Math.floor(energy(bodies) * 1e9);
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 150000));
