#!/usr/bin/env python3
"""C++ is laid out as clang-format lays it out. Usage: layout.py [ROOT]; scripts/format repairs what this finds."""

import concurrent.futures
import os
import pathlib
import shutil
import subprocess

import tree

kBatchFiles = 20


def isCpp(path: pathlib.Path) -> bool:
    return path.suffix in {".h", ".cpp"}


def unformatted(root: pathlib.Path, batch: list[pathlib.Path]) -> set[str]:
    tool = shutil.which("clang-format")
    if tool is None:
        return {"clang-format is not installed: run scripts/setup"}
    run = subprocess.run([tool, "--dry-run", "--Werror", *map(str, batch)], cwd=root,
                         capture_output=True, text=True, check=False)
    if run.returncode == 0:
        return set()
    found = {line.split(":", 1)[0] for line in run.stderr.splitlines() if "-Wclang-format-violations" in line}
    return {f"{name}: run scripts/format" for name in found} or {run.stderr.strip()}


def check(root: pathlib.Path, files: list[pathlib.Path]) -> list[str]:
    paths = [path for path in files if isCpp(path)]
    batches = [paths[at:at + kBatchFiles] for at in range(0, len(paths), kBatchFiles)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return sorted(set().union(*pool.map(lambda batch: unformatted(root, batch), batches)))


if __name__ == "__main__":
    tree.report(check)
