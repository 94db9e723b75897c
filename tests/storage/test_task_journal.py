"""Accepted tasks in a plain file: what is left when the database is lost."""

import asyncio
import json
from pathlib import Path

import pytest

from videogen_desktop.storage.task_journal import JournalEntry, TaskJournal

_FIRST = JournalEntry("0f9c2a1e", "https://api.kie.ai", "task-1", 1)
_SECOND = JournalEntry("1f9c2a1e", "", "nhiệm vụ\u2028\x85\n", 2)


def _record(journal: TaskJournal, entry: JournalEntry) -> bool:
    return asyncio.run(journal.record(entry.video_id, entry.api_base, entry.task_id, entry.at))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Đà Nẵng" / "tasks.jsonl"


def test_what_was_recorded_is_read_in_its_order(path: Path) -> None:
    journal = TaskJournal(path)
    assert journal.read() == ()
    assert not path.parent.exists()
    _record(journal, _FIRST)
    _record(journal, _SECOND)
    assert journal.read() == TaskJournal(path).read() == (_FIRST, _SECOND)


def test_a_line_that_a_crash_cut_short_costs_only_itself(path: Path) -> None:
    _record(TaskJournal(path), _FIRST)
    whole = path.read_bytes()
    _record(TaskJournal(path), _SECOND)
    both = path.read_bytes()
    for length in {*range(len(whole), len(both), 7), len(both) - 2, len(both) - 1, len(both)}:
        path.write_bytes(both[:length])
        found = TaskJournal(path).read()
        assert found in ((_FIRST,), (_FIRST, _SECOND))
        assert length < len(both) - 1 or len(found) == 2
        _record(TaskJournal(path), _SECOND)
        assert TaskJournal(path).read() == (*found, _SECOND)


def test_a_newer_versions_line_counts_and_nonsense_does_not(path: Path) -> None:
    path.parent.mkdir()
    known = {"video_id": "v", "api_base": "", "task_id": "t", "at": 3}
    lines = [
        json.dumps({**known, "model": "kling"}),
        json.dumps({**known, "at": "yesterday"}),
        json.dumps({"video_id": "v"}),
        "[1, 2]",
        "5",
        "\ufffd{",
        "",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert TaskJournal(path).read() == (JournalEntry("v", "", "t", 3),)
    path.write_bytes(path.read_bytes() + b"\n\xff\xfe\x00\n")
    assert len(TaskJournal(path).read()) == 1


def test_what_could_not_be_written_follows_with_the_next_line(path: Path) -> None:
    journal = TaskJournal(path)
    path.mkdir(parents=True)
    assert not _record(journal, _FIRST)
    assert journal.read() == ()
    path.rmdir()
    assert _record(journal, _SECOND)
    assert journal.read() == (_FIRST, _SECOND)
    assert asyncio.run(journal.catch_up())
    assert journal.read() == (_FIRST, _SECOND)
