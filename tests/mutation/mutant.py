"""The program without one of its fences, in a folder of its own, and what its tests say of it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.mutation.fence import Fence

ROOT = Path(__file__).parents[2]
PACKAGE = "videogen_desktop"
# Whatever a test may need besides the package: nothing of it is changed.
_BESIDE = ("tests", "resources")
# Without the plugins that come by themselves a run begins two seconds sooner (measured).
_SETTINGS = """
[pytest]
addopts = ["--import-mode=importlib"]
pythonpath = ["."]
filterwarnings = ["error"]
markers = ["full: slow"]
"""
_FIRST_RED = re.compile(r"^(?:FAILED|ERROR) (?:tests/)?(.+?)(?: - (.*))?$", re.MULTILINE)
PATIENCE_SECONDS = 300
# All of the tests, on a machine that may have other work.
PATIENCE_WITH_ALL_SECONDS = 1_800


class Outcome(StrEnum):
    """What became of a program without its fence."""

    NOTICED = "noticed"
    UNNOTICED = "UNNOTICED"
    # A test that hangs says nothing that anybody wants to wait for.
    ENDLESS = "ENDLESS"
    # Its tests could not even be run.
    BROKEN = "BROKEN"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`test` is the first one that went red, `why` its first words."""

    name: str
    outcome: Outcome
    test: str = ""
    why: str = ""

    @property
    def is_noticed(self) -> bool:
        return self.outcome is Outcome.NOTICED


@contextmanager
def snapshot() -> Iterator[Path]:
    """A copy of what is tested, in a temporary folder; the checkout is only read."""
    with tempfile.TemporaryDirectory(prefix="fences-") as folder:
        base = Path(folder) / "base"
        base.mkdir()
        for name in (PACKAGE, *_BESIDE):
            _copy(ROOT / name, base / name)
        (base / "pytest.toml").write_text(_SETTINGS)
        yield base


def without(fence: Fence, base: Path) -> Verdict:
    """Take the fence out of a copy of `base` and run its tests up to the first red one."""
    with tempfile.TemporaryDirectory(prefix="mutant-", dir=base.parent) as folder:
        copy = Path(folder)
        for part in base.iterdir():
            _link(part, copy / part.name)
        _take_out(fence, copy / PACKAGE / fence.file)
        return _judged(fence.name, copy, fence.tests)


def with_every_fence(tests: Sequence[str], base: Path) -> Verdict:
    """Run these tests with nothing taken out: UNNOTICED is what they should be."""
    return _judged("every fence", base, tests, PATIENCE_WITH_ALL_SECONDS)


def _take_out(fence: Fence, file: Path) -> None:
    mutated = fence.taken_out(file.read_text("utf-8"))
    # Never through the link: the snapshot stays as it is.
    file.unlink()
    file.write_text(mutated, "utf-8")
    # Should it have the same length and be written in the same second.
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()


def _judged(
    name: str, copy: Path, tests: Sequence[str], patience_seconds: int = PATIENCE_SECONDS
) -> Verdict:
    named = [f"tests/{test}" for test in tests]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-rfE", "--tb=no", "--no-header"]
    command += ["-p", "no:cacheprovider", *named]
    # Compiled files come with the copy; a mutant's must not be taken for the original's.
    environment = {
        **os.environ,
        "PYTHONPATH": str(copy),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        # pytest cuts its lines to the width of the terminal.
        "COLUMNS": "400",
    }
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        process = subprocess.Popen(
            command,
            cwd=copy,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        try:
            code: int | None = process.wait(patience_seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            code = None
        output.seek(0)
        return _verdict(name, code, output.read())


def _verdict(name: str, code: int | None, output: str) -> Verdict:
    if code is None:
        return Verdict(name, Outcome.ENDLESS, "", "no end in time")
    if code == 0:
        return Verdict(name, Outcome.UNNOTICED)
    first = _FIRST_RED.search(output)
    # 1: tests failed. Others: interrupted, wrong usage, no tests; a collection that fails is 2.
    if code != 1 or first is None:
        return Verdict(name, Outcome.BROKEN, "", output.strip()[-300:])
    return Verdict(name, Outcome.NOTICED, first[1], first[2] or "")


def _copy(source: Path, target: Path) -> None:
    # With its times: what was compiled from it stays valid.
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy2(source, target)


def _link(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, copy_function=os.link)
    else:
        target.hardlink_to(source)
