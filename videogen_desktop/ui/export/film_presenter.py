"""Joining and exporting: the dialog, the work in the engine, how far it is, and what came of it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.errors import ClipMissingError, DescriptionKeptError
from videogen_desktop.domain.events import ExportEnded, ExportProgressed
from videogen_desktop.domain.export import ClipCut
from videogen_desktop.domain.video import LibraryItem, VideoDetails
from videogen_desktop.ui.alerts import AlertAction
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.clip_files import open_clip, reveal_clip
from videogen_desktop.ui.export.clip_fetching import ClipFetching
from videogen_desktop.ui.export.cut_clip import CutClip, ExportChoices
from videogen_desktop.ui.export.export_bar import ExportBar
from videogen_desktop.ui.export.name_template_edit import usual_template
from videogen_desktop.ui.theme.tokens import Tokens, current_tokens

if TYPE_CHECKING:
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.ui.export.export_dialog import ExportDialog


_PROJECT_NAME = "{date} {title}"


class FilmPresenter(QObject):
    """Main thread. `begun` says that nothing else should play: the dialog has the player."""

    begun = Signal()
    noticeGiven = Signal(str, object)  # text, AlertAction | None
    problemFound = Signal(object)  # BaseException

    def __init__(
        self,
        bridge: EngineBridge,
        fetching: ClipFetching,
        add_bar: Callable[[ExportBar], None],
        window: QWidget,
    ) -> None:
        """`add_bar` puts a widget below the cards."""
        super().__init__(window)
        self._bridge = bridge
        self._fetching = fetching
        self._add_bar = add_bar
        self._window = window
        # The oldest is the one that is shown.
        self._running: dict[str, ExportChoices] = {}
        self._bar: ExportBar | None = None
        self.dialog: ExportDialog | None = None

    def ask(self, video_ids: Sequence[str]) -> None:
        """Show these clips to be trimmed and put in order."""
        self._fetching.with_clips(video_ids, self._know_folder)

    def follow(self, event: ExportProgressed | ExportEnded) -> None:
        """What the engine says of an export."""
        if event.export_id not in self._running:
            return
        if isinstance(event, ExportEnded):
            self._ended(event)
        elif event.export_id == next(iter(self._running)):
            percent = 100 * event.done // max(1, event.total)
            self.bar.show_progress(event.stage, min(100, percent))

    @property
    def bar(self) -> ExportBar:
        """Made with the first export."""
        if self._bar is None:
            self._bar = ExportBar(current_tokens(self._window.palette()))
            self._bar.cancelled.connect(self.cancel)
            self._add_bar(self._bar)
        return self._bar

    @Slot()
    def cancel(self) -> None:
        """End the one that is shown; nothing of it is left."""
        if self._running:
            export_id = next(iter(self._running))
            self._bridge.ask(lambda engine: engine.exporter.cancel(export_id))

    def set_tokens(self, tokens: Tokens) -> None:
        if self.dialog is not None:
            self.dialog.set_tokens(tokens)

    def close_down(self) -> None:
        """The window goes; idempotent."""
        if self.dialog is not None:
            self.dialog.close_down()

    # --- the dialog --------------------------------------------------------------------------

    def _know_folder(self, items: tuple[LibraryItem, ...]) -> None:
        usable = [item for item in items if item.clip is not None and not item.plays_elsewhere]
        if not usable:
            self.problemFound.emit(ClipMissingError(None))
            return
        self._bridge.ask(_folder, partial(self._open, usable), self.problemFound.emit)

    def _open(self, items: Sequence[LibraryItem], folder: Path) -> None:
        from videogen_desktop.ui.export.export_dialog import ExportDialog

        if self.dialog is not None:
            self.dialog.close()
        self.begun.emit()
        clips = [CutClip(item) for item in items]
        tokens = current_tokens(self._window.palette())
        dialog = ExportDialog(tokens, self._window, clips, folder)
        dialog.exportRequested.connect(self.run)
        dialog.destroyed.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.show()
        # While one still trims: what is asked next need not wait.
        self._bridge.ask(_prepare, failed=lambda _error: None)
        for item in items:
            self._bridge.ask(
                partial(_details, item.video.id), self._know_length, lambda _error: None
            )

    def _know_length(self, details: VideoDetails) -> None:
        if self.dialog is not None:
            self.dialog.know_duration(details.item.video.id, details.duration_ms)

    @Slot()
    def _forget_dialog(self) -> None:
        self.dialog = None

    # --- the work ----------------------------------------------------------------------------

    @Slot(object, object, object)
    def run(self, cuts: tuple[ClipCut, ...], choices: ExportChoices, folder: Path) -> None:
        """Make it, in the background."""
        export_id = str(uuid4())
        self._running[export_id] = choices
        self.bar.show_progress(None, 0)
        self._bridge.ask(
            partial(_make, export_id, cuts, choices, folder, usual_template()),
            failed=partial(self._not_begun, export_id),
        )

    def _not_begun(self, export_id: str, error: BaseException) -> None:
        self._leave(export_id)
        self.problemFound.emit(error)

    def _leave(self, export_id: str) -> None:
        self._running.pop(export_id, None)
        if not self._running:
            self.bar.hide()

    def _ended(self, event: ExportEnded) -> None:
        is_project = self._running[event.export_id].is_project
        self._leave(event.export_id)
        if event.error is not None:
            self.problemFound.emit(event.error)
        elif event.files and not event.is_cancelled:
            made = event.files[0]
            self.noticeGiven.emit(_made_text(made), _offers(made, is_project=is_project))
            if event.keeping_words:
                self.problemFound.emit(DescriptionKeptError(event.keeping_words))


async def _make(
    export_id: str,
    cuts: tuple[ClipCut, ...],
    choices: ExportChoices,
    folder: Path,
    usual: str,
    engine: "WalletEngine",
) -> None:
    """Told of as services.exporting says. Raises what keeps it from beginning."""
    import asyncio
    from dataclasses import replace

    from videogen_desktop.domain.export import target_named
    from videogen_desktop.domain.file_names import NameTemplate

    exporter, bare = engine.exporter, choices.without_prompt
    (first,) = await engine.items([cuts[0].video_id])
    parts = exporter.name_parts(first.video)
    if len(cuts) > 1:
        parts = replace(parts, title=f"{parts.title} +{len(cuts) - 1}")
    if choices.is_project:
        name = next(NameTemplate(_PROJECT_NAME).stems(parts))
        await exporter.project(export_id, cuts, folder, name, without_prompt=bare)
        return
    template = engine.preferences.settings.save_template or usual
    names = (folder / f"{stem}.mp4" for stem in NameTemplate(template).stems(parts))
    output = await asyncio.to_thread(lambda: next(name for name in names if not name.exists()))
    target = target_named(choices.target) if choices.target else None
    if target is not None and not choices.levels_sound:
        target = replace(target, loudness=None)
    await exporter.join(
        export_id, cuts, output, target=target, bars=choices.bars, without_prompt=bare
    )


async def _prepare(engine: "WalletEngine") -> None:
    await engine.exporter.prepare()


async def _folder(engine: "WalletEngine") -> Path:
    import asyncio

    from PySide6.QtCore import QStandardPaths

    settings = engine.preferences.settings
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    for known in (settings.save_folder, settings.last_copy_folder, usual):
        if known is not None and await asyncio.to_thread(Path(known).is_dir):
            return Path(known)
    return Path.home()


async def _details(video_id: str, engine: "WalletEngine") -> VideoDetails:
    return await engine.examiner.details(video_id)


def _offers(made: Path, *, is_project: bool) -> AlertAction:
    translate = QCoreApplication.translate
    copy = AlertAction(translate("Export", "Copy the file"), partial(_copy, made))
    show = translate("Export", "Open the folder")
    if is_project:
        return AlertAction(show, partial(_open_folder, made))
    reveal = AlertAction(show, partial(reveal_clip, made), copy)
    return AlertAction(translate("Export", "Open"), partial(open_clip, made), reveal)


def _open_folder(folder: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _copy(made: Path) -> None:
    from videogen_desktop.ui.export.clip_data import clip_data

    QGuiApplication.clipboard().setMimeData(clip_data((made,)))


def _made_text(made: Path) -> str:
    folder = made.parent.name or str(made.parent)
    return QCoreApplication.translate("Export", "Exported to %1").replace("%1", folder)
