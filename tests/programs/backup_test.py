"""A backup made under load, a server lost, and what becomes of the tablets afterwards."""

import os
import re
import shutil
import subprocess
import tempfile
import threading
import unittest

from programs import (INVALID, NOT_FOUND, REFUSED, SERVER, STORAGE, Field, refusal, run)

WORDS = "Thistledown Quay"


class Office:
    """The backup commands of one data folder, and where its key and its backups are kept."""

    def __init__(self, folder, server):
        self.server = server
        self.key = os.path.join(folder, "elsewhere.key")
        self.folder = folder

    def command(self, verb, *words):
        return [SERVER, verb, "--data", self.server.data, *words]

    def make_key(self):
        return run(self.command("backup-key", "--save", self.key))

    def path(self, name="monday.backup"):
        return os.path.join(self.folder, name)

    def back_up(self, name="monday.backup"):
        run(self.command("backup", self.path(name)))
        return self.path(name)

    def restore(self, file):
        return run(self.command("restore", file, "--key", self.key))

    def lose(self):
        shutil.rmtree(self.server.data)


def contents_of(folder):
    out = b""
    for root, _, files in os.walk(folder):
        for name in files:
            with open(os.path.join(root, name), "rb") as file:
                out += file.read()
    return out


class Backup(unittest.TestCase):
    def setUp(self):
        self.field = Field().__enter__()
        self.addCleanup(self.field.__exit__)
        self.office = Office(self.field.folder, self.field.server)
        self.office.make_key()

    def notes(self, tablet, count, about="The bus stops at six"):
        return [kept["id"] for kept in
                tablet.put("note", *({"fields": {"text": f"{tablet.name} {i}: {about}"}} for i in range(count)))]

    def expect_one_state(self, tablets):
        for _ in range(2):
            for tablet in tablets:
                tablet.sync()
        hashes = {tablet.state_hash() for tablet in tablets} | {self.field.server.state_hash()}
        self.assertEqual(len(hashes), 1, hashes)
        self.field.server.check()

    def test_a_server_lost_after_a_backup_under_load_loses_nothing_that_a_tablet_has(self):
        ana, ben, cleo = tablets = [self.field.tablet(name) for name in ("ana", "ben", "cleo")]
        partner = ana.new("partner", name="Heron Point Middle School", languages={"add": ["es"]})
        session = ana.new("listening_session", participants={"add": 2})
        doomed = ana.new("partner", name="Tanner Rise Mosque Outreach")
        for tablet in tablets:
            self.notes(tablet, 20)
        self.expect_one_state(tablets)

        failures, stop = [], threading.Event()

        def work(tablet):
            try:
                while not stop.is_set():
                    self.notes(tablet, 5)
                    tablet.edit("listening_session", session, participants={"add": 1})
                    tablet.sync()
            except Exception as failure:  # told by the thread that waits
                failures.append(failure)

        workers = [threading.Thread(target=work, args=(tablet,)) for tablet in (ben, cleo)]
        for worker in workers:
            worker.start()
        backups = [self.office.back_up(f"{i}.backup") for i in range(3)]
        stop.set()
        for worker in workers:
            worker.join()
        self.assertEqual(failures, [])

        # After the last backup: told as applied, and gone with the server.
        ana.edit("partner", partner, description="Gym on Saturdays")
        ana.delete("partner", doomed)
        late = self.notes(ana, 7, WORDS)
        ana.sync()
        ben.sync()
        ben.edit("partner", partner, description="Gym on Saturdays, from nine", languages={"add": ["ar"]})
        ben.sync()
        cleo.edit("partner", partner, culture_note="Ask for the librarian")  # saved, and sent to nobody
        for tablet in (ana, ben):
            tablet.sync()
        counted = ana.get(session)["fields"]["participants"]
        held = {note["id"] for tablet in tablets for note in tablet.list("note")}

        self.field.server.kill()
        self.office.lose()
        self.office.restore(backups[-1])
        self.field.server.start()
        self.expect_one_state(tablets)

        for tablet in tablets:
            self.assertEqual({note["id"] for note in tablet.list("note")}, held)
            self.assertEqual(tablet.status()["waiting"], 0)
            seen = tablet.get(partner)
            self.assertEqual(seen["fields"]["culture_note"], "Ask for the librarian")
            self.assertEqual(sorted(seen["fields"]["languages"]), ["ar", "es"])
            said = {seen["fields"]["description"]} | {each["value"] for each in
                                                      seen["conflicts"].get("description", [])}
            self.assertIn("Gym on Saturdays, from nine", said)
            self.assertEqual(tablet.get(session)["fields"]["participants"], counted)
            self.assertTrue(tablet.get(doomed)["deleted"])
        self.assertTrue(set(late) <= held)

        # Life goes on: what was edited before the restore is edited again, without asking anybody.
        cleo.edit("partner", partner, impact_note="Reads to many")
        self.expect_one_state(tablets)
        ana.edit("partner", partner, impact_note="Reads to very many")
        self.expect_one_state(tablets)
        self.assertEqual(ben.get(partner)["fields"]["impact_note"], "Reads to very many")
        self.assertNotIn("impact_note", ben.get(partner)["conflicts"])

    def test_attachments_come_back_with_their_records(self):
        ana = self.field.tablet("ana")
        sheet = os.path.join(self.field.folder, "hours.txt")
        with open(sheet, "wb") as file:
            file.write(b"words " * 50_000)
        note = ana.new("workshop", question="Who came?")
        kept = ana.lines("attach", note, sheet)[0]["id"]
        ana.sync()
        backup = self.office.back_up()
        self.field.server.stop()
        self.office.lose()
        self.office.restore(backup)
        self.field.server.check()  # reads every attachment against its hash
        whole = os.path.join(self.field.server.data, "blobs", "whole")
        self.assertEqual(len(os.listdir(whole)), 1)
        self.field.server.start()
        self.expect_one_state([ana])
        fresh = self.field.tablet("ben")
        fresh.sync()
        out = os.path.join(self.field.folder, "out.txt")
        self.assertTrue(fresh.lines("fetch", kept, "--out", out)[0]["here"])
        with open(out, "rb") as came, open(sheet, "rb") as went:
            self.assertEqual(came.read(), went.read())

    def test_an_edit_made_before_a_restore_knows_what_it_saw(self):
        ana, ben = tablets = [self.field.tablet(name) for name in ("ana", "ben")]
        partner = ana.new("partner", name="Heron Point", description="Gym on Saturdays")
        self.expect_one_state(tablets)
        backup = self.office.back_up()
        ben.edit("partner", partner, description="Hall on Saturdays")  # has seen the gym; not sent
        for _ in range(5):  # more often than a head remembers epochs
            self.field.server.stop()
            self.office.lose()
            self.office.restore(backup)
            backup = self.office.back_up(f"{os.path.basename(backup)}.again")
            self.field.server.start()
            ana.sync()
        self.expect_one_state([ana])
        fresh = self.field.tablet("cleo")
        self.expect_one_state([ana, fresh])
        ana.edit("partner", partner, impact_note="Reads to many")
        self.expect_one_state([ana, fresh])
        self.assertEqual(fresh.get(partner)["conflicts"], {})
        ben.sync()
        self.expect_one_state([ana, ben, fresh])
        self.assertEqual(ana.get(partner)["fields"]["impact_note"], "Reads to many")

    def test_the_file_tells_nothing_without_the_key(self):
        ana = self.field.tablet("Marisol")
        ana.new("note", text=WORDS)
        ana.sync()
        backup = self.office.back_up()
        self.assertNotIn(WORDS.encode(), contents_of(self.field.folder + "/server"))
        with open(backup, "rb") as file:
            held = file.read()
        for word in (WORDS, "Marisol", "SQLite format", "quillan", "master.key"):
            self.assertNotIn(word.encode(), held)
        with open(self.field.server.data + "/master.key", "rb") as key:
            self.assertNotIn(key.read(), held)
        self.assertEqual(os.stat(backup).st_mode & 0o777, 0o600)

        other = self.office.path("other.key")
        os.rename(self.field.server.data + "/backup.pub", self.office.path("kept.pub"))
        run(self.office.command("backup-key", "--save", other))
        self.field.server.stop()
        self.office.lose()
        code, errors = refusal(self.office.command("restore", backup, "--key", other))
        self.assertEqual(code, REFUSED, errors)
        self.assertFalse(os.path.exists(self.field.server.data))
        code, errors = refusal(self.office.command("restore", backup, "--key", self.office.path("kept.pub")))
        self.assertEqual(code, INVALID, errors)
        self.assertIn("public half", errors)

    def test_a_damaged_or_cut_backup_is_never_restored(self):
        ana = self.field.tablet("ana")
        self.notes(ana, 50, WORDS * 100)
        ana.sync()
        backup = self.office.back_up()
        self.field.server.stop()
        self.office.lose()
        with open(backup, "rb") as file:
            whole = file.read()
        block = 64 * 1024 + 17
        cuts = [0, 10, 119, 120, 121, 120 + block, 120 + 2 * block, len(whole) - 1]
        spoilt = [whole[:at] for at in cuts]
        spoilt += [whole + b"x", whole[:120] + whole[120 + block:], whole[:120 + block] + whole[120:]]
        for at in (0, 20, 100, 130, 120 + block + 5, len(whole) // 2, len(whole) - 3):
            spoilt.append(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:])
        path = self.office.path("spoilt.backup")
        for i, each in enumerate(spoilt):
            with open(path, "wb") as file:
                file.write(each)
            code, errors = refusal(self.office.command("restore", path, "--key", self.office.key))
            self.assertIn(code, (REFUSED, INVALID), f"{i}: {errors}")
            self.assertFalse(os.path.exists(self.field.server.data + "/rapport.db"), i)
            if os.path.exists(self.field.server.data):  # begun, and not served
                code, errors = refusal([SERVER, "serve", "--data", self.field.server.data, "--listen", "127.0.0.1:0"])
                self.assertEqual(code, REFUSED, errors)
        self.office.restore(backup)  # over what the attempts left
        self.assertEqual(sorted(os.listdir(self.field.server.data)), ["backup.pub", "blobs", "master.key", "rapport.db"])
        self.field.server.start()
        self.expect_one_state([ana])

    def test_a_kill_leaves_nothing_that_looks_like_a_backup_or_a_server(self):
        ana = self.field.tablet("ana")
        self.notes(ana, 30, WORDS * 200)
        ana.sync()
        backup = self.office.back_up()
        target = self.office.path("killed.backup")
        self.kills = 0
        for call in ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "renameat2", "unlink"):
            for when in (1, 2, 3, 7, 20):
                self.killed(call, when, self.office.command("backup", target))
                # What bears the name is whole, even where the kill came behind the renaming.
                if os.path.exists(target):
                    self.restores(target)
                    os.remove(target)
        self.assertGreater(self.kills, 15)
        self.office.back_up("killed.backup")
        self.assertEqual([name for name in os.listdir(self.field.folder) if ".part" in name], [])

        self.field.server.stop()
        self.kills = 0
        for call in ("pwrite64", "write", "fsync", "fdatasync", "rename", "renameat2", "mkdir", "unlink", "rmdir"):
            for when in (1, 2, 4, 9, 30):
                self.office.lose()
                self.killed(call, when, self.office.command("restore", backup, "--key", self.office.key))
                if not os.path.exists(self.field.server.data + "/rapport.db"):
                    self.office.restore(backup)
                self.field.server.check()
        self.assertGreater(self.kills, 20)
        self.field.server.start()
        self.expect_one_state([ana])

    def killed(self, call, when, command):
        """Whether the command was killed at the `when`th of such calls; else it had fewer."""
        done = subprocess.run(["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                               f"inject={call}:signal=SIGKILL:when={when}", *command], capture_output=True)
        self.kills += done.returncode != 0
        return done.returncode != 0

    def restores(self, file):
        folder = tempfile.mkdtemp(prefix="rapport-restored-")
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        run([SERVER, "restore", "--data", folder, file, "--key", self.office.key])
        run([SERVER, "check", "--data", folder])

    def test_what_must_not_be_done_is_refused(self):
        backup = self.office.back_up()
        code, errors = refusal(self.office.command("backup", backup))
        self.assertNotEqual(code, 0)
        self.assertIn("there already", errors)
        code, errors = refusal(self.office.command("restore", backup, "--key", self.office.key))
        self.assertEqual(code, REFUSED, errors)
        self.assertIn("not empty", errors)
        code, errors = refusal(self.office.command("backup-key", "--save", self.office.path("second.key")))
        self.assertIn("already", errors)
        code, errors = refusal(self.office.command("backup", self.office.path("nowhere/monday.backup")))
        self.assertNotEqual(code, 0)
        os.remove(self.field.server.data + "/backup.pub")
        code, errors = refusal(self.office.command("backup", self.office.path("tuesday.backup")))
        self.assertEqual(code, NOT_FOUND, errors)
        self.assertIn("backup-key", errors)
        code, errors = refusal(self.office.command("backup-key", "--save", self.field.server.data + "/inside.key"))
        self.assertEqual(code, REFUSED, errors)

    def test_the_key_is_printed_once_and_opens_what_is_written_for_it(self):
        os.remove(self.field.server.data + "/backup.pub")
        printed = run(self.office.command("backup-key"))
        self.assertTrue(re.fullmatch(r"rapport-backup-key-1\.[A-Za-z0-9_-]{43}\n", printed), printed)
        backup = self.office.back_up()
        with open(self.office.key, "w", encoding="utf-8") as key:
            key.write("  " + printed + "\n")
        self.restores(backup)

    def test_a_full_disk_leaves_no_backup_and_a_sentence(self):
        small = tempfile.mkdtemp(prefix="rapport-disk-")
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "rapport-test", small], capture_output=True)
        if mounted.returncode != 0:
            os.rmdir(small)
            self.skipTest("no leave to mount a small disk")
        self.addCleanup(os.rmdir, small)
        self.addCleanup(subprocess.run, ["umount", small], check=True)
        ana = self.field.tablet("ana")
        self.notes(ana, 60, WORDS * 400)
        ana.sync()
        code, errors = refusal(self.office.command("backup", small + "/monday.backup"))
        self.assertEqual(code, STORAGE, errors)
        self.assertEqual(os.listdir(small), [])
        self.expect_one_state([ana])

    def test_a_folder_that_came_from_a_copy_is_declared(self):
        ana = self.field.tablet("ana")
        self.notes(ana, 5)
        ana.sync()
        self.field.server.stop()
        copy = self.office.path("copy")
        shutil.copytree(self.field.server.data, copy)
        self.field.server.start()
        self.notes(ana, 5)
        ana.sync()
        self.field.server.stop()
        shutil.rmtree(self.field.server.data)
        shutil.copytree(copy, self.field.server.data)
        run(self.office.command("declare-restored"))
        self.field.server.start()
        self.expect_one_state([ana])
        self.assertEqual(len(ana.list("note")), 10)


if __name__ == "__main__":
    unittest.main(verbosity=1)
