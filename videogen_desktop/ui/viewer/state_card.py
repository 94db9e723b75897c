"""The card in place of the player: the video's state, whether it cost anything, its actions."""

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from videogen_desktop.domain.events import ReadingTrouble
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.text import readable_words, shortened
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui import charges
from videogen_desktop.ui.gallery import wording as gallery_wording
from videogen_desktop.ui.gallery.failure_wording import failure_headline
from videogen_desktop.ui.plain_label import plain_label, set_role
from videogen_desktop.ui.player.preview_player import PlaybackProblem
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import DARK
from videogen_desktop.ui.vendor_words import by_vendor
from videogen_desktop.ui.viewer.bar_controls import FAINT_INK, INK
from videogen_desktop.ui.viewer.state_buttons import StateButtons, UnconfirmedChoices

_ICON, _ICON_FROM = 44, 230
_PROGRESS = QSize(240, 6)
_MARGINS = (24, 12, 24, 12)
_EVERY_MS = 1_000
_LONGEST_QUOTE = 400
_THEIR_WORDS = (Reason.REFUSED, Reason.PROVIDER_FAILED, Reason.RESULT_MISSING)
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


# This half of the viewer is dark in both themes.
_SHEET = f"""
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; }}
QLabel {{ color: {INK}; }}
QLabel[role="muted"] {{ color: {DARK.text_muted}; }}
QLabel[role="alarm"] {{ color: {DARK.warning}; }}
QFrame#balanceHint {{ background: {DARK.warning_soft}; border: none; border-radius: 10px; }}
QProgressBar {{ background: {DARK.border}; border: none; border-radius: 3px; }}
QProgressBar::chunk {{ background: {DARK.accent}; border-radius: 3px; }}
"""


class StateCard(QScrollArea):
    """`actionRequested` carries a CardAction value. Main thread."""

    actionRequested = Signal(str)
    checkRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: LibraryItem | None = None
        self._problem: PlaybackProblem | None = None
        self._received: tuple[int, int | None] | None = None
        self._is_checking = False
        self._note = ""
        self.usual_ms: Mapping[str, int] = {}
        # Why a job that runs cannot be followed at the moment, by the video's id.
        self.trouble_of: Callable[[str], ReadingTrouble | None] = lambda _video_id: None
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.headline = _label("title")
        self.sentence, self.cost = _label(""), _label("muted")
        self.quote, self.check_note = _label("muted"), _label("muted")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(_PROGRESS)
        self.buttons = StateButtons()
        self.buttons.actionRequested.connect(self.actionRequested)
        self.buttons.checkRequested.connect(self.checkRequested)
        self.choices = UnconfirmedChoices()
        self.choices.checkRequested.connect(self.checkRequested)
        self._lay_out()
        self._every_second = QTimer(self, interval=_EVERY_MS)
        self._every_second.timeout.connect(self._show_time)

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(_SHEET)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self._icon)
        column.addWidget(self.headline)
        column.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self.sentence, self.cost, self.quote):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.buttons)
        column.addWidget(self.choices)
        column.addWidget(self.check_note)
        column.addStretch(1)
        self.setWidget(inside)

    def show_item(self, item: LibraryItem | None, problem: PlaybackProblem | None = None) -> None:
        """`problem` is why a clip that is here does not play."""
        if item is None or self._item is None or item.video.id != self._item.video.id:
            self._received = None
            self._is_checking = False
            self._note = ""
        self._item, self._problem = item, problem
        self.refresh()

    def show_download(self, received: int, total: int | None) -> None:
        self._received = (received, total)
        self.refresh()

    def set_checking(self, checking: bool, note: str = "") -> None:
        """`note` says how the check ended."""
        self._is_checking, self._note = checking, note
        self.refresh()

    def refresh(self) -> None:
        item = self._item
        self.setVisible(item is not None)
        if item is None:
            self._every_second.stop()
            return
        icon, colour = _LOOKS[item.video.state]
        if self._problem is not None or item.plays_elsewhere:
            icon, colour = "monitor-play", DARK.warning
        elif item.result_gone and item.clip is None:
            icon, colour = "image-off", DARK.danger
        self._icon.setPixmap(themed_pixmap(icon, colour, _ICON, self.devicePixelRatioF()))
        self.headline.setText(_headline(item, self._problem))
        self._show_sentence()
        played = self._problem is None
        _show(self.cost, charges.standing(item) if played else "")
        _show(self.quote, _quote(item) if played else "")
        self._show_progress(item)
        self.buttons.show_for(item, self._problem, is_checking=self._is_checking)
        self.choices.show_for(item, is_checking=self._is_checking)
        _show(self.check_note, self._note)

    def _show_time(self) -> None:
        if self._item is not None:
            self._show_sentence()
            self._show_progress(self._item)

    def _show_sentence(self) -> None:
        item = self._item
        if item is None:
            return
        running = gallery_wording.is_running(item.video)
        usual = self.usual_ms.get(item.video.model_id)
        trouble = self.trouble_of(item.video.id) if running else None
        text = _sentence(item, self._problem, self._received, usual, trouble)
        is_alarm = trouble is not None or _is_urgent(item)
        set_role(self.sentence, "alarm" if is_alarm else "")
        _show(self.sentence, text)
        if running and not self._every_second.isActive():
            self._every_second.start()
        elif not running:
            self._every_second.stop()

    def _show_progress(self, item: LibraryItem) -> None:
        usual = self.usual_ms.get(item.video.model_id)
        now = time.time_ns() // 1_000_000
        percent = round(100 * gallery_wording.passed_part(item.video, now, usual))
        if self._received is not None and self._received[1] and item.clip is None:
            percent = min(100, self._received[0] * 100 // self._received[1])
        running = gallery_wording.is_running(item.video) or self._received is not None
        self.progress.setVisible(running and self._problem is None)
        self.progress.setValue(percent)
        self.progress.setAccessibleName(self.headline.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is little room, the words need it.
        self._icon.setVisible(self.height() >= _ICON_FROM)


def _label(role: str) -> QLabel:
    label = plain_label(role, wraps=True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _show(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _headline(item: LibraryItem, problem: PlaybackProblem | None) -> str:
    if problem is not None:
        return gallery_wording.playback_problem(problem.value)
    note = gallery_wording.media_note(item)
    return note or gallery_wording.state_label(item.video.state)


def _sentence(
    item: LibraryItem,
    problem: PlaybackProblem | None,
    received: tuple[int, int | None] | None,
    usual_ms: int | None,
    trouble: ReadingTrouble | None,
) -> str:
    """What happened, how far it is, or what to do; empty where the headline says it all."""
    if problem is not None:
        return "" if problem is PlaybackProblem.MISSING else _unplayable_advice()
    if item.plays_elsewhere:
        return _unplayable_advice()
    if gallery_wording.is_running(item.video):
        return _running(item, usual_ms, trouble)
    if received is not None and item.clip is None:
        return gallery_wording.download_note(*received)
    if item.result_gone:
        return _gone_for_good(item.vendor_title)
    if notes := f"{gallery_wording.download_advice(item)} {_expiry_note(item)}".strip():
        return notes
    return failure_headline(item)


def _running(item: LibraryItem, usual_ms: int | None, trouble: ReadingTrouble | None) -> str:
    if held := gallery_wording.held_note(item):
        return held
    now = time.time_ns() // 1_000_000
    if trouble is not None:
        return gallery_wording.trouble_note(trouble, now)
    return gallery_wording.running_note(item.video, now, usual_ms)


def _expiry_note(item: LibraryItem) -> str:
    """How long the provider keeps what is not on this disk; empty where it does not matter."""
    return gallery_wording.expiry_note(item, time.time_ns() // 1_000_000)


def _is_urgent(item: LibraryItem) -> bool:
    """Whether the sentence is a warning."""
    return gallery_wording.is_expiry_urgent(item, time.time_ns() // 1_000_000)


def _quote(item: LibraryItem) -> str:
    """The provider's own words about a failure, with its code; empty without any."""
    video = item.video
    words = readable_words(video.failure_message)
    if not words or video.reason not in _THEIR_WORDS:
        # Of what was not sent, or lost, there is only what the connection said: the timeline has
        # it.
        return ""
    code = f" ({video.failure_code})" if video.failure_code else ""
    said = QCoreApplication.translate("Viewer", "{vendor} says: “{words}”")
    words = shortened(words, _LONGEST_QUOTE)
    return by_vendor(said, item.vendor_title).format(words=words) + code


def _unplayable_advice() -> str:
    return QCoreApplication.translate(
        "Viewer", "The file itself is safe on this computer: open it in the system's player."
    )


def _gone_for_good(vendor: str) -> str:
    text = QCoreApplication.translate(
        "Viewer",
        "{vendor} has deleted the file, and it is not on this computer. The credits stay spent.",
    )
    return by_vendor(text, vendor)
