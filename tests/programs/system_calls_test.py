"""The real programs ended, and their disks failing, at a system call: what was told as saved or applied stays, and once.

Tried are the calls that touch files and sockets, each with each count that a clean run makes of it. In every build a sample;
RAPPORT_EVERY_CALL=1 tries all. Needs leave to trace programs (ptrace); without it the tests are skipped, and say so.
"""

import json
import os
import subprocess
import unittest

from programs import ENDS_IN_SECONDS, STORAGE, UNAVAILABLE, Failed, Field, seeded
from tracing import CHANGING, TOUCHING, calls_in, calls_of, chosen, counted, injected, need_tracing

EVERY_CALL = os.environ.get("RAPPORT_EVERY_CALL") == "1"
KILL = "signal=SIGKILL"
KILLED = -9
FILES_PER_RECORD = 60
THREADS = 3  # of the office that write: for changes, for files, for keeping house
# What a disk may say, and the calls that it says it to. `write` is left out: it is the terminal's as well.
TROUBLES = {"error=EIO": ("fsync", "fdatasync", "pwrite64", "ftruncate"),
            "error=ENOSPC": ("pwrite64", "ftruncate", "fallocate", "mkdir")}
SENTENCES = ("verything saved before is safe", "What you saved is safe on this tablet")


class SystemCalls(unittest.TestCase):
    def setUp(self):
        need_tracing()
        self.random = seeded("system_calls_test")
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.server = self.field.server
        self.ana = self.field.tablet("ana")
        self.workshops = [self.ana.new("workshop", question="Where should the bus stop?")]
        self.counter = self.ana.new("listening_session", participants={"add": 0})
        self.ana.sync()
        self.texts = self.files = 0
        self.saved, self.applied, self.attached = {}, set(), set()

    def places(self, calls, most):
        """Calls to strike at: all, or a sample in which most are such as change something."""
        if EVERY_CALL:
            return chosen(calls, CHANGING + TOUCHING, self.random, None)
        few = most // 4
        return chosen(calls, CHANGING, self.random, most - few) + chosen(calls, TOUCHING, self.random, few)

    def troubles(self, calls, most):
        return [(call, what, when) for what, names in TROUBLES.items()
                for call, when in chosen(calls, names, self.random, None if EVERY_CALL else most // len(TROUBLES))]

    # What people do, under a tracer or without.

    def ask(self, prefix, *words, stdin=None):
        """A command of Ana's; answers its exit code, the whole lines that it printed, and what it said to people."""
        done = subprocess.run([*prefix, *self.ana.command(*words)], input=stdin, capture_output=True, text=True,
                              timeout=ENDS_IN_SECONDS)
        lines = [json.loads(line) for line in done.stdout.splitlines(keepends=True) if line.endswith("\n")]
        return done.returncode, lines, done.stderr

    def note(self):
        self.texts += 1
        return json.dumps({"fields": {"text": f"note {self.texts}"}}) + "\n"

    def put(self, prefix=()):
        code, told, errors = self.ask(prefix, "put", "note", stdin=self.note())
        self.saved |= {kept["id"]: f"note {self.texts}" for kept in told}
        return code, errors

    def fresh_file(self):
        path = os.path.join(self.field.folder, "talk.txt")
        with open(path, "w", encoding="utf-8") as out:
            out.write(f"What was said, {self.random.random()}\n" * 900)
        return path

    def attach(self, prefix=()):
        self.files += 1
        if self.files > FILES_PER_RECORD * len(self.workshops):
            self.workshops.append(self.ana.new("workshop", question="And where else?"))
        code, told, errors = self.ask(prefix, "attach", self.workshops[-1], self.fresh_file())
        self.attached |= {kept["id"] for kept in told}
        return code, errors

    def sync(self, prefix=()):
        code, told, errors = self.ask(prefix, "sync")
        self.applied |= {line["id"] for line in told if line.get("receipt") == "applied"}
        return code, errors

    # What must hold.

    def expect_nothing_lost(self, where):
        """With everything as it should be, everything told is there, once, on both sides."""
        code, errors = self.sync()
        self.assertEqual(code, 0, f"{where}: {errors}")
        notes = {line["id"]: line["fields"]["text"] for line in self.ana.list("note")}
        self.assertEqual({record for record, text in self.saved.items() if notes.get(record) != text}, set(), where)
        self.assertEqual(len(notes), len(set(notes.values())), f"{where}: a note stands twice")
        self.assertEqual(self.ana.state_hash(), self.server.state_hash(), where)
        self.assertEqual(self.ana.status()["waiting"], 0, where)

    def expect_all_in_the_end(self):
        known = {line["id"] for kind in ("note", "attachment", "workshop", "listening_session") for line in self.ana.list(kind)}
        self.assertEqual(self.applied - known, set(), "applied and lost")
        files = {each["id"]: each for workshop in self.workshops for each in self.ana.get(workshop)["attachments"]}
        self.assertEqual({each for each in self.attached if files[each]["file"] != "applied"}, set(), "attached and lost")
        ben = self.field.tablet("ben")
        ben.sync()
        for each in self.random.sample(sorted(self.attached), min(3, len(self.attached))):
            self.assertTrue(ben.lines("fetch", each)[0]["here"])
        self.server.check()

    def test_a_tablet_ended_at_any_call_keeps_what_it_said_it_saved(self):
        kills = 0
        calls = calls_of(self.ana.command("put", "note"), self.note())
        for call, when in self.places(calls, 24):
            code, errors = self.put(injected(call, KILL, when))
            self.assertIn(code, (0, KILLED), errors)
            kills += code == KILLED
            code, errors = self.put()
            self.assertEqual(code, 0, f"after {call} {when}: {errors}")
        self.expect_nothing_lost("captures")
        calls = calls_of(self.ana.command("attach", self.workshops[-1], self.fresh_file()))
        for call, when in self.places(calls, 20):
            code, errors = self.attach(injected(call, KILL, when))
            self.assertIn(code, (0, KILLED), errors)
            kills += code == KILLED
        self.expect_nothing_lost("files")
        self.attach()
        self.put()
        calls = calls_of(self.ana.command("sync"))
        for at, (call, when) in enumerate(self.places(calls, 24)):
            self.put()
            if at % 3 == 0:
                self.attach()
            code, errors = self.sync(injected(call, KILL, when))
            self.assertIn(code, (0, KILLED), errors)
            kills += code == KILLED
            self.expect_nothing_lost(f"sync ended at {call} {when}")
        self.expect_all_in_the_end()
        self.assertGreater(kills, 40)
        print(f"system_calls_test: a tablet ended at {kills} calls, {len(self.saved)} told as saved, 0 lost, 0 doubled", flush=True)

    # The office.

    def start_under(self, prefix):
        """Whether it came up; else it ended before it was ready."""
        self.server.under = prefix
        try:
            self.server.start()
        except Failed:
            return False
        return True

    def start_anew(self):
        self.server.stop()
        self.server.under = []
        self.server.start()

    def office_calls(self):
        log = os.path.join(self.field.folder, "calls")
        self.server.stop()
        self.start_under(counted(log))
        self.put()
        self.attach()
        self.sync()
        self.start_anew()
        return calls_in(log)

    def test_an_office_ended_at_any_call_keeps_what_it_said_it_applied(self):
        kills = 0
        for at, (call, when) in enumerate(self.places(self.office_calls(), 40)):
            self.put()
            if at % 3 == 0:
                self.attach()
            self.server.stop()
            if self.start_under(injected(call, KILL, when)):
                code, errors = self.sync()
                self.assertIn(code, (0, UNAVAILABLE), errors)
                self.server.stop()
            kills += self.server.process.returncode == KILLED
            self.server.check()
            self.start_anew()
            self.expect_nothing_lost(f"office ended at {call} {when}")
        self.expect_all_in_the_end()
        self.assertGreater(kills, 20)
        print(f"system_calls_test: an office ended at {kills} calls, {len(self.applied)} told as applied, 0 lost, 0 doubled",
              flush=True)

    # Disks that fail once.

    def expect_a_sentence(self, code, errors, where):
        self.assertIn(code, (0, STORAGE, UNAVAILABLE), f"{where}: {errors}")
        if code != 0:
            self.assertTrue(any(words in errors for words in SENTENCES), f"{where}: {errors}")
        return code != 0

    def test_a_tablet_whose_disk_fails_says_so_and_goes_on(self):
        told = 0
        for words, deed in (("put", self.put), ("attach", self.attach), ("sync", self.sync)):
            self.put()
            self.attach()
            stdin = self.note() if words == "put" else None
            rest = {"put": ["note"], "attach": [self.workshops[-1], self.fresh_file()], "sync": []}[words]
            calls = calls_of(self.ana.command(words, *rest), stdin)
            for call, what, when in self.troubles(calls, 12):
                self.put()
                if words == "sync":
                    self.attach()
                where = f"{words}: {what} at {call} {when}"
                told += self.expect_a_sentence(*deed(injected(call, what, when)), where)
                self.expect_nothing_lost(where)
        self.expect_all_in_the_end()
        self.assertGreater(told, 10)
        print(f"system_calls_test: a tablet's disk failed, and {told} times that had to be said", flush=True)

    def test_an_office_whose_disk_fails_says_so_and_goes_on(self):
        told = 0
        for at, (call, what, when) in enumerate(self.troubles(self.office_calls(), 16)):
            self.put()
            if at % 3 == 0:
                self.attach()
            tries = 0
            where = f"office: {what} at {call} {when}"
            self.server.stop()
            if self.start_under(injected(call, what, when)):
                told += self.expect_a_sentence(*self.sync(), where)
                # Each thread meets the trouble once, and the same process goes on by itself.
                while self.sync()[0] != 0 and tries < THREADS:
                    tries += 1
                self.expect_nothing_lost(where)
            else:
                told += 1
                self.assertEqual(self.server.process.returncode, STORAGE, where)
            self.start_anew()
            self.server.check()
            self.expect_nothing_lost(where)
        self.expect_all_in_the_end()
        self.assertGreater(told, 3)
        print(f"system_calls_test: an office's disk failed, and {told} times that had to be said", flush=True)


if __name__ == "__main__":
    unittest.main(verbosity=1)
