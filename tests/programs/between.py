"""Somebody in the network between a tablet and its office, with a key of their own."""

import json
import os
import re
import socket
import ssl
import threading

from programs import SERVER, run

PIECE_BYTES = 65536


def whole_message(line):
    """One HTTP message with its body; nothing once the other end has closed."""
    message = b""
    while True:
        head, end, body = message.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", head)
        if end and len(body) >= (int(length.group(1)) if length else 0):
            return message
        piece = line.recv(PIECE_BYTES)
        if not piece:
            return b""
        message += piece


class Between:
    """Takes TLS connections with its own certificate, reads everything, and passes it on to the office and back.

    With own_pins the answers that name the office's keys name this one's instead.
    """

    def __init__(self, folder, office_port, own_pins=False):
        self.office_port = office_port
        self.own_pins = own_pins
        self.heard = []
        data = os.path.join(folder, f"between-{id(self)}")
        run([SERVER, "certificate", "--data", data, "make", "--name", "127.0.0.1"])
        keys = os.path.join(data, "tls")
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(os.path.join(keys, "server.crt"), os.path.join(keys, "server.key"))
        shown = run([SERVER, "certificate", "--data", data, "show"])
        self.pin = re.search(r"^pin: (\S+)", shown, re.MULTILINE).group(1)

    def __enter__(self):
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.door.close()

    def seen(self):
        return b"".join(self.heard)

    def _serve(self):
        while True:
            try:
                line, _ = self.door.accept()
            except OSError:
                return
            threading.Thread(target=self._pass_on, args=(line,), daemon=True).start()

    def _pass_on(self, line):
        try:
            self._relay(self.context.wrap_socket(line, server_side=True))
        except OSError:
            line.close()

    def _relay(self, tablet):
        trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        trusting.check_hostname = False
        trusting.verify_mode = ssl.CERT_NONE
        office = trusting.wrap_socket(socket.create_connection(("127.0.0.1", self.office_port), timeout=60))
        with tablet, office:
            while question := whole_message(tablet):
                self.heard.append(question)
                office.sendall(question)
                answer = whole_message(office)
                self.heard.append(answer)
                tablet.sendall(self._touched(answer))

    def _touched(self, answer):
        head, _, body = answer.partition(b"\r\n\r\n")
        if not self.own_pins or not body.startswith(b"{"):
            return answer
        said = json.loads(body) | {"pins": [self.pin, self.pin]}
        body = json.dumps(said).encode()
        head = re.sub(rb"(?i)content-length: \d+", b"Content-Length: %d" % len(body), head)
        return head + b"\r\n\r\n" + body
