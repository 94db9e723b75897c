"""Asks before the very same request is paid for twice."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.question import QuestionWords, question_box

_SECOND = 1_000


def repeat_question(window: QWidget, age_ms: int, price: int) -> tuple[QMessageBox, QPushButton]:
    """The question, and the button that says yes; `price` in hundredths. Main thread."""
    title = QCoreApplication.translate("Repeat", "Make the very same video again?")
    follows = f"{_how_long_ago(age_ms)} {_what_it_costs(price)}"
    verb = QCoreApplication.translate("Repeat", "Make another one")
    no = QCoreApplication.translate("Repeat", "No")
    words = QuestionWords(title, title, follows, verb, no)
    return question_box(window, "repeatQuestion", words, "copy")


def _how_long_ago(age_ms: int) -> str:
    seconds = max(1, round(age_ms / _SECOND))
    return QCoreApplication.translate(
        "Repeat", "You sent this very request %n seconds ago.", None, seconds
    )


def _what_it_costs(price: int) -> str:
    text = QCoreApplication.translate("Repeat", "Another one costs {price} more.")
    return text.format(price=credits_text(price))
