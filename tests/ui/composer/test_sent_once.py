"""With files in the form a text may be left out: what was sent is not sent, and paid, again."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.requests import KIE
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.ui.composer.composer import Composer


def offer(composer: Composer, *models: VideoModel) -> None:
    composer.offer(replace(KIE, read_models=lambda: models))


def test_a_model_that_takes_files_instead_of_a_text_waits_for_one_of_them(
    composer: Composer,
) -> None:
    offer(composer, KIE.model("bytedance/seedance-2"))
    composer.set_available(10_000_00)
    assert not composer.button.isEnabled()
    composer.prompt.setPlainText("Một con mèo")
    assert composer.button.isEnabled()


def test_a_second_enter_sends_nothing_where_a_picture_would_do_without_a_text(
    composer: Composer, qtbot: QtBot
) -> None:
    offer(composer, KIE.model("bytedance/seedance-2"))
    composer.set_available(10_000_00)
    composer.choices.place("first_frame", ("a" * 64,))
    composer.prompt.setPlainText("Một con mèo")
    with qtbot.waitSignal(composer.requested):
        QTest.keyClick(composer.prompt, Qt.Key.Key_Return)
    composer.request_accepted()
    assert composer.button.isEnabled()
    with qtbot.assertNotEmitted(composer.requested, wait=50):
        QTest.keyClick(composer.prompt, Qt.Key.Key_Return)
    with qtbot.waitSignal(composer.requested):
        composer.button.click()


def test_a_double_click_sends_one_request(composer: Composer, qtbot: QtBot) -> None:
    offer(composer, KIE.model("bytedance/seedance-2"))
    composer.set_available(10_000_00)
    composer.choices.place("first_frame", ("a" * 64,))
    composer.prompt.setPlainText("Một con mèo")
    composer.show()
    sent: list[object] = []
    composer.requested.connect(sent.append)
    QTest.mouseClick(composer.button, Qt.MouseButton.LeftButton)
    composer.request_accepted()
    QTest.mouseDClick(composer.button, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(composer.button, Qt.MouseButton.LeftButton)
    assert len(sent) == 1


def test_what_is_typed_while_a_request_is_on_its_way_is_the_next_one(
    composer: Composer, qtbot: QtBot
) -> None:
    composer.prompt.setPlainText("Một con mèo 🐈")
    composer.prompt.moveCursor(composer.prompt.textCursor().MoveOperation.End)
    with qtbot.waitSignal(composer.requested):
        QTest.keyClick(composer.prompt, Qt.Key.Key_Return)
    QTest.keyClicks(composer.prompt, "a dog")
    composer.request_accepted()
    assert composer.prompt.toPlainText() == "a dog"
    composer.prompt.undo()
    assert composer.prompt.toPlainText() == "Một con mèo 🐈a dog"
