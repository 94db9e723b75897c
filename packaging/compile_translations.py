"""Translation catalogues: extracts texts into i18n/*.ts and compiles those into .qm files.

    python packaging/compile_translations.py             compile into build/i18n
    python packaging/compile_translations.py --update    first extract the texts of the program
    python packaging/compile_translations.py --check     1 if that would change a catalogue

Needs PySide6. The build hook, the set-up and `make` share it, so that a wheel and a checkout get
the same.
"""

import argparse
import ast
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "i18n"
COMPILED = ROOT / "build" / "i18n"
# Written by hand: Qt's own texts, which Qt ships in no Vietnamese.
QT_CATALOGUE_PREFIX = "qtbase_"
# Which argument of a call is the number that decides on the plural.
_NUMBERS = {"tr": 2, "translate": 3}


def qt_tool(name: str) -> str:
    """The Linguist program inside the PySide6 wheel; its console script may not be on PATH."""
    specification = find_spec("PySide6")
    if specification is None or specification.origin is None:
        sys.exit("PySide6 is not installed: run `make` or packaging/setup_environment.py first.")
    suffix = ".exe" if sys.platform == "win32" else ""
    return str(Path(specification.origin).parent / f"{name}{suffix}")


def update(catalogues: list[Path]) -> None:
    """Extract every text of the program into `catalogues`; translations in them are kept."""
    with tempfile.TemporaryDirectory() as folder:
        copies = []
        for module in sorted((ROOT / "videogen_desktop").rglob("*.py")):
            copies.append(Path(folder) / module.relative_to(ROOT))
            copies[-1].parent.mkdir(parents=True, exist_ok=True)
            copies[-1].write_bytes(with_plain_numbers(module.read_bytes()))
        # Locations would change the files with every moved line.
        command = [qt_tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none"]
        files = [str(path) for path in (*copies, "-ts", *catalogues)]
        subprocess.run([*command, *files], check=True, cwd=ROOT)


def with_plain_numbers(source: bytes) -> bytes:
    """`source` with a literal for every number that goes with a translated text.

    lupdate 6.11.3 takes translate() for a plural only where the number is a literal, and drops
    the whole call where it is an attribute, a call or arithmetic.
    """
    lines = source.splitlines(keepends=True)
    starts = [sum(map(len, lines[:line])) for line in range(len(lines))]
    spans = []
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            for number in call.args[_NUMBERS.get(call.func.attr, len(call.args)) :]:
                end_line, end = number.end_lineno or number.lineno, number.end_col_offset or 0
                first = starts[number.lineno - 1] + number.col_offset
                spans.append((first, starts[end_line - 1] + end))
    for first, last in sorted(spans, reverse=True):
        source = source[:first] + b"1" + source[last:]
    return source


def own_catalogues() -> list[Path]:
    """The catalogues that are extracted from the program, one a language."""
    found = sorted(SOURCES.glob("*.ts"))
    return [path for path in found if not path.name.startswith(QT_CATALOGUE_PREFIX)]


def stale_catalogues() -> list[Path]:
    """The own catalogues that another extraction would change; nothing is written."""
    with tempfile.TemporaryDirectory() as folder:
        copies = {path: Path(folder) / path.name for path in own_catalogues()}
        for path, copy in copies.items():
            shutil.copy(path, copy)
        update(list(copies.values()))
        return [path for path, copy in copies.items() if _text(path) != _text(copy)]


def _text(path: Path) -> str:
    # A checkout on Windows may have other line ends than lupdate writes.
    return path.read_text("utf-8")


def stale_compilations(target: Path) -> dict[Path, Path]:
    """Every i18n/*.ts that is newer than its .qm in `target`, and that .qm."""
    return {
        source: result
        for source, result in _compilations(target).items()
        if not result.exists() or result.stat().st_mtime < source.stat().st_mtime
    }


def _compilations(target: Path) -> dict[Path, Path]:
    return {source: target / f"{source.stem}.qm" for source in sorted(SOURCES.glob("*.ts"))}


def compile_catalogues(target: Path) -> list[Path]:
    """Compile every i18n/*.ts that is newer than its .qm in `target`; returns all .qm files."""
    target.mkdir(parents=True, exist_ok=True)
    for source, result in stale_compilations(target).items():
        # An open window has the old file mapped: written in place it would die of it (seen).
        part = result.with_suffix(".part")
        # Without -silent it reports untranslated texts on every build; a test refuses those.
        command = [qt_tool("lrelease"), "-silent", str(source), "-qm", str(part)]
        subprocess.run(command, check=True)
        part.replace(result)
    compiled = _compilations(target).values()
    for stale in set(target.glob("*.qm")) - set(compiled):
        stale.unlink()
    return list(compiled)


def main() -> int:
    parser = argparse.ArgumentParser(description="Compile the translation catalogues.")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--update", action="store_true", help="extract the program's texts first")
    what.add_argument("--check", action="store_true", help="only see whether --update has work")
    options = parser.parse_args()
    if options.check:
        stale = stale_catalogues()
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not what the program says: make translations")
        return 1 if stale else 0
    if options.update:
        update(own_catalogues())
    compile_catalogues(COMPILED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
