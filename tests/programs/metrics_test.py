"""What the office's monitoring reads: the format, and that the numbers move with what tablets do."""

import http.client
import re
import unittest

from programs import PROGRAMME, REFUSED, SERVER, Field, Server, refusal

SAMPLE = re.compile(r'^(?P<name>[a-z_]+)(?:\{(?P<labels>[^}]*)\})? (?P<value>\S+)$')
LABEL = re.compile(r'([a-z]+)="([^"\\]*)"')


def measured_server(folder):
    return Server(folder, options=["--metrics", "127.0.0.1:0"])


def parsed(text):
    """The samples of a page in Prometheus' text format, version 0.0.4; fails on any line that is none of it."""
    kinds, samples = {}, {}
    for line in text.splitlines():
        if line.startswith("# HELP "):
            continue
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split(" ")
            assert name not in kinds, f"{name} is told twice"
            kinds[name] = kind
            continue
        found = SAMPLE.match(line)
        assert found, f"no sample: {line}"
        name, labels = found["name"], tuple(LABEL.findall(found["labels"] or ""))
        family = name if name in kinds else re.sub("_(bucket|sum|count)$", "", name)
        assert kinds[family] in ("counter", "gauge", "histogram"), line
        assert (name, labels) not in samples, f"twice: {line}"
        samples[name, labels] = float(found["value"])
    return samples


class Metrics(unittest.TestCase):
    def setUp(self):
        self.field = Field(measured_server).__enter__()
        self.addCleanup(self.field.__exit__)
        self.port = int(re.search(r'"event":"serving metrics","port":(\d+)', self.field.server.logged()).group(1))

    def ask(self, port, target, method="GET", headers=None):
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        line.request(method, target, headers=headers or {})
        answer = line.getresponse()
        text = answer.read().decode()
        line.close()
        return answer.status, answer.getheader("Content-Type"), text

    def scrape(self):
        status, kind, text = self.ask(self.port, "/metrics")
        self.assertEqual(status, 200)
        self.assertTrue(kind.startswith("text/plain; version=0.0.4"), kind)
        return parsed(text)

    def test_numbers_move_with_what_tablets_do(self):
        before = self.scrape()
        self.assertEqual(before["rapport_changes_total", (("verdict", "applied"),)], 0)
        self.assertEqual(before["rapport_build_info", (("version", "0.1.0"),)], 1)
        ana = self.field.tablet("ana")
        ana.put("note", *({"fields": {"text": f"The bus stops at {i}"}} for i in range(40)))
        ana.sync()
        after = self.scrape()
        self.assertEqual(after["rapport_changes_total", (("verdict", "applied"),)], 40)
        self.assertEqual(after["rapport_changes_total", (("verdict", "refused"),)], 0)
        grown = [("rapport_frames_total", (("direction", "up"),)), ("rapport_frames_total", (("direction", "down"),)),
                 ("rapport_frame_bytes_total", (("direction", "up"),)), ("rapport_commit_seconds_count", ()),
                 ("rapport_commit_seconds_sum", ()), ("rapport_pool_wait_seconds_count", (("pool", "tablets"),)),
                 ("rapport_http_answers_total", (("class", "1xx"),)), ("process_cpu_seconds_total", ())]
        for key in grown:
            self.assertGreater(after[key], before[key], key)
        self.assertGreaterEqual(after["rapport_commit_changes_sum", ()], 40)
        self.assertGreater(after["rapport_database_bytes", (("file", "database"),)], 0)
        self.assertGreater(after["process_resident_memory_bytes", ()], 1_000_000)

    def test_buckets_grow_to_the_count(self):
        page = self.scrape()
        for name in ("rapport_commit_seconds", "rapport_commit_changes"):
            buckets = [value for (sample, _), value in page.items() if sample == name + "_bucket"]
            self.assertGreater(len(buckets), 5)
            self.assertEqual(buckets, sorted(buckets))
            self.assertEqual(buckets[-1], page[name + "_count", ()])

    def test_a_refused_sign_in_is_counted(self):
        line = http.client.HTTPConnection("127.0.0.1", self.field.server.port, timeout=30)
        line.request("POST", "/api/sign-in", '{"name": "noor", "password": "wrong"}',
                     {"Content-Type": "application/json"})
        self.assertEqual(line.getresponse().status, 401)
        line.close()
        page = self.scrape()
        self.assertEqual(page["rapport_sign_ins_refused_total", (("reason", "wrong"),)], 1)
        self.assertEqual(page["rapport_http_answers_total", (("class", "4xx"),)], 1)

    def test_no_word_of_anybody_is_in_it(self):
        ana = self.field.tablet("Marisol")
        ana.new("note", text="Thistledown")
        ana.sync()
        _, _, text = self.ask(self.port, "/metrics")
        for word in ("Marisol", "Thistledown", PROGRAMME, "127.0.0.1"):
            self.assertNotIn(word, text)

    def test_it_is_nowhere_but_on_its_own_port(self):
        for headers in ({}, {"X-Forwarded-For": "192.0.2.7"}, {"Forwarded": "for=192.0.2.7"}):
            _, _, text = self.ask(self.field.server.port, "/metrics", headers=headers)
            self.assertNotIn("rapport_", text)
        self.assertEqual(self.ask(self.port, "/")[0], 404)
        self.assertEqual(self.ask(self.port, "/metrics", "POST")[0], 404)

    def test_an_address_that_others_reach_is_refused(self):
        code, errors = refusal([SERVER, "serve", "--data", self.field.server.data, "--listen", "127.0.0.1:0",
                                "--metrics", "0.0.0.0:0"])
        self.assertEqual(code, REFUSED, errors)
        self.assertIn("loopback", errors)


if __name__ == "__main__":
    unittest.main(verbosity=1)
