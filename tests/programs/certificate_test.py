"""The office over TLS: tablets know it by its key, follow it through renewals, and believe nobody else."""

import email.utils
import os
import re
import shutil
import socket
import ssl
import threading
import time
import unittest
import warnings

from programs import CLI, MEDDLE, REFUSED, SERVER, Field, Server, refusal, run


BELIEVED = '{"error": {"code": "refused", "message": "I believed you"}}'


class SecuredServer(Server):
    def __init__(self, folder):
        self.tls = os.path.join(folder, "server", "tls")
        run([SERVER, "certificate", "--data", os.path.join(folder, "server"), "make", "--name", "127.0.0.1"])
        super().__init__(folder, ["--tls"])

    def certificate(self, *words):
        return run([SERVER, "certificate", "--data", self.data, *words])

    def pins(self):
        return re.findall(r"pin: (\S+)", self.certificate("show"))


class Impostor:
    """Somebody else at the office's port. `said` is what tablets told it once they believed it; with a date it answers."""

    def __init__(self, port, context=None, date=None):
        self.said = b""
        self.context = context
        self.answer = f"HTTP/1.1 403 Forbidden\r\nDate: {date}\r\nContent-Length: {len(BELIEVED)}\r\n\r\n{BELIEVED}".encode()
        self.answers = date is not None
        self.listener = socket.create_server(("127.0.0.1", port))
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self):
        while True:
            try:
                line, _ = self.listener.accept()
            except OSError:
                return
            try:
                if self.context:
                    line = self.context.wrap_socket(line, server_side=True)
                    self.listen(line)
                else:
                    line.recv(65536)
                    line.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            except OSError:
                pass
            finally:
                line.close()

    def listen(self, line):
        while heard := line.recv(65536):
            self.said += heard
            if not self.answers:
                return
            if b"\r\n\r\n" in heard:
                line.sendall(self.answer)

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join()


class Certificates(unittest.TestCase):
    def setUp(self):
        self.field = Field(SecuredServer).__enter__()
        self.addCleanup(self.field.__exit__)
        self.server = self.field.server
        self.ana = self.field.tablet("ana")

    def expect_refused(self, *words):
        """Enrolled and new tablets both refuse; nothing is lost; with the office back all goes on."""
        note = self.ana.new("note", text="Written meanwhile")
        ben = os.path.join(self.field.folder, "ben")
        for command in (self.ana.command("sync"), [CLI, "--profile", ben, "enrol", self.link]):
            code, errors = refusal(command)
            self.assertEqual(code, REFUSED, errors)
            for word in (*words, "Nothing was sent"):
                self.assertIn(word, errors)
        self.assertEqual(self.ana.get(note)["receipt"], "saved")
        return note

    def expect_all_goes_on(self, note):
        self.ana.sync()
        self.assertEqual(self.ana.get(note)["receipt"], "applied")
        run([CLI, "--profile", os.path.join(self.field.folder, "ben"), "enrol", self.link])

    def refuses_office_with(self, meddle, *words):
        """The office itself, with its certificate meddled with, and put right again."""
        self.link = self.server.link("ben")
        shutil.copytree(self.server.tls, self.server.tls + "-kept")
        meddle()
        self.server.restart()
        note = self.expect_refused(*words)
        shutil.rmtree(self.server.tls)
        os.rename(self.server.tls + "-kept", self.server.tls)
        self.server.restart()
        self.expect_all_goes_on(note)

    def test_an_expired_certificate_is_refused_until_it_is_renewed(self):
        self.refuses_office_with(lambda: run([MEDDLE, "certificate", self.server.tls, "-40", "39"]), "has expired", "renew")
        self.assertIn('"event":"certificate expired"', self.server.logged())

    def test_a_certificate_that_is_not_valid_yet_is_refused(self):
        self.refuses_office_with(lambda: run([MEDDLE, "certificate", self.server.tls, "2", "40"]), "not valid yet")

    def test_another_key_is_refused(self):
        def another():
            shutil.rmtree(self.server.tls)
            run([MEDDLE, "key", self.server.tls, "127.0.0.1"])
        self.refuses_office_with(another, "another key", "Tell the coordinator")

    def test_without_tls_or_with_weak_tls_nothing_is_said(self):
        self.link = self.server.link("ben")
        self.server.stop()
        old, feeble = (ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) for _ in range(2))
        for context in (old, feeble):
            context.load_cert_chain(os.path.join(self.server.tls, "server.crt"), os.path.join(self.server.tls, "server.key"))
            context.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # that is the point of it
            old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
        feeble.maximum_version = ssl.TLSVersion.TLSv1_2
        feeble.set_ciphers("ECDHE-ECDSA-AES128-SHA256")  # no authenticated encryption
        for context in (old, feeble, None):
            impostor = Impostor(self.server.port, context)
            try:
                note = self.expect_refused("does not speak TLS")
            finally:
                impostor.close()
            self.assertEqual(impostor.said, b"")
        self.server.start()
        self.expect_all_goes_on(note)

    def test_dates_are_judged_by_the_offices_clock_so_that_a_tablets_own_locks_nobody_out(self):
        link = self.server.link("ben")
        self.server.stop()
        run([MEDDLE, "certificate", self.server.tls, "-40", "20"])
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(os.path.join(self.server.tls, "server.crt"), os.path.join(self.server.tls, "server.key"))
        for days, words in ((-30, "I believed you"), (0, "has expired"), (-50, "not valid yet")):
            date = email.utils.formatdate(time.time() + days * 86400, usegmt=True)
            impostor = Impostor(self.server.port, context, date)
            try:
                _, errors = refusal([CLI, "--profile", os.path.join(self.field.folder, "ben"), "enrol", link])
            finally:
                impostor.close()
            self.assertIn(words, errors)
            self.assertEqual(b"POST" in impostor.said, days == -30, "the code is told to who is believed, and only then")

    def test_without_a_pin_only_a_known_authority_and_the_right_name_will_do(self):
        unpinned = re.sub(r"&pin=[^&\s]*", "", self.server.link("cleo"))
        cleo = os.path.join(self.field.folder, "cleo")
        code, errors = refusal([CLI, "--profile", cleo, "enrol", unpinned])
        self.assertEqual(code, REFUSED)
        self.assertIn("not to be trusted", errors)
        known = dict(os.environ, SSL_CERT_FILE=os.path.join(self.server.tls, "server.crt"))
        self.server.certificate("renew", "--name", "office.example.org")
        self.server.restart()
        code, errors = refusal([CLI, "--profile", cleo, "enrol", unpinned], env=known)
        self.assertEqual(code, REFUSED)
        self.assertIn("another name", errors)
        self.server.certificate("renew", "--name", "office.example.org", "--name", "127.0.0.1")
        self.server.restart()
        run([CLI, "--profile", cleo, "enrol", unpinned], env=known)

    def test_renewal_keeps_the_pins_and_no_tablet_notices(self):
        before = self.server.pins()
        self.server.certificate("renew", "--days", "90")
        self.assertEqual(self.server.pins(), before)
        self.server.restart()
        self.ana.new("note", text="After the renewal")
        self.assertEqual([line["receipt"] for line in self.ana.sync()], ["applied"])

    def test_the_backup_key_takes_over_and_tablets_follow(self):
        before = self.server.pins()
        self.server.certificate("use-backup")
        after = self.server.pins()
        self.assertEqual(after[0], before[1])
        self.assertNotIn(after[1], before)
        self.server.restart()
        self.ana.new("note", text="After the change of keys")
        self.assertEqual([line["receipt"] for line in self.ana.sync()], ["applied"])

    def test_of_a_lost_machine_the_backup_key_is_enough(self):
        kept = os.path.join(self.field.folder, "kept.key")
        shutil.copy(os.path.join(self.server.tls, "backup.key"), kept)
        self.server.stop()
        shutil.rmtree(self.server.tls)
        os.mkdir(self.server.tls, 0o700)
        shutil.move(kept, os.path.join(self.server.tls, "backup.key"))
        self.server.certificate("use-backup", "--name", "127.0.0.1")
        self.server.start()
        self.ana.new("note", text="After the loss")
        self.assertEqual([line["receipt"] for line in self.ana.sync()], ["applied"])

    def test_without_a_certificate_every_command_says_how_to_make_one(self):
        bare = os.path.join(self.field.folder, "bare")
        run([SERVER, "programme", "--data", bare, "add", "bare"])
        for command in (["certificate", "--data", bare, word] for word in ("renew", "use-backup", "show")):
            self.assertIn("certificate make", refusal([SERVER, *command])[1])
        self.assertIn("certificate make", refusal([SERVER, "serve", "--data", bare, "--tls"])[1])

    def test_browsers_are_told_to_come_by_tls_from_then_on(self):
        context = ssl.create_default_context(cafile=os.path.join(self.server.tls, "server.crt"))
        with socket.create_connection(("127.0.0.1", self.server.port)) as line:
            with context.wrap_socket(line, server_hostname="127.0.0.1") as secured:
                secured.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                head = b"".join(iter(lambda: secured.recv(4096), b"")).decode()
        self.assertIn("200 OK", head)
        self.assertIn("Strict-Transport-Security", head)


if __name__ == "__main__":
    unittest.main(verbosity=1)
