"""Stage 21: hits and misses of single places."""

RUN = "duet-vm -O2 --without=tier,quicken --profile=json sites.duet"
ROUNDS, REMEMBERED = 30, 4


def several_shapes(c):
    places = {place["function"]: place for place in c.json(c.run(RUN))["caches"]
              if place["instruction"].startswith("GET_FIELD")}
    for name, shapes in (("x_of_two", 2), ("x_of_four", 4), ("x_of_six", 6)):
        known = min(shapes, REMEMBERED)
        wanted = {"hits": known * (ROUNDS - 1), "fills": known,
                  "misses": known + (shapes - known) * ROUNDS}
        got = {key: places[name][key] for key in wanted} if name in places else "no hit, no miss"
        if got != wanted:
            c.fail("%d shapes at one place, each met %d times" % (shapes, ROUNDS), expected=str(wanted), got=str(got),
                   where=("bytecode/cache.c", 1), command=RUN)
