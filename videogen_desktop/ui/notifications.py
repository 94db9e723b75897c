"""A word from the system when a video ends while the window is not in front."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from videogen_desktop.domain.text import shortened
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.gallery.failure_wording import failure_headline
from videogen_desktop.ui.settings.settings_store import SettingsStore
from videogen_desktop.ui.text_format import one_line

if TYPE_CHECKING:
    from videogen_desktop.domain.events import Event
    from videogen_desktop.domain.video import LibraryItem

_LONGEST_BODY = 140
_SHOWN_FOR_MS = 10_000


class EndNotifier(QObject):
    """Tells of ends that this run saw coming: a library that opens tells of nothing.

    Main thread only. The icon in the tray is there only as long as it is needed for a message.
    """

    clicked = Signal(str)  # the video of the last message

    def __init__(self, bridge: EngineBridge, store: SettingsStore, window: QWidget) -> None:
        super().__init__(window)
        self._store = store
        self._window = window
        self._on_their_way: set[str] = set()
        self._last = ""
        self._tray: QSystemTrayIcon | None = None
        bridge.eventArrived.connect(self._follow)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate and self._tray is not None:
            self._tray.hide()
        return False

    @Slot(object)
    def _follow(self, event: "Event") -> None:
        from videogen_desktop.domain.events import VideoChanged

        if not isinstance(event, VideoChanged):
            return
        video = event.item.video
        if not video.is_terminal:
            self._on_their_way.add(video.id)
        elif video.id in self._on_their_way:
            self._on_their_way.discard(video.id)
            self._ended(event.item)

    def _ended(self, item: "LibraryItem") -> None:
        from videogen_desktop.domain.states import VideoState

        video = item.video
        is_wanted = self._store.settings.notifications and not self._window.isActiveWindow()
        if not is_wanted or video.deleted_at is not None or video.state is VideoState.CANCELLED:
            return
        self._last = video.id
        prompt = shortened(one_line(video.name), _LONGEST_BODY)
        if video.state is VideoState.COMPLETED:
            self.show(self.tr("Your video is ready"), prompt)
            return
        self.show(self.tr("Your video failed"), f"{prompt}\n{failure_headline(item)}".strip())

    def show(self, title: str, body: str) -> None:
        """Through the system where it takes messages, else a mark on the window's own button."""
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            QApplication.alert(self._window)
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.messageClicked.connect(self._clicked)
            self._tray.activated.connect(self._clicked)
        self._tray.show()
        icon = self._window.windowIcon()
        self._tray.showMessage(title, notification_body(body, sys.platform), icon, _SHOWN_FOR_MS)

    @Slot()
    def _clicked(self) -> None:
        if self._tray is not None:
            self._tray.hide()
        self.clicked.emit(self._last)


def notification_body(text: str, platform: str) -> str:
    """The text as this platform shows it letter by letter: the free desktops read markup."""
    if platform in ("win32", "darwin"):
        return text
    # With all names of HTML's characters: a quarter of a megabyte.
    import html

    return html.escape(text)
