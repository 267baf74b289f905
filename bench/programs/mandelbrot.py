# The Mandelbrot set. Stresses: float arithmetic in locals, nested loops. Twin of mandelbrot.duet.
import sys


def run(size):
    inside = 0
    turns = 0
    for row in range(size):
        ci = 2.0 * row / size - 1.0
        for column in range(size):
            cr = 2.0 * column / size - 1.5
            zr = zi = rr = ii = 0.0
            turn = 0
            while turn < 50:
                zi = 2.0 * zr * zi + ci
                zr = rr - ii + cr
                rr = zr * zr
                ii = zi * zi
                if rr + ii > 4.0:
                    break
                turn += 1
            if turn == 50:
                inside += 1
            else:
                turns += turn
    return f"{inside} {turns}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 800))
