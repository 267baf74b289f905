# --profile says which instructions were rewritten for the types they met, and which of them went back.

file mean.duet
| fn mean(a, b) { return (a + b) / 2 }
| s = 0
| for i in range(100) { s = mean(s, i) }
| for i in range(100) { s = mean(s, i * 0.5) }
| print(s)

$ {vms} -O2 --profile=json --output mean.json mean.duet
1...
$ {python} {root}/tests/cli/holds.py mean.json 'specializations == sum(r["times"] for r in rewrites if not r["undone"])' \
+ 'generalizations == sum(r["times"] for r in rewrites if r["undone"]) > 0' 'generalizations <= specializations' \
+ '[(r["from"], r["to"], r["line"], r["undone"], r["times"]) for r in rewrites if r["function"] == "mean" and r["offset"] == 0] == [("ADD_LL", "ADD_LL_INT", 1, False, 1), ("ADD_LL_INT", "ADD_LL", 1, True, 1)]'

$ {vms} -O2 --without=quicken --profile=json --output off.json mean.duet
1...
$ {python} {root}/tests/cli/holds.py off.json 'specializations == generalizations == 0' 'rewrites == []'
