# The spectral norm of an endless matrix. Stresses: small calls, float sums, lists of floats. Twin of spectral_norm.duet.
import sys
from math import floor, sqrt


def item(i, k):
    return 1.0 / ((i + k) * (i + k + 1) * 0.5 + i + 1)


def times_matrix(vector):
    result = []
    for i in range(len(vector)):
        total = 0.0
        for k in range(len(vector)):
            total += item(i, k) * vector[k]
        result.append(total)
    return result


def times_transposed(vector):
    result = []
    for i in range(len(vector)):
        total = 0.0
        for k in range(len(vector)):
            total += item(k, i) * vector[k]
        result.append(total)
    return result


def times_both(vector):
    return times_transposed(times_matrix(vector))


def run(n):
    u = [1.0] * n
    v = None
    for _ in range(10):
        v = times_both(u)
        u = times_both(v)
    uv = 0.0
    vv = 0.0
    for i in range(n):
        uv += u[i] * v[i]
        vv += v[i] * v[i]
    return floor(sqrt(uv / vv) * 1e9)


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 450))
