# Queens on a board, none attacking another: all the ways. Stresses: list access, backtracking. Twin of queens.duet.
import sys


class Board:
    def __init__(self, width):
        self.width = width
        self.columns = [False] * width
        self.rising = [False] * (2 * width)
        self.falling = [False] * (2 * width)
        self.solutions = 0

    def is_free(self, row, column):
        return not (self.columns[column] or self.rising[row + column] or self.falling[row - column + self.width])

    def mark(self, row, column, taken):
        self.columns[column] = taken
        self.rising[row + column] = taken
        self.falling[row - column + self.width] = taken

    def place(self, row):
        if row == self.width:
            self.solutions += 1
            return
        for column in range(self.width):
            if self.is_free(row, column):
                self.mark(row, column, True)
                self.place(row + 1)
                self.mark(row, column, False)


def run(times):
    total = 0
    for _ in range(times):
        board = Board(10)
        board.place(0)
        total += board.solutions
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 12))
