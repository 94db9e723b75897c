"""The list of models: searched by typing, with what matters for the choice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.requests import KIE
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.composer.model_list import ModelList
from videogen_desktop.ui.theme.theme import Theme
from videogen_desktop.ui.translation import Translation

MODELS = {model.id: model for model in KIE.models}
OTHER = MODELS["veo-3-1"]


@pytest.fixture
def composer(qtbot: QtBot, theme: Theme, language: Translation) -> Composer:
    composer = Composer(theme.tokens)
    qtbot.addWidget(composer)
    composer.offer(KIE)
    composer.resize(1280, 300)
    composer.show()
    return composer


def pick(composer: Composer, role: str, words: str) -> None:
    button = composer.controls.bar.button(role)
    assert button is not None
    menu = button.findChild(QMenu)
    assert menu is not None
    menu.aboutToShow.emit()
    (line,) = (action for action in menu.actions() if action.text() == words)
    line.trigger()


def search(composer: Composer, words: str) -> ModelList:
    composer.model.open_list()
    found = composer.model.list
    assert found is not None
    QTest.keyClicks(found.search, words)
    return found


def titles(found: ModelList) -> list[str]:
    rows = found.view.model()
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def test_a_model_is_found_by_typing_and_chosen_with_enter(composer: Composer) -> None:
    found = search(composer, "wan 3")
    assert titles(found) == ["Wan 3.0", "Wan 3.0 Prime"]
    QTest.keyClick(found.search, Qt.Key.Key_Down)
    QTest.keyClick(found.search, Qt.Key.Key_Return)
    assert composer.model.current == MODELS["wan/3-0-video-prime"]
    assert found.isHidden()


def test_what_is_called_so_stands_first(composer: Composer) -> None:
    found = titles(search(composer, "kling 3.0"))
    assert found[0] == "Kling 3.0"
    assert "Kling 3.0 Omni Image" in found


def test_the_list_is_as_high_as_what_is_found_and_its_search_stays(composer: Composer) -> None:
    found = search(composer, "")
    whole, below = found.height(), found.geometry().bottom()
    QTest.keyClicks(found.search, "wan 3")
    row = found.view.visualRect(found.view.model().index(0, 0)).height()
    assert found.height() < whole
    assert found.view.height() == 2 * row
    assert found.geometry().bottom() == below
    found.close()


@pytest.mark.parametrize("words", ["minimax", "KHUNG CUOI", "hailuo/02"])
def test_maker_kinds_and_id_are_searched_without_marks(composer: Composer, words: str) -> None:
    assert "Hailuo 02 Pro Image" in titles(search(composer, words))


def test_a_search_without_a_find_says_so_and_escape_changes_nothing(composer: Composer) -> None:
    before = composer.model.current
    found = search(composer, "zzz")
    assert found.view.isHidden()
    QTest.keyClick(found.search, Qt.Key.Key_Return)
    QTest.keyClick(found.search, Qt.Key.Key_Escape)
    assert found.isHidden()
    assert composer.model.current is before


def spoken(composer: Composer, usual_ms: dict[str, int], model: VideoModel) -> str:
    composer.offer(replace(KIE, read_models=lambda: (model, OTHER)), usual_ms)
    composer.model.open_list()
    found = composer.model.list
    assert found is not None
    text = found.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    found.close()
    return str(text)


def test_a_line_says_maker_kinds_price_of_the_present_choices_and_own_time(
    composer: Composer,
) -> None:
    model = MODELS["kling-2.6/text-to-video"]
    assert spoken(composer, {model.id: 95_000}, model) == (
        "Kling 2.6, Kling · chữ, 110 credits, khoảng 1:35"
    )
    pick(composer, "duration", "10 giây")
    # The catalogue's guess is not the user's own time.
    assert spoken(composer, {model.id: model.typical_ms}, model) == (
        "Kling 2.6, Kling · chữ, 220 credits"
    )


def test_a_line_says_how_many_runs_succeed_where_the_vendor_tells_it(composer: Composer) -> None:
    model = replace(MODELS["kling-2.6/text-to-video"], success_rate=99.6)
    assert spoken(composer, {model.id: 95_000}, model).endswith(
        "110 credits, 99% thành công · khoảng 1:35"
    )
    assert spoken(composer, {}, model).endswith("99% thành công")


def test_a_line_says_what_is_new_and_what_ends(composer: Composer) -> None:
    model, today = MODELS["kling-2.6/text-to-video"], datetime.now(UTC).date()
    words = [
        spoken(composer, {}, replace(model, added=today - timedelta(days=3))),
        spoken(composer, {}, replace(model, added=today - timedelta(days=90))),
        spoken(composer, {}, replace(model, retired=today + timedelta(days=9))),
        spoken(composer, {}, replace(model, retired=today)),
        spoken(composer, {}, replace(model, prices=())),
    ]
    assert [", ".join(one.split(", ")[1:-1]) for one in words] == [
        "mới, Kling · chữ",
        "Kling · chữ",
        "sắp ngừng, Kling · chữ",
        "đã ngừng, Kling · chữ",
        "Kling · chữ",
    ]
    assert words[-1].endswith("giá chưa rõ")


def test_what_only_goes_on_with_a_clip_is_not_in_the_list(composer: Composer) -> None:
    assert "Veo Extend" not in titles(search(composer, ""))
