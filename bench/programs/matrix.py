# Matrices as lists of rows, multiplied as the definition says. Stresses: lists in lists, float sums. Twin of matrix.duet.
import sys
from math import floor


def make_matrix(n):
    rows = []
    for i in range(n):
        row = []
        for k in range(n):
            row.append(((i * 7 + k * 3) % 16 - 8) / 4.0)
        rows.append(row)
    return rows


def transposed(matrix):
    rows = []
    for k in range(len(matrix[0])):
        row = []
        for i in range(len(matrix)):
            row.append(matrix[i][k])
        rows.append(row)
    return rows


def product(a, b):
    rows = []
    for i in range(len(a)):
        row = [0.0] * len(b[0])
        for k in range(len(row)):
            total = 0.0
            for m in range(len(b)):
                total += a[i][m] * b[m][k]
            row[k] = total
        rows.append(row)
    return rows


def run(n):
    a = make_matrix(n)
    result = product(product(a, a), transposed(a))
    trace = 0.0
    total = 0.0
    for i in range(n):
        trace += result[i][i]
        for k in range(n):
            total += result[i][k] * (k % 3)
    return f"{floor(trace * 64)} {floor(total * 64)}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
