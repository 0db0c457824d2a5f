#!/usr/bin/env python3
"""Shell scripts pass shellcheck. Usage: shell.py [ROOT]"""

import pathlib
import subprocess

import tree


def isShell(root: pathlib.Path, path: pathlib.Path) -> bool:
    if path.suffix == ".sh":
        return True
    if path.suffix:
        return False
    text = tree.textOf(root / path) or ""
    return text.startswith("#!") and text.splitlines()[0].endswith(("bash", "/sh"))


def check(root: pathlib.Path, files: list[pathlib.Path]) -> list[str]:
    scripts = [str(path) for path in files if isShell(root, path)]
    if not scripts:
        return []
    # SC2317 takes what a trap calls for unreachable.
    run = subprocess.run(["shellcheck", "--external-sources", "--exclude=SC2317", "--format=gcc", *scripts], cwd=root,
                         capture_output=True, text=True, check=False)
    return (run.stdout + run.stderr).splitlines()


if __name__ == "__main__":
    tree.report(check)
