# Conway's Game of Life on a board whose edges meet. Stresses: list reads by computed index. Twin of life.duet.
import sys


def soup(width, height):
    cells = []
    seed = 7
    for _ in range(width * height):
        seed = seed * 3877 % 139967
        cells.append(1 if seed % 3 == 0 else 0)
    return cells


def next_generation(cells, width, height):
    result = []
    for y in range(height):
        row = y * width
        above = (y + height - 1) % height * width
        below = (y + 1) % height * width
        for x in range(width):
            left = (x + width - 1) % width
            right = (x + 1) % width
            around = (cells[above + left] + cells[above + x] + cells[above + right]
                      + cells[row + left] + cells[row + right]
                      + cells[below + left] + cells[below + x] + cells[below + right])
            result.append(1 if around == 3 or around == 2 and cells[row + x] == 1 else 0)
    return result


def run(generations):
    cells = soup(64, 64)
    for _ in range(generations):
        cells = next_generation(cells, 64, 64)
    alive = 0
    check = 0
    for i in range(len(cells)):
        alive += cells[i]
        check = (check * 2 + cells[i]) % 1000003
    return f"{alive} {check}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 900))
