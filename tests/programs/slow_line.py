"""A line between tablets and their office that counts what goes up, and can be made slow and cut."""

import socket
import threading
import time

PIECE_BYTES = 4096


class SlowLine:
    """Passes TCP connections on to the office. Counts the bytes that tablets send."""

    def __init__(self, office_port):
        self.office_port = office_port
        self.up_bytes = 0
        self.bytes_a_second = None  # up; nothing: as fast as it goes
        self.moved = threading.Condition()
        self.open = []

    def __enter__(self):
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.door.close()
        self.cut()

    def cut(self):
        for line in self.open:
            line.close()
        self.open = []

    def wait_for(self, up_bytes, seconds=60):
        """Until so much has gone up; false when it does not."""
        with self.moved:
            return self.moved.wait_for(lambda: self.up_bytes >= up_bytes, timeout=seconds)

    def through(self, link):
        """An enrolment link that leads here."""
        return link.replace(f":{self.office_port}/", f":{self.port}/")

    def _serve(self):
        while True:
            try:
                tablet, _ = self.door.accept()
                office = socket.create_connection(("127.0.0.1", self.office_port), timeout=60)
            except ConnectionRefusedError:
                tablet.close()
                continue
            except OSError:
                return
            self.open += [tablet, office]
            threading.Thread(target=self._carry, args=(tablet, office, True), daemon=True).start()
            threading.Thread(target=self._carry, args=(office, tablet, False), daemon=True).start()

    def _carry(self, source, target, up):
        try:
            while piece := source.recv(PIECE_BYTES):
                target.sendall(piece)
                if up:
                    with self.moved:
                        self.up_bytes += len(piece)
                        self.moved.notify_all()
                    if self.bytes_a_second:
                        time.sleep(len(piece) / self.bytes_a_second)  # the slow line itself
        except OSError:
            pass
        for line in (source, target):
            try:
                line.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
