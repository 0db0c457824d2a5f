"""What a volunteer hands in and may not read back: from the moment it is saved no word of it is on the tablet, and the office has all.

Each search has a control beside it that finds the words where they may be, or where they were before.
"""

import json
import os
import shutil
import subprocess
import unittest

from photos import jpeg_with_place
from programs import ENDS_IN_SECONDS, INVALID, MEDDLE, PROGRAMME, SERVER, Field, Tablet, refusal, run, seeded
from tracing import CHANGING, calls_of, chosen, injected, need_tracing
from traces import Traces, files_of, pages, rows, temporary_folder

OPEN = "Rittersporn"  # a promise: whoever makes one reads it
NAME, PHONE, WORDS, SUMMARY = SECRETS = ["Zaunkoenigsruf", "Quittenmus", "Hagebuttenzweig", "Lerchensporn"]
EVERY_CALL = os.environ.get("RAPPORT_EVERY_CALL") == "1"
KILL, KILLED = "signal=SIGKILL", -9


class HandedIn(Traces, unittest.TestCase):
    def setUp(self):
        self.random = seeded("handed_in_test")
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.server = self.field.server
        self.temporary = temporary_folder(self, self.field.folder)
        self.server.restart()
        self.wil = self.field.tablet("wil", "worker")
        self.event = self.wil.new("event", title="Screening at the library")
        self.wil.sync()
        self.vic = self.field.tablet("vic", "volunteer")
        self.vic.sync()

    def tablet_pages(self, tablet):
        return pages("tablet", tablet.profile, self.field.folder)

    def server_pages(self):
        return pages("server", self.server.data, self.field.folder)

    def everything_of(self, tablet):
        return self.tablet_pages(tablet) + files_of(tablet.profile) + files_of(self.temporary)

    def hand_in(self, tablet):
        """A promise, a sign-in, and feedback that is added to: four changes, three of them nobody's to read back here."""
        self.promise = tablet.new("commitment", text=OPEN)
        self.sign_in = tablet.new("sign_in", event=self.event, name=NAME, phone=PHONE, age_band="30_44", consent="yes")
        self.feedback = tablet.new("feedback", text=WORDS, channel="in_person", giver="participant", type="concern")
        tablet.edit("feedback", self.feedback, summary=SUMMARY)

    def expect_at_the_office(self):
        self.wil.sync()
        self.assertEqual(self.wil.get(self.sign_in)["fields"]["name"], NAME)
        fields = self.wil.get(self.feedback)["fields"]
        self.assertEqual((fields["text"], fields["summary"]), (WORDS, SUMMARY))
        self.server.check()

    def as_of_before(self, tablet):
        """A tablet that never heard of the office's key."""
        run([MEDDLE, "tablet-sql", tablet.profile, "UPDATE programme SET seal_to = x''"])

    def image_of(self, tablet, name):
        copy = Tablet.__new__(Tablet)
        copy.name, copy.profile = name, os.path.join(self.field.folder, name)
        shutil.rmtree(copy.profile, ignore_errors=True)
        shutil.copytree(tablet.profile, copy.profile)
        return copy

    def test_no_word_of_it_is_ever_on_the_tablet_and_the_office_has_it_all(self):
        self.hand_in(self.wil)  # the control: whoever reads it has it
        self.found(self.tablet_pages(self.wil), [OPEN, *SECRETS])
        self.hand_in(self.vic)
        held = self.everything_of(self.vic)
        self.found(held, [OPEN])
        self.missing(held, SECRETS)

        told = self.vic.cli("sync") + self.vic.cli("handed-in") + self.vic.cli("list", "feedback") + self.vic.cli("inbox")
        told += self.vic.cli("history", self.feedback) + self.vic.cli("get", self.sign_in)
        self.missing(told.encode(), SECRETS)
        held = self.everything_of(self.vic)
        self.found(held, [OPEN])
        self.missing(held, SECRETS)
        self.assertEqual(self.vic.status()["waiting"], 0)
        self.expect_at_the_office()

        # What the person sees: of what kind, when, and how far it has come.
        handed = self.vic.lines("handed-in")
        self.assertEqual([(line["type"], line["id"]) for line in handed],
                         [("sign_in", self.sign_in), ("feedback", self.feedback), ("feedback", self.feedback)])
        self.assertEqual({line["receipt"] for line in handed}, {"applied"})
        self.assertTrue(all(line["at"] for line in handed))
        self.assertTrue(self.vic.get(self.sign_in)["handed_in"])
        self.assertNotIn("handed_in", self.vic.get(self.promise))
        self.assertEqual([line["operations"] for line in self.vic.lines("history", self.feedback)], [[], []])
        self.assertEqual(refusal(self.vic.command("undo", self.feedback, handed[1]["dot"]))[0], INVALID)

        # The server may read it; its log and its other files say nothing.
        self.server.kill()
        self.found(self.server_pages(), [OPEN, *SECRETS])
        self.missing(self.server.logged().encode() + files_of(self.server.data), [OPEN, *SECRETS])
        self.server.start()

    def test_what_a_tablet_of_before_has_in_the_open_is_sealed_as_soon_as_it_has_the_key(self):
        self.as_of_before(self.vic)
        self.hand_in(self.vic)
        self.found(self.tablet_pages(self.vic), [OPEN, *SECRETS])
        self.vic.sync()
        held = self.everything_of(self.vic)
        self.found(held, [OPEN])
        self.missing(held, SECRETS)
        self.assertEqual(len(self.vic.lines("handed-in")), 3)
        self.expect_at_the_office()

    def test_a_file_that_is_handed_in_is_gone_a_day_after_the_office_has_it(self):
        self.hand_in(self.vic)
        path = os.path.join(self.field.folder, "photo.jpg")
        with open(path, "wb") as out:
            out.write(jpeg_with_place(self.random, 40_000))
        photo = self.vic.lines("attach", self.feedback, path, "--caption", NAME)[0]["id"]
        self.missing(self.everything_of(self.vic), SECRETS)
        whole = os.path.join(self.vic.profile, "attachments", "whole")
        for name in os.listdir(whole):
            os.utime(os.path.join(whole, name), (0, 0))
        self.assertEqual(len(os.listdir(whole)), 1)
        self.vic.sync()
        self.vic.sync()
        self.assertEqual(os.listdir(whole), [])
        self.expect_at_the_office()
        self.assertEqual(self.wil.lines("fetch", photo, "--out", os.path.join(self.field.folder, "fetched.jpg"))[0]["here"], True)

    def test_an_office_from_a_backup_gets_it_again_and_opens_it(self):
        key, backup = (os.path.join(self.field.folder, name) for name in ("elsewhere.key", "monday.backup"))
        run([SERVER, "backup-key", "--data", self.server.data, "--save", key])
        run([SERVER, "backup", "--data", self.server.data, backup])
        self.hand_in(self.vic)
        self.vic.sync()
        self.server.kill()
        shutil.rmtree(self.server.data)
        run([SERVER, "restore", "--data", self.server.data, backup, "--key", key])
        self.missing(self.server_pages(), SECRETS)
        self.server.start()
        self.vic.sync()
        self.expect_at_the_office()
        self.found(self.server_pages(), SECRETS)
        self.missing(self.everything_of(self.vic), SECRETS)
        self.assertEqual({line["receipt"] for line in self.vic.lines("handed-in")}, {"applied"})

    def test_a_copied_tablet_hands_it_in_once_under_whatever_name(self):
        self.hand_in(self.vic)
        copy = self.image_of(self.vic, "copy")
        second = copy.new("sign_in", event=self.event, name=NAME + " the second", age_band="30_44", consent="yes")
        self.vic.new("sign_in", event=self.event, name=NAME + " the third", age_band="30_44", consent="yes")
        self.vic.sync()
        copy.sync()
        self.assertNotEqual(copy.status()["device"], self.vic.status()["device"])
        again = self.image_of(copy, "again")
        for tablet in (copy, again):
            tablet.new("feedback", text=WORDS, channel="phone", giver="staff", type="thanks")
        for tablet in (copy, again, self.vic) * 2:
            tablet.sync()
            self.missing(self.everything_of(tablet), SECRETS)
            self.assertEqual(tablet.status()["waiting"], 0)
        self.expect_at_the_office()
        self.assertEqual(self.wil.get(second)["fields"]["name"], NAME + " the second")
        self.assertEqual(len(self.wil.list("sign_in")), 3)
        self.assertEqual(len(self.wil.list("feedback")), 3)
        self.assertEqual({line["receipt"] for line in copy.lines("handed-in")}, {"applied"})

    def test_a_capture_that_is_killed_at_any_call_leaves_no_word(self):
        need_tracing()
        line = json.dumps({"fields": {"text": WORDS, "channel": "in_person", "giver": "participant", "type": "concern"}}) + "\n"
        kills = 0
        calls = calls_of(self.vic.command("put", "feedback"), line)
        for call, when in chosen(calls, CHANGING, self.random, None if EVERY_CALL else 16):
            done = subprocess.run([*injected(call, KILL, when), *self.vic.command("put", "feedback")], input=line,
                                  capture_output=True, text=True, timeout=ENDS_IN_SECONDS)
            self.assertIn(done.returncode, (0, KILLED), done.stderr)
            kills += done.returncode == KILLED
            self.missing(self.everything_of(self.vic), SECRETS)
        self.assertGreater(kills, 8)
        self.vic.sync()
        self.server.check()

    def test_a_role_that_is_narrowed_leaves_no_word_whenever_the_tablet_is_killed(self):
        need_tracing()
        self.hand_in(self.wil)
        self.wil.sync()
        self.found(self.tablet_pages(self.wil), [OPEN, *SECRETS])
        run([SERVER, "user", "--data", self.server.data, "move", "wil", "--programme", PROGRAMME, "--role", "volunteer"])
        calls = calls_of(self.image_of(self.wil, "counted").command("sync"))
        kills = 0
        for call, when in chosen(calls, CHANGING, self.random, None if EVERY_CALL else 24):
            tablet = self.image_of(self.wil, "killed")
            done = subprocess.run([*injected(call, KILL, when), *tablet.command("sync")], capture_output=True, text=True,
                                  timeout=ENDS_IN_SECONDS)
            self.assertIn(done.returncode, (0, KILLED), done.stderr)
            kills += done.returncode == KILLED
            # The next program on this profile: either the office has not told yet, or nothing is left.
            if tablet.status()["role"] == "volunteer":
                self.missing(self.everything_of(tablet), SECRETS)
            tablet.sync()
            self.assertEqual(tablet.status()["role"], "volunteer")
            self.missing(self.everything_of(tablet), SECRETS)
            self.found(self.tablet_pages(tablet), [OPEN])
        self.assertGreater(kills, 8)

    def test_what_is_kept_of_it_is_a_box_and_when_it_was_handed_in(self):
        self.hand_in(self.vic)
        held = rows("tablet", self.vic.profile, self.field.folder)
        kept = [row["encoded"][:1] for row in held["own_bytes"].values()]
        self.assertEqual(sorted(kept), [b"\x01", b"\x02", b"\x02", b"\x02"])
        self.assertEqual(len(held["own_before"]), 0)
        self.assertEqual({len(row["seal_to"]) for row in held["programme"].values()}, {32})


if __name__ == "__main__":
    unittest.main()
