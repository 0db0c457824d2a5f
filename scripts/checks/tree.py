"""The files of the repository, as the house checks see them: what git tracks or would track, and nothing built."""

import pathlib
import subprocess
import sys


def sourceFiles(root: pathlib.Path) -> list[pathlib.Path]:
    """Paths relative to root, sorted. Outside git (an unpacked archive) every file that is not built counts."""
    listed = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True, check=False)
    if listed.returncode == 0:
        names = listed.stdout.decode().split("\0")
        paths = {pathlib.Path(name) for name in names if name}
    else:
        built = {"build", "node_modules", "dist", ".git", "__pycache__"}
        paths = {path.relative_to(root) for path in root.rglob("*")
                 if not built & set(path.relative_to(root).parts)}
    return sorted(path for path in paths if (root / path).is_file())


def textOf(path: pathlib.Path) -> str | None:
    """The file's text, or None if it is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def report(check) -> None:
    """Runs check(root, files), prints each problem and exits 1 if there is one, or if there was nothing to look at."""
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    files = sourceFiles(root)
    if not files:
        sys.exit(f"{root}: no files to check")
    problems = check(root, files)
    for problem in problems:
        print(problem)
    print(f"{len(files)} files, {len(problems)} problems")
    sys.exit(1 if problems else 0)
