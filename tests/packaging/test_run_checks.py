"""`make test` runs on a second Python, and says which it did not run on."""

import sys

import pytest
import pythons
import run_checks

Version = tuple[int, int]


@pytest.mark.parametrize(
    ("own", "installed", "full", "expected", "said"),
    [
        ((3, 11), [(3, 12), (3, 13)], False, [(3, 13)], ["3.12: `make test-full` runs it"]),
        ((3, 13), [(3, 11), (3, 12)], False, [(3, 11)], ["3.12: `make test-full` runs it"]),
        ((3, 11), [(3, 12), (3, 13)], True, [(3, 13), (3, 12)], []),
        ((3, 11), [(3, 12)], False, [(3, 12)], ["3.13: it is not installed"]),
        ((3, 12), [], True, [], ["3.11: it is not installed", "3.13: it is not installed"]),
    ],
)
def test_a_python_that_was_not_run_is_a_printed_line(
    own: Version,
    installed: list[Version],
    full: bool,
    expected: list[Version],
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "version_info", own)
    monkeypatch.setattr(pythons, "installed", lambda version: version in installed)
    assert run_checks.other_pythons(full) == expected
    lines = capsys.readouterr().out.splitlines()
    assert lines == [f"Nothing was run on Python {line}" for line in said]
