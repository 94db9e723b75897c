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
    # Thousandths of the usual time of what runs, and whether `running` says why nothing is heard.
    progress: int = 0
    is_troubled: bool = False
    problem: str = ""
    # What is being moved, and how far: "" and None when nothing is.
    transfer: str = ""
    transferred: int | None = None
    # How long the provider keeps what is not here yet, and whether that is not long.
    expiry: str = ""
    expires_soon: bool = False


def is_same_below(before: CardContent, after: CardContent) -> bool:
    """Whether the lower part of the card looks the same, whatever its picture shows."""
    old, new = before.item.video, after.item.video
    return (
        before.selected is after.selected and before.age == after.age and old.request == new.request
    )
