// Queens on a board, none attacking another: all the ways there are. Stresses: list reads and writes, recursion with
// backtracking, truth of bools. Twin of queens.duet.
"use strict";

class Board {
  constructor(width) {
    this.width = width;
    this.columns = new Array(width).fill(false);
    this.rising = new Array(2 * width).fill(false);
    this.falling = new Array(2 * width).fill(false);
    this.solutions = 0;
  }

  is_free(row, column) {
    return !(this.columns[column] || this.rising[row + column] || this.falling[row - column + this.width]);
  }

  mark(row, column, taken) {
    this.columns[column] = taken;
    this.rising[row + column] = taken;
    this.falling[row - column + this.width] = taken;
  }

  place(row) {
    if (row === this.width) {
      this.solutions += 1;
      return;
    }
    for (let column = 0; column < this.width; column++) {
      if (this.is_free(row, column)) {
        this.mark(row, column, true);
        this.place(row + 1);
        this.mark(row, column, false);
      }
    }
  }
}

function run(times) {
  let total = 0;
  for (let i = 0; i < times; i++) {
    const board = new Board(10);
    board.place(0);
    total += board.solutions;
  }
  return total;
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 12));
