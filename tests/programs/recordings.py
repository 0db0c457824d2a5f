"""Recordings that are made here, byte by byte."""


def wav(sound):
    """A WAV file of one channel with nothing beside its sound: 44 bytes longer."""
    form = (1).to_bytes(2, "little") + (1).to_bytes(2, "little") + (8000).to_bytes(4, "little") * 2 + b"\x01\0\x08\0"
    chunks = b"WAVEfmt " + len(form).to_bytes(4, "little") + form + b"data" + len(sound).to_bytes(4, "little") + sound
    chunks += b"\0" * (len(sound) % 2)
    return b"RIFF" + len(chunks).to_bytes(4, "little") + chunks
