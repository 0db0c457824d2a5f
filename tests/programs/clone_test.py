"""A profile that was copied, or put back from an old image: noticed, renamed, and nothing lost or doubled."""

import os
import shutil
import unittest

from programs import Field, Tablet


class Clones(unittest.TestCase):
    def setUp(self):
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.ana = self.field.tablet("ana")
        self.ben = self.field.tablet("ben")

    def image(self, name):
        copy = Tablet.__new__(Tablet)
        copy.name = name
        copy.profile = os.path.join(self.field.folder, name)
        shutil.copytree(self.ana.profile, copy.profile)
        return copy

    def expect_one_state(self, *tablets):
        for _ in range(2):
            for tablet in tablets:
                tablet.sync()
        hashes = {tablet.state_hash() for tablet in tablets} | {self.field.server.state_hash()}
        self.assertEqual(len(hashes), 1)
        self.field.server.check()

    def test_a_copied_tablet_gets_a_name_of_its_own_and_both_keep_what_they_wrote(self):
        shared = self.ana.new("listening_session", participants={"add": 1})
        self.ana.sync()
        pending = self.ana.new("note", text="Written before the copy, sent after")
        copy = self.image("copy")
        mine = self.ana.new("note", text="The first tablet's")
        theirs = copy.new("note", text="The copy's")
        for tablet in (self.ana, copy):
            tablet.edit("listening_session", shared, participants={"add": 10})
            tablet.sync()
        self.assertNotEqual(self.ana.status()["device"], copy.status()["device"])
        self.expect_one_state(self.ana, copy, self.ben)
        notes = {note["id"] for note in self.ben.list("note")}
        self.assertEqual(notes, {pending, mine, theirs})
        self.assertEqual(self.ben.get(shared)["fields"]["participants"], 21)

    def test_an_old_image_comes_back_without_harm(self):
        first = self.ana.new("partner", name="Eastlock Mutual Aid")
        self.ana.sync()
        image = self.image("image")
        self.ana.edit("partner", first, description="Written after the image")
        self.ana.sync()
        image.edit("partner", first, culture_note="Written on the image")
        self.expect_one_state(image, self.ben)
        fields = self.ben.get(first)["fields"]
        self.assertEqual(fields["description"], "Written after the image")
        self.assertEqual(fields["culture_note"], "Written on the image")


if __name__ == "__main__":
    unittest.main(verbosity=1)
