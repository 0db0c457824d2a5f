"""Somebody in the network between a tablet and its office, with a key of their own."""

import json
import os
import re
import ssl

from chaos_line import DOWN, UP, ChaosLine
from programs import SERVER, run


def is_whole(message):
    """Whether this is an HTTP message with all of its body."""
    head, end, body = message.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    return bool(end) and len(body) >= (int(length.group(1)) if length else 0)


class Between(ChaosLine):
    """Takes TLS connections with its own certificate, reads everything, and passes it on to the office and back.

    With own_pins the answers that name the office's keys name this one's instead.
    """

    def __init__(self, folder, office_port, own_pins=False):
        self.own_pins = own_pins
        data = os.path.join(folder, f"between-{id(self)}")
        run([SERVER, "certificate", "--data", data, "make", "--name", "127.0.0.1"])
        keys = os.path.join(data, "tls")
        with_own_key = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with_own_key.load_cert_chain(os.path.join(keys, "server.crt"), os.path.join(keys, "server.key"))
        trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        trusting.check_hostname = False
        trusting.verify_mode = ssl.CERT_NONE
        shown = run([SERVER, "certificate", "--data", data, "show"])
        self.pin = re.search(r"^pin: (\S+)", shown, re.MULTILINE).group(1)
        super().__init__(office_port, for_tablets=with_own_key, to_office=trusting)
        self.make_touch = self._rewriting
        self.record()

    def seen(self):
        return self.recorded(UP) + self.recorded(DOWN)

    def _rewriting(self, direction):
        held = b""

        def touch(piece):
            nonlocal held
            if direction == UP or not self.own_pins:
                return piece
            held += piece
            if not is_whole(held):
                return b""
            answer, held = held, b""
            return self._touched(answer)
        return touch

    def _touched(self, answer):
        head, _, body = answer.partition(b"\r\n\r\n")
        if not body.startswith(b"{"):
            return answer
        said = json.loads(body) | {"pins": [self.pin, self.pin]}
        body = json.dumps(said).encode()
        head = re.sub(rb"(?i)content-length: \d+", b"Content-Length: %d" % len(body), head)
        return head + b"\r\n\r\n" + body
