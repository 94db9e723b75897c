"""The words about clips that come in. Vietnamese stands above each call."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.clip_import import DroppedClip, ImportOutcome, ImportReport
from videogen_desktop.domain.errors import NotPlayableError, UntaggedClipError
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.gallery.wording import model_title
from videogen_desktop.ui.importing.dropped_files import DropKind


def title() -> str:
    return QCoreApplication.translate("Import", "Import videos")


def drop_hint(kind: DropKind) -> str:
    """What would become of what is dragged over the window."""
    if kind is DropKind.RESTORE:
        return QCoreApplication.translate("Import", "Drop it to get this video's request back")
    if kind is DropKind.IMPORT:
        return QCoreApplication.translate("Import", "Drop them to import them into the library")
    return foreign()


def foreign() -> str:
    return QCoreApplication.translate(
        "Import", "VideoGen takes only video files (MP4, MOV) and folders of them"
    )


def restored(path: Path, clip: DroppedClip) -> str:
    text = QCoreApplication.translate("Import", "The request of “{file}” is back in the form.")
    text = text.format(file=path.name)
    if not clip.is_offered:
        rest = QCoreApplication.translate(
            "Import", "This wallet does not offer {model}: choose another model."
        )
        text = f"{text} {rest.format(model=model_title(clip.request.model_id))}"
    return text


def not_restored(path: Path, error: BaseException) -> str:
    if isinstance(error, UntaggedClipError):
        text = QCoreApplication.translate(
            "Import", "“{file}” does not say how it was made, so there is no request to get back."
        )
        return text.format(file=path.name)
    if isinstance(error, NotPlayableError):
        text = QCoreApplication.translate("Import", "“{file}” is no video that plays.")
        return text.format(file=path.name)
    return error_text(error)


def add_to_library() -> str:
    return QCoreApplication.translate("Import", "Add to the library")


def show_video() -> str:
    return QCoreApplication.translate("Import", "Show the video")


def question(paths: Sequence[Path]) -> str:
    folders = [path for path in paths if path.is_dir()]
    if len(folders) == 1 and len(paths) == 1:
        text = QCoreApplication.translate("Import", "Import the videos of the folder “{folder}”?")
        return text.format(folder=folders[0].name or str(folders[0]))
    if folders:
        return QCoreApplication.translate("Import", "Import the videos in what you dropped?")
    return QCoreApplication.translate("Import", "Import %n videos?", None, len(paths))


def consequences() -> str:
    return QCoreApplication.translate(
        "Import",
        "The files stay where they are, and it costs nothing. What the library has already does "
        "not come in again.",
    )


def looking() -> str:
    return QCoreApplication.translate("Import", "Looking for videos…")


def progress(done: int, total: int) -> str:
    text = QCoreApplication.translate("Import", "{done} of {total} files looked at")
    return text.format(done=done, total=total)


def in_background() -> str:
    return QCoreApplication.translate("Import", "You may close this; the import goes on.")


def stopping() -> str:
    return QCoreApplication.translate("Import", "Stopping…")


def stop_hint() -> str:
    return QCoreApplication.translate("Import", "What was imported stays in the library.")


def summary(report: ImportReport) -> str:
    """One sentence on what came in."""
    if not report.files and not report.is_stopped:
        return QCoreApplication.translate("Import", "There is no video here.")
    if not report.added and report.is_stopped:
        return QCoreApplication.translate("Import", "Stopped before anything was imported.")
    if not report.added:
        return QCoreApplication.translate("Import", "There was nothing new to import.")
    return QCoreApplication.translate("Import", "%n videos imported.", None, len(report.added))


def details(report: ImportReport) -> tuple[str, ...]:
    """What became of the rest, one kind a line."""
    lines = (
        (ImportOutcome.FOUND_AGAIN, _found_again),
        (ImportOutcome.KNOWN, _known),
        (ImportOutcome.UNTAGGED, _untagged),
        (ImportOutcome.NOT_PLAYABLE, _not_playable),
        (ImportOutcome.UNREADABLE, _unreadable),
    )
    left = (_left(report.left),) if report.left else ()
    return (*(text(count) for kind, text in lines if (count := report.count(kind))), *left)


def _left(count: int) -> str:
    return QCoreApplication.translate(
        "Import", "Stopped: %n files were not looked at.", None, count
    )


def _found_again(count: int) -> str:
    return QCoreApplication.translate(
        "Import", "%n videos of the library have their missing file again.", None, count
    )


def _known(count: int) -> str:
    return QCoreApplication.translate("Import", "%n videos were in the library.", None, count)


def _untagged(count: int) -> str:
    return QCoreApplication.translate(
        "Import", "%n videos do not say how they were made and were left out.", None, count
    )


def _not_playable(count: int) -> str:
    return QCoreApplication.translate("Import", "%n files are no videos that play.", None, count)


def _unreadable(count: int) -> str:
    return QCoreApplication.translate("Import", "%n files could not be read.", None, count)


def import_untagged(count: int) -> str:
    return QCoreApplication.translate("Import", "Import %n more videos", None, count)


def untagged_hint() -> str:
    return QCoreApplication.translate(
        "Import", "A video that says nothing of itself takes its file's name as its prompt."
    )
