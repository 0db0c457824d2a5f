"""A full disk, at the office and on a tablet, while files are attached and travel: a clear sentence, nothing lost, no half of a
file ever called whole, and all goes on once there is room.

Needs leave to mount a small file system; without it the tests are skipped, and say so.
"""

import os
import unittest

from full_disk_test import SmallDisk
from programs import STORAGE, UNAVAILABLE, Field, Tablet, refusal

TEXT = b"The bus stops at six, and nobody told us.\n" * 20_000


class FullDiskOfFiles(unittest.TestCase):
    def setUp(self):
        self.disk = SmallDisk(self)

    def text_file(self, field):
        path = os.path.join(field.folder, "bus.txt")
        with open(path, "wb") as out:
            out.write(TEXT)
        return path

    def fetched(self, field, tablet, attachment):
        out = os.path.join(field.folder, "out.txt")
        tablet.lines("fetch", attachment, "--out", out)
        with open(out, "rb") as file:
            return file.read()

    def test_an_office_without_room_says_so_and_takes_the_file_later(self):
        with Field(self.disk.server) as field:
            ana = field.tablet("ana")
            workshop = ana.new("workshop", question="When does it stop?")
            ana.sync()
            kept = ana.lines("attach", workshop, self.text_file(field))[0]["id"]
            ana.new("note", text="Before the disk was full")
            # The record goes up while there is room, the file's bytes do not.
            away = os.path.join(ana.profile, "attachments")
            os.rename(away, away + ".away")
            self.assertEqual(refusal(ana.command("sync"))[0], STORAGE)
            os.rename(away + ".away", away)
            self.disk.fill()
            code, errors = refusal(ana.command("sync"))
            self.assertEqual(code, UNAVAILABLE, errors)
            for words in ("The office's disk is full", "safe on this tablet"):
                self.assertIn(words, errors)
            self.assertNotEqual(ana.get(workshop)["attachments"][0]["file"], "applied")
            self.disk.make_room()
            ana.sync()
            self.assertTrue(ana.get(workshop)["complete"])
            ben = field.tablet("ben")
            ben.sync()
            self.assertEqual(self.fetched(field, ben, kept), TEXT)
            field.server.check()

    def test_a_tablet_without_room_attaches_nothing_and_says_so(self):
        with Field() as field:
            ana = Tablet(self.disk.path, field.server, "ana")
            workshop = ana.new("workshop", question="When does it stop?")
            path = self.text_file(field)
            self.disk.fill()
            code, errors = refusal(ana.command("attach", workshop, path))
            self.assertEqual(code, STORAGE)
            for words in ("The disk is full", "Free some space"):
                self.assertIn(words, errors)
            self.disk.make_room()
            self.assertEqual(ana.get(workshop)["attachments"], [])
            self.assertEqual(ana.list("attachment"), [])
            ana.lines("attach", workshop, path)
            ana.sync()
            self.assertTrue(ana.get(workshop)["complete"])

    def test_a_tablet_without_room_for_what_it_fetches_goes_on_later(self):
        with Field() as field:
            ana = field.tablet("ana")
            kept = ana.lines("attach", ana.new("workshop", question="When?"), self.text_file(field))[0]["id"]
            ana.sync()
            ben = Tablet(self.disk.path, field.server, "ben")
            ben.sync()
            self.disk.fill(leaving=600 * 1024)
            code, errors = refusal(ben.command("fetch", kept))
            self.assertEqual(code, STORAGE, errors)
            self.assertIn("The disk is full", errors)
            self.assertEqual(ben.status()["files_wanted"], 1)
            self.disk.make_room()
            self.assertEqual(self.fetched(field, ben, kept), TEXT)


if __name__ == "__main__":
    unittest.main(verbosity=1)
