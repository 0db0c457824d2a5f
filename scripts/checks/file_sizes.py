#!/usr/bin/env python3
"""No file grows past what a person reads in one sitting. Usage: file_sizes.py [ROOT]"""

import pathlib

import tree

kSourceLines = 400
kTestLines = 600
kQmlLines = 250

kSourceSuffixes = {".h", ".cpp", ".c", ".py", ".sh", ".cmake", ".js", ".mjs", ".ts", ".tsx", ".css", ".java", ".kt"}
kScriptFolders = {"scripts", ".ci"}
kExemptFolders = {"golden", "generated"}
kTranslations = ("assets", "i18n")  # Qt's catalogues end like TypeScript, and are data


def limitOf(path: pathlib.Path) -> int | None:
    """The most lines the file may have, or None where the rule does not apply (data, SQL, golden, generated, prose)."""
    if kExemptFolders & set(path.parts) or path.parts[:2] == kTranslations:
        return None
    if path.suffix == ".qml" and path.parts[0] != "tests":
        return kQmlLines
    isSource = (path.suffix in kSourceSuffixes or path.suffix == ".qml" or path.name == "CMakeLists.txt"
                or (path.suffix == "" and path.parts[0] in kScriptFolders))
    if not isSource:
        return None
    return kTestLines if path.parts[0] == "tests" else kSourceLines


def check(root: pathlib.Path, files: list[pathlib.Path]) -> list[str]:
    problems = []
    for path in files:
        limit = limitOf(path)
        text = tree.textOf(root / path) if limit else None
        if text is None:
            continue
        lines = len(text.splitlines())
        if lines > limit:
            problems.append(f"{path}: {lines} lines, {limit} are allowed: split it by what changes together")
    return problems


if __name__ == "__main__":
    tree.report(check)
