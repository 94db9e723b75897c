"""What changes without the user's doing is read out."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from tests.ui.language.surfaces import OpenSurface
from videogen_desktop.domain.errors import KeyRejectedError
from videogen_desktop.ui.gallery.view import GalleryView
from videogen_desktop.ui.main_window import MainWindow

Heard = list[tuple[str, QAccessible.AnnouncementPoliteness]]


@pytest.fixture
def announced(
    monkeypatch: pytest.MonkeyPatch,
) -> Heard:
    heard: Heard = []

    def listen(event: QAccessibleEvent) -> None:
        # How many videos there are is the gallery's own announcement.
        if isinstance(event, QAccessibleAnnouncementEvent) and not isinstance(
            event.object(), GalleryView
        ):
            heard.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return heard


def test_an_alert_is_read_out_once(
    open_surface: OpenSurface,
    announced: Heard,
) -> None:
    window = open_surface("empty window")
    assert isinstance(window, MainWindow)
    for _ in range(2):
        window.show_problem(KeyRejectedError("☂"))
    assert [text for text, _ in announced] == list(window.alerts.texts)


def test_an_error_interrupts_and_good_news_waits(
    open_surface: OpenSurface,
    announced: Heard,
) -> None:
    window = open_surface("empty window")
    assert isinstance(window, MainWindow)
    window.alerts.success("xong")
    window.alerts.error("hỏng")
    politeness = QAccessible.AnnouncementPoliteness
    assert announced == [("xong", politeness.Polite), ("hỏng", politeness.Assertive)]
