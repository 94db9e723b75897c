"""Parts by which clips leave the window: where to, the strip of clips, and the lines below."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.ui.gallery.cards import card
from tests.ui.language.scene import PROMPT, Scene
from tests.ui.viewer.fakes import FakeLargeEngine
from videogen_desktop.domain.export import ExportStage
from videogen_desktop.domain.file_names import NameParts
from videogen_desktop.ui.alerts import AlertAction
from videogen_desktop.ui.export.cut_clip import CutClip
from videogen_desktop.ui.export.export_bar import ExportBar
from videogen_desktop.ui.export.export_dialog import ExportDialog
from videogen_desktop.ui.export.export_options import PROJECT
from videogen_desktop.ui.export.save_dialog import SaveDialog
from videogen_desktop.ui.library.quiet_note import QuietNote
from videogen_desktop.ui.viewer.playback import Playback


def _where(scene: Scene) -> QWidget:
    parts = NameParts("42", PROMPT, "42")
    return SaveDialog(scene.tokens, scene.frame, scene.folder, "☂ {số}", parts)


def _where_now(scene: Scene) -> QWidget:
    parts = NameParts("42", PROMPT, "42")
    lost = scene.folder / "☂"
    return SaveDialog(scene.tokens, scene.frame, scene.folder, "☂", parts, lost=lost)


def _export(count: int, target: str) -> Callable[[Scene], QWidget]:
    def dialog(scene: Scene) -> QWidget:
        clip = scene.folder / "42.mp4"
        clip.write_bytes(b"clip")
        clips = [CutClip(card(str(n), prompt=PROMPT, clip=clip), 5_000) for n in range(count)]
        playback = Playback(FakeLargeEngine)
        dialog = ExportDialog(scene.tokens, scene.frame, clips, scene.folder, playback)
        dialog.options.choose(target)
        return dialog

    return dialog


def _bar(stage: ExportStage | None) -> Callable[[Scene], QWidget]:
    def bar(scene: Scene) -> QWidget:
        bar = ExportBar(scene.tokens)
        scene.column.addWidget(bar)
        bar.show_progress(stage, 42)
        return bar

    return bar


def _note(scene: Scene) -> QWidget:
    note = QuietNote(scene.tokens)
    scene.column.addWidget(note)
    note.say("☂ 42", AlertAction("☂", bool, AlertAction("42", bool)))
    return note


LEAVING: dict[str, Callable[[Scene], QWidget]] = {
    "trim": _export(1, ""),
    "join": _export(3, "tiktok"),
    "project folder": _export(2, PROJECT),
    **{f"export bar: {stage}": _bar(stage) for stage in (None, *ExportStage)},
    "quiet note": _note,
}
LEAVING_DIALOGS: dict[str, Callable[[Scene], QWidget]] = {
    "where to save": _where,
    "where to save now": _where_now,
}
