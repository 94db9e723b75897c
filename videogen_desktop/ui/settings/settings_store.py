"""The window's copy of the settings, and the way of a change into the file."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Unpack

from PySide6.QtCore import QObject, Signal, Slot

from videogen_desktop.domain.settings import Settings, SettingsChanges
from videogen_desktop.ui.bridge import EngineBridge

if TYPE_CHECKING:
    from concurrent.futures import Future


class WindowPlaces(NamedTuple):
    """`videos` is where clips go unless the user chose another folder."""

    logs: Path
    videos: Path


_log = logging.getLogger(__name__)


class SettingsStore(QObject):
    """Main thread only. A change counts at once and is written by the worker, one write at a
    time; what changes before the library is open is written as soon as it is."""

    changed = Signal(object)  # Settings
    writeFailed = Signal(object)  # BaseException: the change holds for this run only

    def __init__(
        self, bridge: EngineBridge, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._settings = settings
        self._unwritten: SettingsChanges = {}
        self._being_written: SettingsChanges = {}
        self._is_open = False
        bridge.opened.connect(self._library_opened)

    @property
    def settings(self) -> Settings:
        return self._settings

    def change(self, **changes: Unpack[SettingsChanges]) -> None:
        """Replace some fields; `changed` follows unless all of them had these values."""
        new = self._settings._replace(**changes)
        if new == self._settings:
            return
        self._settings = new
        self._unwritten.update(changes)
        self.changed.emit(new)
        self._write()

    def ask_password_place(self, answer: Callable[[str | None], None]) -> None:
        """Where the proxy's password is, as services.network says; no answer while no
        library is open."""
        if self._is_open:
            self._bridge.ask(
                lambda engine: engine.preferences.password_place(), answer, _log_failure
            )

    def adopt(self, stored: Settings) -> None:
        """The worker wrote settings of its own accord, as it does with wallets."""
        new = stored._replace(**self._not_in_the_file())
        if new != self._settings:
            self._settings = new
            self.changed.emit(new)

    def library_left(self) -> None:
        """The engine closes: write nothing until the next one is open."""
        self._is_open = False

    def flush(self) -> "Future[Settings] | None":
        """Write what is left, for the root before it closes the engine; None when nothing is."""
        changes = self._not_in_the_file()
        if not changes or not self._is_open:
            return None
        self._unwritten = {}
        return self._bridge.ask(
            lambda engine: engine.preferences.change(**changes), None, _log_failure
        )

    @Slot()
    def _library_opened(self) -> None:
        self._is_open = True
        # What the last engine was still writing when it closed may not have got there.
        self._unwritten = self._not_in_the_file()
        self._being_written = {}
        self._write()

    def _not_in_the_file(self) -> SettingsChanges:
        return {**self._being_written, **self._unwritten}

    def _write(self) -> None:
        if not self._is_open or self._being_written or not self._unwritten:
            return
        changes, self._unwritten = self._unwritten, {}
        self._being_written = changes
        self._bridge.ask(
            lambda engine: engine.preferences.change(**changes), self._written, self._not_written
        )

    def _written(self, stored: Settings) -> None:
        self._being_written = {}
        # What is secret in them is not in the file.
        self.adopt(stored)
        self._write()

    def _not_written(self, error: BaseException) -> None:
        self._being_written = {}
        self.writeFailed.emit(error)
        self._write()


def _log_failure(error: BaseException) -> None:
    _log.warning("the settings could not be written: %s", type(error).__name__)
