"""What a card shows, as one value: equal contents look the same and are painted once."""

from typing import NamedTuple

from PySide6.QtGui import QImage

from videogen_desktop.domain.video import LibraryItem


class CardContent(NamedTuple):
    """Words are in the window's language already."""

    item: LibraryItem
    poster: QImage | None = None
    selected: bool = False
    age: str = ""
    running: str = ""
    problem: str = ""
    # What is being moved, and how far: "" and None when nothing is.
    transfer: str = ""
    transferred: int | None = None
