"""Plants bugs: writes a copy of a source file in which each bug of a .bugs file is there, switched off, and lists them all.

    plant.py source FILE.bugs SOURCE-ROOT OUT.cpp
    plant.py list OUT.cpp FILE.bugs...

A .bugs file names one source file and then its bugs (DESIGN.md has the shape). Where a text is not there exactly once, the
source has moved on and the bug with it: the build ends, with the bug's name.
"""

import pathlib
import re
import sys
import zlib

kHeader = '#include "tests/simulation/planted.h"\n'


class Bug:
    def __init__(self, name):
        self.name = name
        self.rule = ""
        self.steer = ""
        self.spots = []  # (text, what stands there instead)


def fail(path, what):
    sys.exit(f"{path}: {what}")


def readBlocks(path):
    """The source's name, and (keyword, rest of its line, lines below it)."""
    blocks = []
    for line in path.read_text(encoding="utf-8").splitlines():
        keyword = re.match(r"(file|bug|rule|steer|find|plant)(?: (.*))?$", line)
        if keyword:
            blocks.append((keyword[1], keyword[2] or "", []))
        elif blocks:
            blocks[-1][2].append(line)
        elif line.strip():
            fail(path, f"this belongs to nothing: {line}")
    return blocks


def read(path):
    source, bugs, found = None, [], None
    for keyword, rest, below in readBlocks(path):
        text = "\n".join(below).strip("\n")
        if keyword == "file":
            source = rest
        elif keyword == "bug":
            bugs.append(Bug(rest))
        elif keyword == "rule":
            bugs[-1].rule = " ".join([rest, *text.split()]).strip()
        elif keyword == "steer":
            bugs[-1].steer = rest
        elif keyword == "find":
            found = text
        else:
            bugs[-1].spots.append((found, text))
    for bug in bugs:
        if not bug.rule or not bug.spots:
            fail(path, f"{bug.name} has no rule that it leaves out, or no place")
    if source is None or not bugs:
        fail(path, "it names no file, or no bug")
    return source, bugs


def numberOf(bug):
    return zlib.crc32(bug.name.encode())


def plant(code, bug, path):
    for found, planted in bug.spots:
        if code.count(found) != 1:
            fail(path, f"{bug.name} no longer fits: this stands {code.count(found)} times in the source:\n{found}")
        if "PLANTED" not in planted:
            fail(path, f"{bug.name} is never switched on")
        planted = re.sub(r"\bPLANTED\b", f"::rapport::simulation::isPlanted({numberOf(bug)}U)", planted)
        code = code.replace(found, planted.replace("ORIGINAL", found))
    return code


def writeSource(path, root, out):
    source, bugs = read(path)
    code = (root / source).read_text(encoding="utf-8")
    for bug in bugs:
        code = plant(code, bug, path)
    out.write_text(f'{kHeader}#line 1 "{source}, with planted bugs"\n{code}', encoding="utf-8")


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def writeList(out, paths):
    bugs = [bug for path in paths for bug in read(path)[1]]
    if len({numberOf(bug) for bug in bugs}) != len(bugs):
        fail(out, "two bugs bear one name, or names that hash alike")
    rows = [f"    {{{numberOf(bug)}U, {quoted(bug.name)}, {quoted(bug.rule)}, {quoted(bug.steer)}}}," for bug in bugs]
    out.write_text(
        kHeader + "namespace rapport::simulation {\nnamespace {\nconstexpr PlantedBug kBugs[] = {\n" + "\n".join(rows) +
        "\n};\n}  // namespace\nstd::span<const PlantedBug> plantedBugs() { return kBugs; }\n}  // namespace rapport::simulation\n",
        encoding="utf-8")


def main(words):
    paths = [pathlib.Path(word) for word in words[1:]]
    if words[0] == "source":
        writeSource(*paths)
    else:
        writeList(paths[0], paths[1:])


main(sys.argv[1:])
