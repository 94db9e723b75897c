"""The videos that a drag carries within this program, beside the files that other programs take."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

_TYPE = "application/x-videogen-videos"


def carry_ids(data: QMimeData, video_ids: Sequence[str]) -> None:
    """Let `dragged_ids` find them."""
    data.setData(_TYPE, ",".join(video_ids).encode())


def dragged_ids(data: QMimeData) -> tuple[str, ...]:
    """The ids that the drag carries; empty for one from elsewhere."""
    text = bytes(data.data(_TYPE).data()).decode("ascii", "ignore")
    return tuple(text.split(",")) if text else ()
