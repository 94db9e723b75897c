"""One row of the rescue dialog: a task id and what became of it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.tasks import Rescue, RescueOutcome
from videogen_desktop.domain.video import Video
from videogen_desktop.ui.errors import what_happened
from videogen_desktop.ui.plain_label import breakable, form_button, plain_label
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

_ICON = 18


class RescueRow(QFrame):
    """Main thread only. Says with signals what the user wants next."""

    videoRequested = Signal(str)
    joinRequested = Signal(str, str)  # task id, video id
    # The task is wanted as a video of its own, or to be read once more (then it may ask first).
    rescueRequested = Signal(str, bool)

    def __init__(self, tokens: Tokens, task_id: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.task_id = task_id
        self._tokens = tokens
        self._is_reading = False
        self._rescue: Rescue | None = None
        self._joined: Video | None = None
        self._failure: BaseException | None = None
        self._icon = plain_label("icon")
        self._id = plain_label("small", breakable(task_id), wraps=True)
        self._id.setAccessibleName(task_id)
        self.said = plain_label(wraps=True)
        self.show_video, self.join = form_button("link"), form_button("link")
        self.bring, self.again = form_button("link"), form_button("link")
        self._lay_out(tokens)
        self.show_video.clicked.connect(self._ask_video)
        self.join.clicked.connect(self._ask_join)
        self.bring.clicked.connect(self._ask_bring)
        self.again.clicked.connect(self._ask_again)
        self.refresh()

    # --- what became of it -------------------------------------------------------------------

    def show_reading(self) -> None:
        self._rescue = self._joined = self._failure = None
        self._is_reading = True
        self.refresh()

    def show_rescue(self, rescue: Rescue) -> None:
        self._is_reading, self._rescue = False, rescue
        self.refresh()

    def show_joined(self, video: Video) -> None:
        self._is_reading, self._joined = False, video
        self.refresh()

    def show_failure(self, error: BaseException) -> None:
        """The provider could not be asked."""
        self._is_reading, self._failure = False, error
        self.refresh()

    @property
    def _video(self) -> Video | None:
        return self._joined or (None if self._rescue is None else self._rescue.video)

    @property
    def _only_resembles(self) -> str | None:
        similar = () if self._rescue is None else self._rescue.resembles
        return similar[0] if len(similar) == 1 else None

    # --- looks -------------------------------------------------------------------------------

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.refresh()

    def refresh(self) -> None:
        """Write everything again, in the language and the colours of now."""
        icon, colour = self._look()
        self._icon.setPixmap(themed_pixmap(icon, colour, _ICON, self.devicePixelRatioF()))
        self.said.setText(self._words())
        resembles = self._outcome() is RescueOutcome.RESEMBLES
        self.show_video.setVisible(self._video is not None)
        # Which one of several it is, only their owner can find out.
        self.join.setVisible(resembles and self._only_resembles is not None)
        self.bring.setVisible(resembles)
        self.again.setVisible(
            self._failure is not None or self._outcome() is RescueOutcome.UNREADABLE
        )
        self.show_video.setText(QCoreApplication.translate("Rescue", "Show the video"))
        self.join.setText(QCoreApplication.translate("Rescue", "Yes, join them"))
        self.bring.setText(QCoreApplication.translate("Rescue", "No, add it as a new video"))
        self.again.setText(QCoreApplication.translate("Rescue", "Try again"))

    def _outcome(self) -> RescueOutcome | None:
        if self._rescue is None or self._joined is not None or self._failure is not None:
            return None
        return self._rescue.outcome

    def _words(self) -> str:
        if self._failure is not None:
            return _failed(self._failure)
        if self._joined is not None:
            return _joined_text(self._joined)
        if self._rescue is not None:
            return _outcome_text(self._rescue)
        return _reading() if self._is_reading else _waiting()

    def _look(self) -> tuple[str, str]:
        tokens = self._tokens
        if self._failure is not None:
            return "circle-alert", tokens.danger
        if self._joined is not None:
            return "circle-check", tokens.success
        looks = {
            RescueOutcome.RESCUED: ("circle-check", tokens.success),
            RescueOutcome.KNOWN: ("circle-check", tokens.success),
            RescueOutcome.RESEMBLES: ("circle-question-mark", tokens.warning),
            RescueOutcome.UNKNOWN: ("circle-x", tokens.text_faint),
            RescueOutcome.UNREADABLE: ("circle-alert", tokens.danger),
        }
        outcome = self._outcome()
        waiting = "refresh-cw" if self._is_reading else "clock"
        return (waiting, tokens.text_faint) if outcome is None else looks[outcome]

    # --- what the user wants -----------------------------------------------------------------

    @Slot()
    def _ask_video(self) -> None:
        if self._video is not None:
            self.videoRequested.emit(self._video.id)

    @Slot()
    def _ask_join(self) -> None:
        video_id = self._only_resembles
        if video_id is not None:
            self.joinRequested.emit(self.task_id, video_id)

    @Slot()
    def _ask_bring(self) -> None:
        self.rescueRequested.emit(self.task_id, False)

    @Slot()
    def _ask_again(self) -> None:
        self.rescueRequested.emit(self.task_id, True)

    def _lay_out(self, tokens: Tokens) -> None:
        row = QHBoxLayout(self)
        space = tokens.space_3
        row.setContentsMargins(space, tokens.space_2, space, tokens.space_2)
        row.setSpacing(tokens.space_3)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self._id, self.said):
            words.addWidget(part)
        for link in (self.show_video, self.join, self.bring, self.again):
            words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)


def _waiting() -> str:
    return QCoreApplication.translate("Rescue", "Waiting its turn…")


def _reading() -> str:
    return QCoreApplication.translate("Rescue", "Being read…")


def _failed(error: BaseException) -> str:
    text = QCoreApplication.translate("Rescue", "Not read. {why}")
    return text.format(why=what_happened(error))


def _outcome_text(rescue: Rescue) -> str:
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
        return QCoreApplication.translate("Rescue", "There is no such task under the key in use.")
    return _failed(rescue.error or RuntimeError())


def _joined_text(video: Video) -> str:
    if video.state is VideoState.COMPLETED:
        return QCoreApplication.translate(
            "Rescue", "Joined with the unclear video: it is ready and is being downloaded."
        )
    return QCoreApplication.translate("Rescue", "Joined with the unclear video.")


def _brought_in(video: Video) -> str:
    if video.state is VideoState.COMPLETED:
        return QCoreApplication.translate("Rescue", "Found: the video is being downloaded.")
    if video.state is VideoState.FAILED:
        return QCoreApplication.translate("Rescue", "Found: the video failed there.")
    return QCoreApplication.translate("Rescue", "Found: the video is still being made.")
