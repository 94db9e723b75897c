"""Small files of ours that something spoiled: found by the fuzz tests, kept by name."""

import json
from pathlib import Path

import pytest

from videogen_desktop.domain.errors import SettingsUnreadableError
from videogen_desktop.domain.settings import Settings
from videogen_desktop.storage.settings import load_settings, save_settings
from videogen_desktop.storage.task_journal import JournalEntry, TaskJournal

WHOLE = {"video_id": "v", "api_base": "", "task_id": "t", "at": 3}


def test_half_a_character_keeps_no_setting_from_being_saved(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"language": "en", "new": "\\ud800"}')
    save_settings(path, load_settings(path))
    # Pasted into the prompt it comes from the window itself.
    save_settings(path, Settings(language="en", draft="mèo \ud83d"))
    assert load_settings(path) == Settings(language="en", draft="mèo ?")


@pytest.mark.parametrize("depth", [60, 900, 100_000])
def test_settings_nested_too_deep_to_be_written_again_are_set_aside(
    tmp_path: Path, depth: int
) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"new":' + "[" * depth + "]" * depth + "}")
    with pytest.raises(SettingsUnreadableError) as caught:
        load_settings(path)
    assert load_settings(path) == caught.value.rest


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000,
        json.dumps(WHOLE | {"task_id": None}),
        json.dumps(WHOLE | {"task_id": ""}),
        json.dumps(WHOLE | {"task_id": ["t"]}),
        json.dumps(WHOLE | {"task_id": "\ud800"}),
        json.dumps(WHOLE | {"video_id": None}),
        json.dumps(WHOLE | {"at": 2**70}),
        json.dumps(WHOLE | {"at": -1}),
        json.dumps(WHOLE | {"at": True}),
    ],
    ids=range(9),
)
def test_a_spoiled_line_of_the_journal_costs_only_itself(tmp_path: Path, line: str) -> None:
    path = tmp_path / "tasks.jsonl"
    path.write_text(f"{line}\n{json.dumps(WHOLE)}\n")
    assert TaskJournal(path).read() == (JournalEntry("v", "", "t", 3),)
