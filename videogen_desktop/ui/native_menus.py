"""Which systems show a program's menus at the top of the screen."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from videogen_desktop.ui.main_window import MainWindow
    from videogen_desktop.ui.menu_bar import MenuBar


def native_menus(window: "MainWindow", platform: str = sys.platform) -> "MenuBar | None":
    """The window's menus where the system has a place for them; keep what is returned.

    Main thread, after the first frame. Elsewhere nothing is imported, and None comes back.
    """
    if platform != "darwin":
        return None
    from videogen_desktop.ui.menu_bar import MenuBar

    return MenuBar(window)
