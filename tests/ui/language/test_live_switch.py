"""Another language while the window is open: every text follows, and comes back."""

import re

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDateEdit, QDialogButtonBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.language.shown_texts import english_in, texts_of, vietnamese_in
from tests.ui.language.surfaces import SURFACES, OpenSurface, settle
from videogen_desktop.domain.catalogue import KIE, SANDBOX, models_of
from videogen_desktop.ui.translation import Language, Translation

FOLDER = re.compile(r"\S*pytest-of-\S*")
DIGIT = re.compile(r"\d")
# A language is called by its own name, whichever is on, and so is a model.
MODELS = (*models_of(KIE), *models_of(SANDBOX))
DATA = re.compile("|".join(["Tiếng Việt", "English", *(model.title for model in MODELS)]))


def shown(widget: QWidget) -> list[str]:
    # The name of a temporary folder is in whatever language the test was written.
    return [FOLDER.sub("", DATA.sub("", text)) for text in texts_of(widget)]


@pytest.mark.parametrize("name", SURFACES)
def test_vietnamese_has_no_english_in_it(open_surface: OpenSurface, name: str) -> None:
    texts = shown(open_surface(name))
    assert vietnamese_in(texts)
    assert english_in(texts) == []


@pytest.mark.parametrize("name", SURFACES)
def test_every_text_follows_and_comes_back(
    open_surface: OpenSurface, language: Translation, name: str
) -> None:
    widget = open_surface(name)
    before = shown(widget)
    language.use(Language.ENGLISH)
    settle()
    english = shown(widget)
    # An alert says what it said when it came.
    said = set(before) if name == "alerts" else set()
    assert [text for text in vietnamese_in(english) if text not in said] == []
    language.use(Language.VIETNAMESE)
    settle()
    # Time goes on meanwhile.
    assert [DIGIT.sub("0", text) for text in shown(widget)] == [
        DIGIT.sub("0", text) for text in before
    ]


def test_qts_own_texts_and_numbers_follow(qtbot: QtBot, language: Translation) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    date = QDateEdit(QDate(2026, 11, 2))
    date.setDisplayFormat("MMMM")
    column.addWidget(box)
    column.addWidget(date)
    window.show()
    for code, word, month in (("vi", "Hủy", "tháng 11"), ("en", "Cancel", "November")) * 2:
        language.use(Language(code))
        settle()
        assert box.buttons()[0].text().replace("&", "") == word
        assert date.text().lower() == month.lower()


@pytest.mark.parametrize(("system", "code"), [("vi_VN", "vi"), ("en_GB", "en"), ("fr_FR", "en")])
def test_the_system_may_choose(
    language: Translation, monkeypatch: pytest.MonkeyPatch, system: str, code: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    language.use(Language.ENGLISH if code == "vi" else Language.VIETNAMESE)
    language.use(Language.SYSTEM)
    assert language.code == code
