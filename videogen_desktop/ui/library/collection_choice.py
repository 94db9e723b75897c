"""The collection that is shown; its menu also renames and deletes that one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.gallery import Collection
from videogen_desktop.ui.library import wording
from videogen_desktop.ui.menu_choice import MenuChoice
from videogen_desktop.ui.theme.tokens import Tokens


class CollectionChoice(MenuChoice):
    """None chooses every video. Not visible while there is no collection. Main thread."""

    renameRequested = Signal(object)  # Collection
    removeRequested = Signal(object)  # Collection

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        self._known: tuple[Collection, ...] = ()
        self._lines: list[QAction] = []
        super().__init__(tokens, parent)

    def offer_collections(self, collections: Sequence[Collection]) -> None:
        self._known = tuple(collections)
        every = QCoreApplication.translate("Library", "All collections")
        names: list[tuple[Any, str]] = [(None, every)]
        names += [(entry.id, wording.counted(entry.name, entry.videos)) for entry in self._known]
        self.offer(QCoreApplication.translate("Library", "Collection"), names)
        self.setVisible(bool(self._known))

    def retranslate(self) -> None:
        self.offer_collections(self._known)

    def _show(self) -> None:
        super()._show()
        for line in self._lines:
            self.menu().removeAction(line)
            line.deleteLater()
        self._lines = [] if self._chosen() is None else self._own_lines()

    def _own_lines(self) -> list[QAction]:
        between = self.menu().addSeparator()
        rename = self.menu().addAction(QCoreApplication.translate("Library", "Rename collection…"))
        rename.triggered.connect(self._rename)
        remove = self.menu().addAction(QCoreApplication.translate("Library", "Delete collection…"))
        remove.triggered.connect(self._remove)
        return [between, rename, remove]

    def _fill(self) -> None:
        # It empties the whole menu.
        self._lines = []
        super()._fill()

    def _chosen(self) -> Collection | None:
        return next((entry for entry in self._known if entry.id == self.current), None)

    @Slot()
    def _rename(self) -> None:
        self.renameRequested.emit(self._chosen())

    @Slot()
    def _remove(self) -> None:
        self.removeRequested.emit(self._chosen())
