"""From a video that was made to its figure on the page, and to a file of it."""

import csv
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from tests.ui.acceptance.conftest import OpenDesktop
from videogen_desktop.domain.statistics import Measure
from videogen_desktop.ui.statistics.dialog import StatisticsDialog


def test_what_was_made_stands_on_the_page_and_in_its_file(
    open_desktop: OpenDesktop, tmp_path: Path
) -> None:
    running = open_desktop(sandbox="--speed 100")
    running.until_ended(running.create("Đà Nẵng về đêm"))
    running.window.header.more.statistics.trigger()
    (page,) = running.window.findChildren(StatisticsDialog)
    running.until(lambda: page.tiles[Measure.MADE].accessibleName() == "Đã tạo: 1")
    assert page.tiles[Measure.SPENT].accessibleName() == "Credits đã chi: 100"
    assert page.models.shown == ("Sandbox Video 1: 1",)
    page.export_button.click()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "thong-ke.csv"))
    running.until(lambda: "Đã lưu bảng thống kê vào thong-ke.csv" in running.alerts())
    text = (tmp_path / "thong-ke.csv").read_text(encoding="utf-8-sig")
    today = list(csv.reader(text.splitlines()))[30]
    assert (today[0], today[2], today[-1]) == ("Ngày", "1", "100")
