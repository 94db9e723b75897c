"""The window comes back where it was, on the screen it was on, if that is still there."""

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

# So much of the top edge has to be on a screen for the window to be moved by hand.
_GRIP_WIDTH, _GRIP_HEIGHT = 120, 32


def geometry_text(window: QWidget) -> str:
    """Place, size and state of the window as text for the settings. Main thread."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def restore_geometry(window: QWidget, text: str | None) -> bool:
    """Put the window back; False, with the window as it was, for what cannot be read.

    A place that no screen shows any more becomes one that a screen does. Main thread.
    """
    if not text:
        return False
    stored = QByteArray.fromBase64(text.encode("ascii", errors="replace"))
    if stored.isEmpty() or not window.restoreGeometry(stored):
        return False
    if not (window.isMaximized() or window.isFullScreen()):
        areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        window.setGeometry(clamped(window.geometry(), areas))
    return True


def clamped(wanted: QRect, areas: list[QRect]) -> QRect:
    """`wanted` if it can be reached on one of the screens, else moved into the nearest; never
    larger than its screen."""
    if not areas:
        return wanted
    area = max(areas, key=lambda screen: _shared(wanted, screen))
    size = wanted.size().boundedTo(area.size())
    place = QRect(wanted.topLeft(), size)
    grip = QRect(place.x(), place.y(), place.width(), _GRIP_HEIGHT).intersected(area)
    if grip.width() >= min(_GRIP_WIDTH, place.width()) and grip.height() >= _GRIP_HEIGHT // 2:
        return place
    x = min(max(place.x(), area.left()), area.right() + 1 - place.width())
    y = min(max(place.y(), area.top()), area.bottom() + 1 - place.height())
    return QRect(x, y, place.width(), place.height())


def _shared(one: QRect, other: QRect) -> tuple[int, int]:
    both = one.intersected(other)
    shared = both.width() * both.height() if not both.isEmpty() else 0
    return shared, -(one.center() - other.center()).manhattanLength()
