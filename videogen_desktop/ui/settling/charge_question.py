"""The short question before an unclear video is settled by its owner's word."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from videogen_desktop.domain.states import Origin
from videogen_desktop.domain.video import Video
from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.question import QuestionWords, question_box


def charge_question(
    window: QWidget, video: Video, *, was_charged: bool
) -> tuple[QMessageBox, QPushButton]:
    """What follows for the money, and the button that says yes. Main thread."""
    title = _charged_title() if was_charged else _not_charged_title()
    verb = _charged_verb() if was_charged else _not_charged_verb()
    later = QCoreApplication.translate("Settling", "Later")
    follows = _consequences(video, was_charged=was_charged)
    words = QuestionWords(title, title, follows, verb, later)
    return question_box(window, "chargeQuestion", words, "coins")


def _charged_title() -> str:
    return QCoreApplication.translate("Settling", "Did the provider charge for this video?")


def _not_charged_title() -> str:
    return QCoreApplication.translate("Settling", "Did the provider charge nothing for it?")


def _charged_verb() -> str:
    return QCoreApplication.translate("Settling", "Note it as charged")


def _not_charged_verb() -> str:
    return QCoreApplication.translate("Settling", "Note it as not charged")


def _consequences(video: Video, *, was_charged: bool) -> str:
    if video.origin is not Origin.GENERATED:
        return QCoreApplication.translate(
            "Settling",
            "The video counts as failed. It holds no credits, so your balance stays as it is.",
        )
    if was_charged:
        text = QCoreApplication.translate(
            "Settling",
            "{amount} count as spent and the video as failed. Once you have the task id, you can "
            "still bring the video in.",
        )
    else:
        text = QCoreApplication.translate(
            "Settling",
            "{amount} are yours again and the video counts as failed; nothing is sent again. "
            "Should the provider charge after all, the difference shows in the statement.",
        )
    return text.format(amount=credits_text(video.price))
