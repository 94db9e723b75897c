"""Drafts of forms that may be large: a file of its own for each, beside the settings."""

import asyncio
import os
from pathlib import Path

from videogen_desktop import held_files
from videogen_desktop.storage.private_paths import private_file, private_folder

# A table of 1,000 long descriptions is 4 MB.
_MOST_BYTES = 64 << 20


class Drafts:
    """Every method runs on the worker's loop; files are read and written in a thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._one_at_a_time = asyncio.Lock()

    async def keep(self, name: str, text: str) -> None:
        """Keep the text until the next one; "" for nothing any more. Raises OSError."""
        async with self._one_at_a_time:
            await asyncio.to_thread(_write, self._path(name), text)

    async def kept(self, name: str) -> str:
        """What was kept last; "" for nothing, or what cannot be read."""
        async with self._one_at_a_time:
            return await asyncio.to_thread(_read, self._path(name))

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.draft"


def _write(path: Path, text: str) -> None:
    if not text:
        held_files.remove(path)
        return
    private_folder(path.parent)
    part = path.with_suffix(".part")
    private_file(part)
    # Half a character of a broken paste must not keep the rest from being kept.
    with part.open("w", encoding="utf-8", errors="replace") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    held_files.replace(part, path)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            return ""
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
