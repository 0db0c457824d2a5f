"""A tablet that reaches no network: what it did not send is carried to its office in a file, by a person, and enters once."""

import json
import os
import shutil
import subprocess
import time
import unittest

from photos import jpeg_with_place
from programs import (ENDS_IN_SECONDS, INVALID, NOT_FOUND, PROGRAMME, REFUSED, SERVER, STORAGE, USAGE, Field, Server, few,
                      refusal, run, seeded)

WORDS, HANDED_IN = "Rittersporn", "Zaunkoenigsruf"


class Carried(unittest.TestCase):
    def setUp(self):
        self.random = seeded("carried_test")
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.server = self.field.server
        self.ana = self.field.tablet("ana")
        self.ana.sync()

    def path(self, name):
        return os.path.join(self.field.folder, name)

    def carry_out(self, tablet, name="carried.rapport", *options):
        path = self.path(name)
        return path, tablet.lines("carry-out", path, *options)[0]

    def carry_in(self, path, server=None):
        return json.loads(run([SERVER, "carry-in", "--data", (server or self.server).data, path]))

    def refused(self, path, server=None):
        return refusal([SERVER, "carry-in", "--data", (server or self.server).data, path])

    def photo(self, tablet, about):
        path = self.path("bench.jpg")
        with open(path, "wb") as out:
            out.write(jpeg_with_place(self.random))
        return tablet.lines("attach", about, path)[0]["id"]

    def test_what_was_not_sent_arrives_and_enters_once(self):
        sent = self.ana.new("partner", name="Mill Street Library")
        self.ana.sync()
        note = self.ana.new("note", text=WORDS)
        self.ana.edit("partner", sent, description="Open on Sundays")
        workshop = self.ana.new("workshop", question="Where should the bench stand?")
        photo = self.photo(self.ana, workshop)
        path, told = self.carry_out(self.ana)
        self.assertEqual((told["files"], told["size_bytes"]), (1, os.path.getsize(path)))
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        with open(path, "rb") as file:
            self.assertNotIn(WORDS.encode(), file.read())

        taken = self.carry_in(path)
        self.assertEqual((taken["person"], taken["device"]), ("ana", "ana-tablet"))
        self.assertEqual((taken["applied"], taken["known_before"], taken["files"], taken["files_left"]), (told["changes"], 0, 1, 0))
        ben = self.field.tablet("ben")
        ben.sync()
        self.assertEqual(ben.get(note)["fields"]["text"], WORDS)
        self.assertEqual(ben.get(sent)["fields"]["description"], "Open on Sundays")
        copy = self.path("copy.jpg")
        ben.cli("fetch", photo, "--out", copy)
        self.assertGreater(os.path.getsize(copy), 0)

        # Nothing happens twice, neither by the file nor by the tablet, which reaches a network after all.
        self.assertEqual(self.carry_in(path)["known_before"], told["changes"])
        self.ana.sync()
        self.assertEqual(self.ana.status()["waiting"], 0)
        self.assertTrue(self.ana.get(workshop)["complete"])
        ben.sync()
        self.assertEqual(self.ana.state_hash(), ben.state_hash())
        self.assertEqual(self.ana.state_hash(), self.server.state_hash())
        self.assertEqual(self.carry_out(self.ana, "empty.rapport")[1]["changes"], 0)
        self.server.check()

    def test_a_running_server_passes_it_on_to_who_is_connected(self):
        ben = self.field.tablet("ben")
        ben.new("note", text="Ben's")
        follower = subprocess.Popen(ben.command("sync", "--follow"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(follower.stdout.close)
        self.addCleanup(follower.wait)
        self.addCleanup(follower.kill)
        while "applied" not in follower.stdout.readline():
            self.assertIsNone(follower.poll())
        note = self.ana.new("note", text=WORDS)
        path, _ = self.carry_out(self.ana)
        self.carry_in(path)
        ends = time.monotonic() + ENDS_IN_SECONDS
        while note not in [each["id"] for each in ben.list("note")]:
            self.assertLess(time.monotonic(), ends, "nobody told Ben's tablet")
            self.assertIsNone(follower.poll())

    def test_what_was_handed_in_sealed_goes_as_it_is(self):
        vic = self.field.tablet("vic", "volunteer")
        feedback = vic.new("feedback", text=HANDED_IN, channel="in_person", giver="participant", type="concern")
        path, told = self.carry_out(vic, "vic.rapport")
        self.assertEqual(self.carry_in(path)["applied"], told["changes"])
        self.ana.sync()
        self.assertEqual(self.ana.get(feedback)["fields"]["text"], HANDED_IN)
        vic.sync()
        self.assertEqual(vic.status()["waiting"], 0)

    def test_a_file_that_is_not_whole_or_not_for_this_office_changes_nothing(self):
        self.ana.new("note", text=WORDS)
        path, _ = self.carry_out(self.ana)
        with open(path, "rb") as file:
            whole = file.read()
        before = self.server.state_hash()
        spoilt = self.path("spoilt.rapport")
        places = sorted({0, 8, 20, 100, len(whole) - 1, *self.random.sample(range(len(whole)), few(20, 5))})
        for what in [whole[:at] for at in places] + [whole + b"x"] + [
                whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1:] for at in places]:
            with open(spoilt, "wb") as out:
                out.write(what)
            code, words = self.refused(spoilt)
            self.assertIn(code, (INVALID, REFUSED), words)
        self.assertEqual(self.refused(self.path("nothing.rapport"))[0], NOT_FOUND)
        folder = self.path("elsewhere")
        os.mkdir(folder)
        elsewhere = Server(folder)
        self.assertEqual(self.refused(path, elsewhere)[0], REFUSED)
        self.assertEqual(self.server.state_hash(), before)
        self.assertEqual(self.carry_in(path)["applied"], 1)

    def test_a_file_of_a_tablet_that_was_shut_out_is_set_aside(self):
        note = self.ana.new("note", text=WORDS)
        path, told = self.carry_out(self.ana)
        run([SERVER, "user", "--data", self.server.data, "remove", "ana", "--programme", PROGRAMME])
        taken = self.carry_in(path)
        self.assertEqual((taken["applied"], taken["set_aside"]), (0, told["changes"]))
        ben = self.field.tablet("ben")
        ben.sync()
        self.assertEqual(refusal(ben.command("get", note))[0], NOT_FOUND)

    def test_an_office_that_was_restored_needs_everything_that_is_kept(self):
        saved = self.path("saved")
        self.server.stop()
        shutil.copytree(self.server.data, saved)
        self.server.start()
        lost = self.ana.new("note", text="Sent, and lost with the office's disk")
        self.ana.sync()
        note = self.ana.new("note", text=WORDS)
        unsent, _ = self.carry_out(self.ana, "unsent.rapport")
        everything, told = self.carry_out(self.ana, "everything.rapport", "--everything")
        self.server.stop()
        shutil.rmtree(self.server.data)
        shutil.copytree(saved, self.server.data)
        self.server.start()
        code, words = self.refused(unsent)
        self.assertEqual(code, INVALID)
        self.assertIn("--everything", words)
        self.assertEqual(self.carry_in(everything)["applied"], told["changes"])
        ben = self.field.tablet("ben")
        ben.sync()
        for record in (lost, note):
            self.assertTrue(ben.get(record)["fields"]["text"])
        self.ana.sync()
        ben.sync()
        self.assertEqual(self.ana.state_hash(), ben.state_hash())
        self.server.check()

    def test_a_file_that_is_there_or_a_full_disk_is_told_and_leaves_nothing(self):
        self.ana.new("note", text=WORDS)
        path, _ = self.carry_out(self.ana)
        before = os.path.getsize(path)
        self.assertNotEqual(refusal(self.ana.command("carry-out", path))[0], 0)
        self.assertEqual(os.path.getsize(path), before)
        self.assertEqual(refusal(self.ana.command("carry-out", self.path("no/such/folder")))[0], STORAGE)
        self.assertEqual(refusal(self.ana.command("carry-out"))[0], USAGE)
        full = subprocess.run(self.ana.command("carry-out", "/dev/full"), capture_output=True, text=True, timeout=ENDS_IN_SECONDS)
        self.assertNotEqual(full.returncode, 0)
        self.assertEqual(self.ana.status()["waiting"], 1)


if __name__ == "__main__":
    unittest.main()
