"""What the tests of the house checks share: a small tree in a temporary folder, and the check run on it."""

import importlib
import pathlib
import sys
import tempfile
import unittest

kChecks = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "checks"
sys.path.insert(0, str(kChecks))


class CheckTest(unittest.TestCase):
    """A subclass names its check; problems({path: text}) runs it on those files."""

    check: str

    def problems(self, files: dict[str, str]) -> list[str]:
        module = importlib.import_module(self.check)
        tree = importlib.import_module("tree")
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in files.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return module.check(root, tree.sourceFiles(root))

    def assertClean(self, files: dict[str, str]) -> None:
        self.assertEqual(self.problems(files), [])

    def assertProblem(self, said: str, files: dict[str, str]) -> None:
        found = self.problems(files)
        self.assertEqual(len(found), 1, found)
        self.assertIn(said, found[0])
