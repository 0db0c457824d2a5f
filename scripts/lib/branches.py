#!/usr/bin/env python3
"""Lists the branches that were not taken both ways. Usage: branches.py EXPORT.json FOLDER UNREACHABLE.txt

EXPORT.json is what `llvm-cov export -format=text` says. UNREACHABLE.txt names the ways that cannot be taken, one a line:

    FILE: the source text of the condition: true|false: why

where the text stands exactly once in FILE. A line that is not needed any more is a fault too, and so is a source of FOLDER that
no program measured was linked with: of a library the linker takes only what is used.
"""

import json
import pathlib
import sys

kLineStart, kColumnStart, kLineEnd, kColumnEnd, kTrue, kFalse = range(6)


def textOf(lines: list[str], place: tuple[int, int, int, int]) -> str:
    first, begin, last, end = place
    if first == last:
        # What a macro makes stands nowhere itself.
        return lines[first - 1][begin - 1:end - 1] or lines[first - 1].strip()
    between = [lines[first - 1][begin - 1:], *lines[first:last - 1], lines[last - 1][:end - 1]]
    return " ".join(" ".join(between).split())


def branchesOf(file: dict) -> dict:
    """How often each branch was taken, either way, in all instances of a template together."""
    taken = {}
    for branch in file["branches"]:
        ways = taken.setdefault(tuple(branch[:kTrue]), [0, 0])
        ways[0] += branch[kTrue]
        ways[1] += branch[kFalse]
    return taken


def unreachable(path: pathlib.Path) -> dict:
    known = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        if not line.strip() or line.startswith("#"):
            continue
        file, rest = line.split(": ", 1)
        text, way, why = rest.rsplit(": ", 2)
        if way not in ("true", "false") or not why:
            sys.exit(f"{path}: not FILE: TEXT: true|false: WHY: {line}")
        known[(file, text, way)] = False
    return known


def main() -> None:
    export, folder, listed = sys.argv[1:]
    known = unreachable(pathlib.Path(listed))
    root = pathlib.Path.cwd()
    all, missing, faults, measured = 0, 0, 0, set()
    for file in json.loads(pathlib.Path(export).read_text(encoding="utf-8"))["data"][0]["files"]:
        path = pathlib.Path(file["filename"])
        name = str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
        if not name.startswith(folder.rstrip("/") + "/"):
            continue
        measured.add(name)
        lines = path.read_text(encoding="utf-8").splitlines()
        for place, ways in sorted(branchesOf(file).items()):
            text = textOf(lines, place)
            for way, count in zip(("true", "false"), ways):
                all += 1
                if (name, text, way) in known:
                    known[(name, text, way)] |= count == 0
                elif count == 0:
                    missing += 1
                    print(f"{name}:{place[0]}:{place[1]}: never {way}: {text}")
    for source in sorted(pathlib.Path(folder).rglob("*.cpp")):
        if str(source) not in measured:
            faults += 1
            print(f"{source}: no test that was run uses it")
    for (name, text, way), needed in known.items():
        if not needed:
            faults += 1
            print(f"{listed}: {name}: {text}: {way}: it is taken, or stands there no more")
    print(f"{folder}: {all - missing - sum(known.values())} of {all} branch ways taken, {sum(known.values())} cannot be, {missing} missing")
    sys.exit(1 if missing or faults or not all else 0)


if __name__ == "__main__":
    main()
