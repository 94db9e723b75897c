"""The window: header, gallery, composer, and the wires between them and the bridge."""

import logging
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.composer.composer_presenter import ComposerPresenter
from videogen_desktop.ui.header import PROGRAM_NAME, Header, program_icon
from videogen_desktop.ui.library.library_area import LibraryArea
from videogen_desktop.ui.theme.theme import Theme
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    # Nothing of this is needed before the first paint.
    from videogen_desktop.domain.events import Event
    from videogen_desktop.domain.gallery import Opened
    from videogen_desktop.domain.ledger import Balance
    from videogen_desktop.domain.request import VideoRequest
    from videogen_desktop.domain.vendor import RequestFacts
    from videogen_desktop.domain.wallet import Wallet
    from videogen_desktop.ui.alerts import AlertAction, AlertStack, Front
    from videogen_desktop.ui.compare.compare_presenter import ComparePresenter
    from videogen_desktop.ui.composer.inputs_presenter import InputsPresenter
    from videogen_desktop.ui.export.export_presenter import ExportPresenter
    from videogen_desktop.ui.library.library_presenter import LibraryPresenter
    from videogen_desktop.ui.rescue.rescue_presenter import RescuePresenter
    from videogen_desktop.ui.viewer.viewer_presenter import ViewerPresenter

_log = logging.getLogger(__name__)
_FIRST_SIZE = QSize(1280, 800)
_SMALLEST_SIZE = QSize(400, 420)
# Reaching the provider competes with the first cards for the processor: they come first.
_BALANCE_AFTER_MS = 1_500


class MainWindow(QMainWindow):
    """The complete chrome with its loading state is there before the engine, and the first frame
    before the gallery's own modules. Main thread only.

    `firstPainted` comes once, when that frame is on the screen, and `completed` when the gallery
    stands: only then may the bridge open the library.
    """

    firstPainted = Signal()
    completed = Signal()
    libraryOpened = Signal()
    limitsRequested = Signal()
    closed = Signal()

    def __init__(self, bridge: EngineBridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._theme = theme
        self._wallet: Wallet | None = None
        self._usual_ms: Mapping[str, int] = {}
        self._alerts: AlertStack | None = None
        self._library: LibraryPresenter | None = None
        self._viewer: ViewerPresenter | None = None
        self._compare: ComparePresenter | None = None
        self._rescue: RescuePresenter | None = None
        self._export: ExportPresenter | None = None
        self._was_painted = False
        self._balance_due = QTimer(self, singleShot=True, interval=_BALANCE_AFTER_MS)
        self._build(theme.tokens)
        self._connect()
        self.setWindowTitle(PROGRAM_NAME)
        self.setMinimumSize(_SMALLEST_SIZE)
        self.resize(_FIRST_SIZE)
        self.composer.prompt.setFocus()

    # --- building ----------------------------------------------------------------------------

    def _build(self, tokens: Tokens) -> None:
        self.header = Header(tokens)
        self.library_area = LibraryArea(tokens)
        self.composer = Composer(tokens)
        self._chrome = chrome = QWidget()
        column = QVBoxLayout(chrome)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.library_area, 1)
        column.addWidget(self.composer)
        self.setCentralWidget(chrome)

    def _connect(self) -> None:
        bridge = self._bridge
        bridge.opened.connect(self._show_library)
        bridge.openFailed.connect(self._show_no_library)
        bridge.eventArrived.connect(self._follow)
        bridge.commandFailed.connect(self.show_problem)
        self._composer_presenter = ComposerPresenter(self.composer, bridge, self)
        self._composer_presenter.accepted.connect(self._card_exists)
        self._composer_presenter.problemFound.connect(self.show_problem)
        self._composer_presenter.requestFailed.connect(self.show_problem)
        self._balance_due.timeout.connect(bridge.refresh_balance)
        self.header.rescueRequested.connect(self.open_rescue)
        self._theme.changed.connect(self._set_tokens)

    @property
    def library(self) -> "LibraryPresenter":
        """The gallery; made at the first use, which is right after the first paint."""
        from videogen_desktop.ui.library.library_presenter import LibraryPresenter

        if self._library is None:
            self._library = LibraryPresenter(self._bridge, self._theme.tokens, self)
            self._library.viewRequested.connect(self.view_video)
            self._library.leavingRequested.connect(lambda ids, do: self.export.act(ids, action=do))
            self._library.compareRequested.connect(
                lambda ids, viewed: self.compare.compare(ids, viewed=viewed)
            )
            self._library.follow_ups.begun.connect(self._begin)
            self._library.follow_ups.present = lambda: self.composer.request
            self._library.follow_ups.parentKnown.connect(self._know_parent)
            self._library.sampleChosen.connect(self.composer.write)
            self._library.problemFound.connect(self.show_problem)
            self._library.fileRefused.connect(self._file_refused)
            self._library.noticeGiven.connect(self._notice)
            self._library.deletion.undone.connect(self._withdraw)
            self._library.undoing.undone.connect(self._withdraw)
            self.composer.prompt.nothingToUndo.connect(self._library.undo_last)
            # After the gallery: the card of what was sent is there by then.
            self._bridge.eventArrived.connect(self._composer_presenter.follow)
            self.library_area.show_view(self._library.panel)
        return self._library

    @property
    def inputs(self) -> "InputsPresenter":
        """Takes files into the form."""
        return self._composer_presenter.inputs

    @property
    def alerts(self) -> "AlertStack":
        """Made with the first alert."""
        from videogen_desktop.ui.alerts import AlertStack

        if self._alerts is None:
            self._alerts = AlertStack(self._front, self._theme.tokens, self)
        return self._alerts

    @property
    def viewer(self) -> "ViewerPresenter":
        """Made with the first video that is looked at closely."""
        from videogen_desktop.ui.viewer.viewer_presenter import ViewerPresenter

        if self._viewer is None:
            tokens = self._theme.tokens
            self._viewer = ViewerPresenter(self._bridge, self.library, tokens, self, self._chrome)
            self._viewer.problemFound.connect(self.show_problem)
            self._viewer.noticeGiven.connect(self._notice)
            self._viewer.opened.connect(self._place_alerts)
            self._viewer.closed.connect(self._place_alerts)
        return self._viewer

    @property
    def compare(self) -> "ComparePresenter":
        """Made when clips are first looked at side by side."""
        from videogen_desktop.ui.compare.compare_presenter import ComparePresenter

        if self._compare is None:
            self._compare = ComparePresenter(self._bridge, self.library, self)
            self._compare.opened.connect(self._place_alerts)
            self._compare.closed.connect(self._place_alerts)
        return self._compare

    @property
    def export(self) -> "ExportPresenter":
        """Made when a clip first leaves the window."""
        from videogen_desktop.ui.export.export_presenter import ExportPresenter

        if self._export is None:
            self._export = ExportPresenter(self._bridge, self.library, self)
        return self._export

    @property
    def rescue(self) -> "RescuePresenter":
        """Made when it is first wanted."""
        from videogen_desktop.ui.rescue.rescue_presenter import RescuePresenter

        if self._rescue is None:
            self._rescue = RescuePresenter(self._bridge, self, self._theme.tokens)
            self._rescue.videoRequested.connect(self.view_video)
        return self._rescue

    @Slot()
    def open_rescue(self, task_ids: Sequence[str] = ()) -> None:
        """Ask for task ids; these are known."""
        self.rescue.open("\n".join(task_ids))

    @Slot()
    def _place_alerts(self) -> None:
        if self._alerts is not None:
            self._alerts.follow()

    def _front(self) -> "Front":
        from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

        dialog = QApplication.activeModalWidget()
        is_question = isinstance(dialog, QMessageBox | QFileDialog)
        if isinstance(dialog, QDialog) and dialog.isVisible() and not is_question:
            return dialog, dialog
        if self._viewer is not None and self._viewer.is_open:
            return self._viewer.viewer, self._viewer.viewer.player_view.bar
        if self._compare is not None and self._compare.is_open:
            return self._compare.view, self._compare.view.bar
        return self.library_area, self.library.panel.toolbar

    @Slot()
    def _after_first_paint(self) -> None:
        self.firstPainted.emit()
        self.setWindowIcon(program_icon())
        self._theme.follow_system()
        self.header.complete()
        self.composer.complete()
        self.library.panel.setVisible(True)
        self.completed.emit()

    # --- what the engine says ----------------------------------------------------------------

    @Slot(object)
    def _show_library(self, opened: "Opened") -> None:
        self._wallet = opened.wallet
        self.header.show_wallet(opened.wallet)
        self._usual_ms = opened.usual_ms
        self.composer.offer(opened.vendor, opened.usual_ms)
        self.composer.shortage.page = opened.vendor.credit_page_of(opened.wallet.key)
        self.inputs.library_opened()
        self.library.show_opened(opened)
        if opened.balance.revision:
            self._show_balance(opened.balance)
            self._balance_due.start()
        else:
            # A wallet without a single row: nothing is known until the provider has spoken.
            self._bridge.refresh_balance()
        self.libraryOpened.emit()

    def leave_wallet(self) -> None:
        """Another wallet is being opened: this one's money is neither shown nor spent."""
        for part in (self._viewer, self._compare, self._rescue, self._export, self._library):
            if part is not None:
                part.leave_wallet()
        self._wallet = None
        self._balance_due.stop()
        self.header.badge.forget()
        self._composer_presenter.leave_library()
        self.composer.set_available(None)

    @Slot()
    def come_to_front(self) -> None:
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    @Slot(str)
    def show_video(self, video_id: str) -> None:
        """Bring the window and this card to the front."""
        self.come_to_front()
        if self._compare is not None:
            self._compare.close()
        if self._viewer is not None and self._viewer.is_open:
            self._viewer.show(video_id)
        elif self.library.view.select_video(video_id):
            self.library.view.setFocus()
        else:
            # A search or a filter keeps its card back.
            self.view_video(video_id)

    @Slot(str)
    def view_video(self, video_id: str) -> None:
        """Show this video large, over the whole window."""
        self.viewer.show(video_id)

    @Slot(object)
    def _show_no_library(self, error: BaseException) -> None:
        # Why, the window's care says in place of the cards.
        _log.warning("the library did not open: %s", type(error).__name__)
        self.library.show_nothing()

    @Slot(object)
    def _follow(self, event: "Event") -> None:
        """Money, the offer and problems; what happens to videos, gallery and viewer hear."""
        from videogen_desktop.domain.errors import DiskFullError, LibraryDamagedError
        from videogen_desktop.domain.events import BalanceChanged, OfferChanged, ProblemReported

        # A full disk is said above the cards, for as long as it is one; damage comes with what can
        # be done about it.
        said_elsewhere = DiskFullError | LibraryDamagedError
        if isinstance(event, BalanceChanged):
            self._show_balance(event.balance)
        elif isinstance(event, OfferChanged):
            self.composer.offer(event.vendor, self._usual_ms)
        elif isinstance(event, ProblemReported) and not isinstance(event.error, said_elsewhere):
            self.show_problem(event.error)

    @Slot(str)
    def _card_exists(self, video_id: str) -> None:
        self.library.show_new(video_id, self._new_is_shown)

    def _new_is_shown(self, video_id: str, is_in_sight: bool) -> None:
        from videogen_desktop.ui.alerts import AlertAction

        show = AlertAction(self.tr("Show it"), partial(self.show_video, video_id))
        text = self.tr("Your video is being made. Please wait…")
        self.alerts.success(text, None if is_in_sight else show)

    def _show_balance(self, balance: "Balance") -> None:
        wallet = self._wallet
        if wallet is not None and balance.wallet_id == wallet.id:
            self.header.badge.show_balance(balance, wallet.is_play_money)
            self.composer.set_available(self.header.badge.available)

    @Slot(object)
    @Slot(object, str)
    def show_problem(self, error: BaseException, cost: str = "") -> None:
        """Say it in the window's language, as plain text; `cost` is a word of `ui.charges`."""
        from videogen_desktop.domain import errors
        from videogen_desktop.ui.alerts import AlertAction
        from videogen_desktop.ui.errors import error_text
        from videogen_desktop.ui.page_link import open_page

        _log.warning("%s", type(error).__name__)
        action = None
        if isinstance(error, errors.SpendGuardError):
            action = AlertAction(self.tr("Change the limits…"), self.limitsRequested.emit)
        elif isinstance(error, errors.NotEnoughCreditsError) and self.composer.shortage.page:
            page = self.composer.shortage.page
            action = AlertAction(self.tr("Buy more credits"), partial(open_page, page))
        elif isinstance(error, errors.TasksNotInLibraryError):
            action = AlertAction(self.tr("Rescue them…"), partial(self.open_rescue, error.task_ids))
        self.alerts.error(f"{error_text(error)} {cost}".rstrip(), action)

    # --- what the user does ------------------------------------------------------------------

    @Slot(object, object)
    def _begin(self, request: "VideoRequest", facts: "RequestFacts") -> None:
        """A clip gave the beginning of the next request: on to the form."""
        if self._viewer is not None:
            self._viewer.viewer.close_viewer()
        self.composer.reuse(request, facts)

    @Slot(str, object)
    def _know_parent(self, parent: str, facts: "RequestFacts") -> None:
        self.composer.choices.know_parent(parent, facts)
        self.composer.choices_known()

    @Slot(str, object)
    def _notice(self, text: str, action: "AlertAction | None") -> None:
        self.alerts.success(text, action)

    @Slot(object)
    def _withdraw(self, action: "AlertAction") -> None:
        self.alerts.withdraw(action)

    @Slot()
    def _file_refused(self) -> None:
        self.alerts.error(self.tr("The system could not open the file."))

    # --- Qt ----------------------------------------------------------------------------------

    @Slot(object)
    def _set_tokens(self, tokens: Tokens) -> None:
        made_later = (self._library, self._viewer, self._alerts, self._rescue, self._export)
        for part in (self.header, self.library_area, self.composer, *made_later):
            if part is not None:
                part.set_tokens(tokens)

    def focusNextPrevChild(self, forward: bool) -> bool:
        from videogen_desktop.ui.tab_order import follow_the_eye

        follow_the_eye(self)
        return super().focusNextPrevChild(forward)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and self._alerts is not None:
            self._alerts.retranslate()
        elif event.type() is QEvent.Type.ApplicationFontChange:
            self._theme.follow_font()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # Painting and flushing are one step of Qt's: the next turn of the loop is after both.
            QTimer.singleShot(0, self, self._after_first_paint)

    def closeEvent(self, event: QCloseEvent) -> None:
        for part in (self._viewer, self._compare, self._export, self._library):
            if part is not None:
                part.close_down()
        super().closeEvent(event)
        self.closed.emit()
