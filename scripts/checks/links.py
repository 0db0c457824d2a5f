#!/usr/bin/env python3
"""A link in a document leads to a file that exists. Usage: links.py [ROOT]"""

import pathlib
import re

import tree

kLink = re.compile(r"\[[^\]]*\]\(([^)\s#]+)(?:#[^)]*)?\)")


def check(root: pathlib.Path, files: list[pathlib.Path]) -> list[str]:
    problems = []
    for path in files:
        if path.suffix != ".md":
            continue
        for number, line in enumerate((root / path).read_text(encoding="utf-8").splitlines(), 1):
            for target in kLink.findall(line):
                outside = re.match(r"[a-z]+:", target)
                if not outside and not (root / path.parent / target).exists():
                    problems.append(f"{path}:{number}: {target} does not exist")
    return problems


if __name__ == "__main__":
    tree.report(check)
