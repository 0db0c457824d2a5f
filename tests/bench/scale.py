"""What one server carries: a million records, ten thousand connections that stand idle, a day's work of 500 tablets brought
at one moment, a record that was written ten thousand times. Prints JSON lines.

Started by scripts/bench --scale, which sets the programs' paths in the environment.
"""

import argparse
import atexit
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, os.pardir, "programs"))
from bench import edits, peak_mib, tablet  # noqa: E402
from console import Console  # noqa: E402
from programs import PROGRAMME, SERVER, Field, Tablet, run  # noqa: E402

CROWD = os.environ["RAPPORT_BENCH_CROWD"]
STEP = 10_000
LINKS_AT_ONCE = 500
MOST_TIMES_SLOWER = 1.5  # at a million records than at ten thousand
MOST_IDLE_KIB = 24
MOST_P99_MS = 2000
LEAST_MERGES = 20_000  # a second
MOST_LIST_MS = 50


def say(case, holds, **figures):
    print(json.dumps({"case": case, **figures, "holds": holds}), flush=True)
    return holds


def resident_kib(process):
    with open(f"/proc/{process.pid}/statm", encoding="ascii") as pages:
        return int(pages.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024


def invitations(server, count, role):
    """Links, in lots: each is good for minutes only."""
    for first in range(0, count, LINKS_AT_ONCE):
        # Each of twenty has many devices: every tablet takes the list of the programme's people.
        names = [f"Person {i % 20}" for i in range(first, min(count, first + LINKS_AT_ONCE))]
        out = run([SERVER, "enrol", "--data", server.data, "--programme", PROGRAMME, "--role", role, "--name", *names])
        yield from out.split()


def in_memory(field):
    """A folder for tablets: so many have as many disks, which do not wait for each other as they would on one."""
    folder = tempfile.mkdtemp(prefix="rapport-tablets-", dir="/dev/shm" if os.path.isdir("/dev/shm") else field.folder)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


class Crowd:
    """rapport-bench-crowd, fed with invitations until it says that it is where it was to be."""

    def __init__(self, server, count, role, *words):
        self.process = subprocess.Popen([CROWD, *map(str, words)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        for link in invitations(server, count, role):
            self.tell(link)

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def hear(self):
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(f"the crowd ended: {self.process.wait()}")
        return line.strip()

    def end(self):
        self.process.stdin.close()
        self.process.wait(timeout=60)
        self.process.stdout.close()


def questionnaire(field):
    field.server.form(os.path.join(HERE, "household_visit.json"))


def first_page_ms(noor):
    """Of the list of all records, as a coordinator's page asks for it; median of 9."""
    took = []
    for _ in range(9):
        began = time.monotonic()
        noor.ask("GET", f"/api/programmes/{PROGRAMME}/records?type=household_visit&limit=50")
        took.append((time.monotonic() - began) * 1000)
    return statistics.median(took)


class Growth:
    """One tablet brings ever more; at some sizes others come and look."""

    def __init__(self, field, most):
        self.field = field
        self.most = most
        questionnaire(field)
        self.noor = Console(field.server, "Noor")
        self.folder = in_memory(field)
        self.a = self.tablet("a")
        self.a.sync()
        self.records = 0
        self.w1, self.w2, self.w3, self.lists = {}, {}, {}, {}

    def tablet(self, name):
        return Tablet(self.folder, self.field.server, name)

    def bring(self, upto):
        """The milliseconds of the last few lots of 10,000."""
        took = []
        while self.records < upto:
            lot = min(STEP, upto - self.records)
            tablet("capture", self.a.profile, lot, self.records)
            took.append(tablet("exchange", self.a.profile)["ms"])
            self.records += lot
        return took

    def fresh(self):
        newcomer = self.tablet(f"fresh{self.records}")
        self.w2[self.records] = tablet("exchange", newcomer.profile)["ms"]
        return newcomer

    def look(self):
        watcher = self.fresh()
        # What minutes of growth left to the kernel goes to the disk now, rather than before the edits' own few blocks.
        os.sync()
        self.w3[self.records] = statistics.median(edits(self.a, watcher))
        self.lists[self.records] = first_page_ms(self.noor)

    def run(self):
        self.bring(1000)
        self.fresh()
        self.w1[STEP] = statistics.median(self.bring(STEP) + self.bring(2 * STEP) + self.bring(3 * STEP))
        self.look()
        if self.most >= 100_000:
            self.bring(100_000)
            self.fresh()
        self.bring(self.most)
        self.w1[self.most] = statistics.median(self.bring(self.most + 3 * STEP))
        self.most = self.records
        self.look()


def grown(records):
    with Field() as field:
        growth = Growth(field, records)
        growth.run()
        small = min(growth.w3)
        w1 = growth.w1[records] / growth.w1[STEP]
        w3 = growth.w3[growth.most] / growth.w3[small]
        right = say("W1 of 10,000 more", w1 <= MOST_TIMES_SLOWER, records=growth.most, times=round(w1, 2),
                    ms={str(n): round(ms, 1) for n, ms in growth.w1.items()})
        right &= say("W3", w3 <= MOST_TIMES_SLOWER, records=growth.most, times=round(w3, 2),
                     ms={str(n): round(ms, 2) for n, ms in growth.w3.items()})
        each = {n: 1000 * ms / n for n, ms in growth.w2.items()}
        # Of a thousand, connecting is the greater part.
        linear = max(us for n, us in each.items() if n >= STEP) <= MOST_TIMES_SLOWER * each[small]
        right &= say("first sync", linear, us_a_record={str(n): round(us, 1) for n, us in each.items()},
                     ms={str(n): round(ms, 1) for n, ms in growth.w2.items()})
        right &= say("first page of the list", max(growth.lists.values()) <= MOST_LIST_MS,
                     ms={str(n): round(ms, 1) for n, ms in growth.lists.items()},
                     server_peak_mib=round(peak_mib(field.server.process), 1))
        return right


def idle(connections):
    with Field() as field:
        crowd = Crowd(field.server, connections, "volunteer", "idle", connections)
        assert crowd.hear() == "enrolled"
        before = resident_kib(field.server.process)
        began = time.monotonic()
        crowd.tell("go")
        assert crowd.hear() == "connected"
        took = time.monotonic() - began
        each = (resident_kib(field.server.process) - before) / connections
        crowd.end()
        return say("idle connections", each <= MOST_IDLE_KIB, connections=connections, kib_each=round(each, 1),
                   connected_in_s=round(took, 1))


def rush(tablets, changes):
    with Field() as field:
        questionnaire(field)
        a = field.tablet("a")
        a.sync()
        tablet("capture", a.profile, 1000)
        tablet("exchange", a.profile)
        crowd = Crowd(field.server, tablets, "worker", "rush", in_memory(field), tablets, changes)
        assert crowd.hear() == "ready"
        crowd.tell("go")
        told = json.loads(crowd.hear())
        crowd.end()
        run([SERVER, "check", "--data", field.server.data])
        return say("a rush", told["p99_ms"] <= MOST_P99_MS and told["merges_per_second"] >= LEAST_MERGES, **told,
                   server_peak_mib=round(peak_mib(field.server.process), 1))


def often(revisions):
    """One record, written over and over: what each revision costs, and what the record costs afterwards."""
    with Field() as field:
        questionnaire(field)
        noor = Console(field.server, "Noor")
        a = field.tablet("a")
        a.sync()
        tablet("capture", a.profile, revisions)
        created = tablet("exchange", a.profile)["ms"]
        record = tablet("revise", a.profile, revisions)["id"]
        revised = tablet("exchange", a.profile)["ms"]
        began = time.monotonic()
        noor.ask("GET", f"/api/programmes/{PROGRAMME}/records/{record}/history")
        page = (time.monotonic() - began) * 1000
        b = field.tablet("b")
        b.sync()
        assert b.get(record)["fields"] == a.get(record)["fields"]
        return say("a record written often", revised <= MOST_TIMES_SLOWER * created and page <= MOST_LIST_MS,
                   revisions=revisions, ms=round(revised, 1), as_many_records_ms=round(created, 1),
                   history_page_ms=round(page, 1))


WHOLE = {"records": 1_000_000, "connections": 10_000, "tablets": 500, "changes": 50, "revisions": 10_000}
SMALL = {"records": 40_000, "connections": 1500, "tablets": 10, "changes": 20, "revisions": 500}


def main():
    given = argparse.ArgumentParser()
    given.add_argument("--only", choices=("records", "idle", "rush", "often"))
    given.add_argument("--small", action="store_true", help="that it works, whatever the times")
    given = given.parse_args()
    size = SMALL if given.small else WHOLE
    cases = {"idle": lambda: idle(size["connections"]), "rush": lambda: rush(size["tablets"], size["changes"]),
             "often": lambda: often(size["revisions"]), "records": lambda: grown(size["records"])}
    right = {name: case() for name, case in cases.items() if given.only in (None, name)}
    if given.small:
        right = {name: holds for name, holds in right.items() if name == "idle"}
    sys.exit(0 if all(right.values()) else "Not every figure is what it must be.")


if __name__ == "__main__":
    main()
