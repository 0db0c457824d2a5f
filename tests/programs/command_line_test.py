"""What scripts may rely on: the shape of every line that the programs print, and that they never ask."""

import json
import os
import signal
import subprocess
import unittest

from programs import CLI, ENDS_IN_SECONDS, INVALID, NOT_FOUND, PROGRAMME, REFUSED, SERVER, USAGE, Field, refusal, run

RECORD = {"id", "type", "fields", "deleted", "flags", "conflicts", "receipt"}
WITH_FILES = RECORD | {"attachments", "complete"}
UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
ROLES = ("volunteer", "worker", "coordinator", "safeguarding", "admin")


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.server = self.field.server
        self.ana = self.field.tablet("ana")

    def test_put_takes_new_records_edits_counts_sets_and_deletes(self):
        kept = self.ana.put("listening_session", {"fields": {"participants": {"add": 3}}})
        self.assertEqual(set(kept[0]), {"id", "dot"})
        self.assertRegex(kept[0]["id"], f"^{UUID}$")
        self.assertRegex(kept[0]["dot"], f"^{UUID}:[0-9]+$")
        session = kept[0]["id"]
        self.ana.edit("listening_session", session, participants={"add": -1})
        partner = self.ana.new("partner", languages={"add": ["es", "ar"]}, areas={"add": ["Tanner Rise"]})
        self.ana.put("partner", {"id": partner, "fields": {"name": "Heron Point", "languages": {"add": ["vi"], "remove": ["ar"]}}})
        self.assertEqual(self.ana.get(session)["fields"]["participants"], 2)
        fields = self.ana.get(partner)["fields"]
        self.assertEqual((sorted(fields["languages"]), fields["areas"]), (["es", "vi"], ["Tanner Rise"]))
        counters = [int(line["dot"].split(":")[1]) for line in self.ana.put("note", *({"fields": {"text": str(i)}} for i in range(3)))]
        self.assertEqual(counters, list(range(counters[0], counters[0] + 3)))
        self.ana.put("partner", {"id": partner, "deleted": True})
        self.assertTrue(self.ana.get(partner)["deleted"])
        self.ana.put("partner", {"id": partner, "deleted": False, "fields": {"culture_note": "Shoes off"}})
        self.assertFalse(self.ana.get(partner)["deleted"])

    def test_records_conflicts_and_receipts_have_their_shape(self):
        ben = self.field.tablet("ben")
        partner = self.ana.new("partner", name="Heron Point", description="first")
        receipts = self.ana.sync()
        self.assertEqual([set(line) for line in receipts], [{"id", "dot", "receipt"}])
        ben.sync()
        for tablet in (self.ana, ben):
            tablet.edit("partner", partner, description=f"by {tablet.name}", impact_note=f"says {tablet.name}")
        for tablet in (self.ana, ben, self.ana):
            tablet.sync()
        record = self.ana.get(partner)
        self.assertEqual(set(record), WITH_FILES)
        self.assertEqual((record["type"], record["receipt"], record["deleted"], record["flags"]), ("partner", "applied", False, []))
        self.assertEqual(set(record["conflicts"]), {"description", "impact_note"})
        for version in record["conflicts"]["description"]:
            self.assertEqual(set(version), {"value", "user", "device", "at"})
            self.assertEqual(version["value"], f"by {version['user']}")
            self.assertEqual(version["device"], f"{version['user']}-tablet")
            self.assertRegex(version["at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")
        listed = [{key: record[key] for key in RECORD}]
        self.assertEqual(self.ana.list("partner"), listed)
        self.assertEqual(self.ana.lines("conflicts"), listed)
        told = self.ana.lines("history", partner)
        self.assertEqual(sorted(line["user"] for line in told), ["ana", "ana", "ben"], "her own, and what of others stands")
        self.assertEqual(set(self.ana.lines("resolve", partner, "description", "--keep", "theirs")[0]), {"id", "dot"})
        self.ana.cli("resolve", partner, "impact_note", "--value", "says both")
        fields = self.ana.get(partner)["fields"]
        self.assertEqual((fields["description"], fields["impact_note"]), ("by ben", "says both"))
        code, errors = refusal(self.ana.command("resolve", partner, "description"))
        self.assertEqual(code, USAGE)
        self.assertIn("--keep mine", errors)
        self.assertEqual(self.ana.get(partner)["fields"]["description"], "by ben", "nothing was chosen, nothing changed")

    def test_a_hash_is_one_line_and_the_same_everywhere(self):
        self.ana.new("note", text="The bus stops at six")
        self.ana.sync()
        mine = self.ana.cli("state-hash", "--programme", PROGRAMME)
        self.assertRegex(mine, r"^[0-9a-f]{64}\n$")
        self.assertEqual(mine.strip(), self.server.state_hash("worker"))

    def test_programmes_people_and_links_are_made_while_the_server_runs(self):
        run([SERVER, "programme", "--data", self.server.data, "add", "second", "--title", "Second Valley"])
        self.assertIn("second\tSecond Valley\n", run([SERVER, "programme", "--data", self.server.data, "list"]))
        for role in ROLES:
            out = run([SERVER, "enrol", "--data", self.server.data, "--programme", "second", "--role", role, "--name", "Ana"])
            self.assertEqual(len(out.splitlines()), 1)
            if role == "worker":
                self.assertEqual(json.loads(self.ana.cli("enrol", out.strip()))["role"], role)
        self.assertEqual(self.ana.lines("--programme", "second", "status")[0]["programme"], "second")
        self.ana.cli("put", "note", "--programme", "second", stdin='{"fields": {"text": "In the second"}}\n')
        receipts = self.ana.lines("--programme", "second", "sync")
        self.assertEqual([line["receipt"] for line in receipts], ["applied"])
        self.assertEqual(self.ana.lines("--programme", PROGRAMME, "list", "note"), [])
        code, errors = refusal(self.ana.command("list", "note"))
        self.assertIn("--programme", errors)
        self.assertRegex(self.server.user("Noor"), r"^\S{16,}$")

    def test_settings_are_shown_changed_and_reach_every_tablet(self):
        settings = [SERVER, "programme", "--data", self.server.data, "settings", PROGRAMME]
        shown = json.loads(run(settings))
        self.assertEqual((shown["name"], shown["languages"], shown["age_bands"]), (PROGRAMME, "en es ar", "0-17 18-39 40-64 65+"))
        self.assertNotIn("hotline_cards", shown)
        card = {"language": "en", "name": "Safe Line", "phone": "555-0142"}
        changed = json.loads(run([*settings, "--set", 'time_zone="America/Denver"', "--set", "respond_days=21",
                                  "--set", 'working_days=["monday"]', "--set", f"hotline_cards={json.dumps([card])}"]))
        self.assertEqual((changed["time_zone"], changed["respond_days"]), ("America/Denver", 21))
        self.assertEqual((changed["working_days"], changed["hotline_cards"]), (["monday"], [card]))
        self.assertEqual(json.loads(run(settings)), changed)
        self.ana.sync()
        self.assertEqual([line["fields"] for line in self.ana.list("programme")], [changed])
        edit = json.dumps({"id": self.ana.list("programme")[0]["id"], "fields": {"respond_days": 1}})
        self.assertEqual(refusal(self.ana.command("put", "programme"), edit + "\n")[0], REFUSED, "the office alone writes them")
        for bad, words in (("time_zone=Denver", "is not JSON"), ('time_zone="Mountain time"', "time zone such as"),
                           ('colour="red"', "colour"), ("respond_days", "field=value")):
            code, errors = refusal([*settings, "--set", bad])
            self.assertEqual(code, INVALID)
            self.assertIn(words, errors)
        self.assertEqual(json.loads(run(settings)), changed, "what was refused changed nothing")
        self.assertEqual(refusal([*settings[:-1], "nowhere"])[0], NOT_FOUND)

    def test_keys_may_lie_elsewhere(self):
        keys, data = (os.path.join(self.field.folder, name) for name in ("keys", "apart"))
        os.mkdir(keys, 0o700)
        key = ["--key-file", os.path.join(keys, "master.key")]
        run([SERVER, "programme", "--data", data, *key, "add", "apart"])
        self.assertIn("apart: ", run([SERVER, "check", "--data", data, *key]))
        self.assertEqual([name for name in os.listdir(data) if "key" in name], [])
        self.assertEqual(os.stat(key[1]).st_mode & 0o777, 0o600)
        self.assertIn("no key file", refusal([SERVER, "check", "--data", data])[1])
        tablet = [CLI, "--profile", os.path.join(self.field.folder, "bea"), "--key-file", os.path.join(keys, "bea.key")]
        run([*tablet, "enrol", self.server.link("bea")])
        self.assertIn('"waiting":0', run([*tablet, "status"]))
        self.assertFalse(os.path.exists(os.path.join(self.field.folder, "bea", "database.key")))

    def test_every_command_has_help_that_names_its_words(self):
        for program, commands in ((SERVER, ("serve", "programme", "enrol", "user", "certificate", "check", "state-hash")),
                                  (CLI, ("enrol", "put", "get", "list", "history", "conflicts", "resolve", "attach", "fetch", "undo", "sync", "status", "state-hash"))):
            whole = run([program, "--help"])
            self.assertIn("Exit codes:", whole)
            for command in commands:
                self.assertRegex(whole, rf"\n  {command}\s+[A-Z]")
                self.assertIn("Usage: ", run([program, command, "--help"]))

    def test_the_server_stops_when_it_is_asked_and_followers_come_back(self):
        following = subprocess.Popen(self.ana.command("sync", "--follow"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.ana.new("note", text="First")
        self.assertIn("applied", following.stdout.readline())
        self.server.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.server.process.wait(timeout=ENDS_IN_SECONDS), 0)
        self.server.process.stdout.close()
        self.assertIn("stopping", following.stderr.readline())
        self.ana.new("note", text="While it is away")
        self.server.start()
        self.assertIn("applied", following.stdout.readline())
        following.send_signal(signal.SIGINT)
        self.assertEqual(following.wait(timeout=ENDS_IN_SECONDS), 0)
        following.communicate()


if __name__ == "__main__":
    unittest.main(verbosity=1)
