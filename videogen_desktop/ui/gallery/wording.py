"""The words on a card."""

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.text_format import one_line


def title(item: LibraryItem | None) -> str:
    return "" if item is None else one_line(item.video.prompt)


def state_label(state: VideoState) -> str:
    """The state as a card shows it, without its mark."""
    if state in (VideoState.RESERVED, VideoState.SENDING):
        return QCoreApplication.translate("Gallery", "Waiting to send")
    if state is VideoState.PENDING:
        return QCoreApplication.translate("Gallery", "Queued")
    if state is VideoState.PROCESSING:
        return QCoreApplication.translate("Gallery", "Processing")
    if state is VideoState.COMPLETED:
        return QCoreApplication.translate("Gallery", "Completed")
    if state is VideoState.FAILED:
        return QCoreApplication.translate("Gallery", "Failed")
    if state is VideoState.CANCELLED:
        return QCoreApplication.translate("Gallery", "Cancelled")
    return QCoreApplication.translate("Gallery", "Unclear")


def state_mark(state: VideoState) -> str:
    return {VideoState.COMPLETED: "✓ ", VideoState.FAILED: "✗ "}.get(state, "")


def loading_name() -> str:
    return QCoreApplication.translate("Gallery", "Loading…")


def gallery_name() -> str:
    return QCoreApplication.translate("Gallery", "Video gallery")
