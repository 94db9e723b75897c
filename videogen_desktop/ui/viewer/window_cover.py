"""Covers the window with the viewer: its two halves, their share of it, and full screen."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from videogen_desktop.ui.viewer.details_panel import DetailsPanel
from videogen_desktop.ui.viewer.player_view import PlayerView

# Below this the details stand under the picture.
_SIDE_BY_SIDE_FROM = 860
_PANEL_WIDTH, _PANEL_PART, _PANEL_PART_BELOW = 380, 0.36, 0.42
_ANY_SIZE = 16_777_215  # QWIDGETSIZE_MAX


class WindowCover(QObject):
    """Lays `player_view` and `panel` out in `page`, which fills `host` while it is shown. Main
    thread.

    `covered` is hidden meanwhile, so that neither the keyboard nor a screen reader strays into
    it and nothing plays there.
    """

    def __init__(
        self,
        page: QWidget,
        player_view: PlayerView,
        panel: DetailsPanel,
        host: QWidget,
        covered: QWidget,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._player_view = player_view
        self._panel = panel
        self._host = host
        self._covered = covered
        self._details_wanted = True
        self._full_screen = False
        self._focus_before: QWidget | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(player_view, 1)
        self._row.addWidget(panel)
        host.installEventFilter(self)

    @property
    def is_full_screen(self) -> bool:
        return self._full_screen

    # --- covering --------------------------------------------------------------------------

    def cover(self) -> None:
        """Show the page instead of what it covers."""
        page = self._page
        self._focus_before = page.window().focusWidget()
        page.setGeometry(self._host.rect())
        self.arrange()
        self._covered.hide()
        page.show()
        page.raise_()

    def uncover(self) -> None:
        """Give the window back; the focus returns to where it was."""
        self.set_full_screen(False)
        self._covered.show()
        self._page.hide()
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_before = None

    # --- sharing the room ------------------------------------------------------------------

    @Slot()
    def toggle_details(self) -> None:
        self._details_wanted = not self._details_wanted
        self.arrange()

    @Slot()
    def toggle_full_screen(self) -> None:
        self.set_full_screen(not self._full_screen)

    def set_full_screen(self, full: bool) -> None:
        if full == self._full_screen:
            return
        self._full_screen = full
        window = self._page.window()
        state, whole = window.windowState(), Qt.WindowState.WindowFullScreen
        window.setWindowState(state | whole if full else state & ~whole)
        self._player_view.set_full_screen(full)
        self.arrange()

    def arrange(self) -> None:
        """The page has another size."""
        page, panel = self._page, self._panel
        wide = page.width() >= _SIDE_BY_SIDE_FROM
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        panel.setMinimumSize(0, 0)
        panel.setMaximumSize(_ANY_SIZE, _ANY_SIZE)
        if wide:
            panel.setFixedWidth(min(_PANEL_WIDTH, round(page.width() * _PANEL_PART)))
        else:
            panel.setFixedHeight(round(page.height() * _PANEL_PART_BELOW))
        panel.setVisible(self._details_wanted and not self._full_screen)
        self._player_view.bar.set_details_shown(self._details_wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self._page.isVisible():
            self._page.setGeometry(self._host.rect())
        return False
