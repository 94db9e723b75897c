"""Translation catalogues: extracts texts into i18n/*.ts and compiles those into .qm files.

    python packaging/compile_translations.py             compile into build/i18n
    python packaging/compile_translations.py --update    first extract the texts of the program

Needs PySide6. The build hook and `make` share it, so that a wheel and a checkout get the same.
"""

import argparse
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "i18n"
COMPILED = ROOT / "build" / "i18n"
# Written by hand: Qt's own texts, which Qt ships in no Vietnamese.
QT_CATALOGUE_PREFIX = "qtbase_"


def qt_tool(name: str) -> str:
    """The Linguist program inside the PySide6 wheel; its console script may not be on PATH."""
    specification = find_spec("PySide6")
    if specification is None or specification.origin is None:
        sys.exit("PySide6 is not installed: run `make` or packaging/setup_environment.py first.")
    suffix = ".exe" if sys.platform == "win32" else ""
    return str(Path(specification.origin).parent / f"{name}{suffix}")


def update(catalogues: list[Path]) -> None:
    """Extract every text of the program into `catalogues`; translations in them are kept."""
    modules = sorted((ROOT / "videogen_desktop").rglob("*.py"))
    # Locations would change the files with every moved line.
    command = [qt_tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none"]
    files = [str(path) for path in (*modules, "-ts", *catalogues)]
    subprocess.run([*command, *files], check=True, cwd=ROOT)


def compile_catalogues(target: Path) -> list[Path]:
    """Compile every i18n/*.ts that is newer than its .qm in `target`; returns all .qm files."""
    target.mkdir(parents=True, exist_ok=True)
    compiled = []
    for source in sorted(SOURCES.glob("*.ts")):
        result = target / f"{source.stem}.qm"
        compiled.append(result)
        if result.exists() and result.stat().st_mtime >= source.stat().st_mtime:
            continue
        # Without -silent it reports untranslated texts on every build; a test refuses those.
        command = [qt_tool("lrelease"), "-silent", str(source), "-qm", str(result)]
        subprocess.run(command, check=True)
    for stale in set(target.glob("*.qm")) - set(compiled):
        stale.unlink()
    return compiled


def main() -> None:
    parser = argparse.ArgumentParser(description="Compile the translation catalogues.")
    parser.add_argument("--update", action="store_true", help="extract the program's texts first")
    if parser.parse_args().update:
        found = SOURCES.glob("*.ts")
        update([path for path in sorted(found) if not path.name.startswith(QT_CATALOGUE_PREFIX)])
    compile_catalogues(COMPILED)


if __name__ == "__main__":
    main()
