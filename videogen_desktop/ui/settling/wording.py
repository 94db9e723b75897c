"""The words about unclear videos. Each call names its Vietnamese wording in the comment above."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.reconciliation import BalanceHint, Indication
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.ui.credit_text import credits_text


def enter_task() -> str:
    return QCoreApplication.translate("Settling", "Enter the task id…")


def charged() -> str:
    return QCoreApplication.translate("Settling", "Charged")


def not_charged() -> str:
    return QCoreApplication.translate("Settling", "Not charged")


def what_did_you_see() -> str:
    return QCoreApplication.translate(
        "Settling", "Have you looked at the provider's own history? The credits were:"
    )


def asking_for_balance() -> str:
    return QCoreApplication.translate("Settling", "Asking the provider for the balance…")


def no_hint(why: str) -> str:
    text = QCoreApplication.translate("Settling", "The balance could not be read. {why}")
    return text.format(why=why)


def hint(found: BalanceHint) -> str:
    """What the provider's balance suggests; never a proof."""
    return _indication(found.indication).format(amount=credits_text(found.balance))


def _indication(indication: Indication) -> str:
    if indication is Indication.CHARGED:
        return QCoreApplication.translate(
            "Settling", "The provider has {amount} left: it looks as if this video was charged."
        )
    if indication is Indication.NOT_CHARGED:
        return QCoreApplication.translate(
            "Settling", "The provider has {amount} left: it looks as if this video was not charged."
        )
    if indication is Indication.TOO_EARLY:
        return QCoreApplication.translate(
            "Settling",
            "The provider has {amount} left: not charged so far, but the video may still be "
            "running there.",
        )
    return QCoreApplication.translate(
        "Settling", "The provider has {amount} left, which does not tell whether it was charged."
    )


def only_a_hint() -> str:
    return QCoreApplication.translate(
        "Settling", "This is only a hint: the account may be used elsewhere too."
    )


def check_failed(why: str) -> str:
    """A reading that failed says nothing about the video's money."""
    text = QCoreApplication.translate("Settling", "It could not be checked. {why}")
    return text.format(why=why)


def differing(differences: Sequence[str]) -> str:
    """The names of what a task's record says differently, one after the other."""
    names = {
        "model": QCoreApplication.translate("Settling", "the model"),
        "prompt": QCoreApplication.translate("Settling", "the prompt"),
        "shape": QCoreApplication.translate("Settling", "the shape"),
        "options": QCoreApplication.translate("Settling", "the options"),
        "time": QCoreApplication.translate("Settling", "the time (made before you sent it)"),
    }
    return ", ".join(names.get(name, name) for name in differences)


def joined(video: Video) -> str:
    """What is so now, after a task and a video were joined."""
    if video.state is VideoState.COMPLETED:
        return QCoreApplication.translate(
            "Settling", "Joined with the task: the video is ready and is being downloaded."
        )
    if video.state is VideoState.FAILED:
        return QCoreApplication.translate(
            "Settling", "Joined with the task: the provider says that it failed."
        )
    return QCoreApplication.translate(
        "Settling", "Joined with the task. It is followed until the video is ready."
    )


def noted_charged(video: Video) -> str:
    if not video.cost:
        return _noted()
    text = QCoreApplication.translate("Settling", "Noted: {amount} were charged.")
    return text.format(amount=credits_text(video.cost))


def noted_not_charged(video: Video) -> str:
    if not video.price:
        return _noted()
    text = QCoreApplication.translate("Settling", "Noted: {amount} are yours again.")
    return text.format(amount=credits_text(video.price))


def _noted() -> str:
    return QCoreApplication.translate("Settling", "Noted.")
