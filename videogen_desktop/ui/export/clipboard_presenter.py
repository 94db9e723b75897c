"""The clipboard gets clips as files, and their descriptions: from cards and from the viewer."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from videogen_desktop.domain.errors import ClipMissingError
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.export.clip_fetching import ClipFetching


class ClipboardPresenter(QObject):
    """Main thread."""

    noticeGiven = Signal(str)
    problemFound = Signal(object)  # BaseException

    def __init__(self, fetching: ClipFetching, parent: QObject) -> None:
        super().__init__(parent)
        self._fetching = fetching

    def copy_files(self, video_ids: Sequence[str]) -> None:
        """The clips themselves, to be pasted as files."""
        self._fetching.with_clips(video_ids, self._put_files)

    def copy_words(self, video_ids: Sequence[str]) -> None:
        """Their descriptions, one below the other."""
        self._fetching.as_known(video_ids, self._put_words)

    def _put_files(self, items: Sequence[LibraryItem]) -> None:
        clips = [item.clip for item in items if item.clip is not None]
        if not clips:
            self.problemFound.emit(ClipMissingError(None))
            return
        from PySide6.QtGui import QGuiApplication

        from videogen_desktop.ui.export.clip_data import clip_data

        QGuiApplication.clipboard().setMimeData(clip_data(clips))
        self.noticeGiven.emit(_copied_text(len(clips)))

    def _put_words(self, items: Sequence[LibraryItem]) -> None:
        from PySide6.QtGui import QGuiApplication

        words = [item.video.prompt for item in items if item.video.prompt.strip()]
        if words:
            QGuiApplication.clipboard().setText("\n\n".join(words))
            self.noticeGiven.emit(QCoreApplication.translate("Export", "Prompt copied."))


def _copied_text(count: int) -> str:
    return QCoreApplication.translate(
        "Export", "%n videos copied. Paste into CapCut, Zalo or a folder.", None, count
    )
