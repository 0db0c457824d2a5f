"""What is told in fear is read by the safeguarding officers alone: no word of it is on the tablet, at the office or in a backup.

Each search has a control beside it that finds the words where they may be, or where they were before.
"""

import json
import os
import shutil
import subprocess
import unittest

from console import Console
from programs import ENDS_IN_SECONDS, MEDDLE, PROGRAMME, SERVER, Failed, Field, run, seeded
from tracing import CHANGING, calls_of, chosen, injected, need_tracing
from traces import Traces, files_of, pages, temporary_folder

OPEN = "Rittersporn"  # feedback that nobody has to fear for
WORDS, SUMMARY = SECRETS = ["Zaunkoenigsruf", "Lerchensporn"]
EVERY_CALL = os.environ.get("RAPPORT_EVERY_CALL") == "1"
KILL, KILLED = "signal=SIGKILL", -9


class Officer:
    """A safeguarding officer with a key as their browser makes one."""

    def __init__(self, field, name):
        self.path = os.path.join(field.folder, f"{name}.key")
        self.public = run([MEDDLE, "officer", self.path]).strip()
        self.page = Console(field.server, name, "safeguarding")
        self.add_key()

    def add_key(self):
        """As from the file that the browser keeps, also the second time."""
        _, told = self.page.ask("POST", f"/api/programmes/{PROGRAMME}/officer-keys", {"public_key": self.public, "wrapped": "{}"})
        return told["officers"]

    def opened(self, record):
        """What each of the record's bodies says."""
        fields = self.page.record(record)["fields"]
        keys = [row["key"] for row in fields["sealed_keys"]]
        return [json.loads(run([MEDDLE, "open", self.path, record, row["body"], *keys])) for row in fields["sealed"]]


class SealedFeedback(Traces, unittest.TestCase):
    def setUp(self):
        self.random = seeded("sealed_feedback_test")
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.server = self.field.server
        self.temporary = temporary_folder(self, self.field.folder)
        self.server.restart()

    def with_officers(self, *names):
        self.officers = [Officer(self.field, name) for name in names]
        self.wil = self.field.tablet("wil", "worker")
        self.wil.sync()

    def everything_of(self, tablet):
        return pages("tablet", tablet.profile, self.field.folder) + files_of(tablet.profile) + files_of(self.temporary)

    def everything_at_the_office(self):
        return pages("server", self.server.data, self.field.folder) + files_of(self.server.data) + self.server.logged().encode()

    def worry(self, tablet):
        return tablet.new("feedback", text=WORDS, summary=SUMMARY, channel="in_person", giver="participant", type="concern",
                          sensitive=True, status="new")

    def expect_readable(self, record, by=None):
        for officer in by or self.officers:
            self.assertEqual(officer.opened(record), [{"text": WORDS, "summary": SUMMARY}])

    def test_no_word_of_it_is_anywhere_and_both_officers_read_it(self):
        self.with_officers("gail", "gus")
        self.assertEqual(self.wil.status()["officers"], 2)
        self.wil.new("feedback", text=OPEN, channel="phone", giver="staff", type="thanks")
        record = self.worry(self.wil)
        self.found(self.everything_of(self.wil), [OPEN])
        self.missing(self.everything_of(self.wil), SECRETS)
        told = self.wil.cli("get", record) + self.wil.cli("history", record) + self.wil.cli("list", "feedback")
        self.missing(told.encode(), SECRETS)
        self.wil.sync()
        self.assertEqual(self.wil.status()["waiting"], 0)
        self.expect_readable(record)
        fields = self.officers[0].page.record(record)["fields"]
        self.assertEqual((fields["type"], fields["sensitive"], fields["status"]), ("concern", True, "new"))
        self.assertNotIn("text", fields)
        self.found(self.everything_of(self.wil), [OPEN])
        self.missing(self.everything_of(self.wil), SECRETS)

        # Nobody else is shown that there is such a record.
        coordinator = Console(self.server, "cora")
        with self.assertRaisesRegex(AssertionError, "404"):
            coordinator.record(record)
        self.server.kill()
        self.found(self.everything_at_the_office(), [OPEN])
        self.missing(self.everything_at_the_office(), SECRETS)
        self.server.start()
        self.server.check()
        self.missing(self.server.export("feedback", role="coordinator").encode(), SECRETS)

    def test_with_one_officer_nothing_is_sealed_and_the_tablet_says_so(self):
        self.with_officers("gail")
        self.assertEqual(self.wil.status()["officers"], 1)
        record = self.worry(self.wil)
        self.wil.sync()
        self.found(self.everything_of(self.wil), SECRETS)
        self.found(self.everything_at_the_office(), SECRETS)
        self.assertEqual(self.officers[0].page.record(record)["fields"]["text"], WORDS)

    def test_a_backup_holds_none_of_it_and_a_restored_office_gets_it_again(self):
        self.with_officers("gail", "gus")
        key, before, after = (os.path.join(self.field.folder, name) for name in ("elsewhere.key", "monday.backup", "tuesday.backup"))
        run([SERVER, "backup-key", "--data", self.server.data, "--save", key])
        run([SERVER, "backup", "--data", self.server.data, before])
        record = self.worry(self.wil)
        self.wil.new("feedback", text=OPEN, channel="phone", giver="staff", type="thanks")
        self.wil.sync()
        run([SERVER, "backup", "--data", self.server.data, after])
        for backup, open_words in ((after, [OPEN]), (before, [])):
            self.server.kill()
            shutil.rmtree(self.server.data)
            run([SERVER, "restore", "--data", self.server.data, backup, "--key", key])
            held = self.everything_at_the_office()
            self.found(held, open_words)
            self.missing(held, SECRETS)
            self.server.start()
        for officer, name in zip(self.officers, ("gail", "gus")):
            officer.page = Console(self.server, f"{name}-again", "safeguarding")
        self.wil.sync()
        self.expect_readable(record)
        self.missing(self.everything_of(self.wil), SECRETS)
        self.missing(self.everything_at_the_office(), SECRETS)
        self.server.check()

    def test_erased_its_sealed_body_is_nowhere(self):
        self.with_officers("gail", "gus")
        record = self.worry(self.wil)
        self.wil.sync()
        body = self.officers[0].page.record(record)["fields"]["sealed"][0]["body"]
        self.found(self.everything_of(self.wil), [body[:40]])
        run([SERVER, "erase", "--data", self.server.data, "--programme", PROGRAMME, "--confirm", record, record])
        self.wil.sync()
        self.missing(self.everything_of(self.wil), [body[:40]])
        self.server.kill()
        self.missing(self.everything_at_the_office(), [body[:40]])
        self.server.start()
        self.server.check()

    def test_who_is_no_officer_any_more_is_sealed_to_no_more(self):
        self.with_officers("gail", "gus", "gert")
        run([SERVER, "user", "--data", self.server.data, "move", "gert", "--programme", PROGRAMME, "--role", "coordinator"])
        self.wil.sync()
        self.assertEqual(self.wil.status()["officers"], 2)
        record = self.worry(self.wil)
        self.wil.sync()
        self.expect_readable(record, self.officers[:2])
        fields = self.officers[0].page.record(record)["fields"]
        with self.assertRaises(Failed):
            run([MEDDLE, "open", self.officers[2].path, record, fields["sealed"][0]["body"],
                 *(row["key"] for row in fields["sealed_keys"])])

    def test_a_capture_that_is_killed_at_any_call_leaves_no_word(self):
        need_tracing()
        self.with_officers("gail", "gus")
        line = json.dumps({"fields": {"text": WORDS, "summary": SUMMARY, "type": "concern", "sensitive": True}}) + "\n"
        kills = 0
        calls = calls_of(self.wil.command("put", "feedback"), line)
        for call, when in chosen(calls, CHANGING, self.random, None if EVERY_CALL else 16):
            done = subprocess.run([*injected(call, KILL, when), *self.wil.command("put", "feedback")], input=line,
                                  capture_output=True, text=True, timeout=ENDS_IN_SECONDS)
            self.assertIn(done.returncode, (0, KILLED), done.stderr)
            kills += done.returncode == KILLED
            self.missing(self.everything_of(self.wil), SECRETS)
        self.assertGreater(kills, 8)
        self.wil.sync()
        self.server.check()
        self.missing(self.everything_at_the_office(), SECRETS)


if __name__ == "__main__":
    unittest.main()
