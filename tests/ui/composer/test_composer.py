from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.requests import KIE, SANDBOX, SANDBOX_VIDEO, WAN
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.ui.composer import prompt_editor
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.theme.theme import Theme
from videogen_desktop.ui.translation import Language, Translation

ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def composer(qtbot: QtBot, theme: Theme, language: Translation) -> Composer:
    composer = Composer(theme.tokens)
    qtbot.addWidget(composer)
    composer.offer(SANDBOX)
    composer.set_available(1000_00)
    composer.resize(900, 200)
    composer.show()
    return composer


@pytest.fixture
def requests(composer: Composer) -> list[VideoRequest]:
    received: list[VideoRequest] = []
    composer.requested.connect(received.append)
    return received


def compose(composer: Composer, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(composer.prompt, event)


def test_enter_asks_for_the_video(composer: Composer, requests: list[VideoRequest]) -> None:
    QTest.keyClicks(composer.prompt, "a cat")
    QTest.keyClick(composer.prompt, ENTER)
    assert [request.prompt for request in requests] == ["a cat"]
    assert requests[0].model_id == SANDBOX_VIDEO.id
    assert requests[0].options == SANDBOX_VIDEO.defaults()


def test_shift_and_enter_break_the_line(composer: Composer, requests: list[VideoRequest]) -> None:
    QTest.keyClicks(composer.prompt, "a")
    QTest.keyClick(composer.prompt, ENTER, SHIFT)
    QTest.keyClicks(composer.prompt, "b")
    assert composer.prompt.toPlainText() == "a\nb"
    assert requests == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_an_enter_while_composing_belongs_to_the_input_method(
    composer: Composer, requests: list[VideoRequest], key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    QTest.keyClicks(composer.prompt, "con ")
    compose(composer, "mèo")
    QTest.keyClick(composer.prompt, key, modifier)
    assert requests == []
    assert composer.prompt.toPlainText() == "con "
    compose(composer, "", commit="mèo")
    assert composer.prompt.toPlainText() == "con mèo"
    QTest.keyClick(composer.prompt, ENTER)
    assert [request.prompt for request in requests] == ["con mèo"]


@pytest.mark.parametrize("preedits", [["H", "Hu", "Huệ"], ["Huệ"]])
def test_the_enter_that_ended_the_word_does_not_pay(
    composer: Composer,
    requests: list[VideoRequest],
    monkeypatch: pytest.MonkeyPatch,
    preedits: list[str],
) -> None:
    """As ibus with Unikey does it: the word, without its underline, and then the Enter."""
    monkeypatch.setattr(prompt_editor, "_SAME_KEY_MS", 3_600_000)
    QTest.keyClicks(composer.prompt, "pho ")
    for preedit in preedits:
        compose(composer, preedit)
    compose(composer, "")
    compose(composer, "", commit="Huệ")
    QTest.keyClick(composer.prompt, ENTER)
    assert requests == []
    assert composer.prompt.toPlainText() == "pho Huệ"
    QTest.keyClick(composer.prompt, ENTER)
    assert [request.prompt for request in requests] == ["pho Huệ"]


@pytest.mark.parametrize("key", ["a space that ended it", "time"])
def test_an_enter_after_the_word_asks_for_the_video(
    composer: Composer, requests: list[VideoRequest], monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr(prompt_editor, "_SAME_KEY_MS", 0 if key == "time" else 3_600_000)
    compose(composer, "Huệ")
    compose(composer, "", commit="Huệ")
    if key != "time":
        QTest.keyClicks(composer.prompt, " ")
    QTest.keyClick(composer.prompt, ENTER)
    assert [request.prompt for request in requests] == ["Huệ"]


def test_a_held_enter_asks_only_once(composer: Composer, requests: list[VideoRequest]) -> None:
    composer.prompt.setPlainText("a cat")
    for _ in range(3):
        QTest.keyClick(composer.prompt, ENTER)
    assert len(requests) == 1
    assert composer.button.is_busy
    assert not composer.button.isEnabled()


def test_the_prompt_goes_only_when_the_card_exists(
    composer: Composer, requests: list[VideoRequest]
) -> None:
    composer.prompt.setPlainText("a cat")
    composer.submit()
    assert composer.prompt.toPlainText() == "a cat"
    composer.request_failed()
    assert composer.prompt.toPlainText() == "a cat"
    assert composer.button.isEnabled()
    composer.submit()
    composer.request_accepted()
    assert composer.prompt.toPlainText() == ""
    assert not composer.button.is_busy
    composer.prompt.undo()
    assert composer.prompt.toPlainText() == "a cat"


@pytest.mark.parametrize("prompt", ["", "   ", "\n\t\n"])
def test_an_empty_prompt_cannot_be_sent(
    composer: Composer, requests: list[VideoRequest], prompt: str
) -> None:
    composer.prompt.setPlainText(prompt)
    QTest.keyClick(composer.prompt, ENTER)
    assert not composer.button.isEnabled()
    assert requests == []


def test_a_prompt_of_invisible_characters_is_refused_with_words(composer: Composer) -> None:
    refused: list[VideoGenError] = []
    composer.refused.connect(refused.append)
    composer.prompt.setPlainText("\u200b\u200d")
    composer.submit()
    assert [type(error).__name__ for error in refused] == ["EmptyPromptError"]


def test_too_few_credits_say_how_many_are_needed(composer: Composer) -> None:
    composer.prompt.setPlainText("a cat")
    composer.set_available(99_99)
    assert not composer.button.isEnabled()
    assert composer.button.toolTip() == "Cần 100 credits"
    composer.set_available(100_00)
    assert composer.button.isEnabled()
    assert "Còn lại" in composer.button.toolTip()


def test_the_price_is_on_the_button_in_the_language_of_the_window(
    composer: Composer, language: Translation
) -> None:
    assert composer.button.text() == "Tạo video · 100 credits"
    language.use(Language.ENGLISH)
    QCoreApplication.sendPostedEvents()
    assert composer.button.text() == "Create video · 100 credits"


def test_nothing_can_be_sent_before_the_credits_are_known(composer: Composer) -> None:
    composer.prompt.setPlainText("a cat")
    composer.set_available(None)
    assert not composer.button.isEnabled()


def test_a_library_that_is_only_shown_offers_no_model_and_sends_nothing(
    composer: Composer, requests: list[VideoRequest]
) -> None:
    composer.offer(replace(SANDBOX, read_models=tuple))
    QTest.keyClicks(composer.prompt, "a cat")
    QTest.keyClick(composer.prompt, ENTER)
    assert not composer.button.isEnabled()
    assert requests == []


def test_another_model_has_its_own_price(composer: Composer) -> None:
    composer.offer(KIE)
    assert composer.model.isVisible()
    assert "110" in composer.button.text()
    composer.model.choose(WAN)
    assert "80" in composer.button.text()


def test_one_model_needs_no_choice(composer: Composer) -> None:
    composer.offer(replace(SANDBOX, read_models=lambda: (SANDBOX_VIDEO,)))
    assert not composer.model.isVisible()


def test_the_shapes_are_what_the_model_can_make(
    composer: Composer, requests: list[VideoRequest]
) -> None:
    composer.offer(KIE)
    composer.model.choose(WAN)
    assert composer.aspect.shapes == ("16:9", "9:16", "1:1", "4:3", "3:4")
    (menu,) = composer.aspect.findChildren(QMenu)
    menu.aboutToShow.emit()
    menu.actions()[2].trigger()
    composer.prompt.setPlainText("a cat")
    composer.submit()
    assert requests[0].aspect_ratio == "1:1"


def test_the_editor_grows_to_a_limit_and_then_scrolls(composer: Composer, qtbot: QtBot) -> None:
    heights = []
    for lines in (1, 4, 40, 400):
        composer.prompt.setPlainText("\n".join(["một dòng"] * lines))
        heights.append(composer.prompt.sizeHint().height())
    assert heights[0] < heights[1] < heights[2] == heights[3]
    always_off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert composer.prompt.verticalScrollBarPolicy() is not always_off


@pytest.mark.parametrize("lines", [1, 2, 3, 5, 7])
def test_no_line_scrolls_out_of_sight_below_the_limit(
    composer: Composer, qtbot: QtBot, lines: int
) -> None:
    composer.prompt.setPlainText("\n".join(["Ễ một dòng g"] * lines))
    qtbot.waitUntil(lambda: composer.prompt.height() >= composer.prompt.sizeHint().height())
    assert composer.prompt.verticalScrollBar().maximum() == 0


def test_only_text_is_pasted(composer: Composer) -> None:
    pasted = QMimeData()
    pasted.setHtml("<img src='file:///etc/passwd'><b>cat</b>")
    pasted.setText("<b>cat</b>")
    composer.prompt.insertFromMimeData(pasted)
    assert composer.prompt.toPlainText() == "<b>cat</b>"


def test_arrow_keys_move_the_shape(composer: Composer, requests: list[VideoRequest]) -> None:
    landscape, portrait = composer.aspect.findChildren(type(composer.aspect.buttons()[0]))
    landscape.setFocus()
    QTest.keyClick(landscape, Qt.Key.Key_Right)
    assert portrait.isChecked()
    assert composer.aspect.current == "portrait"
