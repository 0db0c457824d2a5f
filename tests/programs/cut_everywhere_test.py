"""An exchange cut at every byte, either way, and then gone through with: nothing lost, nothing doubled, the same on both sides,
and a file goes on where it was.

In every build: around each message's end, and a sample between. RAPPORT_EVERY_BYTE=1 cuts at each byte of the exchange, and inside a
file at each sixteenth.
"""

import os
import time
import unittest

from chaos_line import DOWN, UP, ChaosLine
from programs import UNAVAILABLE, Failed, Field, seeded
from recordings import wav
from web_socket import ATTACHMENT_CHUNK, frames, piece_of

EVERY_BYTE = os.environ.get("RAPPORT_EVERY_BYTE") == "1"
AROUND, SAMPLE = 1, 12  # bytes beside each message's end; cuts anywhere, each way
FILE_BYTES = 19_000     # a first chunk of 16 KiB, and another
LATE_SECONDS = 8        # an end that waits for a line that is gone gives up after ten (limits::kHandshake)


def chunk_bytes(stream, until=None):
    """What of a file is in the messages that have arrived by a byte of the connection."""
    return sum(piece_of(frame.message) for frame in frames(stream)
               if frame.kind == ATTACHMENT_CHUNK and (until is None or frame.end <= until))


def largest_chunk(stream):
    return max((piece_of(frame.message) for frame in frames(stream) if frame.kind == ATTACHMENT_CHUNK), default=0)


class CutEverywhere(unittest.TestCase):
    def setUp(self):
        self.random = seeded("cut_everywhere_test")
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.line = ChaosLine(self.field.server.port).__enter__()
        self.addCleanup(self.line.__exit__)
        self.ana = self.field.tablet("ana", line=self.line)
        self.ben = self.field.tablet("ben")

    def places(self, direction, every):
        """Bytes of the recorded connection to cut at."""
        stream = self.line.recorded(direction)
        ends = [0, stream.index(b"\r\n\r\n") + 4] + [frame.end for frame in frames(stream)]
        near = {end + beside for end in ends for beside in range(-AROUND, AROUND + 1)}
        if EVERY_BYTE:
            between = set(range(0, len(stream), every))
        else:
            between = {self.random.randrange(len(stream)) for _ in range(SAMPLE)}
        return sorted(place for place in near | between if 0 <= place <= len(stream))

    def places_in(self, tablet, *words, every=1):
        """Both ways, of the one connection that a command makes."""
        self.line.record()
        tablet.cli(*words)
        return [(direction, place) for direction in (UP, DOWN) for place in self.places(direction, every)]

    def cut_at(self, tablet, direction, count, *words):
        """What the command printed, and whether its connection was cut at that byte; else it had fewer."""
        before, began = self.line.cuts, time.monotonic()
        self.line.cut_after(direction, count)
        try:
            told, code = tablet.cli(*words), 0
        except Failed as failed:
            told, code = failed.output, failed.code
        was_cut = self.line.cuts > before
        where = f"{words} cut at byte {count} {direction}"
        self.assertIn(code, (0, UNAVAILABLE) if was_cut else (0,), where)
        self.assertLess(time.monotonic() - began, LATE_SECONDS, f"{where} waited for nothing")
        return told.splitlines(), was_cut

    def capture(self):
        """Something new on both tablets, and one more in the count that both go by; Ben's is at the office."""
        for tablet in (self.ana, self.ben):
            tablet.put("listening_session", {"id": self.counter, "fields": {"participants": {"add": 1}}},
                       {"fields": {"purpose": f"{tablet.name} {self.added}"}})
            self.added += 1
        self.ben.sync()

    def expect_all_and_once(self, where):
        self.ana.sync()
        self.assertEqual(self.ana.state_hash(), self.field.server.state_hash(), where)
        self.assertEqual(self.ana.get(self.counter)["fields"]["participants"], self.added, where)

    def test_changes_arrive_once_wherever_the_exchange_is_cut(self):
        self.counter, self.added = self.ana.new("listening_session", participants={"add": 0}), 0
        self.ana.sync()
        self.ben.sync()
        cuts, told_of = 0, 0
        self.capture()
        places = self.places_in(self.ana, "sync")
        for direction, place in places:
            self.capture()
            told, was_cut = self.cut_at(self.ana, direction, place, "sync")
            told_of += len(told)
            cuts += was_cut
            self.expect_all_and_once(f"{direction} {place}")
        sessions = self.ana.list("listening_session")
        self.assertEqual(len(sessions), self.added + 1)
        self.assertEqual(len({each["fields"].get("purpose") for each in sessions}), self.added + 1, "one stands twice")
        self.assertEqual(self.ana.status()["waiting"], 0)
        self.field.server.check()
        self.assertGreater(cuts, len(places) * 0.9, "the exchange that was recorded is that which was cut")
        self.assertGreater(told_of, 0, "some cuts came after the verdict")
        print(f"cut_everywhere_test: cut at {cuts} bytes of an exchange of changes, 0 lost, 0 doubled", flush=True)

    def attach_new(self, about):
        path = os.path.join(self.field.folder, "talk.wav")
        content = wav(self.random.randbytes(FILE_BYTES - 44))
        with open(path, "wb") as file:
            file.write(content)
        return self.ana.lines("attach", about, path)[0], content

    def goes_on(self, tablet, way, direction, count, *words):
        """Cuts a transfer and goes through with it; answers whether it was cut. What had arrived is not sent again."""
        self.line.record()
        _, was_cut = self.cut_at(tablet, direction, count, *words)
        first = self.line.recorded(way)
        # Cut the other way, what was handed over may have arrived, or not.
        arrived = chunk_bytes(first, count if direction == way else 0)
        self.line.record()
        if was_cut:
            tablet.cli(*words)
        rest = chunk_bytes(self.line.recorded(way))
        self.again += chunk_bytes(first) + rest - FILE_BYTES
        where = f"{words} cut at {count} {direction}"
        if direction == way:
            self.assertEqual(rest, FILE_BYTES - arrived, where)
        else:
            self.assertGreaterEqual(rest, FILE_BYTES - chunk_bytes(first), where)
            # One chunk is on its way at a time: of all before it the end that sends has been told.
            self.assertLessEqual(rest, FILE_BYTES - chunk_bytes(first) + largest_chunk(first), where)
        return was_cut

    def test_a_file_goes_on_where_it_was_wherever_it_is_cut(self):
        cara = self.field.tablet("cara", line=self.line)
        out = os.path.join(self.field.folder, "out.ogg")
        kept, _ = self.attach_new(self.ana.new("workshop", question="Where should the bus stop?"))
        uploads = self.places_in(self.ana, "sync", every=16)
        cara.sync()
        fetches = self.places_in(cara, "fetch", kept["id"], every=16)
        self.again = cuts = 0
        about = None
        for at in range(max(len(uploads), len(fetches))):
            about = about if at % 50 else self.ana.new("workshop", question=f"Question {at}")
            kept, content = self.attach_new(about)
            cuts += self.goes_on(self.ana, UP, *uploads[at % len(uploads)], "sync")
            cara.sync()
            cuts += self.goes_on(cara, DOWN, *fetches[at % len(fetches)], "fetch", kept["id"])
            cara.cli("fetch", kept["id"], "--out", out)
            with open(out, "rb") as file:
                self.assertEqual(file.read(), content)
            os.remove(out)
        self.field.server.check()
        self.assertGreater(cuts, 0.8 * (len(uploads) + len(fetches)))
        print(f"cut_everywhere_test: cut at {cuts} bytes of files on their way, {self.again / cuts:.0f} bytes again each time", flush=True)


if __name__ == "__main__":
    unittest.main(verbosity=1)
