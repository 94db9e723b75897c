"""The results of a batch are a table that a spreadsheet opens and never runs."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.requests import a_request
from tests.ui.fake_wallet_engine import video_for
from videogen_desktop.domain.errors import OutputRefusedError
from videogen_desktop.domain.ledger import Charge
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.services.batch.results import ResultWords, write_results

HEADINGS = (
    *("row", "prompt", "model", "options", "state"),
    *("reason", "cost", "file", "task_id", "id"),
)
WORDS = ResultWords(
    HEADINGS, {"completed": "Hoàn thành"}, option=lambda role, value: f"{role}: {value}"
)
OPTIONS = "aspect_ratio: landscape, audio: True, duration: 5, resolution: 720p"


def item(prompt: str, row: int, charge: Charge) -> LibraryItem:
    video = replace(video_for(a_request(prompt), row), state=VideoState.COMPLETED, batch_row=row)
    return LibraryItem(video, charge=charge, clip=Path("/clips/mèo.mp4"), model_title="Kling")


ITEMS = (
    item("=1+1", 1, Charge(held=0, spent=14_40)),
    item("Mèo\x0b và “chó”, 2", 2, Charge(held=100_00, spent=0)),
)


def test_a_csv_file_has_state_file_and_real_cost(tmp_path: Path) -> None:
    path = tmp_path / "kết quả.csv"
    write_results(path, ITEMS, WORDS)
    lines = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert lines[0] == list(HEADINGS)
    assert lines[1][:4] == ["1", "'=1+1", "Kling", OPTIONS]
    assert lines[1][4:8] == ["Hoàn thành", "", "14.4", "/clips/mèo.mp4"]
    assert lines[2][6] == ""


def test_a_workbook_has_the_same_and_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "kết quả.xlsx"
    write_results(path, ITEMS, WORDS)
    sheet = load_workbook(path).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1][:4] == [1, "=1+1", "Kling", OPTIONS]
    assert rows[1][4:8] == ["Hoàn thành", None, 14.4, "/clips/mèo.mp4"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    assert rows[2][1] == "Mèo\ufffd và “chó”, 2"


def test_a_table_that_cannot_be_written_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OutputRefusedError):
        write_results(tmp_path / "none" / "a.csv", ITEMS, WORDS)
    assert list(tmp_path.iterdir()) == []
