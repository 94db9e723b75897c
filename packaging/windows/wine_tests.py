"""The engine's tests under Wine, and what of them fails there for Wine's own sake."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from windows.wine import Wine

FOLDERS = (
    *("tests/domain", "tests/providers", "tests/services"),
    *("tests/storage", "tests/media", "tests/cli"),
)
LACKS = Path(__file__).resolve().with_name("wine_lacks.toml")
# Under Wine the slowest folder takes ten minutes with two processors that others use too.
_PATIENCE_SECONDS = 3000


@dataclass(frozen=True)
class Outcome:
    """Tests by id, such as `tests/domain/test_text.py::test_it[x]`."""

    passed: frozenset[str]
    failed: frozenset[str]


def lacks(path: Path = LACKS) -> dict[str, str]:
    """Test -> why Wine fails it. Raises ValueError where a reason is missing or a test is twice."""
    found: dict[str, str] = {}
    for lack in tomllib.loads(path.read_text("utf-8")).get("lack", []):
        reason, tests = lack["reason"].strip(), lack["tests"]
        if not reason or not tests or found.keys() & set(tests):
            raise ValueError(f"no reason, no tests, or one twice: {lack}")
        found |= dict.fromkeys(tests, reason)
    return found


def problems(outcome: Outcome, lacking: Mapping[str, str]) -> Iterator[str]:
    """Each in a sentence: whatever fails and is not known to, and whatever is known to and passes.

    An id in `lacking` without brackets stands for all parameters of the test, any of which may
    pass.
    """
    for test in sorted(outcome.failed):
        if test not in lacking and test.partition("[")[0] not in lacking:
            yield f"{test} fails"
    for test in sorted(lacking):
        every = {one for one in outcome.passed | outcome.failed if _is_of(one, test)}
        if not every:
            yield f"{test} is listed, and does not run"
        elif not every & outcome.failed:
            yield f"{test} is listed, and passes"


def _is_of(test: str, listed: str) -> bool:
    return test == listed or test.partition("[")[0] == listed


def run(wine: Wine, python: str, source: Path, folder: str) -> Outcome:
    """All tests of `folder` in the checkout at `source`. Raises TimeoutExpired, OSError."""
    name = folder.replace("/", "-")
    report = wine.exchange / f"{name}.xml"
    report.unlink(missing_ok=True)
    scratch = wine.drive / "t"
    scratch.mkdir(exist_ok=True)
    done = wine.run(
        *("wine", python, "-X", "utf8", "-m", "pytest", folder, "-q", "-p", "no:cacheprovider"),
        *(f"--junitxml={wine.path(report)}", f"--basetemp=C:\\t\\{name}"),
        folder=wine.inner(source),
        environment={"PYTHONDONTWRITEBYTECODE": "1"},
        timeout=_PATIENCE_SECONDS,
        check=False,
    )
    (wine.exchange / f"{name}.txt").write_text(done.stdout, "utf-8")
    print(f"{folder}: {done.stdout.strip().splitlines()[-1]}", flush=True)
    if not report.is_file():
        return Outcome(frozenset(), frozenset({f"{folder} (no report: pytest ended early)"}))
    return read(report)


def read(report: Path) -> Outcome:
    """pytest's report in the form of JUnit."""
    passed, failed = set[str](), set[str]()
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 - our own report
        outcomes = {child.tag for child in case}
        test = _id(case.attrib)
        if outcomes & {"failure", "error"}:
            failed.add(test)
        elif "skipped" not in outcomes:
            passed.add(test)
    # A test whose clean-up failed stands there twice.
    return Outcome(frozenset(passed - failed), frozenset(failed))


def _id(case: Mapping[str, Any]) -> str:
    # A file that cannot be imported has no class.
    if not case["classname"]:
        return str(case["name"])
    return f"{case['classname'].replace('.', '/')}.py::{case['name']}"
