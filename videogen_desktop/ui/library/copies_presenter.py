"""Saving copies where the user chooses: the file dialog, progress, cancelling."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.events import CopyEnded, CopyProgressed
from videogen_desktop.ui.alerts import AlertAction
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.clip_files import reveal_clip
from videogen_desktop.ui.gallery.model import GalleryModel

if TYPE_CHECKING:
    from videogen_desktop.services.wallet_engine import WalletEngine


class CopiesPresenter(QObject):
    """Main thread. `progressed` carries done, total and percent; a total of 0 says that no copy
    is on its way any more."""

    progressed = Signal(int, int, int)
    saved = Signal(str, object)  # text, AlertAction
    problemFound = Signal(object)  # BaseException

    def __init__(self, bridge: EngineBridge, model: GalleryModel, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._model = model
        self._window = window
        self._parts: dict[str, float] = {}
        self._done: list[Path] = []
        self._wanted = 0

    def is_copying(self, video_id: str) -> bool:
        return video_id in self._parts

    def ask(self, video_ids: Sequence[str]) -> None:
        """Ask where to, beginning in the folder of the last time."""
        ids = tuple(video_id for video_id in video_ids if video_id not in self._parts)
        if ids:
            self._bridge.ask(_last_folder, partial(self._open_dialog, ids))

    def cancel(self, video_id: str) -> None:
        """End the copies of one video."""
        self._bridge.ask(lambda engine: engine.copier.cancel(video_id))

    def cancel_all(self) -> None:
        for video_id in tuple(self._parts):
            self.cancel(video_id)

    def follow(self, event: CopyProgressed | CopyEnded) -> None:
        """What the engine says of a copy."""
        if isinstance(event, CopyEnded):
            self._ended(event)
        elif event.video_id in self._parts:
            self._parts[event.video_id] = event.copied / max(1, event.total)
            percent = min(100, event.copied * 100 // max(1, event.total))
            self._model.set_copy_percent(event.video_id, percent)
            self._tell()

    # --- where to --------------------------------------------------------------------------

    def _open_dialog(self, ids: tuple[str, ...], folder: str | None) -> None:
        item = self._model.item(ids[0])
        if len(ids) == 1 and item is None:
            return
        from PySide6.QtWidgets import QFileDialog

        from videogen_desktop.domain.file_names import suggested_name
        from videogen_desktop.ui.file_dialog import file_dialog

        title = QCoreApplication.translate("Library", "Save a copy")
        dialog = file_dialog(self._window, title, folder or _usual_folder())
        dialog.setObjectName("saveDialog")
        if len(ids) == 1 and item is not None:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            name = suggested_name(item.video, item.clip)
            suffix = name.rpartition(".")[2]
            dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
            dialog.setDefaultSuffix(suffix)
            dialog.selectFile(name)
            dialog.fileSelected.connect(partial(self.copy_one, ids[0]))
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.fileSelected.connect(partial(self.copy_many, ids))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def copy_one(self, video_id: str, chosen: str) -> None:
        """Copy its file to the path that the user has chosen."""
        target = Path(chosen)
        self._begin((video_id,), target.parent)
        # The dialog has asked whether to replace what is there.
        self._bridge.ask(
            lambda engine: engine.copier.copy(video_id, target, overwrite=True),
            failed=self._failed,
        )

    def copy_many(self, ids: tuple[str, ...], chosen: str) -> None:
        """Copy the files of those that have one into the folder that the user has chosen."""
        folder = Path(chosen)
        known = (self._model.item(video_id) for video_id in ids)
        with_clip = {item.video.id for item in known if item is not None and item.clip is not None}
        unknown = {video_id for video_id in ids if self._model.item(video_id) is None}
        wanted = tuple(video_id for video_id in ids if video_id in with_clip | unknown)
        self._begin(wanted, folder)
        self._bridge.ask(
            lambda engine: engine.copier.copy_many(wanted, folder), failed=self._failed
        )

    def _begin(self, ids: tuple[str, ...], folder: Path) -> None:
        self._wanted += len(ids)
        for video_id in ids:
            self._parts[video_id] = 0.0
            self._model.set_copy_percent(video_id, 0)
        self._tell()
        remembered = str(folder)
        self._bridge.ask(lambda engine: engine.preferences.change(last_copy_folder=remembered))

    # --- how it goes -----------------------------------------------------------------------

    def _failed(self, error: BaseException) -> None:
        # An expected failure has come as CopyEnded already.
        if not isinstance(error, VideoGenError):
            self.problemFound.emit(error)

    def _ended(self, event: CopyEnded) -> None:
        if self._parts.pop(event.video_id, None) is None:
            return
        self._model.set_copy_percent(event.video_id, None)
        if event.error is not None:
            self.problemFound.emit(event.error)
        elif not event.is_cancelled:
            self._done.append(event.target)
        if not self._parts:
            self._finish()
        self._tell()

    def _finish(self) -> None:
        done, self._done, self._wanted = self._done, [], 0
        if done:
            text = QCoreApplication.translate("Library", "Show in folder")
            self.saved.emit(_saved(done), AlertAction(text, partial(reveal_clip, done[-1])))

    def _tell(self) -> None:
        done = max(0, self._wanted - len(self._parts))
        part = (done + sum(self._parts.values())) / self._wanted if self._wanted else 0.0
        self.progressed.emit(done, self._wanted, int(100 * part))


async def _last_folder(engine: "WalletEngine") -> str | None:
    folder = engine.preferences.settings.last_copy_folder
    return folder if folder and Path(folder).is_dir() else None  # noqa: ASYNC240


def _usual_folder() -> str:
    from PySide6.QtCore import QStandardPaths

    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)


def _saved(targets: Sequence[Path]) -> str:
    folder = targets[-1].parent.name or str(targets[-1].parent)
    if len(targets) == 1:
        text = QCoreApplication.translate("Library", "Video saved in “%1”")
    else:
        text = QCoreApplication.translate("Library", "%n videos saved in “%1”", None, len(targets))
    return text.replace("%1", folder)
