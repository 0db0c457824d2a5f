"""A tablet that is enrolled by a code typed by hand: at the right office, and at others."""

import http.client
import json
import os
import re
import ssl
import subprocess
import threading
import unittest

from between import Between
from programs import CLI, ENDS_IN_SECONDS, PROGRAMME, SERVER, Failed, Field, Server, run

REFUSED, UNAVAILABLE, INVALID = 5, 6, 3


def office_with_a_key(folder):
    office = Server(folder, ["--tls"])
    run([SERVER, "certificate", "--data", office.data, "make", "--name", "127.0.0.1"])
    return office


class Coordinator:
    """Somebody at the console, by its API."""

    def __init__(self, server):
        self.server = server
        password = server.user("Noor")
        answer, cookie = self._ask("POST", "/api/sign-in", {"name": "Noor", "password": password})
        self.cookie = cookie
        self.csrf = answer["csrf"]

    def _ask(self, method, path, body=None):
        trusted = ssl.create_default_context(cafile=os.path.join(self.server.data, "tls", "server.crt"))
        line = http.client.HTTPSConnection("127.0.0.1", self.server.port, context=trusted, timeout=60)
        headers = {"Content-Type": "application/json"}
        if hasattr(self, "cookie"):
            headers |= {"Cookie": self.cookie, "X-Rapport-CSRF": self.csrf}
        line.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = line.getresponse()
        text = answer.read()
        line.close()
        if answer.status >= 300:
            raise AssertionError(f"{method} {path}: {answer.status} {text}")
        return json.loads(text), (answer.getheader("Set-Cookie") or "").split(";")[0]

    def _enrolments(self, rest=""):
        return f"/api/programmes/{PROGRAMME}/enrolments{rest}"

    def invite(self, name):
        return self._ask("POST", self._enrolments(), {"role": "worker", "name": name})[0]

    def state(self, invitation):
        return self._ask("GET", self._enrolments("/" + invitation["id"]))[0]

    def answer(self, invitation, verb):
        return self._ask("POST", self._enrolments(f"/{invitation['id']}/{verb}"), {})[0]


class TypedCode(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.field = Field(office_with_a_key).__enter__()
        cls.addClassCleanup(cls.field.__exit__)
        cls.noor = Coordinator(cls.field.server)

    def command(self, name, code, office):
        return [CLI, "--profile", os.path.join(self.field.folder, name), "enrol", code, "--office", office]

    def begin(self, name, invitation):
        """A tablet that waits for the coordinator; answers it and the words it shows."""
        tablet = subprocess.Popen(self.command(name, invitation["code"], invitation["office"]),
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(tablet.communicate)
        self.addCleanup(lambda: tablet.poll() is None and tablet.kill())
        said = tablet.stderr.readline()
        found = re.search(r": (\w+) (\w+) (\w+)$", said)
        self.assertTrue(found, said)
        return tablet, list(found.groups())

    def expect(self, code, word, command):
        with self.assertRaises(Failed) as caught:
            run(command)
        self.assertEqual(caught.exception.code, code, caught.exception)
        self.assertIn(word, caught.exception.errors)

    def works_at_the_office(self, name, invitation):
        tablet, words = self.begin(name, invitation)
        self.assertEqual(self.noor.state(invitation)["words"], words)
        self.noor.answer(invitation, "confirm")
        out, err = tablet.communicate(timeout=ENDS_IN_SECONDS)
        self.assertEqual(tablet.returncode, 0, err)
        self.assertEqual(json.loads(out)["person"], invitation["name"])
        run([CLI, "--profile", os.path.join(self.field.folder, name), "sync"])

    def invite(self, name):
        return self.noor.invite(name) | {"name": name}

    def test_typed_code_waits_for_the_coordinator_who_sees_the_same_words(self):
        invitation = self.invite("Marisol")
        self.assertEqual(invitation["office"], f"127.0.0.1:{self.field.server.port}")
        code = "-".join(re.findall(".{1,5}", invitation["code"])).lower()
        self.works_at_the_office("marisol", invitation | {"code": code})

    def test_whoever_stands_between_and_relays_gets_nothing(self):
        invitation = self.invite("Teo")
        with Between(self.field.folder, self.field.server.port) as between:
            self.expect(REFUSED, "not sent", self.command("teo", invitation["code"], f"127.0.0.1:{between.port}"))
            seen = between.seen()
        self.assertIn(b"/api/enrol/office", seen, "it did relay the question")
        self.assertIn(b'"mac"', seen, "and the office's own answer")
        self.assertNotIn(invitation["code"].encode(), seen)
        self.assertEqual(self.noor.state(invitation)["state"], "open")
        self.works_at_the_office("teo", invitation)

    def test_whoever_stands_between_and_names_its_own_key_gets_nothing(self):
        invitation = self.invite("Rosa")
        with Between(self.field.folder, self.field.server.port, own_pins=True) as between:
            self.expect(REFUSED, "not sent", self.command("rosa", invitation["code"], f"127.0.0.1:{between.port}"))
            self.assertNotIn(invitation["code"].encode(), between.seen())
        self.works_at_the_office("rosa", invitation)

    def test_words_that_differ_keep_the_tablet_out(self):
        invitation = self.invite("Ida")
        tablet, _ = self.begin("ida", invitation)
        self.noor.answer(invitation, "refuse")
        _, err = tablet.communicate(timeout=ENDS_IN_SECONDS)
        self.assertEqual(tablet.returncode, REFUSED)
        self.assertIn("other words", err)
        self.expect(REFUSED, "code", self.command("ida-again", invitation["code"], invitation["office"]))

    def test_a_code_that_was_used_says_so(self):
        invitation = self.invite("Lena")
        self.works_at_the_office("lena", invitation)
        self.expect(REFUSED, "Another device", self.command("lena-two", invitation["code"], invitation["office"]))

    def test_a_wrong_code_and_a_wrong_address_are_told_apart(self):
        invitation = self.invite("Nils")
        office = invitation["office"]
        self.expect(REFUSED, "does not know this code", self.command("nils", "0" * 26, office))
        self.expect(INVALID, "26", self.command("nils", invitation["code"][1:], office))
        self.expect(INVALID, "address", self.command("nils", invitation["code"], "the office"))
        self.expect(UNAVAILABLE, "cannot be reached", self.command("nils", invitation["code"], "127.0.0.1:1"))
        self.works_at_the_office("nils", invitation)

    def test_many_tablets_type_one_code_and_one_gets_in(self):
        out = run([SERVER, "enrol", "--data", self.field.server.data, "--programme", PROGRAMME, "--role", "worker",
                   "--name", "Olu"])
        code = re.search(r"code=(\w+)", out).group(1)
        codes = []

        def try_it(number):
            office = f"127.0.0.1:{self.field.server.port}"
            done = subprocess.run(self.command(f"olu-{number}", code, office), capture_output=True, timeout=ENDS_IN_SECONDS)
            codes.append(done.returncode)

        threads = [threading.Thread(target=try_it, args=(number,)) for number in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(codes), [0] + [REFUSED] * 11)


class PlainOffice(unittest.TestCase):
    def test_on_this_machine_a_typed_code_needs_no_tls(self):
        with Field() as field:
            code = re.search(r"code=(\w+)", field.server.link("ana")).group(1)
            run([CLI, "--profile", os.path.join(field.folder, "ana"), "enrol", code, "--office",
                 f"127.0.0.1:{field.server.port}"])
            run([CLI, "--profile", os.path.join(field.folder, "ana"), "sync"])


if __name__ == "__main__":
    unittest.main(verbosity=1)
