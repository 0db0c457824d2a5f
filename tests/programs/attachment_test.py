"""Photos and files, between the real programs: they arrive whole, once, without the place where they were taken, and wherever
either end is killed the upload goes on at the byte.

RAPPORT_ATTACHMENT_KILLS says how often (default 12).
"""

import http.client
import json
import os

import subprocess
import unittest

from chaos_line import UP, ChaosLine
from console import Console
from photos import SECRET, jpeg_with_place
from programs import (ENDS_IN_SECONDS, INVALID, NOT_FOUND, PROGRAMME, REFUSED, STORAGE, UNAVAILABLE, Field, few, refusal, seeded)
from recordings import wav

KILLS = int(os.environ.get("RAPPORT_ATTACHMENT_KILLS", "12"))
MOST_GROWN_BYTES = few(16, 48) << 20  # less than one file; the address sanitizer keeps for a while what was freed
LARGEST_CHUNK = 256 * 1024
AROUND_A_SESSION = 4096  # hello, pull, took: what a connection costs besides blobs


class Attachments(unittest.TestCase):
    def setUp(self):
        self.random = seeded("attachment_test")
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)

    def file(self, name, content):
        path = os.path.join(self.field.folder, name)
        with open(path, "wb") as out:
            out.write(content)
        return path

    def attach(self, tablet, record, path):
        return tablet.lines("attach", record, path)[0]

    def read(self, path):
        with open(path, "rb") as file:
            return file.read()

    def test_a_photo_reaches_another_tablet_without_the_place_where_it_was_taken(self):
        ana, ben = self.field.tablet("ana"), self.field.tablet("ben")
        workshop = ana.new("workshop", question="Where should the bus stop?")
        photo = jpeg_with_place(self.random)
        kept = self.attach(ana, workshop, self.file("stop.jpg", photo))
        self.assertEqual((kept["media_type"], kept["about"]), ("image/jpeg", workshop))
        self.assertLess(kept["size_bytes"], len(photo))
        before = ana.get(workshop)
        self.assertEqual([(each["file"], each["here"]) for each in before["attachments"]], [("saved", True)])
        self.assertEqual(before["attachments"][0]["file_name"], "stop.jpg")
        self.assertEqual(before["fields"]["photos"], [kept["id"]])
        self.assertFalse(before["complete"])
        self.assertEqual(ana.status()["files_waiting"], 1)

        told = ana.sync()
        self.assertIn("uploaded", [line.get("file") for line in told])
        self.assertEqual(told[-1]["file"], "applied")
        after = ana.get(workshop)
        self.assertTrue(after["complete"])
        self.assertEqual(after["attachments"][0]["file"], "applied")
        self.assertEqual(ana.status()["files_waiting"], 0)

        ben.sync()
        self.assertEqual(ben.get(workshop)["fields"]["photos"], [kept["id"]])
        out = os.path.join(self.field.folder, "out.jpg")
        self.assertTrue(ben.lines("fetch", kept["id"], "--out", out)[0]["here"])
        arrived = self.read(out)
        self.assertEqual(len(arrived), kept["size_bytes"])
        self.assertNotIn(SECRET, arrived)
        self.assertIn(photo[1000:300_000], arrived)
        for folder, _, names in os.walk(self.field.folder):
            for name in names:
                if name.endswith((".jpg", ".log")):
                    continue
                there = self.read(os.path.join(folder, name))
                self.assertNotIn(SECRET, there, name)
                self.assertNotIn(photo[5000:5040], there, name)
                self.assertNotIn(kept["sha256"].encode(), there, name)
                self.assertNotIn(bytes.fromhex(kept["sha256"]), there, name)
        self.assertEqual(refusal(ben.command("fetch", kept["id"], "--out", out))[0], REFUSED)
        self.field.server.check()

    def test_a_recording_arrives_as_its_sound_alone_and_a_pdf_with_a_word_of_warning(self):
        ana = self.field.tablet("ana")
        workshop = ana.new("workshop", question="What was said?")
        sound = self.random.randbytes(50_000)
        spoken = wav(sound)
        named = spoken + b"LIST" + (20).to_bytes(4, "little") + b"INFOIART" + (8).to_bytes(4, "little") + b"Marigold"
        kept = self.attach(ana, workshop, self.file("talk.wav", named))
        self.assertEqual(kept["size_bytes"], len(spoken))
        self.assertNotIn("caution", kept)
        out = os.path.join(self.field.folder, "out.wav")
        ana.lines("fetch", kept["id"], "--out", out)
        self.assertEqual(self.read(out), spoken)
        paper = b"%PDF-1.7\n1 0 obj << /Author (Marigold) >> endobj\n"
        self.assertIn("who made it", self.attach(ana, workshop, self.file("list.pdf", paper))["caution"])
        code, errors = refusal(ana.command("attach", workshop, self.file("video.ogg", b"OggS" + bytes(99))))
        self.assertEqual(code, INVALID)
        self.assertIn("Nothing was saved", errors)

    def test_files_that_the_office_has_are_let_go_of_and_fetched_again(self):
        ana = self.field.tablet("ana")
        workshop = ana.new("workshop", question="Where should the bus stop?")
        first = self.attach(ana, workshop, self.file("a.txt", b"the older words"))
        ana.sync()
        second = self.attach(ana, workshop, self.file("b.txt", b"words that nobody has yet"))
        self.assertEqual(ana.lines("let-go")[0], {"files": 1, "size_bytes": 15})
        self.assertEqual(ana.lines("let-go")[0], {"files": 0, "size_bytes": 0})
        out = os.path.join(self.field.folder, "out.txt")
        ana.lines("fetch", second["id"], "--out", out)
        self.assertEqual(self.read(out), b"words that nobody has yet")
        again = os.path.join(self.field.folder, "again.txt")
        self.assertTrue(ana.lines("fetch", first["id"], "--out", again)[0]["here"])
        self.assertEqual(self.read(again), b"the older words")
        self.field.server.check()

    def test_what_is_not_kept_is_refused_where_it_can_still_be_mended(self):
        ana = self.field.tablet("ana")
        workshop = ana.new("workshop", question="Where should the bus stop?")
        code, errors = refusal(ana.command("attach", workshop, self.file("film.mp4", b"\0\0\0\x18ftypmp42" + b"x" * 99)))
        self.assertEqual(code, INVALID)
        self.assertIn("Nothing was saved", errors)
        code, errors = refusal(ana.command("attach", workshop, self.file("huge.png", b"\x89PNG\r\n\x1a\n" + bytes(17 << 20))))
        self.assertEqual(code, INVALID, errors)
        self.assertIn("larger than 16 MiB", errors)
        code, errors = refusal(ana.command("attach", workshop, "/nowhere.jpg"))
        self.assertEqual(code, NOT_FOUND)
        self.assertIn("/nowhere.jpg: This file cannot be read.", errors)
        code, errors = refusal(ana.command("attach", workshop, self.file("empty.txt", b"")))
        self.assertEqual(code, INVALID)
        self.assertIn("This file is empty.", errors)
        nobody = "01930000-0000-7000-8000-00000000c001"
        self.assertEqual(refusal(ana.command("attach", nobody, self.file("a.txt", b"words")))[0], NOT_FOUND)
        self.assertEqual(refusal(ana.command("fetch", nobody))[0], NOT_FOUND)
        self.assertEqual(ana.get(workshop)["attachments"], [])
        self.assertEqual(ana.list("attachment"), [])

    def interrupted(self, tablet, line, more_bytes, kill):
        """A sync that is killed once so much more has gone up, or that ends before; answers whether it was killed."""
        goal = line.bytes[UP] + more_bytes
        process = subprocess.Popen(tablet.command("sync"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        reached = line.wait_for(goal, seconds=30)
        if reached:
            kill(process)
        out, _ = process.communicate(timeout=ENDS_IN_SECONDS)
        told = [json.loads(each) for each in out.splitlines(keepends=True) if each.endswith("\n")]
        self.heard = max([self.heard] + [each["sent_bytes"] for each in told if "file" in each])
        return process.returncode != 0

    def test_killed_at_either_end_it_goes_on_at_the_byte(self):
        content = wav(self.random.randbytes(4_000_000))
        with ChaosLine(self.field.server.port) as line:
            ana = self.field.tablet("ana", line=line)
            note = ana.new("workshop", question="Where should the bus stop?")
            kept = self.attach(ana, note, self.file("talk.wav", content))
            ana_up_before = line.bytes[UP]
            line.weather.bytes_a_second = 3_000_000
            self.heard = 0
            killed = 0
            for kill in range(KILLS):
                def strike(process, kill=kill):
                    if kill % 4 == 1:
                        self.field.server.kill()
                    elif kill % 4 == 2:
                        line.cut()
                    elif kill % 4 == 3:
                        line.fall_silent()  # another network: the office never hears the end of this one
                        process.kill()
                    else:
                        process.kill()
                more = AROUND_A_SESSION + self.random.randrange(len(content) // KILLS)
                killed += self.interrupted(ana, line, more, strike)
                if kill % 4 == 1:
                    self.field.server.start()
            line.weather.bytes_a_second = None
            self.assertGreater(killed, KILLS // 2)
            told = ana.sync()
            self.assertEqual(told[-1]["file"], "applied", told)
            sent = line.bytes[UP] - ana_up_before
            again = sent - len(content)
            self.assertLessEqual(again, (killed + 1) * (LARGEST_CHUNK + 2 * AROUND_A_SESSION))
            self.assertLess(sent, 1.6 * len(content))
            ben = self.field.tablet("ben")
            ben.sync()
            out = os.path.join(self.field.folder, "out.wav")
            ben.lines("fetch", kept["id"], "--out", out)
            self.assertEqual(self.read(out), content)
            self.field.server.check()
            print(f"attachment_test: {len(content)} bytes, {killed} of {KILLS} interrupted, {sent} bytes up, "
                  f"{again / max(1, killed):.0f} again each time", flush=True)

    def memory(self, what):
        """Of the server, in bytes."""
        with open(f"/proc/{self.field.server.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith(what + ":"))

    def test_a_file_at_the_limit_goes_out_without_being_in_memory(self):
        size = 64 << 20
        content = wav((self.random.randbytes(1 << 20) * 64)[:size - 44])
        ana = self.field.tablet("ana")
        kept = self.attach(ana, ana.new("workshop", question="What was said?"), self.file("talk.wav", content))
        self.assertEqual(kept["size_bytes"], size)
        ana.sync()
        page = Console(self.field.server, "Noor")
        # Four readers, each begun before the first has all of it.
        lines = [http.client.HTTPConnection("127.0.0.1", self.field.server.port, timeout=60) for _ in range(4)]
        with open(f"/proc/{self.field.server.process.pid}/clear_refs", "w", encoding="ascii") as clear:
            clear.write("5")  # the largest size so far is the present one
        before = self.memory("VmRSS")
        for line in lines:
            line.request("GET", f"/api/programmes/{PROGRAMME}/attachments/{kept['id']}", headers=page.mine)
        answers = [line.getresponse() for line in lines]
        at = 0
        while at < size:
            for answer in answers:
                self.assertEqual(answer.read(1 << 20), content[at:at + (1 << 20)])
            at += 1 << 20
        for line in lines:
            line.close()
        grown = self.memory("VmHWM") - before
        print(f"attachment_test: four readers of {size} bytes took {grown} bytes of the server's memory", flush=True)
        self.assertLess(grown, MOST_GROWN_BYTES)

    def test_a_tablet_learns_nothing_of_what_it_may_not_read(self):
        ana = self.field.tablet("ana")
        vera = self.field.tablet("vera", role="volunteer")
        path = self.file("list.txt", b"Names of everybody who came.\n" * 200)
        kept = self.attach(ana, ana.new("workshop", question="Who came?"), path)
        ana.sync()
        vera.sync()
        self.assertEqual(refusal(vera.command("fetch", kept["id"]))[0], NOT_FOUND)
        own = self.attach(vera, vera.new("feedback", text="The door sticks"), path)
        told = [each for each in vera.sync() if each.get("file")]
        self.assertEqual(told[-1]["file"], "applied")
        self.assertEqual(told[0]["sent_bytes"], 0, "all of it is sent")
        self.assertEqual(own["sha256"], kept["sha256"])

    def test_a_file_that_is_not_at_the_office_yet_is_asked_for_again(self):
        ana, ben = self.field.tablet("ana"), self.field.tablet("ben")
        kept = self.attach(ana, ana.new("workshop", question="Who came?"), self.file("a.txt", b"words " * 900))
        # The record travels, the blob is cut off: its file on Ana's tablet is gone for a while.
        folder = os.path.join(ana.profile, "attachments")
        os.rename(folder, folder + ".away")
        code, errors = refusal(ana.command("sync"))
        self.assertEqual(code, STORAGE, errors)
        self.assertEqual(ana.status()["waiting"], 0, "changes are exchanged all the same")
        ben.sync()
        code, errors = refusal(ben.command("fetch", kept["id"]))
        self.assertEqual(code, UNAVAILABLE)
        self.assertIn("does not have this file", errors)
        self.assertEqual(ben.status()["files_wanted"], 1)
        os.rename(folder + ".away", folder)
        ana.sync()
        ben.sync()
        self.assertEqual(ben.status()["files_wanted"], 0)
        self.assertTrue(ben.lines("fetch", kept["id"])[0]["here"])


if __name__ == "__main__":
    unittest.main(verbosity=1)
