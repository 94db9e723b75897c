"""Joins the composer to the engine: one request from the click until its card is there."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.credit_text import credits_text

if TYPE_CHECKING:
    # Nothing of this is needed before the first paint.
    from collections.abc import Sequence

    from PySide6.QtWidgets import QDialog, QInputDialog, QMessageBox, QPushButton, QWidget

    from videogen_desktop.domain.events import Event
    from videogen_desktop.domain.request import VideoRequest
    from videogen_desktop.domain.video import LibraryItem
    from videogen_desktop.ui.composer.inputs_presenter import InputsPresenter

_SECOND, _HUNDREDTHS = 1_000, 100
# Credits, to begin with: more than most clips cost.
_USUAL_MOST = 200


class ComposerPresenter(QObject):
    """Main thread only. The composer is busy in between; a request that comes to nothing leaves
    its prompt there.

    The video's id is made at the click: a terminal may ask this window for the same at the same
    moment, and that card is not the one.
    """

    accepted = Signal(str)  # the card exists: the video's id, or "" where its event was lost
    problemFound = Signal(object)  # BaseException
    requestFailed = Signal(object, str)  # BaseException, and what it cost

    def __init__(self, composer: Composer, bridge: EngineBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._composer = composer
        self._bridge = bridge
        self._pending: VideoRequest | None = None
        self._video_id = ""
        self._question: QDialog | None = None
        self._takes = 1
        self._most: int | None = None
        self._inputs: InputsPresenter | None = None
        composer.requested.connect(self._send)
        composer.refused.connect(self.problemFound)
        composer.mostNeeded.connect(self._ask_most)
        bridge.generateEnded.connect(self._ended)
        bridge.generateFailed.connect(self._failed)

    @property
    def inputs(self) -> "InputsPresenter":
        """Made with the first models, whose places it fills."""
        from videogen_desktop.ui.composer.inputs_presenter import InputsPresenter

        if self._inputs is None:
            self._inputs = InputsPresenter(self._composer, self._bridge, self)
            self._inputs.problemFound.connect(self.problemFound)
        return self._inputs

    @Slot(object)
    def follow(self, event: "Event") -> None:
        """An event that the gallery has shown already: its card may be the one."""
        from videogen_desktop.domain.events import VideoChanged

        if self._pending is None or not isinstance(event, VideoChanged):
            return
        if event.item.video.id == self._video_id:
            self._card_exists(self._video_id)

    def forget(self) -> None:
        """Another wallet is being opened; what was sent is that one's."""
        if self._question is not None:
            self._question.reject()
        self._pending = None
        self._composer.request_failed()

    def leave_library(self) -> None:
        """It is being closed: what is under way belongs to it."""
        self.forget()
        if self._inputs is not None:
            self._inputs.leave_library()

    @Slot(object)
    def _send(self, request: "VideoRequest") -> None:
        import uuid

        self._pending = request
        self._video_id = str(uuid.uuid4())
        composer = self._composer
        # What the button says is agreed to: a price that is read anew meanwhile may be higher.
        self._most = composer.most if composer.price is None else composer.price
        self._takes = composer.takes
        self._bridge.generate(request, self._video_id, takes=self._takes, most=self._most)

    def _send_again(self, request: "VideoRequest", _checked: bool = False) -> None:
        self._composer.request_resent()
        self._pending = request
        # The first try reserved nothing: it is the same click's video.
        self._bridge.generate(
            request, self._video_id, takes=self._takes, most=self._most, confirmed=True
        )

    @Slot(object)
    def _ended(self, request: "VideoRequest") -> None:
        # Without a card by now its event was lost: the request itself was not.
        if self._pending is request:
            self._card_exists("")

    @Slot(object, str, object)
    def _failed(self, request: "VideoRequest", video_id: str, error: BaseException) -> None:
        from videogen_desktop.domain.errors import RepeatedRequestError

        is_awaited = self._pending is request
        if is_awaited:
            self.forget()
        if is_awaited and isinstance(error, RepeatedRequestError):
            self._ask(request, error.age_ms)
            return
        self._bridge.ask(
            lambda engine: engine.items((video_id,)),
            partial(self._say_cost, error),
            partial(self._say_unread, error),
        )

    def _say_cost(self, error: BaseException, items: "Sequence[LibraryItem]") -> None:
        from videogen_desktop.ui import charges

        self.requestFailed.emit(error, charges.after_failure(items[0] if items else None))

    def _say_unread(self, error: BaseException, _unreadable: BaseException) -> None:
        from videogen_desktop.ui import charges

        self.requestFailed.emit(error, charges.unread())

    def _ask(self, request: "VideoRequest", age_ms: int) -> None:
        """The draft stays as it is; only a yes sends it once more."""
        question, yes = repeat_question(self._composer.window(), age_ms, self._composer.price or 0)
        yes.clicked.connect(partial(self._send_again, request))
        question.finished.connect(self._answered)
        self._question = question
        question.open()

    @Slot()
    def _ask_most(self) -> None:
        """Nobody knows the price: the user says how much may be held."""
        question = most_question(self._composer.window(), self._composer.available or 0)
        question.intValueSelected.connect(self._hold_most)
        question.finished.connect(self._answered)
        self._question = question
        question.open()

    @Slot(int)
    def _hold_most(self, credit: int) -> None:
        self._composer.submit_for(credit * _HUNDREDTHS)

    @Slot()
    def _answered(self) -> None:
        self._question = None

    def _card_exists(self, video_id: str) -> None:
        self._pending = None
        self._composer.request_accepted()
        self.accepted.emit(video_id)


def most_question(window: "QWidget", available: int) -> "QInputDialog":
    """Asks how many whole credits may be held where the price is not known; `available` in
    hundredths. Main thread."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QInputDialog

    from videogen_desktop.ui.theme.dialog_sheet import dress_input

    translate = QCoreApplication.translate
    most = max(1, available // _HUNDREDTHS)
    dialog = QInputDialog(window)
    dialog.setObjectName("mostQuestion")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("Most", "The price is not known"))
    dialog.setLabelText(
        translate(
            "Most",
            "Nobody knows yet what this costs. How many credits may be held for it at most?\n"
            "What it really cost is settled in the end, and the rest comes back.",
        )
    )
    dialog.setInputMode(QInputDialog.InputMode.IntInput)
    dialog.setIntRange(1, most)
    dialog.setIntValue(min(_USUAL_MOST, most))
    dialog.setOkButtonText(translate("Most", "Hold and create"))
    dialog.setCancelButtonText(translate("Most", "Do not create"))
    dress_input(dialog)
    return dialog


def repeat_question(
    window: "QWidget", age_ms: int, price: int
) -> "tuple[QMessageBox, QPushButton]":
    """Asks before the very same request is paid for twice: the question, and the button that says
    yes; `price` in hundredths. Main thread."""
    from videogen_desktop.ui.question import QuestionWords, question_box

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
