"""What is left of words: in pages, logs and files of tablet and server, decrypted, as somebody with the keys would find them."""

import collections
import os
import shutil
import subprocess

from programs import MEDDLE, run


def pages(kind, folder, beside):
    """What the database's file and log hold, decrypted, as they lie in a folder that somebody may have open."""
    copy = os.path.join(beside, "dumped")
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*-shm", "*.sock"))
    try:
        done = subprocess.run([MEDDLE, f"{kind}-pages", copy], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout
    finally:
        shutil.rmtree(copy)


def rows(kind, folder, beside):
    """Every value of every table: {table: {row: {column: bytes}}}."""
    copy = os.path.join(beside, "dumped")
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*-shm", "*.sock"))
    try:
        tables = collections.defaultdict(lambda: collections.defaultdict(dict))
        for line in run([MEDDLE, f"{kind}-rows", copy]).splitlines():
            table, column, row, value = line.split(" ")
            tables[table][row][column] = bytes.fromhex(value)
        return tables
    finally:
        shutil.rmtree(copy)


def files_of(folder):
    """Every file as it lies on the disk, with its name."""
    held = b""
    for root, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(root, name), "rb") as file:
                held += name.encode() + file.read()
    return held


def temporary_folder(test, folder):
    """Whatever a program leaves in a temporary folder lies in this one, until the test ends."""
    temporary = os.path.join(folder, "temporary")
    os.mkdir(temporary)
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = os.environ["SQLITE_TMPDIR"] = temporary
    test.addCleanup(lambda: os.environ.pop("SQLITE_TMPDIR"))
    test.addCleanup(lambda: os.environ.pop("TMPDIR") if before is None else os.environ.update(TMPDIR=before))
    return temporary


class Traces:
    """Of a unittest.TestCase: each search has a control beside it, so that the search itself can fail."""

    def missing(self, held, words):
        for word in words:
            self.assertEqual(held.count(word.encode()), 0, f"{word} is where it must not be")

    def found(self, held, words):
        for word in words:
            self.assertGreater(held.count(word.encode()), 0, f"{word} is not even where it may be: this search finds nothing")
