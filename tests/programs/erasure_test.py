"""A record that is erased for good: nothing of it is left on the server and on every tablet, and nothing brings it back.

Each search has a control beside it that finds the words where they were before.
"""

import os
import shutil
import unittest

from console import Console
from photos import jpeg_with_place
from programs import INVALID, NOT_FOUND, PROGRAMME, REFUSED, SERVER, Field, Tablet, refusal, run, seeded
from traces import Traces, files_of, pages, temporary_folder

# Said of one person, each in another way, and found nowhere else.
NAME, OLD_NAME, PHONE, RIVAL, REVIEW, CAPTION = WORDS = [
    "Zaunkoenigsruf", "Quittenmus", "Hagebuttenzweig", "Lerchensporn", "Mauersegler", "Nebelkraehe"]
OFFLINE = "Pfingstrose"  # written on a tablet that has no network when the record is erased
STAYS = "Rittersporn"    # of another record
COORDINATOR = "noor"


class Erasure(Traces, unittest.TestCase):
    def setUp(self):
        self.random = seeded("erasure_test")
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.server = self.field.server
        self.temporary = temporary_folder(self, self.field.folder)
        self.server.restart()
        self.key = os.path.join(self.field.folder, "elsewhere.key")
        run([SERVER, "backup-key", "--data", self.server.data, "--save", self.key])
        self.tablets = self.ana, self.ben, self.cleo = [self.field.tablet(name) for name in ("ana", "ben", "cleo")]
        self.noor = Console(self.server, COORDINATOR)

    def tablet_pages(self, tablet):
        return pages("tablet", tablet.profile, self.field.folder)

    def server_pages(self):
        return pages("server", self.server.data, self.field.folder)

    def fill(self):
        """So much beside it that pages split and are filled again."""
        self.ana.put("contact", *({"fields": {"name": f"{STAYS} {i}", "title": "x" * 150}} for i in range(200)))

    def live(self):
        """A contact with a history, a conflict, a photo, a review and a consent, known to three tablets."""
        self.fill()
        self.contact = self.ana.new("contact", name=OLD_NAME, phone=PHONE)
        self.fill()
        path = os.path.join(self.field.folder, "face.jpg")
        with open(path, "wb") as out:
            out.write(jpeg_with_place(self.random, 60_000))
        self.photo = self.ana.lines("attach", self.contact, path, "--caption", CAPTION)[0]["id"]
        os.remove(path)
        self.consent = self.ana.new("consent", scope="contact", answer="yes", about=self.contact)
        for tablet in self.tablets:
            tablet.sync()
        self.ben.edit("contact", self.contact, name=NAME)
        self.ana.edit("contact", self.contact, name=RIVAL)
        for tablet in self.tablets * 2:
            tablet.sync()
        number = self.noor.record(self.contact)["number"]
        self.noor.ask("POST", f"/api/programmes/{PROGRAMME}/records/{self.contact}/review",
                      {"seen": number, "outcome": "has_issues", "comment": REVIEW})
        for tablet in self.tablets:
            tablet.sync()
        self.ben.cli("fetch", self.photo, "--out", os.path.join(self.field.folder, "fetched.jpg"))
        os.remove(os.path.join(self.field.folder, "fetched.jpg"))

    def erase(self):
        return self.noor.erase(self.contact, self.noor.record(self.contact)["title"])["erased"]

    def expect_gone(self, tablet, words):
        held = self.tablet_pages(tablet)
        self.found(held, [STAYS])
        self.missing(held, words)
        self.assertEqual(refusal(tablet.command("get", self.contact))[0], NOT_FOUND)

    def expect_one_state(self):
        for tablet in self.tablets * 2:
            tablet.sync()
        hashes = {tablet.state_hash() for tablet in self.tablets} | {self.server.state_hash()}
        self.assertEqual(len(hashes), 1, hashes)
        self.server.check()

    def test_nothing_of_it_is_left_anywhere_and_what_comes_later_is_discarded(self):
        self.live()
        for tablet in self.tablets:
            self.found(self.tablet_pages(tablet), [NAME, RIVAL, REVIEW, CAPTION, STAYS])
        self.found(self.tablet_pages(self.ana), WORDS)
        self.found(self.server_pages(), [*WORDS, STAYS])
        blobs = [os.path.join(self.server.data, "blobs", "whole"), os.path.join(self.ana.profile, "attachments", "whole"),
                 os.path.join(self.ben.profile, "attachments", "whole")]
        self.assertEqual([len(os.listdir(folder)) for folder in blobs], [1, 1, 1])
        self.cleo.edit("contact", self.contact, phone=OFFLINE)
        self.found(self.tablet_pages(self.cleo), [OFFLINE])

        erased = self.erase()
        self.assertIn(self.contact, erased)
        self.assertIn(self.photo, erased)
        self.assertEqual(len(erased), 4)  # the review and the consent too
        self.missing(self.server_pages(), WORDS)
        self.found(self.server_pages(), [STAYS])
        self.assertEqual(os.listdir(blobs[0]), [])
        with self.assertRaises(AssertionError):
            self.noor.record(self.contact)
        self.assertEqual(self.noor.ask("GET", f"/api/programmes/{PROGRAMME}/records?q={NAME.lower()}")[1]["total"], 0)

        told = [tablet.sync() for tablet in self.tablets]
        for tablet in self.tablets:
            self.expect_gone(tablet, [*WORDS, OFFLINE])
            self.missing(files_of(os.path.join(tablet.profile, "attachments")), WORDS)
        self.assertEqual([os.listdir(folder) for folder in blobs], [[], [], []])
        self.missing(str(told).encode(), [*WORDS, OFFLINE])

        # The office keeps who, when and which; of the change that came too late not a word.
        held = self.server_pages()
        self.missing(held, [*WORDS, OFFLINE])
        self.found(held, [STAYS])
        self.missing(self.server.logged().encode() + files_of(self.temporary) + files_of(self.server.data), [*WORDS, OFFLINE])
        listed = self.noor.ask("GET", f"/api/programmes/{PROGRAMME}/erasures")[1]["items"]
        self.assertEqual({each["id"] for each in listed}, set(erased))
        self.assertEqual({each["user"] for each in listed}, {COORDINATOR})

        # Told calmly, once, and nothing waits.
        for tablet, discarded in ((self.ana, 0), (self.ben, 0), (self.cleo, 1)):
            news = {line["id"]: line for line in tablet.lines("inbox")}[self.contact]
            self.assertEqual((news["receipt"], news["type"], news["discarded"]), ("erased", "contact", discarded))
            self.assertIn("erased for good", news["reason"])
            tablet.cli("put-away", self.contact)
            self.assertNotIn(self.contact, {line["id"] for line in tablet.lines("inbox")})
            self.assertEqual(tablet.status()["waiting"], 0)
        self.expect_one_state()

    def test_a_backup_from_before_does_not_bring_it_back(self):
        self.live()
        backup = os.path.join(self.field.folder, "monday.backup")
        run([SERVER, "backup", "--data", self.server.data, backup])
        self.ana.edit("contact", self.contact, phone=OFFLINE)
        for tablet in self.tablets:
            tablet.sync()
        later = self.ana.new("contact", name=f"{STAYS} later")
        self.erase()
        self.ana.sync()  # knows of it; the others do not yet
        ledger = os.path.join(self.field.folder, "ledger")
        shutil.copy(os.path.join(self.server.data, "ledger"), ledger)
        self.server.kill()
        shutil.rmtree(self.server.data)
        run([SERVER, "restore", "--data", self.server.data, backup, "--key", self.key, "--ledger", ledger])
        self.missing(self.server_pages(), [*WORDS, OFFLINE])
        self.found(self.server_pages(), [STAYS])
        self.assertEqual(os.listdir(os.path.join(self.server.data, "blobs", "whole")), [])
        self.server.start()
        self.expect_one_state()
        self.assertEqual(self.ben.get(later)["fields"]["name"], f"{STAYS} later")
        for tablet in self.tablets:
            self.expect_gone(tablet, [*WORDS, OFFLINE])
        self.missing(self.server_pages(), [*WORDS, OFFLINE])

    def test_an_old_image_of_a_tablet_does_not_bring_it_back(self):
        self.live()
        image = Tablet.__new__(Tablet)
        image.name, image.profile = "image", os.path.join(self.field.folder, "image")
        shutil.copytree(self.ana.profile, image.profile)
        after = self.ana.new("contact", name=f"{STAYS} after the image")
        self.ana.sync()
        self.erase()
        self.ana.sync()
        image.edit("contact", self.contact, phone=OFFLINE)
        self.found(self.tablet_pages(image), [*WORDS, OFFLINE])
        image.sync()
        self.assertNotEqual(image.status()["device"], self.ana.status()["device"])
        self.expect_gone(image, [*WORDS, OFFLINE])
        self.missing(self.server_pages(), [*WORDS, OFFLINE])
        self.assertEqual(image.get(after)["fields"]["name"], f"{STAYS} after the image")
        # And on: what was erased has its place in each chain.
        image.new("contact", name=f"{STAYS} on the image")
        image.sync()
        self.expect_one_state()

    def test_what_would_belong_to_it_goes_the_same_way(self):
        self.live()
        path = os.path.join(self.field.folder, "late.jpg")
        with open(path, "wb") as out:
            out.write(jpeg_with_place(self.random, 30_000))
        late = self.cleo.lines("attach", self.contact, path, "--caption", OFFLINE)[0]["id"]
        self.erase()
        self.cleo.sync()
        self.expect_gone(self.cleo, [*WORDS, OFFLINE])
        self.assertEqual(os.listdir(os.path.join(self.cleo.profile, "attachments", "whole")), [])
        self.missing(self.server_pages(), [OFFLINE])
        self.assertEqual(refusal(self.cleo.command("get", late))[0], NOT_FOUND)
        self.expect_one_state()

    def test_a_slip_of_the_hand_erases_nothing(self):
        self.live()
        title = self.noor.record(self.contact)["title"]
        erase = [SERVER, "erase", "--data", self.server.data, "--programme", PROGRAMME]
        code, words = refusal([*erase, self.contact, "--confirm", title + "x"])
        self.assertEqual(code, INVALID)
        self.assertIn("Nothing was erased", words)
        self.assertEqual(refusal([*erase, "12", "--confirm", "12"])[0], INVALID)
        nobody = "01930000-0000-7000-8000-00000000c001"
        self.assertEqual(refusal([*erase, nobody, "--confirm", nobody])[0], NOT_FOUND)
        device = self.ana.status()["device"]
        self.assertEqual(refusal([*erase, device, "--confirm", device])[0], REFUSED)
        wil = Console(self.server, "wil", "worker")
        with self.assertRaisesRegex(AssertionError, "403"):
            wil.erase(self.contact, title)
        self.assertEqual(self.noor.record(self.contact)["title"], title)
        # From the command line, beside the running server, which tells the tablets.
        gone = run([*erase, self.contact, "--confirm", title]).split()
        self.assertIn(self.contact, gone)
        self.expect_one_state()
        self.expect_gone(self.ben, WORDS)
        self.missing(self.server_pages(), WORDS)
        self.assertEqual(refusal([*erase, self.contact, "--confirm", title])[0], NOT_FOUND)


if __name__ == "__main__":
    unittest.main()
