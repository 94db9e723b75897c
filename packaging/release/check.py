"""`make release-check`: whether this checkout may become a release, as a table.

    PYTHONPATH=packaging python -m release.check [--full]

Exit 1 if a row failed. A row that could not be tried here says which tool or build it lacks, and
an open one waits for a decision that is its owner's; neither is a failure, and neither is a pass.
"""

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path

from compile_translations import ROOT
from release import checksums, latest, versions
from run_checks import STATIC

from videogen_desktop import __version__
from videogen_desktop.domain.updates import HOME

DIST = ROOT / "dist"
FOLDER = DIST / "videogen-desktop"
# Names that nobody can own (RFC 2606).
_RESERVED = (".example", ".invalid", ".test")
_UNRELEASED = re.compile(r"(?ms)^## \[Unreleased\]\s*$(.*?)(?=^## |\Z)")
_SKIPPED = re.compile(r"(?m)^SKIPPED \[\d+\] [^\n]*?\.py(?::\d+)?: (.*)$")
_PASSED = re.compile(r"(\d+) passed")
_PICTURES = "resources/guide/*.webp"
# What pytest exits with when nothing was chosen.
_NO_TESTS = 5


class Word(StrEnum):
    OK = "ok"
    FAILED = "FAILED"
    NOT_RUN = "not run"
    OPEN = "open"


@dataclass(frozen=True)
class Outcome:
    word: Word
    said: str


Check = Callable[[], Outcome]


def rows(*, full: bool) -> dict[str, Check]:
    """Every check by what it is about. A file of tests/packaging is a row of its own: what it
    needs and cannot find it skips, and says so."""
    tests = sorted((ROOT / "tests" / "packaging").glob("test_*.py"))
    of_tests = {_subject(path): partial(tested, path, full=full) for path in tests}
    return {
        "clean tree": partial(clean_tree, ROOT),
        "changelog": partial(changelog, ROOT / "CHANGELOG.md"),
        "lint, types, layers": linted,
        **of_tests,
        "pictures of the guide": partial(pictures, ROOT),
        "latest.json": partial(news_of_it, HOME),
        "folder in dist/": partial(bundled, FOLDER),
        "SHA256SUMS in dist/": partial(summed, DIST),
    }


def report(checks: Mapping[str, Check]) -> int:
    """Try each and print its row; the exit code."""
    width = max(map(len, checks))
    outcomes = []
    for name, check in checks.items():
        outcome = check()
        outcomes.append(outcome.word)
        first, *rest = outcome.said.splitlines() or [""]
        print(f"{name:{width}}  {outcome.word:7}  {first}".rstrip(), flush=True)
        for line in rest:
            print(f"{'':{width}}  {'':7}  {line}".rstrip(), flush=True)
    counted = ", ".join(f"{outcomes.count(word)} {word}" for word in Word if word in outcomes)
    print(f"VideoGen Desktop {__version__}: {counted}")
    return 1 if Word.FAILED in outcomes else 0


def _subject(path: Path) -> str:
    return path.stem.removeprefix("test_").replace("_", " ")


# --- what is looked at -----------------------------------------------------------------------


def clean_tree(root: Path) -> Outcome:
    if shutil.which("git") is None or not (root / ".git").exists():
        return Outcome(Word.NOT_RUN, "not a git checkout")
    command = ["git", "status", "--porcelain"]
    changed = subprocess.check_output(command, cwd=root, encoding="utf-8").splitlines()
    if changed:
        return Outcome(Word.FAILED, "\n".join(["not committed:", *changed[:10]]))
    command = ["git", "log", "-1", "--format=%h %s"]
    return Outcome(Word.OK, subprocess.check_output(command, cwd=root, encoding="utf-8").strip())


def changelog(path: Path, number: str = __version__, today: date | None = None) -> Outcome:
    """It dates this version, not after tomorrow, and keeps nothing back for the next one."""
    text = path.read_text("utf-8")
    try:
        newest = versions.released(text)[0]
    except (ValueError, IndexError) as error:
        return Outcome(Word.FAILED, f"no release with its day ({error})")
    if newest.number != number:
        return Outcome(Word.FAILED, f"it ends with {newest.number}, the program is {number}")
    if newest.day > (today or datetime.now(UTC).date()) + timedelta(days=1):
        return Outcome(Word.FAILED, f"{newest.day} has not come")
    kept_back = _UNRELEASED.search(text)
    if kept_back is not None and kept_back[1].strip():
        return Outcome(Word.FAILED, "what stands under [Unreleased] would be in it")
    return Outcome(Word.OK, f"{newest.number}, {newest.day}")


def linted() -> Outcome:
    outcome = _run([sys.executable, "packaging/run_checks.py", "--lint"])
    return Outcome(Word.OK, ", ".join(STATIC)) if outcome.word is Word.OK else outcome


def tested(path: Path, *, full: bool) -> Outcome:
    options = ["-q", "-rs", *(["-m", ""] if full else [])]
    command = [sys.executable, "-m", "pytest", *options, str(path.relative_to(ROOT))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return judged(done.returncode, done.stdout)


def judged(code: int, said: str) -> Outcome:
    """What pytest's exit code and words come to."""
    lacks, passed = sorted(set(_SKIPPED.findall(said))), _PASSED.search(said)
    if code == _NO_TESTS or (code == 0 and passed is None):
        return Outcome(Word.NOT_RUN, "\n".join(lacks) or "`--full` runs it")
    if code:
        return Outcome(Word.FAILED, "\n".join(said.splitlines()[-10:]))
    without = [f"without: {reason}" for reason in lacks]
    return Outcome(Word.OK, "\n".join([f"{passed[1] if passed else 0} tests", *without]))


def pictures(root: Path) -> Outcome:
    """Those of the guide against the last change of the window: whether it shows in them is for
    eyes to say."""
    if not (root / ".git").exists():
        return Outcome(Word.NOT_RUN, "not a git checkout")
    taken, changed = (_last_change(root, path) for path in (_PICTURES, "videogen_desktop/ui"))
    if not taken or changed > taken:
        return Outcome(Word.OPEN, "the window has changed since: `make guide`, and look at them")
    return Outcome(Word.OK, "newer than the window")


def _last_change(root: Path, path: str) -> int:
    command = ["git", "log", "-1", "--format=%ct", "--", path]
    return int(subprocess.check_output(command, cwd=root, encoding="utf-8").strip() or 0)


def news_of_it(host: str) -> Outcome:
    try:
        latest.latest(host=host)
    except ValueError as error:
        return Outcome(Word.FAILED, str(error))
    if host.endswith(_RESERVED):
        words = f"nobody can publish on {host}: set HOME in videogen_desktop/domain/updates.py"
        return Outcome(Word.OPEN, words)
    return Outcome(Word.OK, f"for https://{host}/{latest.NAME}")


def bundled(folder: Path) -> Outcome:
    if not folder.is_dir():
        return Outcome(Word.NOT_RUN, "not built: `make bundle`")
    terminal = folder / f"videogen{'.exe' * (sys.platform == 'win32')}"
    said = subprocess.run(
        [terminal, "--version"], capture_output=True, encoding="utf-8", check=False
    )
    if __version__ not in said.stdout.split():
        return Outcome(Word.FAILED, f"it is of another version: {said.stdout.strip()}")
    return _run([sys.executable, "-m", "bundle.check"])


def summed(dist: Path) -> Outcome:
    if not (dist / checksums.NAME).is_file():
        return Outcome(Word.NOT_RUN, "none yet: python -m release.checksums")
    wrong = checksums.wrong(dist)
    if wrong:
        return Outcome(Word.FAILED, f"not as listed: {', '.join(wrong)}")
    return Outcome(Word.OK, "of every file beside it")


def _run(command: list[str]) -> Outcome:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    said = (done.stdout + done.stderr).strip().splitlines()
    if done.returncode:
        return Outcome(Word.FAILED, "\n".join(said[-15:]))
    return Outcome(Word.OK, said[-1] if said else "")


def main() -> int:
    parser = argparse.ArgumentParser(description="Say whether this checkout may be released.")
    parser.add_argument("--full", action="store_true", help="also the tests marked `full`")
    return report(rows(full=parser.parse_args().full))


if __name__ == "__main__":
    sys.exit(main())
