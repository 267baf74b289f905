"""holds.py FILE CONDITION...: what `--stats=json` or `--profile=json` wrote to FILE, held against conditions.

The names of the counts are as in the file, with `_` for a blank: 'cache_misses < 20'. A condition
that doesn't hold is printed with the counts it speaks of; then the exit code is 1.
"""

import json
import re
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    counts = {name.replace(" ", "_"): count for name, count in json.load(file).items()}
broken = [condition for condition in sys.argv[2:] if not eval(condition, {}, counts)]
for condition in broken:
    named = [name for name in re.findall(r"[a-z_]+", condition) if name in counts]
    print("not so: %s; %s" % (condition, ", ".join("%s is %s" % (n, counts[n]) for n in named)))
sys.exit(1 if broken else 0)
