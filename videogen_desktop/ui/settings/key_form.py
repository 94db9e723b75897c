"""The form for an API key: pasted, tried with a free call, and kept."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.page_link import PageLink
from videogen_desktop.ui.plain_label import form_button, plain_label, set_role
from videogen_desktop.ui.settings.settings_page import SegmentedChoice
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.vendor import Vendor
    from videogen_desktop.domain.wallet import WalletKey

_EDGE = 12
# As long as the shortest of the platforms' keyrings takes.
_LONGEST = 1024


class KeyForm(QWidget):
    """The key is masked while it is typed and leaves the field once it is kept. Main thread only.

    It knows nothing of the engine: it asks with signals and is told how things went.
    """

    testRequested = Signal(object, str)  # WalletKey, key
    saveRequested = Signal(object, str, bool)  # WalletKey, key, for this run only

    def __init__(self, tokens: Tokens, vendors: "Sequence[Vendor]", *, with_address: bool) -> None:
        """`vendors` are those that take keys, the usual one first."""
        super().__init__()
        self._is_busy = False
        self.vendor = SegmentedChoice(vendors)
        self.vendor.choose(vendors[0])
        self._vendors = tuple(vendors)
        self.vendor.setVisible(len(vendors) > 1)
        self._words: Callable[[], str] = str
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setMaxLength(_LONGEST)
        hints = Qt.InputMethodHint
        self.key.setInputMethodHints(hints.ImhHiddenText | hints.ImhSensitiveData)
        self._sign = QAction(self)
        self.key.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.address = QLineEdit(vendors[0].api_base)
        self.address.setVisible(False)
        self.other_address = form_button("link")
        self.other_address.setVisible(with_address)
        self.key_page = PageLink()
        self.test = form_button()
        self.save = form_button("primary")
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said = plain_label("small", wraps=True)
        self._said.hide()
        self.keyring = KeyringChoice(tokens)
        self.keyring.hide()
        self._lay_out(tokens)
        self._connect()
        self.set_tokens(tokens)
        self.retranslate()
        self._refresh()

    # --- how things went ---------------------------------------------------------------------

    def show_testing(self) -> None:
        self._say("small", being_tried_text, busy=True)

    def show_saving(self) -> None:
        self._say("small", being_kept_text, busy=True)

    def show_valid(self, balance: int) -> None:
        """The free call worked; `balance` in hundredths."""
        self._say("success", partial(works_text, balance))

    def show_problem(self, sentence: str) -> None:
        self._say("danger", lambda: sentence)

    def show_keyring_problem(self, condition: str) -> None:
        """The key works, but cannot be kept: "missing", "locked" or "failed"."""
        self._say("", str)
        self.keyring.show_condition(condition)
        self.keyring.show()
        self.keyring.retry.setFocus(Qt.FocusReason.OtherFocusReason)
        # It has its place only when the layout has made room for it, and wrapped lines take a
        # second turn: seen on a slow machine, where one look came between the two.
        QTimer.singleShot(0, self, self._bring_question_into_view)
        area = self._scroll_area()
        if area is not None:
            bar = area.verticalScrollBar()
            bar.rangeChanged.connect(
                self._bring_question_into_view, Qt.ConnectionType.UniqueConnection
            )

    def _scroll_area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    @Slot()
    def _bring_question_into_view(self) -> None:
        area = self._scroll_area()
        if area is not None and self.keyring.isVisible():
            area.ensureWidgetVisible(self.keyring)

    def show_kept(self, *, for_this_run: bool = False) -> None:
        """Done: the key is no longer needed here."""
        self.key.clear()
        self._say("success", kept_for_this_run_text if for_this_run else kept_text)

    # --- what the user does ------------------------------------------------------------------

    @Slot()
    def _ask_test(self) -> None:
        if self.test.isEnabled():
            self.testRequested.emit(self._wallet(), self._typed())

    @Slot()
    def _ask_save(self) -> None:
        if self.save.isEnabled():
            self.keyring.hide()
            self.saveRequested.emit(self._wallet(), self._typed(), False)

    @Slot()
    def _ask_this_run(self) -> None:
        self.keyring.hide()
        self.saveRequested.emit(self._wallet(), self._typed(), True)

    @Slot()
    def _give_up(self) -> None:
        self.keyring.hide()
        self._say("small", not_kept_text)

    @Slot()
    def _edited(self) -> None:
        self.keyring.hide()
        self._said.hide()
        self._refresh()

    @Slot(object)
    def _choose_vendor(self, vendor: "Vendor") -> None:
        self.address.setText(vendor.api_base)
        self.retranslate()
        self._edited()

    @Slot()
    def _show_address(self) -> None:
        self.other_address.hide()
        self.address.show()
        self.address.setFocus()
        self.address.selectAll()

    # --- inner -------------------------------------------------------------------------------

    def _typed(self) -> str:
        return self.key.text().strip()

    def _wallet(self) -> "WalletKey":
        vendor: Vendor = self.vendor.current
        return vendor.wallet_at(self.address.text().strip() or vendor.api_base)

    def _say(self, role: str, words: Callable[[], str], *, busy: bool = False) -> None:
        self._is_busy, self._words = busy, words
        set_role(self._said, role)
        self._write_said()
        self._said.setVisible(bool(self._said.text()))
        self._refresh()

    def _write_said(self) -> None:
        words = self._words()
        self._said.setText(words)
        self._said.setAccessibleName(words)

    def _refresh(self) -> None:
        can_go = bool(self._typed()) and not self._is_busy
        self.test.setEnabled(can_go)
        self.save.setEnabled(can_go)
        self.key.setReadOnly(self._is_busy)
        self.address.setReadOnly(self._is_busy)

    def set_tokens(self, tokens: Tokens) -> None:
        self._sign.setIcon(themed_icon("key-round", tokens.text_faint, 16))
        self.keyring.set_tokens(tokens)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.vendor.name(self.tr("Service"), [vendor.title for vendor in self._vendors])
        words = self.tr("Paste your {vendor} API key")
        self.key.setPlaceholderText(words.format(vendor=self.vendor.current.short_title))
        self.key.setAccessibleName(self.tr("API key"))
        self.key_page.setText(self.tr("Get a key"))
        self.key_page.lead_to(self.vendor.current.key_page)
        self.address.setAccessibleName(self.tr("API address"))
        self.other_address.setText(self.tr("Use another API address"))
        self.test.setText(self.tr("Test"))
        self.test.setAccessibleDescription(self.tr("Tries the key with a call that is free"))
        self.save.setText(self.tr("Keep and use"))
        self._write_said()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(300, 0))

    def minimumSizeHint(self) -> QSize:
        others = (self.vendor, self.address, self.key, self.other_address, self.keyring)
        shown = [part for part in (*others, *self._in_a_row) if not part.isHidden()]
        widest = max(part.minimumSizeHint().width() for part in shown)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = [part for part in self._in_a_row if not part.isHidden()]
        needed = sum(part.sizeHint().width() for part in shown)
        needed += self._buttons.spacing() * (len(shown) - 1)
        direction = QBoxLayout.Direction
        is_narrow = event.size().width() < needed
        self._buttons.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    @property
    def _in_a_row(self) -> tuple[QWidget, ...]:
        return (self.key_page, self.test, self.save)

    def _connect(self) -> None:
        self.vendor.chosen.connect(self._choose_vendor)
        self.key.textEdited.connect(self._edited)
        self.key.textChanged.connect(self._refresh)
        self.key.returnPressed.connect(self._ask_save)
        self.address.textEdited.connect(self._edited)
        self.other_address.clicked.connect(self._show_address)
        self.test.clicked.connect(self._ask_test)
        self.save.clicked.connect(self._ask_save)
        self.keyring.retryChosen.connect(self._ask_save)
        self.keyring.thisRunChosen.connect(self._ask_this_run)
        self.keyring.cancelChosen.connect(self._give_up)

    def _lay_out(self, tokens: Tokens) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_2)
        column.addWidget(self.vendor)
        column.addWidget(self.address)
        column.addWidget(self.key)
        column.addWidget(self.other_address, 0, Qt.AlignmentFlag.AlignLeft)
        self._buttons.setSpacing(tokens.space_2)
        self._buttons.addWidget(self.key_page)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.test)
        self._buttons.addWidget(self.save)
        column.addLayout(self._buttons)
        column.addWidget(self._said)
        column.addWidget(self.keyring)


class KeyringChoice(QFrame):
    """Never a file in plain text: retry, keep in memory, or cancel. Main thread only."""

    retryChosen = Signal()
    thisRunChosen = Signal()
    cancelChosen = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setProperty("kind", "note")
        self._condition = "missing"
        self._why = plain_label(wraps=True)
        self._means = plain_label("small", wraps=True)
        self.retry, self.this_run, self.cancel = form_button(), form_button(), form_button("quiet")
        self.retry.clicked.connect(self.retryChosen)
        self.this_run.clicked.connect(self.thisRunChosen)
        self.cancel.clicked.connect(self.cancelChosen)
        column = QVBoxLayout(self)
        space = tokens.space_3
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(tokens.space_2)
        column.addWidget(self._why)
        column.addWidget(self._means)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(tokens.space_2)
        for button in (self.retry, self.this_run, self.cancel):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        self.retranslate()

    def show_condition(self, condition: str) -> None:
        """ "missing", "locked" or "failed", as KeyStoreUnavailableError says."""
        self._condition = condition
        self.retranslate()

    def set_tokens(self, _tokens: Tokens) -> None:
        """The style sheet does all of it."""

    def minimumSizeHint(self) -> QSize:
        widest = max(button.sizeHint().width() for button in (self.retry, self.this_run))
        return QSize(widest + 2 * _EDGE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(
            button.sizeHint().width() + _EDGE for button in (self.retry, self.this_run, self.cancel)
        )
        direction = QBoxLayout.Direction
        is_narrow = event.size().width() < needed + _EDGE
        self._buttons.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._why.setText(self._reason())
        means = self.tr(
            "The key works but is not kept. For this run only means: enter it again next time."
        )
        self._means.setText(means)
        self.retry.setText(self.tr("Try again"))
        self.this_run.setText(self.tr("Keep for this run only"))
        self.cancel.setText(self.tr("Cancel"))

    def _reason(self) -> str:
        if self._condition == "missing":
            return self.tr("This computer has no system keyring that could hold the key.")
        if self._condition == "locked":
            return self.tr("The system's keyring is locked and was not opened.")
        return self.tr("The system's keyring did not take the key.")


def being_tried_text() -> str:
    return QCoreApplication.translate("KeyForm", "Trying the key…")


def works_text(balance: int) -> str:
    """`balance` in hundredths."""
    words = QCoreApplication.translate("KeyForm", "The key works. The account has {amount}.")
    return words.format(amount=credits_text(balance))


def being_kept_text() -> str:
    return QCoreApplication.translate(
        "KeyForm", "Keeping the key. If the system asks to unlock its keyring, please do…"
    )


def kept_text() -> str:
    return QCoreApplication.translate("KeyForm", "The key is kept.")


def kept_for_this_run_text(ending: str | None = None) -> str:
    """`ending` is what may be shown of the key."""
    if ending is None:
        return QCoreApplication.translate("KeyForm", "Key kept for this run only, not stored.")
    words = QCoreApplication.translate(
        "KeyForm", "Key kept for this run only, not stored, ending in {ending}"
    )
    return words.format(ending=ending)


def not_kept_text() -> str:
    return QCoreApplication.translate("KeyForm", "The key was not kept.")
