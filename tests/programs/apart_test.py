"""What must be nowhere: planted words are looked for in every page, unused place, log and file of tablet and server.

Each search has a control beside it that finds a word where it may be, so that the search itself can fail.
"""

import datetime
import os
import re
import shutil
import signal
import subprocess
import unittest

from programs import INVALID, SERVER, Field, refusal, run
from traces import Traces, files_of, pages, rows, temporary_folder

# Said aloud, and found nowhere else.
OPEN = "Zaunkoenigsruf"
ANSWERS = ["Quittenmus", "Hagebuttenzweig", "Lerchensporn", "Mauersegler", "Nebelkraehe", "Ohrenkneifer", "Pfingstrose",
           "Rittersporn"]


class Apart(Traces, unittest.TestCase):
    def setUp(self):
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.server = self.field.server
        self.temporary = temporary_folder(self, self.field.folder)
        self.server.restart()
        self.carla = self.field.tablet("carla", "coordinator")
        self.ana = self.field.tablet("ana")
        self.partner = self.ana.new("partner", name="Barbers of Eastlock")
        self.wave = self.carla.new("survey_wave", name="Spring", opens_on="2026-03-01", closes_on="2026-03-31")
        self.carla.sync()
        self.ana.sync()

    def tablet_pages(self, tablet):
        return pages("tablet", tablet.profile, self.field.folder)

    def server_pages(self):
        return pages("server", self.server.data, self.field.folder)

    def answer(self, words, **more):
        fields = {"wave": self.wave, "partner": self.partner, "item_1": "4", "comment": words, **more}
        return self.ana.put("survey_response", {"fields": fields})[0]


class AnonymousAnswers(Apart):
    def test_what_the_office_has_is_gone_from_the_tablet_and_nothing_tells_whose_it_was(self):
        self.ana.new("note", text=OPEN)
        for words in ANSWERS:
            self.assertEqual(self.answer(words), {"type": "survey_response", "receipt": "saved"})
        self.assertEqual(self.ana.status()["answers_waiting"], len(ANSWERS))
        self.found(self.tablet_pages(self.ana), [OPEN, *ANSWERS])

        told = self.ana.cli("sync")
        self.assertEqual(self.ana.status()["answers_waiting"], 0)
        held = self.tablet_pages(self.ana)
        self.found(held, [OPEN])
        self.missing(held, ANSWERS)
        self.missing(told.encode(), ANSWERS)
        self.missing(files_of(self.temporary), [OPEN, *ANSWERS])

        # At the office they are in one table, and no other row knows of them.
        self.server.kill()
        self.found(self.server_pages(), [OPEN, *ANSWERS])
        tables = rows("server", self.server.data, self.field.folder)
        answers = list(tables["answer"].values())
        self.assertEqual(len(answers), len(ANSWERS))
        for answer in answers:
            self.assertEqual(set(answer), {"programme", "about", "id", "counted", "answered"})
        others = b"".join(value for table, held_rows in tables.items() if table != "answer"
                          for row in held_rows.values() for value in row.values())
        self.found(others, [OPEN])
        self.missing(others, ANSWERS)
        for answer in answers:
            self.assertEqual(others.count(answer["id"]), 0)

        # Nobody, no device and no moment is in them.
        whole = b"".join(value for answer in answers for value in answer.values())
        self.found(whole, ANSWERS)
        for replica in tables["replica"].values():
            for secret in (replica["id"], replica["person"], replica["public_key"], replica["person_name"], replica["device_name"]):
                self.assertEqual(whole.count(secret), 0)
        dates = re.findall(rb"\d{4}-\d\d-\d\d", whole)
        self.assertEqual(len(dates), len(ANSWERS))
        for date in dates:
            self.assertEqual(datetime.date.fromisoformat(date.decode()).weekday(), 0)
        self.missing(self.server.logged().encode(), [OPEN, *ANSWERS])
        self.missing(files_of(self.server.data) + files_of(self.ana.profile), [OPEN, *ANSWERS])
        self.server.start()

    def test_neither_place_nor_log_tells_which_came_first(self):
        for words in ANSWERS:
            self.answer(words)
        held = self.tablet_pages(self.ana)
        places = sorted(ANSWERS, key=lambda words: held.index(words.encode()))
        ids = {answer["id"]: next(words for words in ANSWERS if words.encode() in answer["answered"])
               for answer in rows("tablet", self.ana.profile, self.field.folder)["answer"].values()}
        by_id = [ids[identity] for identity in sorted(ids)]
        # A page is filled from its end.
        self.assertEqual(places, by_id[::-1])
        self.assertEqual([held.count(words.encode()) for words in ANSWERS], [1] * len(ANSWERS))

    def test_one_alone_waits_for_its_week_to_end(self):
        self.answer(ANSWERS[0])
        self.ana.sync()
        self.assertEqual(self.ana.status()["answers_waiting"], 1)
        self.answer(ANSWERS[1], week="2026-03-04")
        self.ana.sync()
        self.assertEqual(self.ana.status()["answers_waiting"], 0)

    def test_a_tablet_that_is_killed_while_it_hands_in_leaves_nothing_behind(self):
        following = subprocess.Popen(self.ana.command("sync", "--follow"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(following.stdout.close)
        marked = self.ana.new("note", text=OPEN)
        while marked not in following.stdout.readline():
            pass
        for words in ANSWERS:
            self.answer(words, week="2026-03-04")
        while self.ana.status()["answers_waiting"] > 0:
            pass
        following.send_signal(signal.SIGKILL)
        following.wait()
        # A kill between the deletion and the emptying of the log leaves them there until the profile is opened.
        self.ana.status()
        held = self.tablet_pages(self.ana)
        self.found(held, [OPEN])
        self.missing(held, ANSWERS)

    def test_a_backup_holds_them_sealed_and_gives_them_back(self):
        key = os.path.join(self.field.folder, "elsewhere.key")
        backup = os.path.join(self.field.folder, "monday.backup")
        run([SERVER, "backup-key", "--data", self.server.data, "--save", key])
        for words in ANSWERS:
            self.answer(words)
        self.ana.sync()
        run([SERVER, "backup", "--data", self.server.data, backup])
        with open(backup, "rb") as file:
            self.missing(file.read(), ANSWERS)
        self.server.stop()
        shutil.rmtree(self.server.data)
        run([SERVER, "restore", "--data", self.server.data, backup, "--key", key])
        self.found(self.server_pages(), ANSWERS)
        self.server.start()
        self.ana.sync()

    def test_what_cannot_be_an_answer_is_told_at_once(self):
        for line, words in ((f'{{"fields": {{"wave": "{self.wave}"}}}}', "partner"),
                            (f'{{"id": "{self.wave}", "fields": {{"item_1": "4"}}}}', "never changed"),
                            (f'{{"fields": {{"wave": "{self.wave}", "partner": "{self.partner}", "item_1": "6"}}}}', "item_1"),
                            (f'{{"fields": {{"wave": "{self.wave}", "partner": "{self.partner}", "week": "2999-01-01"}}}}', "to come")):
            code, errors = refusal(self.ana.command("put", "survey_response"), stdin=line + "\n")
            self.assertEqual(code, INVALID)
            self.assertIn(words, errors)
        self.assertEqual(self.ana.status()["answers_waiting"], 0)


if __name__ == "__main__":
    unittest.main()
