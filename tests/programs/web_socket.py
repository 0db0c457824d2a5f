"""What is in a recorded WebSocket connection (RFC 6455, 5.2), as far as Rapport uses it: whole binary messages."""

PUSH, ATTACHMENT_CHUNK = 5, 34  # kinds of frames (shared/protocol/PROTOCOL.md)


class Frame:
    """One message of a connection's direction: where in the stream it ends, and what it says."""

    def __init__(self, end, message):
        self.end = end
        self.message = message
        self.kind = message[0] if message else None


def frames(stream):
    """Of one direction of one connection, the HTTP head apart; what was cut off at the end is left out."""
    found, message = [], b""
    at = stream.find(b"\r\n\r\n") + 4
    while 4 <= at and at + 2 <= len(stream):
        last, masked, size = stream[at] & 0x80, stream[at + 1] & 0x80, stream[at + 1] & 0x7F
        at += 2
        if size >= 126:
            width = 2 if size == 126 else 8
            size = int.from_bytes(stream[at:at + width], "big")
            at += width
        mask = stream[at:at + 4] if masked else bytes(4)
        at += 4 if masked else 0
        payload = stream[at:at + size]
        at += size
        message += _unmasked(payload, mask)
        if last and len(payload) == size:
            found.append(Frame(at, message))
            message = b""
    return found


def _unmasked(payload, mask):
    return bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload))


def piece_of(chunk):
    """The size of the piece that an attachment chunk carries."""
    at = 34  # kind, flags, SHA-256
    _, at = _varint(chunk, at)
    return _varint(chunk, at)[0]


def _varint(message, at):
    value = shift = 0
    while True:
        value |= (message[at] & 0x7F) << shift
        shift += 7
        at += 1
        if message[at - 1] < 0x80:
            return value, at


def bytes_of(kind, stream):
    """What all messages of a kind take."""
    return sum(len(frame.message) for frame in frames(stream) if frame.kind == kind)
