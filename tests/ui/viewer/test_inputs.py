"""The viewer shows what went into a video besides words."""

from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication
from PySide6.QtGui import QColor, QImage

from tests.ui.gallery.cards import card
from tests.ui.viewer.conftest import Page
from tests.ui.viewer.fakes import FakeInputs, newer
from videogen_desktop.domain.events import VideoChanged
from videogen_desktop.domain.video import LibraryItem

PICTURE, SOUND = "a" * 64, "b" * 64


def made_of(**inputs: tuple[str, ...]) -> LibraryItem:
    item = card("a")
    return replace(
        item, video=replace(item.video, request=replace(item.video.request, inputs=inputs))
    )


def jpeg(colour: str) -> bytes:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    kept, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG")  # type: ignore[call-overload]
    return bytes(kept.data())


def inputs_of(page: Page) -> FakeInputs:
    inputs: FakeInputs = page.bridge.engine.inputs
    return inputs


def test_pictures_are_thumbnails_under_the_name_of_their_place(page: Page) -> None:
    inputs_of(page).known[PICTURE] = jpeg("#d02020")
    item = made_of(first_frame=(PICTURE,), reference_sound=(SOUND,))
    page.put(item)
    page.viewer.open_video("a")
    QCoreApplication.processEvents()
    assert {"What went in", "First frame", "Reference sounds"} <= set(page.texts())
    # A sound has no picture to ask for.
    assert inputs_of(page).asked == [PICTURE]
    picture, _sound = page.viewer.panel.inputs.files
    assert picture.grab().toImage().pixelColor(52, 29).red() > 180
    # News of the video ask for nothing again.
    page.viewer.apply(VideoChanged(newer(item, favourite=True)))
    assert inputs_of(page).asked == [PICTURE]


def test_a_file_that_is_gone_says_so(page: Page) -> None:
    page.put(made_of(first_frame=(PICTURE,)))
    page.viewer.open_video("a")
    (view,) = page.viewer.panel.inputs.files
    assert view.accessibleName() == "First frame: This file is no longer in the library."


def test_a_video_of_words_alone_has_no_such_part(page: Page) -> None:
    page.put(made_of())
    page.viewer.open_video("a")
    assert not page.viewer.panel.inputs.isVisible()
