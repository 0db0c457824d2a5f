"""What people and networks get wrong: a sentence, an exit code, and nothing lost."""

import json
import os
import re
import socket
import subprocess
import unittest

from programs import CLI, INVALID, MEDDLE, NOT_FOUND, REFUSED, SERVER, UNAVAILABLE, USAGE, Failed, Field, run


class BadInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.field = Field().__enter__()
        cls.addClassCleanup(cls.field.__exit__)
        cls.ana = cls.field.tablet("ana")

    def expect(self, code, words, action):
        with self.assertRaises(Failed) as caught:
            action()
        self.assertEqual(caught.exception.code, code, caught.exception)
        for word in words:
            self.assertIn(word, caught.exception.errors)
        self.assertEqual(self.ana.status()["sent_back"], 0)

    def test_a_value_outside_its_list_names_field_and_choices(self):
        self.expect(INVALID, ["channel", "in_person"],
                    lambda: self.ana.new("feedback", channel="pigeon"))

    def test_good_lines_beside_a_bad_one_are_saved(self):
        before = len(self.ana.list("note"))
        text = json.dumps({"fields": {"text": "Good"}}) + "\nnot json\n" + json.dumps({"fields": {"text": "Also good"}}) + "\n"
        self.expect(INVALID, ["line 2: column", "2 saved, 1 not"], lambda: self.ana.cli("put", "note", stdin=text))
        self.assertEqual(len(self.ana.list("note")), before + 2)

    def test_unknown_kinds_fields_and_records_are_named(self):
        self.expect(NOT_FOUND, ["spaceship"], lambda: self.ana.new("spaceship", name="x"))
        self.expect(INVALID, ["colour"], lambda: self.ana.new("note", colour="red"))
        missing = "01890a5d-ac96-774b-bcce-b302099a8057"
        for command in ("get", "history"):
            self.expect(NOT_FOUND, [missing], lambda: self.ana.cli(command, missing))
        self.expect(INVALID, ["nonsense"], lambda: self.ana.get("nonsense"))

    def test_a_command_line_without_sense_is_code_two(self):
        done = subprocess.run([CLI, "--profile", self.ana.profile, "dance"], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, USAGE)
        done = subprocess.run([SERVER, "dance"], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, USAGE)

    def test_a_link_is_good_once(self):
        link = self.field.server.link("dora")
        folder = os.path.join(self.field.folder, "dora")
        run([CLI, "--profile", folder, "enrol", link])
        other = os.path.join(self.field.folder, "dora-again")
        self.expect(REFUSED, ["code"], lambda: run([CLI, "--profile", other, "enrol", link]))

    def test_a_link_that_expired_and_a_code_that_is_none_are_explained(self):
        folder = os.path.join(self.field.folder, "late")
        link = self.field.server.link("late")
        run([MEDDLE, "server-sql", self.field.server.data, "UPDATE enrolment SET expires_at = 1 WHERE state = 0"])
        self.expect(REFUSED, ["expired", "new"], lambda: run([CLI, "--profile", folder, "enrol", link]))
        code = re.search(r"code=([^&]+)", self.field.server.link("late")).group(1)
        wrong = link.replace(re.search(r"code=([^&]+)", link).group(1), code[::-1])
        self.expect(REFUSED, ["code", "coordinator"], lambda: run([CLI, "--profile", folder, "enrol", wrong]))

    def test_what_is_too_large_is_refused_and_the_rest_is_saved(self):
        before = len(self.ana.list("note"))
        lines = [json.dumps({"fields": {"text": text}}) for text in ("x" * 70_000, "y" * 3_000_000, "Fits")]
        self.expect(INVALID, ["line 1", "line 2"], lambda: self.ana.cli("put", "note", stdin="\n".join(lines)))
        self.assertEqual(len(self.ana.list("note")), before + 1)

    def test_a_link_that_is_none_is_explained(self):
        folder = os.path.join(self.field.folder, "nobody")
        self.expect(INVALID, ["link"], lambda: run([CLI, "--profile", folder, "enrol", "http://example.org"]))

    def test_a_profile_that_is_not_enrolled_says_what_to_do(self):
        folder = os.path.join(self.field.folder, "fresh")
        self.expect(NOT_FOUND, ["enrol"], lambda: run([CLI, "--profile", folder, "list", "note"]))

    def test_keys_and_data_are_files_for_their_owner_alone(self):
        for name in ("database.key", "device.key", "profile.db"):
            mode = os.stat(os.path.join(self.ana.profile, name)).st_mode & 0o777
            self.assertEqual(mode, 0o600)

    def test_text_with_a_wrong_key_does_not_open(self):
        key = os.path.join(self.field.folder, "wrong.key")
        with open(key, "wb") as file:
            file.write(os.urandom(32))
        os.chmod(key, 0o600)
        done = subprocess.run([CLI, "--profile", self.ana.profile, "--key-file", key, "status"],
                              capture_output=True, text=True, timeout=60)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("key", done.stderr)

    def test_the_server_survives_garbage_on_its_port(self):
        for garbage in (b"\x00" * 4096, b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 5000, b"POST /api/sign-in HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", self.field.server.port), timeout=30) as line:
                try:
                    line.sendall(garbage)
                    line.recv(4096)
                except OSError:
                    pass
        self.ana.sync()


class AwayServer(unittest.TestCase):
    def test_a_server_that_is_away_loses_nothing(self):
        with Field() as field:
            ana = field.tablet("ana")
            field.server.stop()
            note = ana.new("note", text="Saved without an office")
            with self.assertRaises(Failed) as caught:
                ana.sync()
            self.assertEqual(caught.exception.code, UNAVAILABLE)
            self.assertIn("saved here", caught.exception.errors)
            field.server.start()
            ana.sync()
            self.assertEqual(ana.get(note)["receipt"], "applied")


if __name__ == "__main__":
    unittest.main(verbosity=1)
