"""A day's captures over the line of a village hall: 64 kbit/s, one segment in five lost, a cut every half minute.

Compared are every byte that the tablet hands to the socket until all is applied (greetings, repetitions, confirmations and what
WebSocket adds), and the bytes of the push frames, compressed as they are, in which the same captures go up once over a clean line.

In every build a part of that day, cut more often. RAPPORT_FIELD_CAPTURES=500 RAPPORT_FIELD_CUT_SECONDS=30 is the promise.
"""

import json
import os
import random
import signal
import subprocess
import unittest

from chaos_line import DOWN, UP, ChaosLine, Weather, kilobits
from programs import ENDS_IN_SECONDS, Field, seeded
from web_socket import PUSH, bytes_of

CAPTURES = int(os.environ.get("RAPPORT_FIELD_CAPTURES", "250"))
CUT_SECONDS = float(os.environ.get("RAPPORT_FIELD_CUT_SECONDS", "20"))
FIELD = Weather(bytes_a_second=kilobits(64), latency_seconds=0.1, loss=0.2)
MOST_RATIO = 1.3


def vocabulary():
    """Words that are about as predictable to a compressor as a language's: a few are everywhere, most are rare."""
    source = random.Random(1)
    syllables = [onset + vowel for onset in "b d f g k l m n p r s t v sh ch".split() for vowel in "a e i o u".split()]
    words = ["".join(source.choices(syllables, k=source.randrange(1, 5))) for _ in range(3000)]
    return words, [1 / (rank + 3) for rank in range(len(words))]


WORDS, OFTEN = vocabulary()


def voice(source):
    """What somebody said in a listening session: at some length."""
    sentences = [" ".join(source.choices(WORDS, OFTEN, k=source.randrange(6, 20))) for _ in range(source.randrange(5, 25))]
    return ". ".join(sentence.capitalize() for sentence in sentences) + "."


class FieldLine(unittest.TestCase):
    def setUp(self):
        self.random = seeded("field_line_test")
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)

    def tablet_behind(self, line, name, voices):
        tablet = self.field.tablet(name, line=line)
        tablet.sync()
        tablet.put("note", *({"fields": {"text": text}} for text in voices))
        return tablet

    def over_a_clean_line(self, voices):
        """What the captures' push frames take."""
        with ChaosLine(self.field.server.port) as line:
            tablet = self.tablet_behind(line, "clean", voices)
            line.record()
            tablet.sync()
            return bytes_of(PUSH, line.recorded(UP))

    def follow(self, tablet, receipts):
        """Stays connected, again and again, until so many receipts were told; answers them."""
        following = subprocess.Popen(tablet.command("sync", "--follow"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(following.stdout.close)
        self.addCleanup(following.kill)
        told = [json.loads(following.stdout.readline()) for _ in range(receipts)]
        following.send_signal(signal.SIGINT)
        self.assertEqual(following.wait(timeout=ENDS_IN_SECONDS), 0)
        return told

    def test_all_arrives_and_little_is_sent_twice(self):
        voices = [voice(self.random) for _ in range(CAPTURES)]
        once = self.over_a_clean_line(voices)
        with ChaosLine(self.field.server.port, seed=self.random.random()) as line:
            tablet = self.tablet_behind(line, "ana", voices)
            line.weather = FIELD
            line.bytes[UP] = line.bytes[DOWN] = 0
            line.cut_every(CUT_SECONDS)
            told = self.follow(tablet, CAPTURES)
            sent, cuts = line.bytes[UP], line.cuts
        self.assertEqual({each["receipt"] for each in told}, {"applied"})
        self.assertEqual(len({each["id"] for each in told}), CAPTURES)
        said = sum(len(text.encode()) for text in voices)
        print(f"field_line_test: {CAPTURES} captures, {said} bytes said, {once} compressed, {cuts} cuts, "
              f"{sent} bytes handed to the socket: {sent / once:.3f} times", flush=True)
        self.assertGreater(cuts, 0)
        self.assertGreaterEqual(MOST_RATIO * once, sent)


if __name__ == "__main__":
    unittest.main(verbosity=1)
