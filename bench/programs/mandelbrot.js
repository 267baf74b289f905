// The Mandelbrot set. Stresses: float arithmetic in locals, nested loops, break. Twin of mandelbrot.duet.
"use strict";

function run(size) {
  let inside = 0;
  let turns = 0;
  for (let row = 0; row < size; row++) {
    const ci = 2.0 * row / size - 1.0;
    for (let column = 0; column < size; column++) {
      const cr = 2.0 * column / size - 1.5;
      let zr = 0.0;
      let zi = 0.0;
      let rr = 0.0;
      let ii = 0.0;
      let turn = 0;
      while (turn < 50) {
        zi = 2.0 * zr * zi + ci;
        zr = rr - ii + cr;
        rr = zr * zr;
        ii = zi * zi;
        if (rr + ii > 4.0) { break; }
        turn += 1;
      }
      if (turn === 50) { inside += 1; } else { turns += turn; }
    }
  }
  return [inside, turns].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 800));
