"""Three real tablets edit one field, in turn and apart; the office tells all of it, and anybody can take it back."""

import json
import os
import unittest

from console import Console
from programs import INVALID, NOT_FOUND, Failed, Field


class History(unittest.TestCase):
    def setUp(self):
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.tablets = [self.field.tablet(name) for name in ("ana", "ben", "cleo")]
        self.noor = Console(self.field.server, "Noor")

    def sync_all(self):
        for _ in range(2):
            for tablet in self.tablets:
                tablet.sync()

    def expect_everywhere(self, partner, value):
        self.sync_all()
        for tablet in self.tablets:
            self.assertEqual(tablet.get(partner)["fields"]["description"], value)
            self.assertEqual(tablet.get(partner)["conflicts"], {})
        hashes = {tablet.state_hash() for tablet in self.tablets} | {self.field.server.state_hash("worker")}
        self.assertEqual(len(hashes), 1, hashes)
        self.field.server.check()

    def told(self, record, field="description", by=None):
        """What the office says of one field, newest first."""
        return (by or self.noor).record(record, f"/history?field={field}")["items"]

    def words(self, record, **how):
        return [(each["user"], each["operations"][0]["value"], each["operations"][0]["stands"])
                for each in self.told(record, **how)]

    def test_edits_in_turn_are_told_in_their_order_and_undone_everywhere(self):
        ana, ben, cleo = self.tablets
        partner = ana.new("partner", name="Weavers", description="Mill Street")
        self.sync_all()
        ben.edit("partner", partner, description="Oak Street")
        self.sync_all()
        last = cleo.edit("partner", partner, description="Elm Street")["dot"]
        self.sync_all()
        self.assertEqual(self.words(partner), [("cleo", "Elm Street", True), ("ben", "Oak Street", False),
                                               ("ana", "Mill Street", False)])
        newest, middle, first = self.told(partner)
        self.assertEqual(newest["dot"], last)
        self.assertEqual(newest["device"], "cleo-tablet")
        self.assertEqual([each["operations"][0]["before"] for each in (newest, middle)], ["Oak Street", "Mill Street"])
        self.assertEqual(middle["operations"][0]["ended_by"], {"dot": last, "user": "cleo", "undone": False})

        # The tablet says the same words of what it knows, without the office.
        own = cleo.lines("history", partner, "description")
        self.assertEqual([(each["user"], each["device"], each["operations"]) for each in own],
                         [("cleo", "cleo-tablet", [{"field": "description", "op": "write", "value": "Elm Street",
                                                    "before": "Oak Street", "stands": True}])])

        taken_back = cleo.lines("undo", partner, last)[0]["dot"]
        self.assertEqual(cleo.get(partner)["fields"]["description"], "Oak Street", "at once, and offline")
        self.expect_everywhere(partner, "Oak Street")
        self.assertEqual(self.told(partner)[1]["operations"][0]["ended_by"],
                         {"dot": taken_back, "user": "cleo", "undone": True})
        self.noor.undo(partner, middle["dot"])
        self.expect_everywhere(partner, "Mill Street")
        redo = self.told(partner)[0]
        self.assertEqual((redo["user"], redo["device"]), ("Noor", "office"))
        self.noor.undo(partner, redo["dot"])
        self.expect_everywhere(partner, "Oak Street")

    def test_edits_apart_both_stand_until_one_is_taken_back(self):
        ana, ben, cleo = self.tablets
        partner = ana.new("partner", name="Weavers", description="Mill Street")
        self.sync_all()
        ben.edit("partner", partner, description="Oak Street")
        cleo.edit("partner", partner, description="Elm Street")
        self.sync_all()
        self.assertEqual({words for words in self.words(partner)},
                         {("ben", "Oak Street", True), ("cleo", "Elm Street", True), ("ana", "Mill Street", False)})
        bens = next(each["dot"] for each in self.told(partner) if each["user"] == "ben")
        others = {each["dot"] for each in ana.lines("history", partner, "description")}
        self.assertIn(bens, others, "a tablet tells what others wrote that stands")
        ana.lines("undo", partner, bens)
        self.expect_everywhere(partner, "Elm Street")

    def test_undo_that_did_not_see_an_edit_stands_beside_it(self):
        ana, ben, cleo = self.tablets
        partner = ana.new("partner", name="Weavers", description="Mill Street")
        self.sync_all()
        bens = ben.edit("partner", partner, description="Oak Street")["dot"]
        self.sync_all()
        cleo.edit("partner", partner, description="Elm Street")
        cleo.sync()
        ben.lines("undo", partner, bens)
        self.sync_all()
        versions = {each["value"] for each in ana.get(partner)["conflicts"]["description"]}
        self.assertEqual(versions, {"Mill Street", "Elm Street"}, "nothing was lost")

    def test_sets_counts_and_deletes_are_taken_back(self):
        ana, ben, _ = self.tablets
        partner = ana.new("partner", name="Weavers", languages={"add": ["en"]})
        session = ana.new("listening_session", participants={"add": 4})
        self.sync_all()
        added = ben.edit("partner", partner, languages={"add": ["es"], "remove": ["en"]})["dot"]
        counted = ben.edit("listening_session", session, participants={"add": 7})["dot"]
        gone = ben.delete("partner", partner)["dot"]
        self.sync_all()
        ben.lines("undo", partner, gone)
        ben.lines("undo", partner, added, "--field", "languages")
        ben.lines("undo", session, counted)
        self.sync_all()
        self.assertEqual(ana.get(partner)["fields"]["languages"], ["en"])
        self.assertFalse(ana.get(partner)["deleted"])
        self.assertEqual(ana.get(session)["fields"]["participants"], 4)
        with self.assertRaises(AssertionError) as refused:
            self.noor.undo(session, counted)
        self.assertIn(": 409 ", str(refused.exception))

    def test_a_hidden_fields_history_is_hidden(self):
        ana = self.tablets[0]
        post = ana.new("steward_assignment", side="us", handover_note="Ask for Rosa")
        self.sync_all()
        changed = ana.edit("steward_assignment", post, handover_note="Ask for Lena")["dot"]
        self.sync_all()
        self.assertEqual(self.words(post, field="handover_note"), [("ana", "Ask for Lena", True), ("ana", "Ask for Rosa", False)])
        vera = Console(self.field.server, "Vera", "volunteer")
        self.assertEqual(self.told(post, "handover_note", vera), [])
        whole = vera.record(post, "/history")["items"]
        self.assertEqual([[each["field"] for each in entry["operations"]] for entry in whole], [["side"]])
        with self.assertRaises(AssertionError) as refused:
            vera.undo(post, changed)
        self.assertIn(": 404 ", str(refused.exception))
        tablet = self.field.tablet("vito", "volunteer")
        tablet.sync()
        self.assertEqual(tablet.lines("history", post, "handover_note"), [])
        self.assertEqual([each["user"] for each in tablet.lines("history", post, "side")], ["ana"])

    def test_a_field_that_its_form_has_no_more_keeps_its_history(self):
        ana = self.tablets[0]
        server = self.field.server
        well = {"number": 1200, "name": "well_visit", "form_version": 1, "label": {"en": "Well visit"}, "plural": {"en": "Well visits"},
                "icon": "map-pin", "title": ["place"], "readers": ["worker", "coordinator"], "writers": ["worker", "coordinator"],
                "fields": [{"number": 1, "name": "place", "label": {"en": "Place"}, "kind": "text", "rule": "ask", "class": 1},
                           {"number": 2, "name": "depth", "label": {"en": "Depth"}, "kind": "text", "rule": "latest", "class": 1}]}
        server.form(self.file("first.json", well))
        self.sync_all()
        visit = ana.new("well_visit", place="Mill bridge", depth="Four metres")
        self.sync_all()
        changed = ana.edit("well_visit", visit, depth="Five metres")["dot"]
        self.sync_all()
        server.form(self.file("second.json", {**well, "form_version": 2, "fields": well["fields"][:1]}))
        self.sync_all()
        newest, first = self.told(visit, "depth")
        self.assertEqual(newest["operations"][0]["label"], {"en": "Depth"})
        self.assertEqual([each["operations"][0]["value"] for each in (newest, first)], ["Five metres", "Four metres"])
        self.assertEqual(newest["operations"][0]["before"], "Four metres")
        self.assertEqual(first["operations"][0]["ended_by"], {"dot": changed, "user": "ana", "undone": False})
        self.assertFalse(newest["operations"][0]["undoable"])

    def file(self, name, declaration):
        path = os.path.join(self.field.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(declaration, file)
        return path

    def test_what_makes_no_sense_is_refused_in_words(self):
        ana, ben, _ = self.tablets
        partner = ana.new("partner", name="Weavers")
        elsewhere = ben.new("partner", name="Barbers")
        for words, code in ((("undo", partner, "the last one"), INVALID),
                            (("undo", partner, f"{ana.status()['device']}:99"), NOT_FOUND),
                            (("undo", elsewhere, f"{ana.status()['device']}:1"), NOT_FOUND)):
            with self.assertRaises(Failed) as refused:
                ana.cli(*words)
            self.assertEqual(refused.exception.code, code, refused.exception)
            self.assertIn("rapport-cli: ", refused.exception.errors)


if __name__ == "__main__":
    unittest.main()
