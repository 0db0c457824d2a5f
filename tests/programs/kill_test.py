"""Server and tablets killed at random moments under load: what was told as saved or applied stays, and once.

RAPPORT_KILLS says how often (default 200).
"""

import json
import os
import subprocess
import threading
import unittest

from programs import ENDS_IN_SECONDS, Field, few, seeded

KILLS = int(os.environ.get("RAPPORT_KILLS", few("200", "40")))


class Kills(unittest.TestCase):
    def setUp(self):
        self.random = seeded("kill_test")
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.tablets = [self.field.tablet(name) for name in ("ana", "ben", "cleo")]
        self.saved = {}    # record id → text, once `put` printed it
        self.applied = set()
        self.added = 0     # to the shared counter, as far as `put` printed it

    def killed_after(self, command, stdin):
        """Runs a command and kills it at a random moment, or not; answers the whole lines it printed."""
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        timer = threading.Timer(self.random.random() * 0.12, process.kill)
        timer.start()
        try:
            out, _ = process.communicate(stdin, timeout=ENDS_IN_SECONDS)
        finally:
            timer.cancel()
        return [json.loads(line) for line in out.splitlines(keepends=True) if line.endswith("\n")]

    def put_some(self, tablet, counter):
        texts = [f"{tablet.name} {self.random.random()}" for _ in range(12)]
        lines = "".join(json.dumps({"fields": {"text": text}}) + "\n" for text in texts)
        for text, kept in zip(texts, self.killed_after(tablet.command("put", "note"), lines)):
            self.saved[kept["id"]] = text
        self.added += len(self.killed_after(tablet.command("put", "listening_session"),
                                            json.dumps({"id": counter, "fields": {"participants": {"add": 1}}}) + "\n"))

    def sync_some(self, tablet):
        for receipt in self.killed_after(tablet.command("sync"), ""):
            if receipt["receipt"] == "applied":
                self.applied.add(receipt["id"])

    def test_nothing_acknowledged_is_lost_and_nothing_counts_twice(self):
        counter = self.tablets[0].new("listening_session", participants={"add": 0})
        for tablet in self.tablets:
            tablet.sync()
        for kill in range(KILLS):
            tablet = self.random.choice(self.tablets)
            self.put_some(tablet, counter)
            if kill % 4 == 3:
                syncing = threading.Thread(target=self.sync_some, args=(tablet,))
                syncing.start()
                self.field.server.kill()
                syncing.join()
                self.field.server.start()
            else:
                self.sync_some(tablet)
        for _ in range(2):
            for tablet in self.tablets:
                tablet.sync()
        hashes = {tablet.state_hash() for tablet in self.tablets} | {self.field.server.state_hash()}
        self.assertEqual(len(hashes), 1)
        notes = {line["id"]: line["fields"]["text"] for line in self.tablets[0].list("note")}
        lost = {record for record, text in self.saved.items() if notes.get(record) != text}
        self.assertEqual(lost, set(), "saved and lost")
        self.assertEqual(self.applied - set(notes) - {counter}, set(), "applied and lost")
        self.assertEqual(len(notes), len(set(notes.values())), "a note stands twice")
        total = self.tablets[0].get(counter)["fields"]["participants"]
        # A killed `put` may have saved before it could print.
        self.assertGreaterEqual(total, self.added)
        self.assertLessEqual(total, KILLS)
        self.field.server.check()
        print(f"kill_test: {KILLS} rounds, {len(self.saved)} told as saved, {len(notes)} there, "
              f"{len(self.applied)} told as applied, 0 lost, 0 doubled", flush=True)


if __name__ == "__main__":
    unittest.main(verbosity=1)
