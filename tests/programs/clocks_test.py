"""Clocks that are ten years wrong, on tablets and at the office: everything arrives, the same is asked, and nobody is kept from
capture."""

import datetime
import unittest

from certificate_test import SecuredServer
from clocks import TEN_YEARS, ShiftedTablet, shifted
from console import Console
from programs import PROGRAMME, REFUSED, Field, refusal

TRUSTED = datetime.timedelta(minutes=5)  # limits::kClockTrust
HONEST = {"ana": 0, "ben": 0, "cleo": 0}
WRONG = {"ana": TEN_YEARS, "ben": -TEN_YEARS, "cleo": 0}


def when(text):
    return datetime.datetime.fromisoformat(text)


class Clocks(unittest.TestCase):
    def begin(self, make_server=None):
        self.field = (Field(make_server) if make_server else Field()).__enter__()
        self.addCleanup(self.field.__exit__)
        self.server = self.field.server

    def tablets(self, shifts):
        return [ShiftedTablet(self.field.folder, self.server, name, seconds) for name, seconds in shifts.items()]

    def expect_one_state(self, tablets):
        for tablet in tablets * 2:
            tablet.sync()
        self.assertEqual(len({tablet.state_hash() for tablet in tablets} | {self.server.state_hash()}), 1)
        self.assertEqual([tablet.status()["waiting"] for tablet in tablets], [0] * len(tablets))
        self.server.check()

    def a_day(self, shifts):
        """The same day whatever the clocks say; answers what the office knows of it in the end."""
        self.begin()
        noor = Console(self.server, "Noor")
        ana, ben, cleo = tablets = self.tablets(shifts)
        partner = ana.new("partner", name="Heron Point Middle School", description="Gym")
        session = ana.new("listening_session", participants={"add": 0})
        for tablet in tablets * 2:
            tablet.sync()
        for tablet in tablets:
            tablet.edit("partner", partner, description=f"{tablet.name} was there")  # nobody saw the others'
            tablet.edit("listening_session", session, participants={"add": 1}, moderator=tablet.name)
            tablet.new("note", text=f"Said to {tablet.name}")
        for tablet in tablets * 2:
            tablet.sync()
        asked = [{field: sorted(head["value"] for head in heads) for field, heads in line["conflicts"].items()}
                 for tablet in tablets for line in tablet.lines("conflicts")]
        # Ben has seen Ana's name for it, and Ana then Ben's: what was seen decides, and no clock.
        ana.edit("partner", partner, name="Ana's name")
        ana.sync()
        ben.sync()
        ben.edit("partner", partner, name="Ben's name")
        ben.sync()
        self.expect_one_state(tablets)
        self.assertEqual([tablet.get(partner)["fields"]["name"] for tablet in tablets], ["Ben's name"] * 3)
        self.assertEqual(ana.get(session)["fields"]["participants"], 3)
        self.assertEqual(len(cleo.list("note")), 3)
        self.assertEqual([tablet.lines("inbox") for tablet in tablets], [[]] * 3, "nothing was refused")
        return noor.record(partner), noor.record(partner, "/history")["items"], asked

    def test_tablets_ten_years_off_lose_nothing_and_are_asked_the_same(self):
        record, history, asked = self.a_day(WRONG)
        numbers = [int(each["number"].split(":")[1]) for each in history]
        self.assertEqual(numbers, sorted(numbers, reverse=True))
        names = [operation["value"] for change in history for operation in change["operations"] if operation["field"] == "name"]
        self.assertEqual(names, ["Ben's name", "Ana's name", "Heron Point Middle School"])
        latest = datetime.datetime.now(datetime.timezone.utc) + TRUSTED
        times = [when(each["at"]) for each in history] + [when(head["at"]) for head in record["conflicts"]["description"]]
        self.assertLess(max(times), latest, "a clock that is ahead counts as far as the office's own goes")
        self.assertLess(min(times), latest - datetime.timedelta(days=3000), "a clock that is behind is believed")
        honest, _, honestly_asked = self.a_day(HONEST)
        self.assertEqual(asked, honestly_asked)
        self.assertEqual(set(record["conflicts"]), set(honest["conflicts"]))

    def start_shifted(self, seconds):
        self.server.stop()
        self.server.environment = shifted(seconds)
        self.server.start()

    def test_an_office_whose_clock_jumps_loses_nothing(self):
        self.begin()
        tablets = self.tablets(WRONG)
        for at, seconds in enumerate((TEN_YEARS, -TEN_YEARS, 0)):
            self.start_shifted(seconds)
            for tablet in tablets:
                tablet.new("note", text=f"{tablet.name} {at}")
            self.expect_one_state(tablets)
        self.assertEqual(len(tablets[0].list("note")), 9)
        noor = Console(self.server, "Noor")
        self.start_shifted(TEN_YEARS)
        with self.assertRaises(AssertionError) as refused:
            noor.ask("GET", f"/api/programmes/{PROGRAMME}/overview")
        self.assertIn("401", str(refused.exception), "who sits at a page signs in again")
        tablets[0].new("note", text="Nobody here has a session to lose")
        self.expect_one_state(tablets)
        self.assertEqual(len(tablets[0].list("note")), 10)

    def test_certificates_keep_nobody_from_capture(self):
        self.begin(SecuredServer)
        tablets = self.tablets(WRONG)
        for tablet in tablets:
            tablet.new("note", text=f"By {tablet.name}, over TLS")
        self.expect_one_state(tablets)
        for seconds, words in ((TEN_YEARS, "has expired"), (-TEN_YEARS, "not valid yet")):
            self.start_shifted(seconds)
            for tablet in tablets:
                note = tablet.new("note", text=f"By {tablet.name} while the office's clock was {seconds} s off")
                code, errors = refusal(tablet.command("sync"), env=tablet.environment)
                self.assertEqual(code, REFUSED, errors)
                self.assertIn(words, errors)
                self.assertEqual(tablet.get(note)["receipt"], "saved")
        self.start_shifted(0)
        self.expect_one_state(tablets)
        self.assertEqual(len(tablets[0].list("note")), 9)


if __name__ == "__main__":
    unittest.main(verbosity=1)
