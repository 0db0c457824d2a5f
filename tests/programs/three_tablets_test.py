"""One server and three tablets, all real: what was written apart becomes one."""

import itertools
import unittest

from programs import Field

RECORDS_EACH = 300


class ThreeTablets(unittest.TestCase):
    def setUp(self):
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.tablets = [self.field.tablet(name) for name in ("ana", "ben", "cleo")]

    def sync_all(self, order=(0, 1, 2)):
        for _ in range(2):
            for i in order:
                self.tablets[i].sync()

    def expect_one_state(self, role="worker"):
        hashes = {tablet.state_hash() for tablet in self.tablets} | {self.field.server.state_hash(role)}
        self.assertEqual(len(hashes), 1, hashes)
        self.field.server.check()

    def test_three_hundred_records_each_written_offline_reach_everybody(self):
        for tablet in self.tablets:
            kept = tablet.put("feedback", *({"fields": {"text": f"{tablet.name} heard item {i}", "channel": "in_person"}}
                                            for i in range(RECORDS_EACH)))
            self.assertEqual(len({line["dot"] for line in kept}), RECORDS_EACH)
        self.sync_all()
        for tablet in self.tablets:
            self.assertEqual(len(tablet.list("feedback")), 3 * RECORDS_EACH)
        self.expect_one_state()

    def test_edits_apart_merge_whatever_the_order_of_sync(self):
        ana, ben, cleo = self.tablets
        for order in itertools.permutations(range(3)):
            partner = ana.new("partner", name="Heron Point Middle School", languages={"add": ["es"]})
            session = ana.new("listening_session", participants={"add": 2})
            doomed = ana.new("partner", name="Tanner Rise Mosque Outreach")
            self.sync_all(order)

            ana.edit("partner", partner, description="Gym on Saturdays", impact_note="Reads to many")
            ben.edit("partner", partner, description="Hall on Saturdays", impact_note="Reads to many")
            cleo.edit("partner", partner, culture_note="Ask for the librarian")
            ana.edit("partner", partner, languages={"remove": ["es"]})
            ben.edit("partner", partner, languages={"add": ["es", "ar"]})
            for i, tablet in enumerate(self.tablets):
                tablet.edit("listening_session", session, participants={"add": i + 1})
            ana.delete("partner", doomed)
            ben.edit("partner", doomed, culture_note="Shoes off")
            self.sync_all(order)

            self.expect_one_state()
            for tablet in self.tablets:
                seen = tablet.get(partner)
                self.assertEqual(seen["fields"]["culture_note"], "Ask for the librarian")
                self.assertEqual({v["value"] for v in seen["conflicts"]["description"]},
                                 {"Gym on Saturdays", "Hall on Saturdays"})
                self.assertEqual({v["user"] for v in seen["conflicts"]["description"]}, {"ana", "ben"})
                self.assertNotIn("impact_note", seen["conflicts"], "equal edits are no conflict")
                self.assertEqual(sorted(seen["fields"]["languages"]), ["ar", "es"])
                self.assertEqual(tablet.get(session)["fields"]["participants"], 8)
                survivor = tablet.get(doomed)
                self.assertFalse(survivor["deleted"])
                self.assertTrue(survivor["flags"])

            cleo.cli("resolve", partner, "description", "--value", "Gym or hall, ask first")
            cleo.cli("resolve", doomed, "deleted", "--value", "false")
            self.sync_all(order)
            self.expect_one_state()
            for tablet in self.tablets:
                self.assertEqual(tablet.get(partner)["fields"]["description"], "Gym or hall, ask first")
                self.assertEqual(tablet.get(partner)["conflicts"], {})
                self.assertEqual(tablet.get(doomed)["flags"], [])

    def test_clauses_worked_on_apart_merge_cell_by_cell(self):
        ana, ben, cleo = self.tablets = [self.field.tablet(name, "coordinator") for name in ("dora", "emil", "fay")]
        for order in itertools.permutations(range(3)):
            pact = ana.new("agreement", title="Garden hours",
                           clauses=[{"text": "Open on Mondays"}, {"text": "Water is paid"}, {"text": "Keys at the desk"}])
            self.sync_all(order)
            hours, water, keys = (row["id"] for row in ana.get(pact)["fields"]["clauses"])

            ana.edit("agreement", pact, clauses={"edit": [{"id": hours, "text": "Open on Mondays and Fridays"}]})
            ben.edit("agreement", pact, clauses={"edit": [{"id": hours, "state": "agreed"}]})
            ana.edit("agreement", pact, clauses={"edit": [{"id": water, "text": "The office pays for water"}]})
            ben.edit("agreement", pact, clauses={"edit": [{"id": water, "text": "The garden pays for water"}]})
            ana.edit("agreement", pact, clauses={"remove": [keys]})
            ben.edit("agreement", pact, clauses={"edit": [{"id": keys, "state": "countered"}]})
            cleo.edit("agreement", pact, clauses={"add": [{"text": "No dogs"}]})
            self.sync_all(order)

            self.expect_one_state("coordinator")
            wording, removal = f"clauses/{water}/text", f"clauses/{keys}/deleted"
            for tablet in self.tablets:
                seen = tablet.get(pact)
                rows = {row["id"]: row for row in seen["fields"]["clauses"]}
                self.assertEqual(len(rows), 4, "the row that was edited unseen stands whole")
                self.assertEqual(rows[hours], {"id": hours, "text": "Open on Mondays and Fridays", "state": "agreed"})
                self.assertEqual(rows[keys], {"id": keys, "text": "Keys at the desk", "state": "countered"})
                self.assertEqual(set(seen["conflicts"]), {wording, removal})
                self.assertEqual({v["value"] for v in seen["conflicts"][wording]},
                                 {"The office pays for water", "The garden pays for water"})
                self.assertEqual([v["user"] for v in seen["conflicts"][removal]], ["emil", "dora"])

            cleo.cli("resolve", pact, wording, "--value", "Each pays half")
            ben.cli("resolve", pact, removal, "--value", "true")
            self.sync_all(order)
            self.expect_one_state("coordinator")
            for tablet in self.tablets:
                seen = tablet.get(pact)
                self.assertEqual(sorted(row["text"] for row in seen["fields"]["clauses"]),
                                 ["Each pays half", "No dogs", "Open on Mondays and Fridays"])
                self.assertEqual(seen["conflicts"], {})

    def test_receipts_tell_how_far_a_record_has_come(self):
        ana = self.tablets[0]
        note = ana.new("note", text="The bus stops at six")
        self.assertEqual(ana.get(note)["receipt"], "saved")
        receipts = ana.sync()
        self.assertEqual([(r["id"], r["receipt"]) for r in receipts], [(note, "applied")])
        self.assertEqual(ana.get(note)["receipt"], "applied")
        self.assertEqual(ana.status()["waiting"], 0)


if __name__ == "__main__":
    unittest.main(verbosity=1)
