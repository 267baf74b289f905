# Five bodies that attract each other: the sun and the four giant planets. Stresses: floats and fields. Twin of nbody.duet.
import sys
from math import floor, sqrt

PI = 3.141592653589793
SUN = 4 * PI * PI
DAYS = 365.24


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx * DAYS
        self.vy = vy * DAYS
        self.vz = vz * DAYS
        self.mass = mass * SUN


def make_bodies():
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        Body(4.84143144246472, -1.16032004402743, -0.103622044471123,
             0.00166007664274403, 0.00769901118419740, -0.0000690460016972063, 0.000954791938424327),
        Body(8.34336671824458, 4.12479856412430, -0.403523417114321,
             -0.00276742510726411, 0.00499852801234917, 0.0000230417297573764, 0.000285885980666131),
        Body(12.8943695621391, -15.1111514016986, -0.223307578892656,
             0.00296460137564762, 0.00237847173959481, -0.0000296589568540238, 0.0000436624404335156),
        Body(15.3796971148509, -25.9193146099880, 0.179258772950371,
             0.00268067772490389, 0.00162824170038242, -0.0000951592254519716, 0.0000515138902046611),
    ]


def balance(bodies):
    """Gives the sun the speed that keeps the whole at rest."""
    px = py = pz = 0.0
    for body in bodies:
        px += body.vx * body.mass
        py += body.vy * body.mass
        pz += body.vz * body.mass
    bodies[0].vx = -px / SUN
    bodies[0].vy = -py / SUN
    bodies[0].vz = -pz / SUN


def step(bodies, dt):
    count = len(bodies)
    for i in range(count):
        a = bodies[i]
        for k in range(i + 1, count):
            b = bodies[k]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            pull = dt / (square * sqrt(square))
            of_a = a.mass * pull
            of_b = b.mass * pull
            a.vx -= dx * of_b
            a.vy -= dy * of_b
            a.vz -= dz * of_b
            b.vx += dx * of_a
            b.vy += dy * of_a
            b.vz += dz * of_a
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def energy(bodies):
    total = 0.0
    for i in range(len(bodies)):
        a = bodies[i]
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for k in range(i + 1, len(bodies)):
            b = bodies[k]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            total -= a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
    return total


def run(steps):
    bodies = make_bodies()
    balance(bodies)
    for _ in range(steps):
        step(bodies, 0.01)
    return floor(energy(bodies) * 1e9)


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 150000))
