"""The window comes back where it was, and its frame fits the screen that it is on."""

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QSize, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

# What a frame adds to a window, until the window manager has said it.
_FRAME = QSize(4, 40)
# Of a screen that has no room for the first size: what the window has once it is not maximised.
_PART = 0.85
# Frames come with a window's first events; later moves are the user's.
_SETTLED_MS = 1_500
_FIRST_EVENTS = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowActivate)


def geometry_text(window: QWidget) -> str:
    """Place, size and state of the window as text for the settings. Main thread."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def restore_geometry(window: QWidget, text: str | None) -> bool:
    """Put the window back; False, with the window as it was, for what cannot be read, or was on a
    screen of quite another width.

    A place that no screen shows any more becomes one that a screen does. Main thread.
    """
    if not text:
        return False
    stored = QByteArray.fromBase64(text.encode("ascii", errors="replace"))
    if stored.isEmpty() or not window.restoreGeometry(stored):
        return False
    if not (window.isMaximized() or window.isFullScreen()):
        areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        window.setGeometry(fitted(window.geometry(), areas))
    return True


def show_first(window: QWidget) -> None:
    """Show a window that has a size and no place yet; maximised where the screen has no room."""
    area = window.screen().availableGeometry().size()
    whole = window.size() + _FRAME
    if whole.boundedTo(area) == whole:
        window.show()
    else:
        window.resize((area * _PART).boundedTo(window.size()))
        window.showMaximized()


def fitted(wanted: QRect, areas: list[QRect]) -> QRect:
    """`wanted` within the area that has most of it, moved as little as can be, and never larger
    than that area."""
    if not areas:
        return wanted
    area = max(areas, key=lambda screen: _shared(wanted, screen))
    size = wanted.size().boundedTo(area.size())
    x = min(max(wanted.x(), area.left()), area.right() + 1 - size.width())
    y = min(max(wanted.y(), area.top()), area.bottom() + 1 - size.height())
    return QRect(x, y, size.width(), size.height())


def _shared(one: QRect, other: QRect) -> tuple[int, int]:
    both = one.intersected(other)
    shared = both.width() * both.height() if not both.isEmpty() else 0
    return shared, -(one.center() - other.center()).manhattanLength()


class ScreenFit(QObject):
    """Keeps the frame of a window within what its screen has for windows. Main thread.

    While the window opens, and whenever screens go or shrink. Where the user moves it is theirs.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._fit)
        self._opening = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._opening.timeout.connect(self._opened)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Show:
            self._opening.start()
        if kind in _FIRST_EVENTS and self._opening.isActive():
            self._due.start()
        return False

    @Slot()
    def _opened(self) -> None:
        self._window.removeEventFilter(self)
        for screen in QGuiApplication.screens():
            self._follow(screen)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._follow)
            application.screenRemoved.connect(self._due.start)

    @Slot(QScreen)
    def _follow(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._due.start)

    @Slot()
    def _fit(self) -> None:
        window = self._window
        if window.isMaximized() or window.isFullScreen() or window.isMinimized():
            return
        frame = window.frameGeometry()
        wanted = fitted(frame, [window.screen().availableGeometry()])
        if wanted != frame:
            window.resize(window.size() + wanted.size() - frame.size())
            window.move(wanted.topLeft())
