"""The first run: begin with play money, or paste a key. The window stays usable below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.ui.account.wording import play_money
from videogen_desktop.ui.header import program_icon
from videogen_desktop.ui.plain_label import form_button, plain_label, plain_tooltip
from videogen_desktop.ui.settings.key_form import KeyForm
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.updates import update_request_words

_MARK = 52
_ICON = 24
_WIDEST = 760
# Below this width the two ways stand under each other.
_NARROW = 640


class WayCard(QFrame):
    """One of the two ways to begin: icon, name, what it means; the rest is added below."""

    def __init__(self, tokens: Tokens, icon: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._icon = icon
        self._picture = plain_label("icon")
        self.name = plain_label("heading", wraps=True)
        self.mark = plain_label("chip")
        self.meaning = plain_label("muted", wraps=True)
        self.column = QVBoxLayout(self)
        space = tokens.space_4 + 2
        self.column.setContentsMargins(space, space, space, space)
        self.column.setSpacing(tokens.space_2)
        head = QHBoxLayout()
        head.setSpacing(tokens.space_2)
        head.addWidget(self._picture)
        head.addWidget(self.name, 1)
        head.addWidget(self.mark)
        self.column.addLayout(head)
        self.column.addWidget(self.meaning)

    def set_tokens(self, tokens: Tokens) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(themed_pixmap(self._icon, tokens.accent, _ICON, ratio))


class Welcome(QScrollArea):
    """Covers `stage` and follows its size; the composer below it works all the while, and using
    it is as good an answer as any. Main thread only."""

    practiceChosen = Signal()
    dismissed = Signal()

    def __init__(
        self,
        tokens: Tokens,
        vendors: "Sequence[Vendor]",
        stage: QWidget,
        *,
        asks_about_updates: bool = True,
    ) -> None:
        """`vendors` are those that take keys."""
        super().__init__(stage)
        self.setObjectName("welcome")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stage = stage
        self._mark = QLabel()
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = _centred("title")
        self._hint = _centred("muted")
        self.practice = WayCard(tokens, "flask-conical")
        self.account = WayCard(tokens, "key-round")
        self.account.mark.hide()
        self.try_now = form_button("primary")
        self.form = KeyForm(tokens, vendors, with_address=False)
        self.later = form_button("quiet")
        self.updates = QCheckBox()
        self._updates_meaning = _centred("small")
        asked = (self._updates_meaning, self.updates) if asks_about_updates else ()
        self._optional = (self._mark, *asked, self._hint)
        if not asks_about_updates:
            self.updates.hide()
            self._updates_meaning.hide()
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out(tokens)
        self.try_now.clicked.connect(self.practiceChosen)
        self.form.vendor.chosen.connect(self._name_account)
        self.later.clicked.connect(self.dismissed)
        stage.installEventFilter(self)
        self.set_tokens(tokens)
        self.retranslate()
        self._follow_stage()

    def set_tokens(self, tokens: Tokens) -> None:
        ground = f"QScrollArea#welcome {{ background: {tokens.background}; }}"
        self.setStyleSheet(dialog_sheet(tokens) + ground)
        size = QSize(_MARK, _MARK)
        self._mark.setPixmap(program_icon().pixmap(size, self.devicePixelRatioF()))
        self.practice.set_tokens(tokens)
        self.account.set_tokens(tokens)
        self.form.set_tokens(tokens)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Welcome to VideoGen"))
        self._hint.setText(self.tr("A sentence becomes a short video. How do you want to begin?"))
        self.practice.name.setText(self.tr("Try it now"))
        self.practice.mark.setText(play_money())
        meaning = self.tr(
            "Create, watch and download trial videos on this computer: no account, no payment."
        )
        self.practice.meaning.setText(meaning)
        self.try_now.setText(self.tr("Start trying"))
        self._name_account()
        meaning = self.tr("The key is tried for free and kept in the system's keyring only.")
        self.account.meaning.setText(meaning)
        self.later.setText(self.tr("Later"))
        self.updates.setText(self.tr("Tell me about new versions"))
        self._updates_meaning.setText(update_request_words())
        self.updates.setAccessibleDescription(update_request_words())
        self.updates.setToolTip(plain_tooltip(update_request_words()))

    @Slot()
    def _name_account(self) -> None:
        words = self.tr("Use your {vendor} account")
        self.account.name.setText(words.format(vendor=self.form.vendor.current.title))

    # --- Qt ----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._stage and event.type() is QEvent.Type.Resize:
            self._follow_stage()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            return
        super().keyPressEvent(event)

    @Slot()
    def _follow_stage(self) -> None:
        self.setGeometry(self._stage.rect())
        direction = QBoxLayout.Direction
        is_narrow = self.width() < _NARROW
        self._ways.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """What is no way to begin goes before anything is out of sight: the program's mark, the
        question that the settings ask too, the hint."""
        for part in self._optional:
            part.setVisible(True)
        for part in self._optional:
            # What hides tells the layout above its own only in the next turn of the loop.
            part.parentWidget().updateGeometry()
            self._column.activate()
            if self._column.totalHeightForWidth(self.width()) > self.height():
                part.hide()

    def _lay_out(self, tokens: Tokens) -> None:
        self.practice.column.addStretch(1)
        self.practice.column.addWidget(self.try_now)
        self.account.column.addStretch(1)
        self.account.column.addWidget(self.form)
        self._ways.setSpacing(tokens.space_4)
        self._ways.addWidget(self.practice, 1)
        self._ways.addWidget(self.account, 1)
        frame = QWidget()
        frame.setMaximumWidth(_WIDEST)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(tokens.space_2)
        inner.addWidget(self._mark)
        inner.addWidget(self._title)
        inner.addWidget(self._hint)
        inner.addSpacing(tokens.space_3)
        inner.addLayout(self._ways)
        inner.addWidget(self.later, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self.updates, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self._updates_meaning)
        content = QWidget()
        self._column = column = QVBoxLayout(content)
        space = tokens.space_4
        column.setContentsMargins(space, space, space, space)
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(frame, 1000)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        self.setWidget(content)


def _centred(role: str) -> QLabel:
    label = plain_label(role, wraps=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
