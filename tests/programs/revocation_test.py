"""A tablet whose access is withdrawn: it hands over what it has not sent, then it is cleared, and never the other way round."""

import os
import shutil
import signal
import subprocess
import time
import unittest

from chaos_line import DOWN, UP, ChaosLine
from console import Console
from photos import jpeg_with_place
from programs import ENDS_IN_SECONDS, NOT_FOUND, PROGRAMME, REFUSED, SERVER, UNAVAILABLE, Field, Tablet, refusal, run, seeded
from traces import Traces, pages, rows
from tracing import need_tracing

SENT, UNSENT = "Zaunkoenigsruf", "Quittenmus"
CLOSES_IN_SECONDS = 5
GOES = {"profile.db", "profile.db-wal", "database.key", "device.key", "attachments"}


class Revocation(Traces, unittest.TestCase):
    def setUp(self):
        self.random = seeded("revocation_test")
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.server = self.field.server
        self.noor = Console(self.server, "noor")
        self.ana = self.field.tablet("ana")
        self.ben = self.field.tablet("ben")

    def revoke(self, tablet):
        self.noor.ask("POST", f"/api/programmes/{PROGRAMME}/devices/{tablet.status()['device']}/revoke", {})

    def work(self, tablet):
        """What the office has, and what it does not: a note, an edit, and a photo of a new record."""
        self.note = tablet.new("note", text=SENT)
        tablet.sync()
        path = os.path.join(self.field.folder, "wall.jpg")
        with open(path, "wb") as out:
            out.write(jpeg_with_place(self.random, 300_000))
        self.workshop = tablet.new("workshop", question=UNSENT)
        self.photo = tablet.lines("attach", self.workshop, path)[0]["id"]
        os.remove(path)

    def expect_said(self, tablet):
        code, words = refusal(tablet.command("status"))
        self.assertEqual(code, NOT_FOUND)
        self.assertIn("withdrawn this tablet's access", words)
        self.assertIn("new link or code", words)

    def expect_cleared(self, tablet):
        self.assertEqual(set(os.listdir(tablet.profile)) & GOES, set())
        self.expect_said(tablet)

    def expect_in_quarantine(self, tablets=1):
        """Every change with its words, once, and every photo whole."""
        tables = rows("server", self.server.data, self.field.folder)
        aside = [row for row in tables["log"].values() if UNSENT.encode() in row["change"]]
        self.assertEqual(len(aside), tablets)
        self.assertEqual({row["stage"] for row in aside}, {b"5"})
        self.assertEqual(len(tables["blob_pin"]), tablets)
        self.assertEqual(len(os.listdir(os.path.join(self.server.data, "blobs", "whole"))), 1)
        self.server.check()

    def test_it_hands_over_what_was_not_sent_and_is_cleared(self):
        self.work(self.ana)
        self.found(pages("tablet", self.ana.profile, self.field.folder), [SENT, UNSENT])
        self.revoke(self.ana)
        code, words = refusal(self.ana.command("sync"))
        self.assertEqual(code, REFUSED, words)
        self.assertIn("cleared", words)
        self.expect_cleared(self.ana)
        self.expect_in_quarantine()
        # Nobody but the coordinator has it.
        self.ben.sync()
        self.assertEqual([each["id"] for each in self.ben.list("workshop")], [])
        # Anew, as somebody else's tablet would be.
        again = Tablet(self.field.folder, self.server, "ana")
        self.assertEqual(again.status()["records"], 0)
        again.sync()
        self.assertEqual(again.get(self.note)["fields"]["text"], SENT)

    def test_who_leaves_the_programme_hands_over_and_is_cleared(self):
        self.work(self.ana)
        self.assertEqual(run([SERVER, "user", "--data", self.server.data, "remove", "ana", "--programme", PROGRAMME]), "1\n")
        self.assertEqual(refusal(self.ana.command("sync"))[0], REFUSED)
        self.expect_cleared(self.ana)
        self.expect_in_quarantine()
        self.ben.sync()
        self.assertEqual(self.ben.get(self.note)["fields"]["text"], SENT)

    def test_a_narrower_role_sends_first_and_then_keeps_nothing_that_it_may_not_read(self):
        kept = self.ben.new("contact", name=SENT)
        self.ben.sync()
        self.ana.sync()
        self.assertEqual(self.ana.get(kept)["fields"]["name"], SENT)
        feedback = self.ana.new("feedback", text=UNSENT)
        self.found(pages("tablet", self.ana.profile, self.field.folder), [SENT, UNSENT])
        moved = run([SERVER, "user", "--data", self.server.data, "move", "ana", "--programme", PROGRAMME, "--role", "volunteer"])
        self.assertEqual(moved, "1\n")
        self.ana.sync()
        self.assertEqual(self.ana.status()["role"], "volunteer")
        self.assertEqual(refusal(self.ana.command("get", kept))[0], NOT_FOUND)
        self.missing(pages("tablet", self.ana.profile, self.field.folder), [SENT, UNSENT])
        self.ben.sync()
        self.assertEqual(self.ben.get(feedback)["fields"]["text"], UNSENT)
        self.assertEqual(self.ana.state_hash(), self.server.state_hash("volunteer"))
        self.server.check()

    def test_one_that_is_connected_is_shut_out_in_seconds_and_hands_over(self):
        following = subprocess.Popen(self.ana.command("sync", "--follow"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(following.stdout.close)
        self.addCleanup(following.stderr.close)
        marked = self.ana.new("note", text=SENT)
        while marked not in following.stdout.readline():
            pass
        begun = time.monotonic()
        self.revoke(self.ana)
        said = following.stderr.readline()
        self.assertLess(time.monotonic() - begun, CLOSES_IN_SECONDS)
        self.assertIn("withdrawn", said)
        self.assertEqual(following.wait(timeout=ENDS_IN_SECONDS), REFUSED)
        self.expect_cleared(self.ana)

    def test_a_line_that_is_cut_clears_nothing_that_the_office_does_not_hold(self):
        with ChaosLine(self.server.port) as line:
            tablet = self.field.tablet("cleo", line=line)
            self.work(tablet)
            self.revoke(tablet)
            for direction, count in ((UP, 300), (DOWN, 300), (UP, 1_000), (UP, 60_000), (UP, 60_000), (DOWN, 450)):
                line.cut_after(direction, count)
                self.assertEqual(refusal(tablet.command("sync"))[0], UNAVAILABLE, (direction, count))
                self.found(pages("tablet", tablet.profile, self.field.folder), [SENT, UNSENT])
                self.assertEqual(len(os.listdir(os.path.join(tablet.profile, "attachments", "whole"))), 1)
            self.assertEqual(line.cuts, 6)
            self.assertEqual(refusal(tablet.command("sync"))[0], REFUSED)
            self.expect_cleared(tablet)
        self.expect_in_quarantine()

    def test_wherever_clearing_is_killed_it_is_gone_on_with_and_nothing_is_lost(self):
        need_tracing()
        self.work(self.ana)
        self.revoke(self.ana)
        killed = set()
        # Each image is the same tablet; what the first hands over the others find there.
        for call in ("unlink", "unlinkat", "rename", "fsync"):
            for when in range(1, 30):
                folder = os.path.join(self.field.folder, f"{call}-{when}")
                shutil.copytree(self.ana.profile, folder)
                tablet = Tablet.__new__(Tablet)
                tablet.name, tablet.profile = os.path.basename(folder), folder
                traced = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
                          "-e", f"inject={call}:signal=SIGKILL:when={when}", *tablet.command("sync")]
                done = subprocess.run(traced, capture_output=True, check=False, timeout=ENDS_IN_SECONDS)
                if done.returncode == REFUSED:
                    break  # it was not called so often
                self.assertIn(done.returncode, (-signal.SIGKILL, 128 + signal.SIGKILL), done.stderr)
                begun = {"clearing", "cleared"} & set(os.listdir(folder))
                if not begun:
                    self.found(pages("tablet", folder, self.field.folder), [SENT, UNSENT])
                    refusal(tablet.command("sync"))
                self.expect_said(tablet)
                self.missing(pages("tablet", folder, self.field.folder), [SENT, UNSENT])
                self.assertNotIn("clearing", os.listdir(folder))
                self.assertNotIn("attachments", os.listdir(folder))
                killed.add((call, bool(begun)))
                shutil.rmtree(folder)
        self.assertIn(("rename", True), killed)
        self.assertIn(("rename", False), killed)
        self.expect_in_quarantine()


if __name__ == "__main__":
    unittest.main()
