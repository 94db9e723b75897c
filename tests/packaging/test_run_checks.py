"""`make test` runs on a second Python, and says which it did not; where it writes; how it ends."""

import sys
import tempfile
from pathlib import Path

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


def test_what_still_waits_for_its_turn_does_not_begin_after_the_end(tmp_path: Path) -> None:
    begin = [sys.executable, "-c", f"open({str(tmp_path / 'begun')!r}, 'w')"]
    with tempfile.TemporaryFile() as output:
        with run_checks.Running() as running:
            assert running.run(begin, output)
            (tmp_path / "begun").unlink()
        assert not running.run(begin, output)
    assert not (tmp_path / "begun").exists()


def test_temporary_files_lie_in_the_folder_of_the_run(tmp_path: Path) -> None:
    where = [sys.executable, "-c", "import tempfile; print(tempfile.gettempdir(), end='')"]
    with tempfile.TemporaryFile() as output, run_checks.Running(tmp_path) as running:
        assert running.run(where, output)
        output.seek(0)
        assert output.read().decode() == str(tmp_path)


def test_memory_without_room_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_checks, "MEMORY", tmp_path)
    monkeypatch.setattr(run_checks, "ROOM", 0)
    assert run_checks.quickest_folder() == tmp_path
    monkeypatch.setattr(run_checks, "ROOM", 2**63)
    assert run_checks.quickest_folder() is None
    monkeypatch.setattr(run_checks, "ROOM", 0)
    monkeypatch.setattr(run_checks, "MEMORY", tmp_path / "not there")
    assert run_checks.quickest_folder() is None
