"""A link to a page of a vendor, which the system's browser opens."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QToolTip, QWidget

from videogen_desktop.ui.plain_label import plain_tooltip


class PageLink(QPushButton):
    """Hidden where there is no such page. Main thread only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not at the top: ui/theme/icons.py says what this class costs.
        from PySide6.QtCore import Qt

        self.setProperty("kind", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._page = ""
        self.hide()
        self.clicked.connect(self._open)

    @property
    def page(self) -> str:
        return self._page

    def lead_to(self, page: str) -> bool:
        """From now on; whether there is anything to be shown. Only https is ever opened."""
        self._page = page if page.startswith("https://") else ""
        self.setVisible(bool(self._page))
        return bool(self._page)

    @Slot()
    def _open(self) -> None:
        if not open_page(self._page):
            # Without a browser the address is still of use.
            QToolTip.showText(
                self.mapToGlobal(self.rect().bottomLeft()), plain_tooltip(self._page), self
            )


def open_page(page: str) -> bool:
    """Open a vendor's page in the browser; False when that did not work. Main thread."""
    if not page.startswith("https://"):
        return False
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl(page))
