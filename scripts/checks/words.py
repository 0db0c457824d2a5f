#!/usr/bin/env python3
"""What the tree never holds: unfinished work, hosts of package registries, paths of one machine. Usage: words.py [ROOT]

The patterns are written so that they do not match this file.
"""

import pathlib
import re

import tree

kForbidden = [
    (re.compile(r"\b(?:TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b"), "unfinished work is not left in the tree: do it or drop it"),
    (re.compile(r"npmj[s]\.(?:org|com)|registry\.np[m]|npmmirro[r]|deb\.debia[n]\.org"),
     "a registry's host: name packages, never hosts"),
    (re.compile(r"(?<![\w.~/$}-])/(?:wor[k]|hom[e]|roo[t])/"), "a path of one machine: make it relative"),
    (re.compile(r"(?<![\w&/])(?:issue|ticket) #?\d+\b|(?<!listening )\bsession #\d+", re.I),
     "say the reason, not the number of a ticket"),
]
kExemptNames = {"LICENSE"}
kExemptFolders = {"golden"}


def check(root: pathlib.Path, files: list[pathlib.Path]) -> list[str]:
    problems = []
    for path in files:
        if path.name in kExemptNames or kExemptFolders & set(path.parts):
            continue
        text = tree.textOf(root / path)
        if text is None:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            for pattern, reason in kForbidden:
                found = pattern.search(line)
                if found:
                    problems.append(f"{path}:{number}: \"{found.group()}\": {reason}")
        if path.name == "package-lock.json" and '"resolved": "http' in text:
            problems.append(f"{path}: names a registry's host: set omit-lockfile-registry-resolved=true in .npmrc")
    return problems


if __name__ == "__main__":
    tree.report(check)
