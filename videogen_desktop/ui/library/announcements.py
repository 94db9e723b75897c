"""What a screen reader is told of the gallery: how much was found, and what has ended."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.gallery import GalleryCounts
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui import charges
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.gallery import wording as gallery_wording
from videogen_desktop.ui.library import wording
from videogen_desktop.ui.library.controller import LibraryController

_FAILED = (VideoState.FAILED, VideoState.UNCONFIRMED)


class Announcements(QObject):
    """Nothing that the user does is repeated: only what comes of it. Main thread."""

    def __init__(self, controller: LibraryController, view: QWidget) -> None:
        super().__init__(view)
        self._controller = controller
        self._view = view
        # The library opens: that is the first thing to tell.
        self._is_due = True
        controller.queryChanged.connect(self._wait)
        controller.countsChanged.connect(self._tell_number)
        controller.stateChanged.connect(self._tell_state)

    @Slot()
    def _wait(self) -> None:
        self._is_due = True

    @Slot(object)
    def _tell_number(self, counts: GalleryCounts) -> None:
        """Once for each question; counts that change by themselves are no answer."""
        if not self._is_due:
            return
        self._is_due = False
        query = self._controller.query
        status = query.status
        count = counts.total if status is None else counts.by_status.get(status, 0)
        announce(self._view, wording.found(count, in_all=query.shows_everything))

    @Slot(object)
    def _tell_state(self, item: LibraryItem) -> None:
        parts = [gallery_wording.accessible_name(item)]
        if item.video.state in _FAILED:
            parts += [gallery_wording.failure_headline(item.video), charges.cost(item)]
        announce(self._view, ". ".join(part.rstrip(".") for part in parts if part))
