"""A player of the pool, and the video it has now."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from videogen_desktop.ui.gallery.picture import framed
from videogen_desktop.ui.player.preview_player import PreviewPlayer


@dataclass(slots=True)
class Seat:
    """Main thread. `since` orders the seats by when they were taken."""

    player: PreviewPlayer
    video_id: str | None = None
    since: int = 0
    volume: float | None = None
    shown: tuple[object, QImage] | None = None

    def take(self, video_id: str, since: int) -> None:
        """A video sits down, without sound."""
        self.video_id, self.since = video_id, since
        self.volume = self.shown = None

    def leave(self) -> None:
        self.video_id = self.shown = None

    def picture(self, area: QSize, radius: float, ratio: float) -> QImage | None:
        """The newest frame, fitted into an area (device pixels); None before the first."""
        if self.player.frame_number == 0:
            return None
        key = (self.player.frame_number, area.width(), area.height(), radius, ratio)
        if self.shown is None or self.shown[0] != key:
            image = self.player.image()
            if image is None or image.isNull():
                return None
            self.shown = (key, framed(image, area, radius, ratio))
        return self.shown[1]
