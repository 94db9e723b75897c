"""The system's bin."""

import asyncio
from pathlib import Path

from send2trash import send2trash


class Trash:
    """Takes files off the user's hands in a way that can be undone."""

    async def take(self, path: Path) -> None:
        """Move the file to the bin; one that is gone already is fine. Raises OSError."""
        await asyncio.to_thread(_take, path)


def _take(path: Path) -> None:
    if path.exists():
        send2trash(path)
