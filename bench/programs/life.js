// Conway's Game of Life on a board whose edges meet. Stresses: list reads by computed index, int arithmetic, short-
// circuit tests, a fresh list each generation. Twin of life.duet.
"use strict";

function soup(width, height) {
  let cells = [];
  let seed = 7;
  for (let i = 0; i < width * height; i++) {
    seed = seed * 3877 % 139967;
    cells.push(seed % 3 === 0 ? 1 : 0);
  }
  return cells;
}

function next_generation(cells, width, height) {
  const result = [];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const above = (y + height - 1) % height * width;
    const below = (y + 1) % height * width;
    for (let x = 0; x < width; x++) {
      const left = (x + width - 1) % width;
      const right = (x + 1) % width;
      const around = cells[above + left] + cells[above + x] + cells[above + right] +
        cells[row + left] + cells[row + right] +
        cells[below + left] + cells[below + x] + cells[below + right];
      result.push(around === 3 || around === 2 && cells[row + x] === 1 ? 1 : 0);
    }
  }
  return result;
}

function run(generations) {
  let cells = soup(64, 64);
  for (let i = 0; i < generations; i++) { cells = next_generation(cells, 64, 64); }
  let alive = 0;
  let check = 0;
  for (let i = 0; i < cells.length; i++) {
    alive += cells[i];
    check = (check * 2 + cells[i]) % 1000003;
  }
  return [alive, check].join(" ");
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 900));
