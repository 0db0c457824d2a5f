"""W1 to W4 on the real programs, beside the floor of this machine in the same run. Prints JSON lines.

Started by scripts/bench, which sets the programs' paths in the environment.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, os.pardir, "programs"))
from programs import Field  # noqa: E402

TABLET = os.environ["RAPPORT_BENCH_TABLET"]
FLOOR = os.environ["RAPPORT_BENCH_FLOOR"]
KIND = "household_visit"
MOST_BYTES = 150  # a record, each way
MOST_MIB = 40  # of the server, at its peak
EDITS = 53
WARM_UP = 3  # of the edits


def tablet(role, profile, *words):
    done = subprocess.run([TABLET, role, profile, *map(str, words)], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def floor(records):
    """Its medians of three: a run of the floor is short, and the first one warms the disk."""
    runs = []
    for _ in range(3):
        with tempfile.TemporaryDirectory(prefix="rapport-floor-") as folder:
            runs.append(json.loads(subprocess.run([FLOOR, folder, str(records)], check=True, capture_output=True).stdout))
    return {case: statistics.median(run[case] for run in runs) for case in runs[0]}


def peak_mib(process):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) / 1024


def edits(a, b):
    """Milliseconds from each edit on one tablet to its being durable on the other."""
    watcher = subprocess.Popen([TABLET, "watch", b.profile], stdout=subprocess.PIPE)
    editor = subprocess.run([TABLET, "edit", a.profile, str(EDITS)], stdin=watcher.stdout, check=True,
                            capture_output=True, text=True)
    watcher.terminate()
    watcher.wait()
    return sorted([float(line) for line in editor.stdout.split()][WARM_UP:])


def bring_together(a, b, record, on_a, on_b):
    for each, change in ((a, on_a), (b, on_b)):
        each.put(KIND, {"id": record, **change})
    for each in (a, b, a):
        each.sync()
    first, second = a.get(record), b.get(record)
    assert first["fields"] == second["fields"] and first["conflicts"] == second["conflicts"], (first, second)
    return first


def edited_apart(a, b):
    """W4: what each pair of edits became, and whether it is what it must be."""
    records = [line["id"] for line in a.list(KIND)[:4]]
    for each in (a, b):
        each.sync()
    merged = bring_together(a, b, records[0], {"fields": {"site": "north"}}, {"fields": {"enumerator": "Lia"}})
    asked = bring_together(a, b, records[1], {"fields": {"notes": "one"}}, {"fields": {"notes": "two"}})
    kept = bring_together(a, b, records[2], {"deleted": True}, {"fields": {"notes": "still here"}})
    equal = bring_together(a, b, records[3], {"fields": {"notes": "same"}}, {"fields": {"notes": "same"}})
    versions = sorted(each["value"] for each in asked["conflicts"].get("notes", []))
    return {
        "different fields": "merged" if (merged["fields"]["site"], merged["fields"]["enumerator"]) == ("north", "Lia")
        and not merged["conflicts"] else "wrong",
        "same field": "both kept, shown" if versions == ["one", "two"] else "wrong",
        "delete against edit": "edit kept, flagged" if kept["fields"]["notes"] == "still here"
        and "delete_contested" in kept["flags"] else "wrong",
        "equal edits": "no conflict" if not equal["conflicts"] else "wrong",
    }


def say(case, ms, floor_ms, **more):
    print(json.dumps({"case": case, "ms": round(ms, 2), "floor_ms": round(floor_ms, 2), "ratio": round(ms / floor_ms, 2),
                      **more}), flush=True)


def measure(field, records):
    """One run: the floor first, then the product, each role a process of its own."""
    below = floor(records)
    field.server.form(os.path.join(HERE, "household_visit.json"))
    a = field.tablet("a")
    a.sync()
    tablet("capture", a.profile, records)
    up = tablet("exchange", a.profile)
    b = field.tablet("b")
    down = tablet("exchange", b.profile)
    took = edits(a, b)
    rss = round(peak_mib(field.server.process), 1)
    bytes_up, bytes_down = (round(each / records, 1) for each in (up["sent_bytes"], down["received_bytes"]))
    say("W1", up["ms"], below["W1"], bytes_per_record=bytes_up, server_rss_mib=rss)
    say("W2", down["ms"], below["W2"], bytes_per_record=bytes_down, server_rss_mib=rss)
    say("W3", statistics.median(took), below["W3"], p95_ms=round(took[len(took) * 95 // 100], 2),
        floor_p95_ms=round(below["W3_p95"], 2), server_rss_mib=rss)
    outcome = edited_apart(a, b)
    print(json.dumps({"case": "W4", **outcome}), flush=True)
    return "wrong" not in outcome.values() and max(bytes_up, bytes_down) <= MOST_BYTES and rss <= MOST_MIB


def main():
    given = argparse.ArgumentParser()
    given.add_argument("--runs", type=int, default=3)
    given.add_argument("--records", type=int, default=10_000)
    given = given.parse_args()
    right = True
    for _ in range(given.runs):
        with Field() as field:
            right = measure(field, given.records) and right
    # Times depend on the machine and the minute; bytes, memory and what edits become do not.
    sys.exit(0 if right else "Bytes, memory or what two edits became are not what they must be.")


if __name__ == "__main__":
    main()
