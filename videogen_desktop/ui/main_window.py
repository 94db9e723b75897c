"""The window: header, gallery, composer, and the wires between them and the bridge."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from videogen_desktop.domain.events import BalanceChanged, Event, ProblemReported, VideoChanged
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.ui.alerts import AlertStack
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.clip_files import open_clip, reveal_clip
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.empty_library import EmptyLibrary
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.gallery.actions import CardAction
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.view import GalleryView
from videogen_desktop.ui.header import PROGRAM_NAME, Header, program_icon
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.theme.theme import Theme
from videogen_desktop.ui.theme.tokens import Tokens

_log = logging.getLogger(__name__)

_FIRST_SIZE = QSize(1280, 800)
_SMALLEST_SIZE = QSize(400, 420)
# Reaching the provider competes with the first cards for the processor: they come first.
_BALANCE_AFTER_MS = 1_500


class MainWindow(QMainWindow):
    """The complete chrome, with its loading state, exists before the engine does.

    Main thread only. `firstPainted` comes once, when the first frame is on the screen.
    """

    firstPainted = Signal()  # noqa: N815
    libraryOpened = Signal()  # noqa: N815
    closed = Signal()

    def __init__(self, bridge: EngineBridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._theme = theme
        self._wallet: Wallet | None = None
        self._pending: VideoRequest | None = None
        self._carded: set[str] = set()
        self._was_painted = False
        self._balance_due = QTimer(self, singleShot=True, interval=_BALANCE_AFTER_MS)
        self._build(theme.tokens)
        self._connect()
        self.setWindowTitle(PROGRAM_NAME)
        self.setWindowIcon(program_icon())
        self.setMinimumSize(_SMALLEST_SIZE)
        self.resize(_FIRST_SIZE)
        self.composer.prompt.setFocus()

    # --- building ----------------------------------------------------------------------------

    def _build(self, tokens: Tokens) -> None:
        self.header = Header(tokens)
        self.model = GalleryModel(self)
        self.players = PlayerPool(parent=self)
        self.gallery = GalleryView(self.model, self.players, tokens)
        self.empty = EmptyLibrary(tokens)
        self.gallery.set_empty_widget(self.empty)
        self.composer = Composer(tokens)
        chrome = QWidget()
        column = QVBoxLayout(chrome)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.gallery, 1)
        column.addWidget(self.composer)
        self.setCentralWidget(chrome)
        self.alerts = AlertStack(self.gallery, tokens)
        # The eye goes down the window, but hands start at the prompt.
        QWidget.setTabOrder(self.composer, self.header.badge)

    def _connect(self) -> None:
        bridge = self._bridge
        bridge.opened.connect(self._show_library)
        bridge.openFailed.connect(self._show_no_library)
        bridge.eventArrived.connect(self._apply)
        bridge.itemsArrived.connect(self.model.put_items)
        bridge.itemsFailed.connect(self._items_failed)
        bridge.generateEnded.connect(self._generate_ended)
        bridge.generateFailed.connect(self._generate_failed)
        bridge.commandFailed.connect(self.show_problem)
        self.model.itemsWanted.connect(bridge.fetch_items)
        self.gallery.actionRequested.connect(self._act)
        self.empty.sampleChosen.connect(self.composer.reuse)
        self.composer.requested.connect(self._generate)
        self.composer.refused.connect(self.show_problem)
        self._balance_due.timeout.connect(bridge.refresh_balance)
        self._theme.changed.connect(self._set_tokens)

    # --- what the engine says ----------------------------------------------------------------

    @Slot(object)
    def _show_library(self, opened: Any) -> None:
        self._wallet = opened.wallet
        self.header.show_wallet(opened.wallet)
        self.composer.offer(opened.models, opened.capabilities.aspect_ratios)
        self.model.set_ids(opened.video_ids)
        self.gallery.set_loading(False)
        if opened.balance.revision:
            self._show_balance(opened.balance)
            self._balance_due.start()
        else:
            # A wallet without a single row: nothing is known until the provider has spoken.
            self._bridge.refresh_balance()
        self.libraryOpened.emit()

    @Slot(object)
    def _show_no_library(self, error: BaseException) -> None:
        self.gallery.set_loading(False)
        self.show_problem(error)

    @Slot(object)
    def _apply(self, event: Event) -> None:
        if isinstance(event, BalanceChanged):
            self._show_balance(event.balance)
        elif isinstance(event, ProblemReported):
            self.show_problem(event.error)
        else:
            self.model.apply(event)
        if isinstance(event, VideoChanged):
            self._notice_card(event)

    def _notice_card(self, event: VideoChanged) -> None:
        video, pending = event.item.video, self._pending
        if pending is None or video.id in self._carded:
            return
        if video.request_sha256 == pending.sha256:
            self._carded.add(video.id)
            self._card_exists()

    def _card_exists(self) -> None:
        self._pending = None
        self.composer.request_accepted()
        self.gallery.scrollToTop()
        self.alerts.success(self.tr("Your video is being made. Please wait…"))

    def _show_balance(self, balance: Any) -> None:
        wallet = self._wallet
        if wallet is None or balance.wallet_id != wallet.id:
            return
        self.header.badge.show_balance(balance, wallet.is_play_money)
        self.composer.set_available(self.header.badge.available)

    @Slot(object)
    def _items_failed(self, error: BaseException) -> None:
        self.model.items_failed()
        self.show_problem(error)

    @Slot(object)
    def show_problem(self, error: BaseException) -> None:
        """Say it in the window's language, as plain text."""
        _log.warning("%s", type(error).__name__)
        self.alerts.error(error_text(error))

    # --- what the user does ------------------------------------------------------------------

    @Slot(object)
    def _generate(self, request: VideoRequest) -> None:
        self._pending = request
        self._bridge.generate(request)

    @Slot(object)
    def _generate_ended(self, request: VideoRequest) -> None:
        # Without a card by now its event was lost: the request itself was not.
        if self._pending is request:
            self._card_exists()

    @Slot(object, object)
    def _generate_failed(self, request: VideoRequest, error: BaseException) -> None:
        if self._pending is request:
            self._pending = None
            self.composer.request_failed()
        self.show_problem(error)

    @Slot(str, str)
    def _act(self, video_id: str, action: str) -> None:
        commands: dict[str, Callable[[str], None]] = {
            CardAction.DELETE: self._delete,
            CardAction.CANCEL: self._bridge.cancel,
            CardAction.SEND: self._bridge.send,
            CardAction.RETRY: self._reuse,
            CardAction.REUSE: self._reuse,
            CardAction.OPEN: self._open,
            CardAction.REVEAL: self._reveal,
        }
        commands[action](video_id)

    def _delete(self, video_id: str) -> None:
        # Windows refuses to move a file that a player holds.
        self.players.release(video_id)
        self._bridge.delete(video_id)

    def _open(self, video_id: str) -> None:
        self._with_clip(video_id, open_clip)

    def _reveal(self, video_id: str) -> None:
        self._with_clip(video_id, reveal_clip)

    def _with_clip(self, video_id: str, action: Callable[[Path], bool]) -> None:
        item = self.model.item(video_id)
        clip = None if item is None else item.clip
        if clip is not None and not action(clip):
            self.alerts.error(self.tr("The system could not open the file."))

    def _reuse(self, video_id: str) -> None:
        item = self.model.item(video_id)
        if item is not None:
            self.composer.reuse(item.video.prompt, item.video.aspect_ratio)

    # --- Qt ----------------------------------------------------------------------------------

    @Slot(object)
    def _set_tokens(self, tokens: Tokens) -> None:
        for part in (self.header, self.gallery, self.empty, self.composer, self.alerts):
            part.set_tokens(tokens)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.alerts.retranslate()
        elif event.type() is QEvent.Type.ApplicationFontChange:
            self._theme.follow_font()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # Painting and flushing are one step of Qt's: the next turn of the loop is after both.
            QTimer.singleShot(0, self, self.firstPainted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.gallery.close_down()
        super().closeEvent(event)
        self.closed.emit()
