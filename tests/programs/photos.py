"""Made-up photos with a place in them, as a telephone writes them."""

import struct

SECRET = b"52.0907,5.1214 Oudegracht"


def _segment(marker, payload):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(payload) + 2) + payload


def exif_with_place(orientation=6):
    text_at = 8 + 2 + 2 * 12 + 4 + 2 + 12 + 4
    gps_at = 8 + 2 + 2 * 12 + 4
    return (b"MM\0*" + struct.pack(">I", 8)
            + struct.pack(">H", 2)
            + struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
            + struct.pack(">HHII", 0x8825, 4, 1, gps_at) + struct.pack(">I", 0)
            + struct.pack(">H", 1) + struct.pack(">HHII", 0x1C, 2, len(SECRET), text_at) + struct.pack(">I", 0)
            + SECRET)


def jpeg_with_place(random, size=400_000):
    """As large as asked, with entropy-coded data in which no byte looks like a marker."""
    data = bytes(each for each in random.randbytes(size) if each != 0xFF)
    return (b"\xff\xd8" + _segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
            + _segment(0xE1, b"Exif\0\0" + exif_with_place())
            + _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET) + _segment(0xFE, SECRET)
            + _segment(0xDB, b"\1" * 65) + _segment(0xC0, b"\x08\0\1\0\1\1\1\x11\0") + _segment(0xC4, b"\2" * 19)
            + _segment(0xDA, b"\1\1\0\0\x3f\0") + data + b"\xff\xd9" + SECRET)
