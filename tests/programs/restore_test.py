"""A server that goes back to a backup loses nothing that any tablet still has."""

import itertools
import os
import shutil
import unittest

from console import Console
from programs import NOT_FOUND, PROGRAMME, REFUSED, SERVER, UNAVAILABLE, Field, few, refusal, run

NAMES = ("ana", "ben", "cleo")


class Restore(unittest.TestCase):
    def setUp(self):
        self.begin()

    def begin(self):
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.server = self.field.server
        self.key = os.path.join(self.field.folder, "elsewhere.key")
        run([SERVER, "backup-key", "--data", self.server.data, "--save", self.key])

    def back_up(self):
        self.backup = os.path.join(self.field.folder, "monday.backup")
        run([SERVER, "backup", "--data", self.server.data, self.backup])

    def lose_and_restore(self, ledger=None):
        self.server.kill()
        shutil.rmtree(self.server.data)
        run([SERVER, "restore", "--data", self.server.data, self.backup, "--key", self.key,
             *(["--ledger", ledger] if ledger else [])])
        self.server.start()

    def expect_one_state(self, tablets):
        for tablet in tablets * 2:
            tablet.sync()
        hashes = {tablet.state_hash() for tablet in tablets} | {self.server.state_hash()}
        self.assertEqual(len(hashes), 1, hashes)
        self.assertEqual([tablet.status()["waiting"] for tablet in tablets], [0] * len(tablets))
        self.server.check()

    def live_and_lose(self):
        """A day around a backup; answers the tablets and what they had in hand."""
        ana, ben, cleo = tablets = [self.field.tablet(name) for name in NAMES]
        noor = Console(self.server, "Noor")
        partner = ana.new("partner", name="Heron Point Middle School", description="Gym", languages={"add": ["es", "so"]})
        session = ana.new("listening_session", participants={"add": 2})
        for tablet in tablets * 2:
            tablet.sync()
        self.back_up()
        ana.edit("partner", partner, description="Gym on Saturdays")
        noted = ana.new("note", text="The bus stops at six")
        ana.sync()
        ben.sync()
        ben.edit("partner", partner, description="Gym on Saturdays, from nine", languages={"remove": ["so"]})
        ben.edit("listening_session", session, participants={"add": 5})
        ben.sync()
        noor.edit(partner, culture_note="Ask for the librarian")
        cleo.sync()  # the only one to have seen what the console wrote, and what Ben did
        cleo.edit("partner", partner, impact_note="Reads to many")  # sent to nobody
        cleo.edit("listening_session", session, participants={"add": 1})
        self.lose_and_restore()
        return tablets, partner, session, noted

    def expect_all_of_it(self, tablet, partner, session, noted):
        seen = tablet.get(partner)
        self.assertEqual(seen["fields"]["description"], "Gym on Saturdays, from nine")
        self.assertEqual(seen["fields"]["culture_note"], "Ask for the librarian")
        self.assertEqual(seen["fields"]["impact_note"], "Reads to many")
        self.assertEqual(seen["fields"]["languages"], ["es"])
        self.assertEqual(seen["conflicts"], {})
        self.assertEqual(tablet.get(session)["fields"]["participants"], 8)
        self.assertEqual(tablet.get(noted)["fields"]["text"], "The bus stops at six")

    def test_in_whatever_order_the_tablets_come_back_nothing_is_lost_and_nothing_is_asked(self):
        orders = list(itertools.permutations(range(len(NAMES))))
        for order in few(orders, [orders[0], orders[-1]]):
            with self.subTest(order=order):
                self.begin()
                tablets, *what = self.live_and_lose()
                self.expect_one_state([tablets[i] for i in order])
                for tablet in tablets:
                    self.expect_all_of_it(tablet, *what)
                self.server.stop()

    def test_what_a_lost_tablet_sent_comes_back_from_another(self):
        (_, _, cleo), partner, session, noted = self.live_and_lose()
        self.expect_one_state([cleo])  # Ana's and Ben's never come back
        self.expect_all_of_it(cleo, partner, session, noted)
        fresh = self.field.tablet("dina")
        self.expect_one_state([cleo, fresh])
        self.expect_all_of_it(fresh, partner, session, noted)

        told = Console(self.server, "Ines").record(partner, "/history")["items"]
        back = [line for line in told if "the copy on cleo-tablet" in line["reason"]]
        brought = {(each["field"], each["value"]) for line in back for each in line["operations"]}
        self.assertIn(("culture_note", "Ask for the librarian"), brought)
        self.assertIn(("description", "Gym on Saturdays, from nine"), brought)
        devices = {line["device"] for line in back}
        self.assertIn("ben-tablet", devices)

    def test_a_database_that_was_put_back_unsaid_is_noticed(self):
        for first in (0, 1):
            with self.subTest(first=first):
                self.begin()
                ana, ben = tablets = [self.field.tablet(name) for name in NAMES[:2]]
                noor = Console(self.server, "Noor")
                partner = ana.new("partner", name="Heron Point Middle School")
                self.expect_one_state(tablets)
                self.server.stop()
                database = os.path.join(self.server.data, "rapport.db")
                shutil.copy(database, database + ".copy")
                self.server.start()
                noor.edit(partner, culture_note="Ask for the librarian")
                ana.edit("partner", partner, description="Gym on Saturdays")
                self.expect_one_state(tablets)
                ben.edit("partner", partner, impact_note="Reads to many")  # sent to nobody
                self.server.stop()
                os.replace(database + ".copy", database)
                for rest in ("-wal", "-shm"):
                    if os.path.exists(database + rest):
                        os.remove(database + rest)
                self.server.start()
                code, errors = refusal(tablets[first].command("sync"))
                self.assertEqual(code, UNAVAILABLE, errors)
                self.assertIn("put back from a copy", errors)
                self.expect_one_state([tablets[first], tablets[1 - first]])
                for tablet in tablets:
                    seen = tablet.get(partner)
                    self.assertEqual(seen["fields"]["culture_note"], "Ask for the librarian")
                    self.assertEqual(seen["fields"]["description"], "Gym on Saturdays")
                    self.assertEqual(seen["fields"]["impact_note"], "Reads to many")
                    self.assertEqual(seen["conflicts"], {})
                self.server.stop()

    def test_by_the_ledger_who_came_since_the_backup_is_known_and_who_was_shut_out_stays_out(self):
        ana, ben = [self.field.tablet(name) for name in NAMES[:2]]
        self.expect_one_state([ana, ben])
        self.back_up()
        cleo = self.field.tablet("cleo")
        late = cleo.new("partner", name="Tanner Rise")
        noor = Console(self.server, "Noor")
        devices = noor.ask("GET", f"/api/programmes/{PROGRAMME}/devices")[1]["items"]
        bens = next(each["id"] for each in devices if each["name"] == "ben-tablet")
        self.expect_one_state([cleo, ana])
        noor.ask("POST", f"/api/programmes/{PROGRAMME}/devices/{bens}/revoke", {})
        ledger = os.path.join(self.field.folder, "ledger")
        shutil.copy(os.path.join(self.server.data, "ledger"), ledger)
        with open(ledger, "rb") as file:
            held = file.read()
        for word in (b"cleo", b"ben", PROGRAMME.encode()):
            self.assertNotIn(word, held)
        with open(ledger, "ab") as file:
            file.write(b"\x90\x00\x00\x00cut off by a crash")
        for times in range(2):  # what the ledger says outlasts a second loss before the next backup
            with self.subTest(times=times):
                self.lose_and_restore(ledger)
                self.expect_one_state([cleo, ana])
                self.assertEqual(ana.get(late)["fields"]["name"], "Tanner Rise")
                code, errors = refusal(ben.command("sync"))
                # Told the first time, it has nothing left to come with.
                self.assertEqual(code, NOT_FOUND if times else REFUSED, errors)
                ledger = os.path.join(self.field.folder, f"ledger.{times}")
                shutil.copy(os.path.join(self.server.data, "ledger"), ledger)

    def test_two_restores_of_one_backup_are_survived(self):
        tablets, *what = self.live_and_lose()
        self.expect_one_state([tablets[2]])
        self.lose_and_restore()
        self.expect_one_state(tablets)
        for tablet in tablets:
            self.expect_all_of_it(tablet, *what)


if __name__ == "__main__":
    unittest.main(verbosity=1)
