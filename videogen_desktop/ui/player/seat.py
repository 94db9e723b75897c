"""A player of the pool, and the video it has now."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from videogen_desktop.ui.gallery.picture import backdrop, fills, framed
from videogen_desktop.ui.player.preview_player import PreviewPlayer

# What is blurred behind a clip of another shape follows the clip about once a second: made for
# every frame it took two thirds of the frame's time.
_FRAMES_PER_BACKDROP = 24


@dataclass(slots=True)
class Seat:
    """Main thread. `since` orders the seats by when they were taken."""

    player: PreviewPlayer
    video_id: str | None = None
    since: int = 0
    volume: float | None = None
    shown: tuple[object, QImage] | None = None
    behind: tuple[object, QImage] | None = None

    def take(self, video_id: str, since: int) -> None:
        """A video sits down, without sound."""
        self.video_id, self.since = video_id, since
        self.volume = self.shown = self.behind = None

    def leave(self) -> None:
        self.video_id = self.shown = self.behind = None

    def picture(self, area: QSize, radius: float, ratio: float) -> QImage | None:
        """The newest frame, fitted into an area (device pixels); None before the first."""
        if self.player.frame_number == 0:
            return None
        key = (self.player.frame_number, area.width(), area.height(), radius, ratio)
        if self.shown is None or self.shown[0] != key:
            image = self.player.image()
            if image is None or image.isNull():
                return None
            behind = self._backdrop(image, area)
            self.shown = (key, framed(image, area, radius, ratio, behind))
        return self.shown[1]

    def _backdrop(self, image: QImage, area: QSize) -> QImage | None:
        if fills(image.size(), area):
            return None
        number = self.player.frame_number // _FRAMES_PER_BACKDROP
        key = (number, area.width(), area.height())
        if self.behind is None or self.behind[0] != key:
            self.behind = (key, backdrop(image, area))
        return self.behind[1]
