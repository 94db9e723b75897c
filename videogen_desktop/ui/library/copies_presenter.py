"""Saving clips: with one click into the folder of always, or where the user chooses."""

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.errors import DescriptionKeptError, VideoGenError
from videogen_desktop.domain.events import CopyEnded, CopyProgressed
from videogen_desktop.ui.alerts import AlertAction
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.clip_files import reveal_clip
from videogen_desktop.ui.gallery.model import GalleryModel

if TYPE_CHECKING:
    from videogen_desktop.domain.file_names import NameParts
    from videogen_desktop.services.wallet_engine import WalletEngine


class _Place(NamedTuple):
    """Where one click saves, and how: `folder` None until it was chosen once, `lost` where it is
    not there now, `beginning` where the question begins; `parts` name the first video."""

    folder: Path | None
    lost: Path | None
    beginning: Path | None
    template: str
    without_prompt: bool
    parts: "NameParts | None"


class CopiesPresenter(QObject):
    """Main thread. `progressed` carries done, total and percent; a total of 0 says that no copy
    is on its way any more. `settingsWritten` carries the Settings with another place."""

    progressed = Signal(int, int, int)
    settingsWritten = Signal(object)
    saved = Signal(str, object)  # text, AlertAction | None
    problemFound = Signal(object)  # BaseException

    def __init__(self, bridge: EngineBridge, model: GalleryModel, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._model = model
        self._window = window
        self._parts: dict[str, float] = {}
        self._done: list[Path] = []
        self._keeping_words = 0
        self._wanted = 0
        # One after the other: their numbers follow the order in which they were chosen.
        self._line: deque[tuple[str, Path, _Place]] = deque()
        self._can_take_back = True

    def is_copying(self, video_id: str) -> bool:
        return video_id in self._parts

    def save(self, video_ids: Sequence[str]) -> None:
        """Into the folder of always, under the template's names; asks for both the first time."""
        ids = tuple(video_id for video_id in video_ids if video_id not in self._parts)
        if ids:
            place = partial(_place, ids[0])
            self._bridge.ask(place, partial(self._save_there, ids), self.problemFound.emit)

    def ask(self, video_ids: Sequence[str]) -> None:
        """Ask where to, beginning in the folder of the last time."""
        ids = tuple(video_id for video_id in video_ids if video_id not in self._parts)
        if ids:
            self._bridge.ask(_last_folder, partial(self._open_dialog, ids))

    def cancel(self, video_id: str) -> None:
        """End the copies of one video."""
        waiting = [one for one in self._line if one[0] == video_id]
        for one in waiting:
            self._line.remove(one)
            self._ended(CopyEnded(video_id, Path(), is_cancelled=True))
        if not waiting:
            self._bridge.ask(lambda engine: engine.copier.cancel(video_id))

    def cancel_all(self) -> None:
        # From the end: else the next in line would begin.
        for video_id in [one[0] for one in reversed(self._line)]:
            self.cancel(video_id)
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

    # --- one click -------------------------------------------------------------------------

    def _save_there(self, ids: tuple[str, ...], place: _Place) -> None:
        if place.folder is None:
            self._ask_place(ids, place)
            return
        self._line.extend((video_id, place.folder, place) for video_id in ids)
        is_idle = not self._parts
        self._expect(ids)
        if is_idle:
            self._save_next()

    def _save_next(self) -> None:
        if not self._line:
            return
        video_id, folder, place = self._line.popleft()
        from videogen_desktop.ui.export.name_template_edit import usual_template

        bare = place.without_prompt
        template = place.template or usual_template()
        self._bridge.ask(
            lambda engine: engine.exporter.save((video_id,), folder, template, without_prompt=bare),
            failed=partial(self._not_begun, video_id, folder),
        )

    def _not_begun(self, video_id: str, folder: Path, error: BaseException) -> None:
        """What the exporter raises, no CopyEnded tells."""
        if isinstance(error, VideoGenError):
            self._ended(CopyEnded(video_id, folder, error))
        else:
            self._ended(CopyEnded(video_id, folder, is_cancelled=True))
            self.problemFound.emit(error)

    def _ask_place(self, ids: tuple[str, ...], place: _Place) -> None:
        from videogen_desktop.ui.export.save_dialog import SaveDialog
        from videogen_desktop.ui.theme.tokens import current_tokens

        beginning = place.beginning or Path(_usual_folder())
        dialog = SaveDialog(
            current_tokens(self._window.palette()),
            self._window,
            beginning,
            place.template,
            place.parts,
            lost=place.lost,
        )
        dialog.chosen.connect(partial(self._place_chosen, ids, place))
        dialog.open()

    def _place_chosen(
        self, ids: tuple[str, ...], place: _Place, folder: str, template: str
    ) -> None:
        self._bridge.ask(
            lambda engine: engine.preferences.change(save_folder=folder, save_template=template),
            self.settingsWritten.emit,
            self.problemFound.emit,
        )
        self._save_there(ids, place._replace(folder=Path(folder), template=template))

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
        # What it replaced would not come back.
        self._can_take_back = False
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

    def _expect(self, ids: tuple[str, ...]) -> None:
        self._wanted += len(ids)
        for video_id in ids:
            self._parts[video_id] = 0.0
            self._model.set_copy_percent(video_id, 0)
        self._tell()

    def _begin(self, ids: tuple[str, ...], folder: Path) -> None:
        self._expect(ids)
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
            self._keeping_words += event.keeps_words
        if not self._parts:
            self._finish()
        self._tell()
        self._save_next()

    def _finish(self) -> None:
        done, self._done, self._wanted = self._done, [], 0
        kept, self._keeping_words = self._keeping_words, 0
        can_take_back, self._can_take_back = self._can_take_back, True
        if not done:
            return
        undo = None
        if can_take_back:
            text = QCoreApplication.translate("Library", "Undo")
            undo = AlertAction(text, partial(self._take_back, tuple(done)))
        text = QCoreApplication.translate("Library", "Open the folder")
        self.saved.emit(_saved(done), AlertAction(text, partial(reveal_clip, done[-1]), undo))
        if kept:
            self.problemFound.emit(DescriptionKeptError(kept))

    def _take_back(self, copies: tuple[Path, ...]) -> None:
        self._bridge.ask(
            lambda engine: engine.copier.take_back(copies),
            partial(self._taken_back, len(copies)),
            self.problemFound.emit,
        )

    def _taken_back(self, wanted: int, taken: int) -> None:
        if taken == wanted:
            self.saved.emit(_taken_back_text(taken), None)
        else:
            # Somebody has begun to work with the others: they stay.
            self.saved.emit(_partly_taken_back_text(taken, wanted), None)

    def _tell(self) -> None:
        done = max(0, self._wanted - len(self._parts))
        part = (done + sum(self._parts.values())) / self._wanted if self._wanted else 0.0
        self.progressed.emit(done, self._wanted, int(100 * part))


async def _place(video_id: str, engine: "WalletEngine") -> _Place:
    import asyncio

    settings = engine.preferences.settings
    folder = None if settings.save_folder is None else Path(settings.save_folder)
    # A stick that was pulled out may come back.
    is_there = folder is not None and await asyncio.to_thread(folder.is_dir)
    items = await engine.items([video_id])
    last = await _last_folder(engine)
    return _Place(
        folder if is_there else None,
        None if is_there else folder,
        None if last is None else Path(last),
        settings.save_template,
        settings.save_without_prompt,
        engine.exporter.name_parts(items[0].video) if items else None,
    )


async def _last_folder(engine: "WalletEngine") -> str | None:
    folder = engine.preferences.settings.last_copy_folder
    return folder if folder and Path(folder).is_dir() else None  # noqa: ASYNC240


def _usual_folder() -> str:
    from PySide6.QtCore import QStandardPaths

    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    # A bare home has none: what is offered first must take a file at once.
    return usual if Path(usual).is_dir() else str(Path.home())


def _saved(targets: Sequence[Path]) -> str:
    folder = targets[-1].parent.name or str(targets[-1].parent)
    if len(targets) == 1:
        text = QCoreApplication.translate("Library", "Saved to %1")
    else:
        text = QCoreApplication.translate("Library", "%n videos saved to %1", None, len(targets))
    return text.replace("%1", folder)


def _taken_back_text(count: int) -> str:
    return QCoreApplication.translate("Library", "%n saved copies removed.", None, count)


def _partly_taken_back_text(taken: int, wanted: int) -> str:
    text = QCoreApplication.translate(
        "Library", "%1 of %2 saved copies removed; what was changed since stays."
    )
    return text.replace("%1", str(taken)).replace("%2", str(wanted))
