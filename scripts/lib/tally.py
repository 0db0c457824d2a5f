#!/usr/bin/env python3
"""Counts the tests of a ctest run. Usage: tally.py JUNIT_FILE

Prints "PASSED FAILED SKIPPED" and then the name of each test that failed, one a line. A test that could not run failed;
one that declared itself not applicable is skipped.
"""

import sys
import xml.etree.ElementTree


def outcomeOf(case) -> str:
    status = case.get("status")
    if status == "run":
        return "passed"
    skipped = case.find("skipped")
    if status == "disabled" or (skipped is not None and "SKIP_" in skipped.get("message", "")):
        return "skipped"
    return "failed"


def main() -> None:
    cases = xml.etree.ElementTree.parse(sys.argv[1]).getroot().iter("testcase")
    outcomes = [(outcomeOf(case), case.get("name")) for case in cases]
    print(*(sum(outcome == each for outcome, _ in outcomes) for each in ("passed", "failed", "skipped")))
    for outcome, name in outcomes:
        if outcome == "failed":
            print(name)


if __name__ == "__main__":
    main()
