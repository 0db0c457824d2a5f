"""A full disk, at the office and on a tablet: a clear sentence, nothing lost, and all goes on once there is room.

Needs leave to mount a small file system; without it the tests are skipped, and say so.
"""

import os
import subprocess
import tempfile
import unittest

from programs import PROGRAMME, SERVER, STORAGE, UNAVAILABLE, Failed, Field, Server, Tablet, refusal

DISK = "size=16m"
LONG = "The bus stops at six, and nobody told us. " * 500


class SmallDisk:
    def __init__(self, test):
        self.path = tempfile.mkdtemp(prefix="rapport-disk-")
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", DISK, "rapport-test", self.path], capture_output=True, text=True)
        if mounted.returncode != 0:
            os.rmdir(self.path)
            raise unittest.SkipTest("no leave to mount a small disk: " + mounted.stderr.strip())
        test.addCleanup(self.unmount)

    def unmount(self):
        subprocess.run(["umount", self.path], check=True)
        os.rmdir(self.path)

    def fill(self, leaving=0):
        with open(os.path.join(self.path, "filler"), "wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(b"x" * 4096)
            except OSError:
                pass
            filler.truncate(max(0, filler.tell() - leaving))

    def server(self, folder):
        """An office whose data lies here, and whose log does not."""
        server = Server(self.path)
        server.log = os.path.join(folder, "server.log")
        return server

    def make_room(self):
        os.remove(os.path.join(self.path, "filler"))


class FullDisk(unittest.TestCase):
    def setUp(self):
        self.disk = SmallDisk(self)

    def notes(self, tablet, count):
        return [kept["id"] for kept in tablet.put("note", *({"fields": {"text": f"{i} {LONG}"}} for i in range(count)))]

    def test_an_office_whose_disk_is_full_loses_nothing_and_says_so(self):
        with Field(self.disk.server) as field:
            ana = field.tablet("ana")
            first = self.notes(ana, 3)
            ana.sync()
            before = field.server.state_hash()
            self.disk.fill()
            later = self.notes(ana, 60)
            code, errors = refusal(ana.command("sync"))
            self.assertEqual(code, UNAVAILABLE)
            for words in ("The office's disk is full", "safe on this tablet", "tell the coordinator"):
                self.assertIn(words, errors)
            self.assertIn('"event":"writing failed"', field.server.logged())
            self.assertEqual(ana.status()["waiting"], len(later))
            self.assertEqual(ana.get(first[0])["receipt"], "applied", "what is there is still read")
            code, errors = refusal([SERVER, "user", "--data", field.server.data, "add", "noor",
                                    "--programme", PROGRAMME, "--role", "coordinator"])
            self.assertEqual(code, STORAGE, errors)
            self.assertIn("disk is full", errors)
            self.disk.make_room()
            self.assertEqual(field.server.state_hash(), before, "nothing half written")
            ana.sync()
            self.assertEqual(ana.status()["waiting"], 0)
            self.assertEqual(ana.state_hash(), field.server.state_hash())
            field.server.check()

    def test_a_tablet_whose_disk_is_full_keeps_what_it_had_and_says_so(self):
        with Field() as field:
            ana = Tablet(self.disk.path, field.server, "ana")
            kept = self.notes(ana, 3)
            self.disk.fill()
            with self.assertRaises(Failed) as caught:
                self.notes(ana, 200)
            saved = [line for line in caught.exception.output.splitlines() if line.endswith("}")]
            self.assertEqual(caught.exception.code, STORAGE)
            for words in ("The disk is full", "Everything saved before is safe", "Free some space"):
                self.assertIn(words, caught.exception.errors)
            self.disk.make_room()
            self.assertEqual(len(ana.list("note")), len(kept) + len(saved), "what was told as saved is there, and nothing else")
            more = self.notes(ana, 1)
            ana.sync()
            self.assertEqual(ana.get(more[0])["receipt"], "applied")
            self.assertEqual(ana.state_hash(), field.server.state_hash())


if __name__ == "__main__":
    unittest.main(verbosity=1)
