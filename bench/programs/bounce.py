# Balls that fly about in a box and bounce off its walls. Stresses: methods called in a loop, fields. Twin of bounce.duet.
import sys


class Random:
    def __init__(self, seed):
        self.seed = seed

    def below(self, limit):
        self.seed = self.seed * 48271 % 2147483647
        return self.seed % limit


WIDTH = 500
HEIGHT = 400


class Ball:
    def __init__(self, random):
        self.x = random.below(WIDTH)
        self.y = random.below(HEIGHT)
        self.speed_x = random.below(300) - 150
        self.speed_y = random.below(300) - 150

    def step(self):
        """One step. Did it touch a wall?"""
        bounced = False
        self.x += self.speed_x
        self.y += self.speed_y
        if self.x > WIDTH:
            self.x = WIDTH
            self.speed_x = -abs(self.speed_x)
            bounced = True
        if self.x < 0:
            self.x = 0
            self.speed_x = abs(self.speed_x)
            bounced = True
        if self.y > HEIGHT:
            self.y = HEIGHT
            self.speed_y = -abs(self.speed_y)
            bounced = True
        if self.y < 0:
            self.y = 0
            self.speed_y = abs(self.speed_y)
            bounced = True
        return bounced


def run(steps):
    random = Random(11)
    balls = []
    for _ in range(100):
        balls.append(Ball(random))
    bounces = 0
    for _ in range(steps):
        for ball in balls:
            if ball.step():
                bounces += 1
    total = 0
    for ball in balls:
        total += ball.x + ball.y
    return f"{bounces} {total}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 25000))
