"""The roles of the gallery's model beside Qt's own."""

from enum import IntEnum

from PySide6.QtCore import Qt


class GalleryRole(IntEnum):
    """What a card asks its row for."""

    VIDEO_ID = Qt.ItemDataRole.UserRole + 1
    # LibraryItem, or None while its page is on the way.
    ITEM = Qt.ItemDataRole.UserRole + 2
