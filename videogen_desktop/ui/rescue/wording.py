"""The words of the rescue. Each call names its Vietnamese wording in the comment above it."""

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.rescue import Rescue, RescueOutcome
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.ui.errors import what_happened


def title() -> str:
    return QCoreApplication.translate("Rescue", "Find videos by their task ids")


def waiting() -> str:
    return QCoreApplication.translate("Rescue", "Waiting its turn…")


def reading() -> str:
    return QCoreApplication.translate("Rescue", "Being read at the provider…")


def failed(error: BaseException) -> str:
    text = QCoreApplication.translate("Rescue", "Not read. {why}")
    return text.format(why=what_happened(error))


def outcome(rescue: Rescue) -> str:
    """What became of one task id."""
    if rescue.outcome is RescueOutcome.RESCUED and rescue.video is not None:
        return _brought_in(rescue.video)
    if rescue.outcome is RescueOutcome.KNOWN:
        return QCoreApplication.translate("Rescue", "It is in the library already.")
    if len(rescue.resembles) > 1 and rescue.outcome is RescueOutcome.RESEMBLES:
        return QCoreApplication.translate(
            "Rescue",
            "%n unclear videos are of just this request, and nothing says which one it is. Open "
            "the right one and enter this id there, or add it as a new video.",
            None,
            len(rescue.resembles),
        )
    if rescue.outcome is RescueOutcome.RESEMBLES:
        return QCoreApplication.translate(
            "Rescue", "The library has an unclear video of just this request. Is it that one?"
        )
    if rescue.outcome is RescueOutcome.UNKNOWN:
        return QCoreApplication.translate(
            "Rescue", "The provider knows no such task under the key in use."
        )
    return failed(rescue.error or RuntimeError())


def joined(video: Video) -> str:
    if video.state is VideoState.COMPLETED:
        return QCoreApplication.translate(
            "Rescue", "Joined with the unclear video: it is ready and is being downloaded."
        )
    return QCoreApplication.translate("Rescue", "Joined with the unclear video.")


def _brought_in(video: Video) -> str:
    if video.state is VideoState.COMPLETED:
        return QCoreApplication.translate("Rescue", "Found: the video is being downloaded.")
    if video.state is VideoState.FAILED:
        return QCoreApplication.translate("Rescue", "Found: the provider says that it failed.")
    return QCoreApplication.translate("Rescue", "Found: it is still running at the provider.")
