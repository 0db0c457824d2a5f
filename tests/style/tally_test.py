"""scripts/test believes what tally.py counts: a real ctest run with one test of each fate."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

kTally = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "lib" / "tally.py"

kTests = """
add_test(passes "/bin/true")
add_test(fails "/bin/false")
add_test(is_missing "/nowhere/is_missing")
add_test(takes_too_long "/bin/sleep" "30")
set_tests_properties(takes_too_long PROPERTIES TIMEOUT 1)
add_test(does_not_apply "/bin/sh" "-c" "exit 77")
set_tests_properties(does_not_apply PROPERTIES SKIP_RETURN_CODE 77)
add_test(crashes "/bin/sh" "-c" "kill -SEGV $$")
add_test(needs_the_failed "/bin/true")
set_tests_properties(needs_the_failed PROPERTIES FIXTURES_REQUIRED ground)
add_test(ground "/bin/false")
set_tests_properties(ground PROPERTIES FIXTURES_SETUP ground)
"""


def tallied(tests: str, *options: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "CTestTestfile.cmake").write_text(tests, encoding="utf-8")
        report = pathlib.Path(folder) / "report.xml"
        subprocess.run(["ctest", "--test-dir", folder, "--output-junit", str(report)], capture_output=True, check=False)
        run = subprocess.run([sys.executable, str(kTally), str(report), *options], capture_output=True, text=True, check=True)
        return run.stdout.split("\n")[:-1]


class Tally(unittest.TestCase):
    def test_each_fate_is_counted(self):
        counts, *failed = tallied(kTests)
        self.assertEqual(counts, "1 6 1")
        self.assertEqual(sorted(failed), ["crashes", "fails", "ground", "is_missing", "needs_the_failed", "takes_too_long"])

    def test_what_a_failed_test_said_is_shown(self):
        tests = 'add_test(fails "/bin/sh" "-c" "echo because; exit 1")\nadd_test(passes "/bin/echo" "quiet")\n'
        self.assertEqual(tallied(tests, "--show"), ["--- fails said:", "because"])

    def test_no_tests_count_as_none(self):
        self.assertEqual(tallied("\n"), ["0 0 0"])


if __name__ == "__main__":
    unittest.main()
