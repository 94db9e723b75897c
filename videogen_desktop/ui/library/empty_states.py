"""Which empty state the gallery shows, and when its toolbar is of use."""

from PySide6.QtCore import QObject, Signal, Slot

from videogen_desktop.ui.empty_library import EmptyLibrary
from videogen_desktop.ui.gallery.view import GalleryView
from videogen_desktop.ui.library.controller import LibraryController
from videogen_desktop.ui.library.no_match import NoMatch
from videogen_desktop.ui.library.toolbar import LibraryToolbar
from videogen_desktop.ui.theme.tokens import Tokens


class EmptyStates(QObject):
    """The first video's invitation, or that nothing fits. Main thread."""

    sampleChosen = Signal(str)

    def __init__(
        self,
        view: GalleryView,
        controller: LibraryController,
        toolbar: LibraryToolbar,
        tokens: Tokens,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._controller = controller
        self._toolbar = toolbar
        self._tokens = tokens
        self._library: EmptyLibrary | None = None
        self._no_match: NoMatch | None = None
        # Not with the query: until its videos are there, nobody knows whether there are none. A
        # toolbar that hid meanwhile took the keyboard out of its search field.
        view.gallery_model.countChanged.connect(self._follow)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for part in (self._library, self._no_match):
            if part is not None:
                part.set_tokens(tokens)

    @Slot()
    def _follow(self) -> None:
        count = self._view.gallery_model.rowCount()
        everything = self._controller.query.shows_everything
        self._toolbar.setVisible(count > 0 or not everything)
        if count == 0:
            self._view.set_empty_widget(self._first() if everything else self._none())

    def _first(self) -> EmptyLibrary:
        if self._library is None:
            self._library = EmptyLibrary(self._tokens)
            self._library.sampleChosen.connect(self.sampleChosen)
        return self._library

    def _none(self) -> NoMatch:
        if self._no_match is None:
            self._no_match = NoMatch(self._tokens)
            self._no_match.cleared.connect(self._toolbar.clear)
        return self._no_match
