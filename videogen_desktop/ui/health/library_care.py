"""What can be done for a library without an engine; the root hands it to the window."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from videogen_desktop.domain.library_health import (
        HealthReport,
        RecoveryChoice,
        RecoveryReport,
    )


class Diagnosis(Protocol):
    """As services.diagnostics.DiagnosticsBundle: what is shown is what is saved."""

    @property
    def preview(self) -> str: ...

    async def save(self, path: Path) -> None:
        """Raises OutputRefusedError."""
        ...


class LibraryCare(Protocol):
    """Every coroutine runs on the worker, and none needs an open library."""

    @property
    def folder(self) -> Path:
        """Where the library lies."""
        ...

    async def health(self) -> "HealthReport":
        """What is wrong with it, and its backups. Raises LibraryUnusableError."""
        ...

    async def repair(self, choice: "RecoveryChoice") -> "RecoveryReport":
        """Put what was chosen in its place. Raises StorageError: then nothing was changed."""
        ...

    async def diagnose(self) -> Diagnosis: ...
