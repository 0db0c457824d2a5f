"""Logs hold no personal data: words are planted wherever people put theirs, and looked for in everything that is written.

Every word is one that nothing else would write, so that one occurrence is a leak.
"""

import http.client
import json
import os
import re
import signal
import subprocess
import unittest

from programs import ENDS_IN_SECONDS, PROGRAMME, Field, Server, Tablet, refusal

PERSON, OTHER, DEVICE, SIGNS_IN = "Xanthippe Quarrymoss", "Zebulon Inkhorn", "tablet-of-wrenfeather", "Perpetua Yarrowdale"
TEXT, OTHER_TEXT, GUESS, PATH = "marzipan lighthouse", "tamarind observatory", "wrong-guess-bluebottle", "cinnabar-turnstile"
PHONE = "555-019-7734"


class LoudServer(Server):
    def __init__(self, folder):
        super().__init__(folder, ["--verbose"])


class Logs(unittest.TestCase):
    def setUp(self):
        self.field = Field(LoudServer).__enter__()
        self.addCleanup(self.field.__exit__)
        self.server = self.field.server
        self.words = [PERSON, OTHER, DEVICE, SIGNS_IN, TEXT, OTHER_TEXT, GUESS, PATH, PHONE]
        self.heard = ""

    def ask(self, method, path, body=None, **headers):
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=ENDS_IN_SECONDS)
        try:
            headers = {"Content-Type": "application/json", **headers}
            line.request(method, path, json.dumps(body) if body is not None else None, headers)
            answer = line.getresponse()
            return answer, answer.read().decode()
        finally:
            line.close()

    def tablet_says(self, tablet, *words, stdin=None):
        """What a command writes beside its output: what a service's journal would keep."""
        done = subprocess.run(tablet.command(*words), input=stdin, capture_output=True, text=True, timeout=ENDS_IN_SECONDS)
        self.heard += done.stderr
        return done

    def work_in_the_field(self):
        self.words += [self.server.link(OTHER).split("code=")[1].split("&")[0]]
        ana, ben = self.field.tablet("ana"), self.field.tablet("ben")
        link = self.server.link(PERSON)
        self.words.append(re.search(r"code=([^&]+)", link).group(1))
        cleo = Tablet.__new__(Tablet)
        cleo.name, cleo.profile = "cleo", os.path.join(self.field.folder, "cleo")
        cleo.cli("enrol", link, "--device-name", DEVICE)
        refusal(ana.command("enrol", link))
        note = cleo.new("partner", name=TEXT, description=TEXT)
        for tablet in (cleo, ana, ben, cleo):
            self.tablet_says(tablet, "sync")
        for tablet, words in ((ana, TEXT), (ben, OTHER_TEXT)):
            tablet.edit("partner", note, description=f"{words} by the river")
        cleo.new("quote", verbatim=f"{OTHER} said {OTHER_TEXT}, call {PHONE}")
        for tablet in (ana, ben, cleo, ana):
            self.tablet_says(tablet, "sync")
        self.assertTrue(ana.get(note)["conflicts"], "the planted words were exchanged and disagree")
        self.follow(ana, note)
        return ana, note

    def follow(self, tablet, note):
        following = subprocess.Popen(tablet.command("sync", "--follow"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        tablet.edit("partner", note, culture_note=TEXT)
        self.assertIn("applied", following.stdout.readline())
        following.send_signal(signal.SIGTERM)
        _, errors = following.communicate(timeout=ENDS_IN_SECONDS)
        self.heard += errors

    def work_at_the_console(self, note):
        password = self.server.user(SIGNS_IN)
        self.ask("POST", "/api/sign-in", {"name": SIGNS_IN, "password": GUESS})
        self.ask("POST", "/api/sign-in", {"name": OTHER, "password": password})
        answer, body = self.ask("POST", "/api/sign-in", {"name": SIGNS_IN, "password": password})
        self.assertEqual(answer.status, 200)
        cookie, csrf = answer.getheader("Set-Cookie").split(";")[0], json.loads(body)["csrf"]
        self.words += [password, cookie.split("=")[1], csrf]
        mine = {"Cookie": cookie, "X-Rapport-CSRF": csrf}
        base = f"/api/programmes/{PROGRAMME}"
        number = json.loads(self.ask("GET", f"{base}/records/{note}", **mine)[1])["number"]
        self.assertIn(TEXT, self.ask("GET", f"{base}/records?q={TEXT.replace(' ', '%20')}", **mine)[1])
        self.ask("POST", f"{base}/records/{note}/edit", {"seen": number, "fields": {"description": TEXT}}, **mine)
        self.ask("POST", f"{base}/records", {"type": "partner", "fields": {"name": TEXT, "kind": GUESS}}, **mine)
        invited = json.loads(self.ask("POST", f"{base}/enrolments", {"role": "worker", "name": OTHER}, **mine)[1])
        self.words.append(invited["code"])
        self.ask("GET", f"/api/{PATH}?name={PATH}", **mine)
        self.ask("GET", f"/{PATH}/{PATH}.js")
        self.ask("GET", "/api/session", Origin=f"http://{PATH}.example")
        self.ask("DELETE", f"/api/{PATH}")
        self.ask("GET", "/api/session", Cookie="rapport=" + GUESS)

    def files(self):
        for folder, _, names in os.walk(self.field.folder):
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    yield os.path.join(folder, name), file.read()

    def test_planted_words_are_in_no_log_and_in_no_file(self):
        ana, note = self.work_in_the_field()
        self.work_at_the_console(note)
        on_the_disk = list(self.files())  # while the server runs: with its write-ahead log
        self.server.stop()
        self.tablet_says(ana, "sync")  # an office that is away
        log = self.server.logged()
        self.assertIn('"event":"serving"', log)
        for line in log.splitlines():
            self.assertLessEqual({"at", "level", "event"}, set(json.loads(line)), line)
        self.assertIn("cannot be reached", self.heard)
        self.assertGreaterEqual(len(self.words), 14)
        for word in self.words:
            self.assertNotIn(word.lower(), log.lower())
            self.assertNotIn(word.lower(), self.heard.lower())
            for path, contents in on_the_disk + list(self.files()):
                self.assertNotIn(word.lower().encode(), contents.lower(), path)


if __name__ == "__main__":
    unittest.main(verbosity=1)
