"""A year of Quillan County, from a seed: what each person entered on their tablet, as lines for `rapport-cli put`.

Everything happens in the twelve months before `today`; the built-in demonstration (assets/demo), which has the partners, places and
themes, is its beginning. The same seed and day make the same year.
"""

import datetime
import random
import uuid
from collections import defaultdict

from answers import WE_DID, YOU_SAID
from words import (CONTACTS, EVENTS, GIVEN, NEEDS, NOTES, PROMISES, PURPOSES, RECEIVED, SAID, THANKS,
                   THEIR_PROMISES)

NAMES = uuid.UUID("0b8f4c57-6f43-5d0e-9a55-2f6a1f4e7c11")
TALLY = uuid.UUID("5a1c0d3e-7b64-5e8f-9c2d-1f0b6a4e8d77")  # shared/model/tally_cell_key.h
OFFSET = "-06:00"
AGES = ["0-17", "18-39", "40-64", "65+", "not_asked"]
LANGUAGES = ["en", "es", "other", "not_asked"]

# Who carries a tablet, in which role. Noor writes what only a coordinator may.
WORKERS = ["Marisol", "Teo", "Dev"]
VOLUNTEERS = ["Ruth", "Lupe", "Sam"]
COORDINATOR = "Noor"
ROLES = {**dict.fromkeys(WORKERS, "worker"), **dict.fromkeys(VOLUNTEERS, "volunteer"), COORDINATOR: "coordinator"}

# Whose tablets people answer the pulse on, and which of its items are agreed with less than others.
KIOSKS = ["Marisol", "Teo"]
HARDER = {3: -0.4, 4: -0.6, 5: -0.3, 8: -0.2, 10: 0.3}

# What the year adds to the built-in beginning: 60 events, 40 sessions, 900 items of feedback, 250 promises in all.
EVENTS_MORE, SESSIONS_MORE, FEEDBACK_MORE, PROMISES_MORE, WAVES = 47, 34, 875, 234, 3


class Year:
    """`lines[person][type]` are the entries, in the order in which they were made."""

    def __init__(self, seed, today, partners, areas, codes):
        self.draw = random.Random(seed)
        self.seed = seed
        self.today = today
        self.partners, self.areas, self.codes = partners, areas, codes  # {name: id}
        self.lines = defaultdict(lambda: defaultdict(list))
        self.count = 0
        self.events, self.sessions, self.feedback, self.promises = [], [], [], []
        self.plan_events()
        self.listen()
        self.hear()
        self.promise()
        self.stewards_and_contacts()
        self.give_and_receive()
        self.needs()
        self.waves()

    # -- entries

    def add(self, author, what, /, **fields):
        self.count += 1
        record = str(uuid.uuid5(NAMES, f"{self.seed}:{what}:{self.count}"))
        self.lines[author][what].append({"id": record, "fields": fields})
        return record

    def day(self, ago):
        return self.today - datetime.timedelta(days=ago)

    def date(self, ago):
        return self.day(ago).isoformat()

    def at(self, ago, hour, minute=0):
        return f"{self.day(ago).isoformat()}T{hour:02}:{minute:02}:00{OFFSET}"

    def some_time(self, ago):
        return self.at(ago, self.draw.randint(9, 19), self.draw.randint(0, 59))

    def days_ago(self):
        """More of late than at the beginning: the programme grew."""
        return min(364, max(1, int(365 * self.draw.betavariate(1, 1.3))))

    def partner(self):
        return self.draw.choice(sorted(self.partners.items()))

    # -- events, with who was there

    def plan_events(self):
        kinds = ["pop_up_screening"] * 14 + ["tabling"] * 8 + ["check_in"] * 10 + ["listening"] * 8 + \
                ["celebration"] * 2 + ["training"] * 2 + ["co_design_workshop"] * 3
        for number, kind in enumerate(kinds[:EVENTS_MORE]):
            name, partner = self.partner()
            ago = 360 - number * 360 // EVENTS_MORE - self.draw.randint(0, 6)
            hour, held = self.draw.choice([9, 10, 14, 17]), self.draw.random() < 0.92
            worker = self.draw.choice(WORKERS)
            event = self.add(worker, "event", type=kind, title=self.draw.choice(EVENTS[kind]).format(p=name),
                             start=self.at(ago, hour), end=self.at(ago, hour + self.draw.choice([1, 2, 3])),
                             place=f"{name}, {self.draw.choice(sorted(self.areas))}", host_role=self.draw.choice(["lead", "tabling"]),
                             planned=self.draw.random() < 0.9, partner=partner, partners_invited=[partner],
                             partners_attended=[partner] if held else [], status="held" if held else "cancelled",
                             told_in_advance=held or self.draw.random() < 0.7, time_zone="America/Chicago")
            self.events.append((event, kind, ago, name, partner, held))
            self.who_comes(event, held)
            if held and kind in ("pop_up_screening", "tabling"):
                self.tally(event)
            if held and kind == "check_in":
                self.minutes(worker, event, ago, name, partner)

    def who_comes(self, event, held):
        for person in self.draw.sample(VOLUNTEERS, 2):
            came = "came" if held and self.draw.random() < 0.9 else "absent"
            self.add(person, "assignment", event=event, person=person, task=self.draw.choice(["Gate", "Cards", "Water", "Chairs"]),
                     status=came)

    def tally(self, event):
        person = self.draw.choice(VOLUNTEERS + WORKERS)
        station = self.add(person, "station", event=event, name=self.draw.choice(["Gate", "Shade tent", "Hall door", "Table"]))
        for age in AGES:
            for language in LANGUAGES:
                people = int(self.draw.expovariate(1 / (9 if language in ("en", "es") and age != "not_asked" else 2)))
                if people == 0:
                    continue
                buckets = f"age_band={age};language={language}"
                cell = str(uuid.uuid5(TALLY, f"tally_cell:{event}:{station}:{buckets}"))
                self.lines[person]["tally_cell"].append({"id": cell, "fields": {
                    "event": event, "station": station, "buckets": buckets, "people": {"add": people}}})

    def minutes(self, worker, event, ago, name, partner):
        self.add(worker, "minutes", event=event, title=f"Check-in with {name}", partner=partner, share="partner",
                 text=f"{self.draw.choice(NOTES).format(n=self.draw.randint(3, 9))} Next time we begin with the answers.",
                 agenda=[{"text": "What we promised"}, {"text": "What you have heard"}, {"text": "The date of the next visit"}],
                 sent_at=self.at(max(0, ago - 2), 10), **({"acknowledged_at": self.at(max(0, ago - 5), 9), "acknowledged_by": name}
                                                         if self.draw.random() < 0.8 else {}))

    # -- listening

    def listen(self):
        places = [event for event in self.events if event[5]]
        for number in range(SESSIONS_MORE):
            event, _, ago, name, partner, _ = places[number % len(places)]
            worker, scribe = self.draw.sample(WORKERS, 2)
            people = self.draw.randint(5, 18)
            session = self.add(worker, "listening_session", event=event, purpose=self.draw.choice(PURPOSES),
                               level=self.draw.choice(["inform", "consult", "consult", "involve", "collaborate"]), moderator=worker,
                               scribe=scribe, host=name, participants={"add": people}, minutes=self.draw.randint(40, 100),
                               ground_rules_read=True, interpreter=self.draw.random() < 0.4,
                               **({"shared_back_at": self.at(max(1, ago - 14), 18)} if self.draw.random() < 0.75 else {}))
            self.sessions.append(session)
            self.write_down(session, scribe, worker, ago)

    def write_down(self, session, scribe, worker, ago):
        for number in range(self.draw.randint(3, 6)):
            theme = self.draw.choice(sorted(SAID))
            self.add(scribe, "note", session=session, text=self.draw.choice(NOTES).format(n=self.draw.randint(2, 9)),
                     time=self.at(ago, 18, 5 + number * 8), author=scribe, codes=[self.codes[theme]], language="en")
        for _ in range(self.draw.randint(1, 4)):
            theme = self.draw.choice(sorted(SAID))
            language, text, summary = self.draw.choice(SAID[theme])
            translation = {"translation": summary + ".", "translation_by": "human"} if language != "en" else {}
            self.add(worker, "quote", session=session, verbatim=text, original_language=language, codes=[self.codes[theme]],
                     attribution=self.draw.choice(["none", "role"]), speaker="Somebody in the circle",
                     consent=self.draw.choice(["yes", "yes", "yes", "no"]), **translation)

    # -- feedback, and what became of it

    def hear(self):
        for _ in range(FEEDBACK_MORE):
            ago = self.days_ago()
            kind = self.draw.choices(["question", "suggestion", "concern", "complaint", "thanks", "rumour", "observation"],
                                     [20, 20, 24, 8, 14, 4, 10])[0]
            theme = "Misinformation" if kind == "rumour" else self.draw.choice(sorted(SAID))
            language, text, summary = self.draw.choice(THANKS if kind == "thanks" else SAID[theme])
            name, partner = self.partner()
            person = self.draw.choice(WORKERS + VOLUNTEERS)
            event = self.draw.choice(self.events) if self.draw.random() < 0.6 else None
            stage = self.stage_of(ago)
            item = self.add(person, "feedback", received_at=self.some_time(ago),
                            channel=self.draw.choices(["in_person", "phone", "message", "paper", "online"], [55, 12, 15, 14, 4])[0],
                            giver=self.draw.choices(["anonymous", "partner", "participant", "staff"], [22, 18, 55, 5])[0], type=kind,
                            solicited=self.draw.random() < 0.62, text=text, language=language, summary=summary,
                            codes=[self.codes[theme]], status=stage, assignee=self.draw.choice([COORDINATOR, *WORKERS]),
                            due=self.date(ago - 30), partner=partner, **({"event": event[0]} if event else {}))
            self.feedback.append((item, ago))
            if stage in ("responded", "closed"):
                self.answer(item, ago, "Thanks" if kind == "thanks" else theme, summary, stage)

    def stage_of(self, ago):
        """What is old has mostly been told; a little of it was forgotten, and is late."""
        if ago < 4 or (ago < 9 and self.draw.random() < 0.15):
            return "new"
        if ago < 30 and self.draw.random() < 0.5:
            return self.draw.choice(["acknowledged", "assigned"])
        shares = [26, 60, 6, 8] if ago < 45 else [4, 94, 1, 1]
        return self.draw.choices(["responded", "closed", "acknowledged", "assigned"], shares)[0]

    def answer(self, item, ago, theme, summary, stage):
        outcome, did, did_es, why, why_es = self.draw.choice(WE_DID[theme])
        said, said_es = YOU_SAID[summary]
        first = max(0, ago - self.draw.choice([0, 1, 1, 2, 3, 5, 9, 16]))
        told = {"told_giver_at": self.some_time(max(0, first - self.draw.choice([0, 1, 4, 9, 20]))),
                "told_via": self.draw.choice(["in_person", "in_person", "phone", "message", "poster"]),
                "told_people": self.draw.choice([1, 1, 2, 4, 9, 14, 22, 31, 40])} if stage == "closed" else {}
        spanish = {"you_said_es": said_es, "we_did_es": did_es} if self.draw.random() < 0.8 else {}
        if outcome != "done":
            spanish |= {"reason": why} | ({"reason_es": why_es} if spanish else {})
        self.add(COORDINATOR, "response", feedback=item, you_said=said, we_did=did, outcome=outcome,
                 first_response_at=self.some_time(first), published=stage == "closed", **told, **spanish)

    # -- promises

    def promise(self):
        for _ in range(PROMISES_MORE):
            due_ago = self.days_ago() - 18
            template = self.draw.choice(PROMISES)
            text = template.format(n=self.draw.choice([6, 10, 20, 40]), d=self.draw.choice(["9th", "14th", "22nd"]),
                                   t=self.draw.choice(["14 bus", "Sunday hours", "ramp"]))
            name, partner = self.partner()
            theirs = template in THEIR_PROMISES
            status, more = self.end_of(due_ago)
            answers = {"answers": self.draw.choice(self.feedback)[0]} if self.draw.random() < 0.3 else {}
            item = self.add(self.draw.choice(WORKERS + VOLUNTEERS), "commitment", text=text,
                            size=self.draw.choice(["small", "small", "normal"]), owed_by=name if theirs else "us",
                            owed_to="us" if theirs else name, origin=self.draw.choice(["conversation", "conversation", "minutes"]),
                            original_due=self.date(due_ago), status=status, partner=partner,
                            event=self.draw.choice(self.events)[0], assignee=self.draw.choice([*WORKERS, *VOLUNTEERS]), **answers,
                            **more)
            self.promises.append((item, text))

    def end_of(self, due_ago):
        """Status of a promise, and what goes with it: seven in eight of those that came due were kept in time."""
        if due_ago <= 0:
            return self.draw.choice(["open", "open", "doing"]), {}
        end = self.draw.random()
        if end < 0.86:
            done = due_ago + self.draw.choice([0, 0, 1, 2, 5])
            told = {"told_at": self.some_time(max(0, done - 1)), "told_via": "in_person"} if self.draw.random() < 0.85 else {}
            return "kept", {"done_at": self.some_time(done), **told}
        if end < 0.92:
            return "kept", {"done_at": self.some_time(max(0, due_ago - self.draw.randint(1, 9)))}
        return ("broken" if end < 0.96 else "released_by_partner" if end < 0.975 else "open"), {}

    # -- people, and what goes to and fro

    def stewards_and_contacts(self):
        for number, (name, partner) in enumerate(sorted(self.partners.items())):
            worker = WORKERS[number % len(WORKERS)]
            contact = CONTACTS[number % len(CONTACTS)]
            self.add(worker, "contact", partner=partner, name=contact, title="First to ask", phone=f"555-01{number:02}",
                     email=f"{contact.split()[-1].lower()}@example.org".replace("á", "a"), preferred_channel="phone",
                     languages=["en"] if number % 3 else ["en", "es"], consent_to_contact="yes")
            since = self.draw.randint(120, 360)
            self.add(worker, "steward_assignment", partner=partner, side="partner", person=contact, **{"from": self.date(since)})
            if number % 4 == 0:  # somebody left, and handed over
                self.add(worker, "steward_assignment", partner=partner, side="us", person="Amina", to=self.date(90),
                         handover_note=f"Knows {contact} by name. Two promises are open; both are written down.",
                         **{"from": self.date(since)})
                since = 90
            self.add(worker, "steward_assignment", partner=partner, side="us", person=worker, **{"from": self.date(since)})

    def give_and_receive(self):
        for _ in range(80):
            name, partner = self.partner()
            direction = self.draw.choice(["given", "given", "received"])
            kind, text = self.draw.choice(GIVEN if direction == "given" else RECEIVED)
            self.add(self.draw.choice(WORKERS), "contribution", partner=partner, direction=direction, kind=kind, text=text,
                     amount=float(self.draw.choice([1, 2, 2, 3, 4, 6])), unit="hours", on=self.date(self.days_ago()))

    def needs(self):
        for theme, text, status in NEEDS:
            agreed = [] if status == "heard" else ["us", self.partner()[1]]
            self.add(self.draw.choice(WORKERS), "need", text=text, code=self.codes[theme], status=status, agreed_by=agreed,
                     source_sessions=self.draw.sample(self.sessions, 3))

    # -- the pulse

    def waves(self):
        partners = sorted(self.partners.values())
        liked = {partner: self.draw.uniform(-0.5, 0.5) for partner in partners}
        for number in range(WAVES):
            ago = 330 - number * 120
            asked = {partner: self.draw.randint(9, 16) for partner in partners}
            wave = self.add(COORDINATOR, "survey_wave", name=f"Pulse {number + 1}", opens_on=self.date(ago),
                            closes_on=self.date(ago - 14), partners=partners,
                            handed_out=[{"partner": partner, "people": people} for partner, people in asked.items()])
            for place, (partner, people) in enumerate(asked.items()):
                # Trust grew a little from wave to wave; of one partner it did not.
                mood = 3.6 + 0.2 * number + liked[partner] - (1.1 if number == 2 and place == 7 else 0)
                for _ in range(int(people * self.draw.uniform(0.55, 0.95))):
                    self.ask(KIOSKS[place % len(KIOSKS)], wave, partner, mood, ago - self.draw.randint(0, 13))

    def ask(self, person, wave, partner, mood, ago):
        """One answer, given on this person's tablet: it has no id, and keeps no day."""
        mood += self.draw.gauss(0, 0.5)
        items = {}
        for item in range(1, 13):
            chance = self.draw.random()
            if chance < 0.03:
                continue
            step = min(5, max(1, round(mood + HARDER.get(item, 0) + self.draw.gauss(0, 0.7))))
            items[f"item_{item}"] = "not_applicable" if chance < 0.08 else str(step)
        comment = {"comment": self.draw.choice(THANKS)[1]} if self.draw.random() < 0.12 else {}
        self.lines[person]["survey_response"].append({"fields": {
            "wave": wave, "partner": partner, "week": self.date(ago), "language": self.draw.choice(["en", "en", "es"]), **items,
            **comment}})
