"""The viewer's two halves, how they share the window, and its full screen."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer.details_panel import DetailsPanel
from videogen_desktop.ui.viewer.playback import Playback
from videogen_desktop.ui.viewer.stage import Stage
from videogen_desktop.ui.viewer.viewer_sheet import viewer_sheet

# Below this the details stand under the picture.
_SIDE_BY_SIDE_FROM = 860
_PANEL_WIDTH, _PANEL_PART, _PANEL_PART_BELOW = 380, 0.36, 0.42
_ANY_SIZE = 16_777_215  # QWIDGETSIZE_MAX


class ViewerPage(QWidget):
    """Fills `host` while it is shown; `covered` is hidden meanwhile, so that neither the keyboard
    nor a screen reader strays into it and nothing plays there. Main thread."""

    def __init__(self, playback: Playback, tokens: Tokens, host: QWidget, covered: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._covered = covered
        self._details_wanted = True
        self._full_screen = False
        self._focus_before: QWidget | None = None
        self.playback = playback
        self.playback.setParent(self)
        self.stage = Stage(playback, tokens, self)
        self.panel = DetailsPanel(tokens, self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.stage, 1)
        self._row.addWidget(self.panel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_tokens(tokens)
        self.hide()
        host.installEventFilter(self)

    def set_tokens(self, tokens: Tokens) -> None:
        """Another theme."""
        self.setStyleSheet(viewer_sheet(tokens))
        self.stage.bar.set_tokens(tokens)
        self.panel.set_tokens(tokens)

    # --- covering --------------------------------------------------------------------------

    def _cover(self) -> None:
        self._focus_before = self.window().focusWidget()
        self.setGeometry(self._host.rect())
        self._arrange()
        self._covered.hide()
        self.show()
        self.raise_()

    def _uncover(self) -> None:
        self._set_full_screen(False)
        self._covered.show()
        self.hide()
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_before = None

    # --- sharing the room ------------------------------------------------------------------

    @Slot()
    def toggle_details(self) -> None:
        self._details_wanted = not self._details_wanted
        self._arrange()

    @Slot()
    def toggle_full_screen(self) -> None:
        self._set_full_screen(not self._full_screen)

    def _set_full_screen(self, full: bool) -> None:
        if full == self._full_screen:
            return
        self._full_screen = full
        window = self.window()
        state, whole = window.windowState(), Qt.WindowState.WindowFullScreen
        window.setWindowState(state | whole if full else state & ~whole)
        self.stage.set_full_screen(full)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= _SIDE_BY_SIDE_FROM
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self.panel.setMinimumSize(0, 0)
        self.panel.setMaximumSize(_ANY_SIZE, _ANY_SIZE)
        if wide:
            self.panel.setFixedWidth(min(_PANEL_WIDTH, round(self.width() * _PANEL_PART)))
        else:
            self.panel.setFixedHeight(round(self.height() * _PANEL_PART_BELOW))
        self.panel.setVisible(self._details_wanted and not self._full_screen)
        self.stage.bar.set_details_shown(self._details_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._host.rect())
        return False
