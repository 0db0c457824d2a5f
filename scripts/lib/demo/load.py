"""Brings a year of Quillan County in through real tablets: each person's own, without a network, then synced.

Usage: load.py --server PROGRAM --cli PROGRAM --data DIR --console HOST:PORT --tablets DIR [--seed N] [--today DATE]
(see scripts/demo)
"""

import argparse
import datetime
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from reviews import Page, review  # noqa: E402
from year import COORDINATOR, ROLES, Year  # noqa: E402

PROGRAMME = "quillan"
# Their tablets are heard of last, when the others have long been in.
LATE = ["Sam", "Dev"]


def run(*command, stdin=None):
    done = subprocess.run([str(word) for word in command], input=stdin, capture_output=True, text=True)
    if done.returncode != 0:
        complaint = "\n".join(done.stderr.splitlines()[:3])
        sys.exit(f"{' '.join(map(str, command))}\n{complaint}")
    return done.stdout


class Tablet:
    def __init__(self, given, name, role):
        self.given, self.name = given, name
        self.profile = os.path.join(given.tablets, name)
        if not os.path.exists(self.profile):
            link = re.search(r"rapport://\S+", run(given.server, "enrol", "--data", given.data, "--programme", PROGRAMME, "--role",
                                                   role, "--name", name)).group(0)
            self.cli("enrol", link, "--device-name", f"{name}'s tablet")

    def cli(self, *words, stdin=None):
        return run(self.given.cli, "--profile", self.profile, *words, stdin=stdin)

    def put(self, kind, entries):
        self.cli("put", kind, stdin="".join(json.dumps(entry) + "\n" for entry in entries))

    def list(self, kind):
        return [json.loads(line) for line in self.cli("list", kind).splitlines()]

    def sync(self):
        self.cli("sync")

    def state_hash(self):
        return self.cli("state-hash").strip()


def named(tablet, kind, field="name"):
    return {record["fields"][field]: record["id"] for record in tablet.list(kind)}


def disagree(tablets, year):
    """Two people change the same thing without knowing of each other: what a coordinator must settle."""
    marisol, teo = tablets["Marisol"], tablets["Teo"]
    for place, (event, *_) in enumerate(year.events[-3:]):
        marisol.put("event", [{"id": event, "fields": {"place": f"Hall {place + 1}, by the side door"}}])
        teo.put("event", [{"id": event, "fields": {"place": f"Hall {place + 1}, in the yard"}}])
    for promise, text in year.promises[-3:]:
        marisol.put("commitment", [{"id": promise, "fields": {"text": text + ", as agreed with the elders"}}])
        teo.put("commitment", [{"id": promise, "fields": {"text": text + ", by the gate"}}])


def shows_reviews(tablet, name, reviewed):
    """Does this person's tablet say of a promise of theirs that somebody read it?"""
    promise = next(record for author, kind, record in reviewed if author == name and kind == "commitment")
    return json.loads(tablet.cli("get", promise))["receipt"] == "reviewed"


def reader_at(given):
    def page(name):
        password = run(given.server, "user", "--data", given.data, "add", name, "--programme", PROGRAMME, "--role", "coordinator")
        return Page(given.console, PROGRAMME, name, password.split()[-1])

    return page


def hashes_of(given, tablets, role):
    """What everybody of this role holds, and the office for them: one hash, if they agree. A role sees a part of the programme, so
    that each has its own."""
    held = {tablets[name].state_hash() for name, theirs in ROLES.items() if theirs == role}
    office = run(given.server, "state-hash", "--data", given.data, "--programme", PROGRAMME, "--role", role)
    return held | {office.strip()}


def main():
    parser = argparse.ArgumentParser()
    for name in ("server", "cli", "data", "console", "tablets"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--today", type=datetime.date.fromisoformat, default=datetime.date.today())
    given = parser.parse_args()
    began = time.monotonic()
    os.makedirs(given.tablets, mode=0o700, exist_ok=True)
    tablets = {name: Tablet(given, name, role) for name, role in ROLES.items()}
    for tablet in tablets.values():
        tablet.sync()
    first = tablets[COORDINATOR]
    year = Year(given.seed, given.today, named(first, "partner"), named(first, "area"), named(first, "code", "name_en"))

    for name, kinds in year.lines.items():
        for kind, entries in kinds.items():
            tablets[name].put(kind, entries)
    on_time = [tablet for name, tablet in tablets.items() if name not in LATE]
    for tablet in on_time:
        tablet.sync()
    authors = [name for name in ROLES if name not in LATE]
    reviewed = review(year, authors, reader_at(given))
    for tablet in on_time:
        tablet.sync()
    disagree(tablets, year)
    for tablet in [*on_time, *(tablets[name] for name in LATE), *tablets.values()]:
        tablet.sync()

    hashes = {role: hashes_of(given, tablets, role) for role in set(ROLES.values())}
    counts = {kind: len(first.list(kind)) for kind in ("partner", "event", "listening_session", "feedback", "commitment",
                                                        "survey_wave")}
    counts["survey_response"] = sum(len(kinds.get("survey_response", [])) for kinds in year.lines.values())
    waiting = sum(json.loads(tablet.cli("status"))["answers_waiting"] for tablet in tablets.values())
    conflicts = len(first.cli("conflicts").splitlines())
    shown = sum(shows_reviews(tablets[name], name, reviewed) for name in authors if name != COORDINATOR)
    of_role = Counter(ROLES.values())
    print(json.dumps({"seed": given.seed, "today": given.today.isoformat(), "tablets": len(tablets), **counts,
                      "answers_waiting": waiting, "conflicts": conflicts, "reviewed": len(reviewed),
                      "tablets_that_show_reviews": shown, "state_hash": sorted(hashes["worker"]),
                      "tablets_at_one_hash": {role: of_role[role] for role in sorted(hashes) if len(hashes[role]) == 1},
                      "seconds": round(time.monotonic() - began, 1)}))
    sys.exit(0 if all(len(each) == 1 for each in hashes.values()) else "The tablets do not agree with each other.")


main()
