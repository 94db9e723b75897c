"""Instead of the player: where the video stands, whether it cost anything, what can be done."""

import time
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from videogen_desktop.domain.states import HOLDING_STATES, VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.gallery import failure_wording, progress_wording
from videogen_desktop.ui.gallery import wording as gallery_wording
from videogen_desktop.ui.gallery.actions import CardAction, actions_for, face_of
from videogen_desktop.ui.player.preview_player import PlaybackProblem
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import DARK
from videogen_desktop.ui.viewer import wording
from videogen_desktop.ui.viewer.bar_button import FAINT_INK, INK, BarText

_ICON, _WIDEST = 44, 460
_EVERY_MS = 1_000
_LONGEST_QUOTE = 400
_OFFERED = (CardAction.SEND, CardAction.CANCEL, CardAction.RETRY)
# The stage is dark in both themes.
_LOOKS = {
    VideoState.RESERVED: ("clock", FAINT_INK),
    VideoState.SENDING: ("send", DARK.accent),
    VideoState.UNCONFIRMED: ("circle-question-mark", DARK.warning),
    VideoState.PENDING: ("hourglass", DARK.accent),
    VideoState.PROCESSING: ("sparkles", DARK.accent),
    VideoState.COMPLETED: ("download", DARK.accent),
    VideoState.FAILED: ("circle-x", DARK.danger),
    VideoState.CANCELLED: ("ban", FAINT_INK),
}


class StateCard(QWidget):
    """`actionRequested` carries a CardAction value. Main thread."""

    actionRequested = Signal(str)
    checkRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: LibraryItem | None = None
        self._problem: PlaybackProblem | None = None
        self._received: tuple[int, int | None] | None = None
        self._is_checking = False
        self.usual_ms: dict[str, int] = {}
        self._icon = QLabel()
        self.headline = _label(INK, 1.25)
        self.sentence = _label(INK)
        self.cost = _label(FAINT_INK)
        self.quote = _label(FAINT_INK)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(240, 6)
        self.check = BarText(filled=True)
        self.check.clicked.connect(self.checkRequested)
        self.buttons = {action: BarText(filled=True) for action in (*_OFFERED, CardAction.OPEN)}
        for action, button in self.buttons.items():
            button.clicked.connect(partial(self._request, action))
        self._lay_out()
        self._every_second = QTimer(self, interval=_EVERY_MS)
        self._every_second.timeout.connect(self._show_sentence)

    def _lay_out(self) -> None:
        self.setStyleSheet(
            "QProgressBar { background: #2b2b35; border: none; border-radius: 3px; }"
            f"QProgressBar::chunk {{ background: {DARK.accent}; border-radius: 3px; }}"
        )
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self._icon, 0, centre)
        column.addSpacing(6)
        column.addWidget(self.headline)
        column.addWidget(self.progress, 0, centre)
        for label in (self.sentence, self.cost, self.quote):
            column.addWidget(label)
        column.addSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (*self.buttons.values(), self.check):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def show_item(self, item: LibraryItem | None, problem: PlaybackProblem | None = None) -> None:
        """`problem` is why a clip that is here does not play."""
        if item is None or self._item is None or item.video.id != self._item.video.id:
            self._received = None
            self._is_checking = False
        self._item, self._problem = item, problem
        self.refresh()

    def show_download(self, received: int, total: int | None) -> None:
        self._received = (received, total)
        self.refresh()

    def set_checking(self, checking: bool) -> None:
        self._is_checking = checking
        self.refresh()

    def refresh(self) -> None:
        item = self._item
        self.setVisible(item is not None)
        if item is None:
            self._every_second.stop()
            return
        icon, colour = _LOOKS[item.video.state]
        if self._problem is not None:
            icon, colour = "monitor-play", DARK.warning
        self._icon.setPixmap(themed_pixmap(icon, colour, _ICON, self.devicePixelRatioF()))
        self.headline.setText(self._headline(item))
        self._show_sentence()
        _show(self.cost, self._cost(item.video))
        _show(self.quote, self._quote(item.video))
        self._show_progress(item)
        self._show_buttons(item)

    def _headline(self, item: LibraryItem) -> str:
        if self._problem is not None:
            return progress_wording.playback_problem(self._problem.value)
        note = progress_wording.media_note(item)
        return note or gallery_wording.state_label(item.video.state)

    def _show_sentence(self) -> None:
        item = self._item
        if item is None:
            return
        text = failure_wording.headline(item.video)
        running = progress_wording.is_running(item.video)
        if self._problem is not None:
            is_here = self._problem is not PlaybackProblem.MISSING
            text = wording.unplayable_advice() if is_here else ""
        elif running:
            now = time.time_ns() // 1_000_000
            usual = self.usual_ms.get(item.video.model_id)
            text = progress_wording.running_note(item.video, now, usual)
        elif self._received is not None and item.clip is None:
            text = progress_wording.download_note(*self._received)
        _show(self.sentence, text)
        if running and not self._every_second.isActive():
            self._every_second.start()
        elif not running:
            self._every_second.stop()

    def _cost(self, video: Video) -> str:
        if self._problem is not None:
            return ""
        if video.state is VideoState.UNCONFIRMED:
            return f"{failure_wording.cost(video)} {wording.held_back()}"
        if video.state in HOLDING_STATES:
            return wording.credits_held(credits_text(video.price))
        if progress_wording.is_running(video):
            return wording.credits_spent(credits_text(video.price))
        return failure_wording.cost(video)

    def _quote(self, video: Video) -> str:
        words = " ".join((video.failure_message or "").split())
        if self._problem is not None or not words:
            return ""
        if len(words) > _LONGEST_QUOTE:
            words = words[: _LONGEST_QUOTE - 1] + "…"
        code = f" ({video.failure_code})" if video.failure_code else ""
        return wording.provider_says(words) + code

    def _show_progress(self, item: LibraryItem) -> None:
        percent = item.video.progress_percent
        if self._received is not None and self._received[1] and item.clip is None:
            percent = min(100, self._received[0] * 100 // self._received[1])
        running = progress_wording.is_running(item.video) or self._received is not None
        self.progress.setVisible(running and self._problem is None)
        self.progress.setValue(percent)
        self.progress.setAccessibleName(self.headline.text())

    def _show_buttons(self, item: LibraryItem) -> None:
        possible = actions_for(item)
        for action, button in self.buttons.items():
            wanted = action is not CardAction.OPEN or self._problem is not None
            missing = self._problem is PlaybackProblem.MISSING and action is CardAction.OPEN
            button.setVisible(action in possible and wanted and not missing)
            button.setText(face_of(action).text)
            button.setAccessibleName(button.text())
        self.check.setVisible(can_be_checked(item))
        self.check.setEnabled(not self._is_checking)
        text = wording.checking() if self._is_checking else wording.check_again()
        self.check.setText(text)
        self.check.setAccessibleName(text)
        self.check.updateGeometry()

    def _request(self, action: CardAction, _checked: bool = False) -> None:
        self.actionRequested.emit(action.value)


def can_be_checked(item: LibraryItem) -> bool:
    """Whether the provider's record can say anything new."""
    return item.video.task_id is not None and item.video.state in (
        VideoState.PENDING,
        VideoState.PROCESSING,
        VideoState.UNCONFIRMED,
    )


def _label(colour: str, factor: float = 1.0) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    weight = "font-weight: 600;" if factor > 1 else ""
    points = label.font().pointSizeF() * factor
    label.setStyleSheet(f"color: {colour}; font-size: {points:.1f}pt; {weight}")
    return label


def _show(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
