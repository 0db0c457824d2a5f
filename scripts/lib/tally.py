#!/usr/bin/env python3
"""Counts the tests of a ctest run. Usage: tally.py JUNIT_FILE [--show]

Prints "PASSED FAILED SKIPPED" and then the name of each test that failed, one a line. A test that could not run failed;
one that declared itself not applicable is skipped. With --show it prints what each failed test said instead.
"""

import sys
import xml.etree.ElementTree

kShownLines = 60


def outcomeOf(case) -> str:
    status = case.get("status")
    if status == "run":
        return "passed"
    skipped = case.find("skipped")
    if status == "disabled" or (skipped is not None and "SKIP_" in skipped.get("message", "")):
        return "skipped"
    return "failed"


def show(case) -> None:
    said = (case.findtext("system-out") or "").strip().splitlines()
    print(f"--- {case.get('name')} said:" if said else f"--- {case.get('name')} did not run.")
    print("\n".join(said[-kShownLines:]))


def main() -> None:
    cases = list(xml.etree.ElementTree.parse(sys.argv[1]).getroot().iter("testcase"))
    outcomes = [outcomeOf(case) for case in cases]
    failed = [case for case, outcome in zip(cases, outcomes) if outcome == "failed"]
    if "--show" in sys.argv:
        for case in failed:
            show(case)
        return
    print(*(outcomes.count(each) for each in ("passed", "failed", "skipped")))
    for case in failed:
        print(case.get("name"))


if __name__ == "__main__":
    main()
