"""Databases, keys and folders that are not as they should be: found, told plainly, and left as they are."""

import copy
import hashlib
import json
import os
import shutil
import subprocess
import unittest

from programs import (CLI, MEDDLE, NOT_FOUND, PROGRAMME, REFUSED, SERVER, STORAGE, UNAVAILABLE, Field, refusal, run,
                      seeded)

FLIPS = 48
PAGE = 4096
NOBODY = 65534


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class Damage(unittest.TestCase):
    """Each test meddles with a copy of one sound folder."""

    @classmethod
    def setUpClass(cls):
        cls.random = seeded("damage_test")
        cls.field = Field().__enter__()
        cls.addClassCleanup(cls.field.__exit__)
        cls.ana = cls.field.tablet("ana")
        cls.ana.put("feedback", *({"fields": {"text": f"Heard {i}: " + "the bus " * 40, "channel": "in_person"}} for i in range(150)))
        cls.note = cls.ana.new("note", text="The last one")
        cls.ana.sync()
        cls.field.server.stop()

    def setUp(self):
        self.data = os.path.join(self.field.folder, "meddled")
        self.profile = os.path.join(self.field.folder, "meddled-profile")
        shutil.copytree(self.field.server.data, self.data)
        shutil.copytree(self.ana.profile, self.profile)
        self.addCleanup(shutil.rmtree, self.data)
        self.addCleanup(shutil.rmtree, self.profile)
        self.database = os.path.join(self.data, "rapport.db")

    def server(self, *words):
        return [SERVER, words[0], "--data", self.data, *words[1:]]

    def tablet(self, *words):
        return [CLI, "--profile", self.profile, *words]

    def expect(self, command, code, *words, **how):
        found, errors = refusal(command, **how)
        self.assertEqual(found, code, errors)
        for word in words:
            self.assertIn(word, errors)

    def cut(self, path, size):
        with open(path, "r+b") as file:
            file.truncate(size)

    def test_what_is_sound_is_called_sound(self):
        self.assertIn("The data is sound.", run(self.server("check")))

    def test_every_flipped_bit_is_found_and_nothing_is_written(self):
        # The first 16 bytes are a salt that a raw key has no use for; whatever stands there changes nothing.
        places = [18] + [self.random.randrange(20, os.path.getsize(self.database)) for _ in range(FLIPS)]
        for at in places:
            bit = 1 << self.random.randrange(8)
            with open(self.database, "r+b") as file:
                file.seek(at)
                byte = file.read(1)[0]
                file.seek(at)
                file.write(bytes([byte ^ bit]))
            before = digest(self.database)
            code, errors = refusal(self.server("check"))
            self.assertIn(code, (REFUSED, STORAGE), f"byte {at} bit {bit}: {errors}")
            self.assertIn("backup", errors)
            self.assertEqual(digest(self.database), before)
            with open(self.database, "r+b") as file:
                file.seek(at)
                file.write(bytes([byte]))
        run(self.server("check"))

    def test_flipped_bits_in_a_tablet_are_never_a_silent_wrong_value(self):
        path = os.path.join(self.profile, "profile.db")
        run(self.tablet("status"))
        right = run(self.tablet("list", "feedback")), run(self.tablet("get", self.note))
        size = os.path.getsize(path)
        for _ in range(FLIPS // 2):
            at = self.random.randrange(size)
            with open(path, "r+b") as file:
                file.seek(at)
                byte = file.read(1)[0]
                file.seek(at)
                file.write(bytes([byte ^ 1]))
            try:
                told = run(self.tablet("list", "feedback")), run(self.tablet("get", self.note))
            except Exception as refused:
                self.assertIn(refused.code, (REFUSED, STORAGE), refused)
                self.assertIn("backup", refused.errors)
            else:
                self.assertEqual(told, right)
            shutil.copy(os.path.join(self.ana.profile, "profile.db"), path)

    def test_a_broken_chain_and_orphans_are_found(self):
        tablets = " AND replica IN (SELECT id FROM replica)"
        for sql, words in (
                ("UPDATE log SET chain = zeroblob(32) WHERE counter = 7" + tablets, "chain of device"),
                ("DELETE FROM log WHERE counter = 9" + tablets, "Change 9 of device"),
                ("DELETE FROM listing WHERE record = (SELECT max(key) FROM record)", "stand in no list"),
                ("UPDATE record SET state = (SELECT state FROM record ORDER BY key LIMIT 1) WHERE key = "
                 "(SELECT max(key) FROM record)", "was written, and is not there"),
                ("UPDATE log SET change = zeroblob(length(change)) WHERE counter = 3" + tablets, "is not what its device sent")):
            run([MEDDLE, "server-sql", self.data, sql])
            self.expect(self.server("check"), STORAGE, words, "Nothing was changed", "backup")
            shutil.copy(os.path.join(self.field.server.data, "rapport.db"), self.database)
        run(self.server("check"))

    def flip_pages(self):
        with open(self.database, "r+b") as file:
            for place in range(20 * PAGE + 99, os.path.getsize(self.database), PAGE):
                file.seek(place)
                byte = file.read(1)[0]
                file.seek(place)
                file.write(bytes([byte ^ 1]))

    def test_an_office_that_finds_damage_tells_its_operator_and_keeps_tablets_calm(self):
        office = copy.copy(self.field.server)
        office.data, office.log = self.data, self.data + ".log"
        office.start()
        heard = [json.loads(line)["id"] for line in run(self.tablet("list", "feedback")).splitlines()]
        following = subprocess.Popen(self.tablet("sync", "--follow"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            run(self.tablet("put", "note"), stdin='{"fields": {"text": "Written before"}}\n')
            self.assertIn('"applied"', following.stdout.readline())
            # Bits rot under an office that serves. What is written then lies all over the file.
            self.flip_pages()
            edits = "".join(json.dumps({"id": each, "fields": {"summary": "Written meanwhile"}}) + "\n" for each in heard)
            run(self.tablet("put", "feedback"), stdin=edits)
            told = following.stderr.readline()
            self.assertTrue("trouble with its own records" in told and "safe on this tablet" in told, told)
        finally:
            following.kill()
            following.communicate()
            office.stop()
        self.assertIn("The database file is damaged", office.logged())
        waiting = json.loads(run(self.tablet("status")))["waiting"]
        self.assertTrue(0 < waiting <= len(heard), waiting)

    def test_damage_that_is_met_while_reading_is_told_as_well(self):
        office = copy.copy(self.field.server)
        office.data, office.log = self.data, self.data + ".log"
        office.start()
        try:
            self.flip_pages()
            run(self.tablet("put", "note"), stdin='{"fields": {"text": "Written meanwhile"}}\n')
            self.expect(self.tablet("sync"), UNAVAILABLE, "trouble with its own records", "safe on this tablet")
        finally:
            office.stop()
        self.assertIn("The database file is damaged", office.logged())
        self.assertIn('"waiting":1', run(self.tablet("status")))

    def test_an_office_that_starts_on_damage_refuses_to_serve_and_says_so(self):
        self.flip_pages()
        self.expect(self.server("serve", "--listen", "127.0.0.1:0"), STORAGE, "The database file is damaged",
                    "restore the newest backup")
        run(self.tablet("put", "note"), stdin='{"fields": {"text": "Written meanwhile"}}\n')
        self.expect(self.tablet("sync"), UNAVAILABLE, "Everything is saved here")

    def test_a_newer_database_is_left_alone(self):
        run([MEDDLE, "server-sql", self.data, "PRAGMA user_version = 9999"])
        before = digest(self.database)
        for command in (self.server("check"), self.server("serve", "--listen", "127.0.0.1:0"),
                        self.server("programme", "add", "other")):
            self.expect(command, STORAGE, "newer Rapport", "Nothing was changed", "Install")
        self.assertEqual(digest(self.database), before)

    def test_a_database_that_was_cut_short_is_told(self):
        for size, command in ((os.path.getsize(self.database) // 2, "check"), (100, "check"), (0, "check"), (0, "serve")):
            self.cut(self.database, size)
            found, errors = refusal(self.server(command))
            self.assertIn(found, (REFUSED, STORAGE), errors)
            self.assertIn("backup", errors)
            self.assertEqual(os.path.getsize(self.database), size)

    def test_a_tablet_that_was_cut_short_is_told(self):
        path = os.path.join(self.profile, "profile.db")
        self.cut(path, os.path.getsize(path) // 2 + 1000)
        found, errors = refusal(self.tablet("list", "feedback"))
        self.assertIn(found, (REFUSED, STORAGE), errors)
        self.assertIn("backup", errors)

    def test_keys_that_are_wrong_are_told_apart(self):
        key, profile_key = os.path.join(self.data, "master.key"), os.path.join(self.profile, "database.key")
        for path, command in ((key, self.server("check")), (profile_key, self.tablet("status"))):
            with open(path, "rb") as file:
                right = file.read()
            for wrong, code, words in ((os.urandom(32), REFUSED, "key does not open"), (right[:31], REFUSED, "exactly 32 bytes")):
                with open(path, "wb") as file:
                    file.write(wrong)
                self.expect(command, code, words)
            with open(path, "wb") as file:
                file.write(right)
            os.chmod(path, 0o644)
            self.expect(command, REFUSED, "chmod 600", "Nothing was opened")
            os.remove(path)
            self.expect(command, NOT_FOUND, "no key file", "Put back the file")
            self.assertFalse(os.path.exists(path), "a new key would hide that the right one is missing")

    def test_a_taken_port_is_told(self):
        self.field.server.start()
        try:
            self.expect(self.server("serve", "--listen", f"127.0.0.1:{self.field.server.port}"), UNAVAILABLE,
                        "cannot listen", "--listen")
        finally:
            self.field.server.stop()

    def test_folders_that_belong_to_somebody_else_are_left_alone(self):
        letters = os.path.join(self.field.folder, "letters")
        os.mkdir(letters)
        self.addCleanup(shutil.rmtree, letters)
        with open(os.path.join(letters, "aunt.txt"), "w", encoding="utf-8") as file:
            file.write("Dear aunt")
        for command in ("serve", "programme"):
            words = ["add", "other"] if command == "programme" else []
            self.expect([SERVER, command, "--data", letters, *words], REFUSED, "aunt.txt", "Nothing was changed")
        self.expect([SERVER, "serve", "--data", self.profile], REFUSED, "no server's data")
        self.expect([CLI, "--profile", self.data, "status"], REFUSED, "a server's data folder")
        self.expect([SERVER, "check", "--data", letters], NOT_FOUND, "no server's data")
        self.assertEqual(os.listdir(letters), ["aunt.txt"])
        self.expect(self.server("state-hash", "--programme", "elsewhere", "--role", "worker"), NOT_FOUND, PROGRAMME)

    def test_a_folder_that_may_not_be_written_is_told(self):
        if os.geteuid() == 0:
            how = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            os.chmod(self.field.folder, 0o755)
        else:
            how = {}
        closed = os.path.join(self.field.folder, "closed")
        os.mkdir(closed, 0o555)
        try:
            for command in ([SERVER, "programme", "--data", os.path.join(closed, "data"), "add", "other"],
                            [SERVER, "serve", "--data", closed],
                            [CLI, "--profile", os.path.join(closed, "profile"), "status"]):
                self.expect(command, STORAGE, closed, "ermission", **how)
        finally:
            os.rmdir(closed)


if __name__ == "__main__":
    unittest.main(verbosity=1)
