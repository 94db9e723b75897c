"""How far the files of cards are on their way: to this machine, and to where the user saves."""

from videogen_desktop.domain.events import DownloadProgressed


class Transfers:
    """Bytes by video id; what has ended is forgotten."""

    def __init__(self) -> None:
        self._downloads: dict[str, tuple[int, int | None]] = {}
        self._copies: dict[str, int] = {}

    def download(self, video_id: str) -> tuple[int, int | None] | None:
        """Bytes received, and of how many (None: unknown)."""
        return self._downloads.get(video_id)

    def copy_percent(self, video_id: str) -> int | None:
        return self._copies.get(video_id)

    def follow(self, event: DownloadProgressed) -> None:
        self._downloads[event.video_id] = (event.received, event.total)

    def set_copy_percent(self, video_id: str, percent: int | None) -> None:
        """None: the copy has ended."""
        if percent is None:
            self._copies.pop(video_id, None)
        else:
            self._copies[video_id] = percent

    def download_ended(self, video_id: str) -> None:
        self._downloads.pop(video_id, None)

    def forget(self, video_id: str) -> None:
        self._downloads.pop(video_id, None)
        self._copies.pop(video_id, None)
