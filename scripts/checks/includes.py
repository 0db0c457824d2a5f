#!/usr/bin/env python3
"""Each C++ file includes only what include_table.py allows its folder. Usage: includes.py [ROOT]"""

import fnmatch
import pathlib
import re

import tree
from include_table import Rule, kTable, libraryOf

kInclude = re.compile(r'^\s*#\s*include\s*(<[^>]+>|"[^"]+")')
kRooted = ("shared/", "server/", "mobile/", "tests/")


def ruleOf(path: pathlib.Path) -> Rule | None:
    name = path.as_posix()
    for rule in kTable:
        if fnmatch.fnmatch(name, rule.pattern) or name.startswith(rule.pattern + "/"):
            return rule
    return None


def refusal(path: pathlib.Path, header: str, rule: Rule) -> str | None:
    """Why the file may not include the header, or None if it may."""
    isSource = path.suffix == ".cpp"
    allowed = rule.own + rule.headers + (rule.sources if isSource else ())
    name = header[1:-1]
    if header[0] == '"' and name.startswith(kRooted):
        folder = str(pathlib.PurePosixPath(name).parent)
        home = path.parent.as_posix()
        if folder == home or any(folder == each or folder.startswith(each + "/") for each in allowed + (homeOf(rule),)):
            return None
        return f"{homeOf(rule)} may not use {folder}"
    library = libraryOf(header)
    if library is None:
        return "includes of ours begin at the repository's root" if header[0] == '"' else "no library of ours has this header"
    if library == "standard" or library in allowed:
        return None
    if library in rule.sources:
        return f"{library} belongs into a .cpp here"
    return f"{homeOf(rule)} may not use {library}"


def homeOf(rule: Rule) -> str:
    """The folder that the rule speaks of: what stands before a file's name or a star."""
    parts = [part for part in rule.pattern.split("/") if "*" not in part and "." not in part]
    return "/".join(parts)


def check(root: pathlib.Path, files: list[pathlib.Path]) -> list[str]:
    problems = []
    for path in files:
        if path.suffix not in {".h", ".cpp"}:
            continue
        rule = ruleOf(path)
        if rule is None:
            problems.append(f"{path}: no rule of scripts/checks/include_table.py covers this folder")
            continue
        for number, line in enumerate((root / path).read_text(encoding="utf-8").splitlines(), 1):
            found = kInclude.match(line)
            reason = refusal(path, found.group(1), rule) if found else None
            if reason:
                problems.append(f"{path}:{number}: {found.group(1)}: {reason}")
    return problems


if __name__ == "__main__":
    tree.report(check)
