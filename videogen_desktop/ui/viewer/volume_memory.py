"""The volume survives a restart."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from videogen_desktop.ui.asks import Asks
from videogen_desktop.ui.viewer.playback import Playback

# A slider that is dragged is written once.
_WRITE_AFTER_MS = 1_000


class VolumeMemory(QObject):
    """Keeps a Playback and the settings' `volume_percent` in step. Main thread."""

    def __init__(self, bridge: Asks, playback: Playback, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._playback = playback
        self._known: int | None = None
        self._due = QTimer(self, singleShot=True, interval=_WRITE_AFTER_MS)
        self._due.timeout.connect(self.write)
        bridge.ask(_volume_percent, self._apply, self._ignore)

    @Slot()
    def write(self) -> None:
        """Write it now, if it has changed."""
        self._due.stop()
        percent = self._percent()
        if self._known is not None and percent != self._known:
            self._known = percent
            self._bridge.ask(
                lambda studio: studio.preferences.change(volume_percent=percent),
                failed=self._ignore,
            )

    def _apply(self, percent: int) -> None:
        self._playback.tuning.set_volume(percent / 100)
        self._known = self._percent()
        self._playback.changed.connect(self._notice)

    @Slot()
    def _notice(self) -> None:
        if self._percent() != self._known:
            self._due.start()

    def _percent(self) -> int:
        return round(self._playback.tuning.volume * 100)

    def _ignore(self, _error: BaseException) -> None:
        # Nobody needs to hear that a volume was not kept.
        return


async def _volume_percent(studio: Any) -> int:
    return int(studio.preferences.settings.volume_percent)
