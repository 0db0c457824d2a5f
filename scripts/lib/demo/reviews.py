"""What coordinators read of the year at the console, and what they say of it: by the same address and rules as any page."""

import http.client
import json
import random

from words import LOOK_AGAIN

# Who reads what comes in, and how much of which kind they get to.
READERS = ["Halima", "Grant"]
READ = {"listening_session": 0.6, "event": 0.4, "minutes": 0.8, "need": 0.8, "contribution": 0.4, "commitment": 0.2,
        "feedback": 0.12}
ASKED_BACK = 0.06


def drawn(year, authors):
    """(author, kind, record, reader, what they say) of what these people entered, from the year's seed: the same year is read in the same way."""
    draw = random.Random(f"{year.seed} is read")
    for author in authors:
        for kind, share in READ.items():
            for entry in year.lines[author][kind]:
                if draw.random() >= share:
                    continue
                said = {"outcome": "looks_right"}
                if draw.random() < ASKED_BACK:
                    said = {"outcome": "has_issues", "comment": draw.choice(LOOK_AGAIN)}
                yield author, kind, entry["id"], draw.choice(READERS), said


class Page:
    """One reader, signed in at the console."""

    def __init__(self, address, programme, name, password):
        self.line = http.client.HTTPConnection(address, timeout=60)
        self.records = f"/api/programmes/{programme}/records/"
        self.known = {"Content-Type": "application/json"}
        answer, body = self.ask("POST", "/api/sign-in", {"name": name, "password": password})
        self.known |= {"Cookie": answer.getheader("Set-Cookie").split(";")[0], "X-Rapport-CSRF": body["csrf"]}

    def ask(self, method, path, body=None):
        self.line.request(method, path, None if body is None else json.dumps(body), self.known)
        answer = self.line.getresponse()
        text = answer.read()
        if answer.status >= 300:
            raise SystemExit(f"{method} {path}: {answer.status} {text.decode(errors='replace')}")
        return answer, json.loads(text)

    def review(self, record, said):
        """Says it of the record as it stands on the page now."""
        number = self.ask("GET", self.records + record)[1]["number"]
        self.ask("POST", f"{self.records}{record}/review", {"seen": number, **said})


def review(year, authors, page_of):
    """Lets the readers work through their part; answers what they read: (author, kind, record)."""
    pages, read = {}, []
    for author, kind, record, reader, said in drawn(year, authors):
        if reader not in pages:
            pages[reader] = page_of(reader)
        pages[reader].review(record, said)
        read.append((author, kind, record))
    return read
