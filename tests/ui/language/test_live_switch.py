"""Another language while the window is open: every text follows, and comes back."""

import re
from collections.abc import Collection

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDateEdit, QDialogButtonBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.requests import KIE, SANDBOX
from tests.ui.language.safety import SAFE_STATES
from tests.ui.language.scene import settle
from tests.ui.language.settings import KEYS
from tests.ui.language.shown_texts import english_in, texts_of, vietnamese_in
from tests.ui.language.surfaces import EMPTY, SHORT_LIVED, SURFACES, OpenSurface
from tests.ui.language.viewers import VIEWERS
from videogen_desktop.domain.updates import HOME
from videogen_desktop.ui.translation import Language, Translation

FOLDER = re.compile(r"\S*pytest-of-\S*")
DIGIT = re.compile(r"\d")
# A language is called by its own name, whichever is on, and so are models, files and hosts.
FILES = (re.escape(HOME), "SENSITIVE_WORD_ERROR", r"videogen-diagnosis-\S+", r"ZIP \(\*\.zip\)")
MODELS = (*KIE.models, *SANDBOX.models)
# The longest first: one begins with another.
TITLES = sorted((model.title for model in MODELS), key=len, reverse=True)
DATA = re.compile("|".join(["Tiếng Việt", "English", *FILES, *TITLES]))
# Of the viewer's states one for every way in which its card is written.
STATES = (
    *EMPTY,
    *KEYS,
    *SAFE_STATES,
    "viewer: reserved",
    "viewer: not playable, no_frames",
    "viewer: clip gone",
    "viewer: downloading",
    "viewer: checking",
    "viewer: checked",
    "viewer: not checked",
)
# What was said in answer to something stays as it was said.
SAID = {"alerts", "viewer: checked", "viewer: not checked"}


def shown(widget: QWidget) -> list[str]:
    # The name of a temporary folder is in whatever language the test was written.
    return [FOLDER.sub("", DATA.sub("", text)) for text in texts_of(widget)]


@pytest.mark.parametrize(
    "kind",
    [VIEWERS, (*EMPTY, *KEYS, *SAFE_STATES), SHORT_LIVED],
    ids=["viewer", "key", "dialog"],
)
def test_no_state_and_no_dialog_has_english_in_it(
    open_surface: OpenSurface, kind: Collection[str]
) -> None:
    texts = {name: shown(open_surface(name)) for name in kind}
    assert [name for name in texts if not vietnamese_in(texts[name])] == []
    assert {name: english_in(texts[name]) for name in kind if english_in(texts[name])} == {}


@pytest.mark.parametrize(
    "names", [*((name,) for name in SURFACES), STATES], ids=lambda names: names[0]
)
def test_vietnamese_has_no_english_in_it_and_every_text_follows_and_comes_back(
    open_surface: OpenSurface, language: Translation, names: tuple[str, ...]
) -> None:
    widgets = {name: open_surface(name) for name in names}
    before = {name: shown(widget) for name, widget in widgets.items()}
    for name, texts in before.items():
        assert vietnamese_in(texts), name
        assert english_in(texts) == [], name
    language.use(Language.ENGLISH)
    settle()
    for name, widget in widgets.items():
        said = set(before[name]) if name in SAID else set()
        assert [text for text in vietnamese_in(shown(widget)) if text not in said] == [], name
    language.use(Language.VIETNAMESE)
    settle()
    for name, widget in widgets.items():
        assert [timeless(text) for text in shown(widget)] == [
            timeless(text) for text in before[name]
        ], name


def timeless(text: str) -> str:
    """Time goes on meanwhile, and the counts of the states come when they come."""
    return re.sub(r"  0+$", "", DIGIT.sub("0", text))


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
