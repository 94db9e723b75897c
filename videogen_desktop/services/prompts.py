"""The user's own descriptions: kept in folders, of earlier videos, and all of them in a file."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.domain.saved_prompt import (
    LONGEST_FILE_BYTES,
    HistoryPage,
    NoPromptFileError,
    PromptFile,
    PromptFolder,
    SavedPrompt,
    file_text,
    folder_name,
    kept_text,
    own_preset,
    prompt_file,
)
from videogen_desktop.services.presets import Presets
from videogen_desktop.services.text_helper import TextHelper
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

PAGE = 50
# Videos that are looked at for one page: of thirty takes of one thing it shows one.
_LOOKED_AT = 600
_SLICE = 60


@dataclass(frozen=True, slots=True)
class Writing:
    """All that helps to write a description."""

    presets: Presets
    prompts: "Prompts"
    helper: TextHelper


class Prompts:
    """Every method runs on the worker's loop. Raises LibraryUnusableError where the library cannot
    be read or written."""

    def __init__(self, library: Library, clock: Clock, new_id: Callable[[], str]) -> None:
        self._library = library
        self._clock = clock
        self._new_id = new_id

    async def saved(
        self, words: str = "", folder: str | None = None, offset: int = 0
    ) -> tuple[SavedPrompt, ...]:
        """Fifty of those with all of these words, used last first; `folder` None: of any."""
        return await self._library.read(
            lambda rows: rows.saved_prompts.find(words, folder, PAGE, offset)
        )

    async def folders(self) -> tuple[PromptFolder, ...]:
        """By name; "" is what is in none."""
        return await self._library.read(lambda rows: rows.saved_prompts.folders())

    async def keep(self, text: str, folder: str = "") -> SavedPrompt | None:
        """None for nothing to keep, or what that folder has already."""
        now, words = self._clock.now_ms(), kept_text(text)
        made = SavedPrompt(self._new_id(), folder_name(folder), words, now)
        if not words:
            return None
        is_added = await self._library.write(lambda rows: rows.saved_prompts.add(made))
        return made if is_added else None

    async def change(self, prompt_id: str, text: str, folder: str) -> bool:
        """False where nothing would be left of it."""
        words, name = kept_text(text), folder_name(folder)
        if words:
            await self._library.write(
                lambda rows: rows.saved_prompts.change(prompt_id, name, words)
            )
        return bool(words)

    async def rename_folder(self, folder: str, name: str) -> None:
        """ "" takes its descriptions out of it."""
        wanted = folder_name(name)
        await self._library.write(lambda rows: rows.saved_prompts.rename_folder(folder, wanted))

    async def remove(self, prompt_ids: Iterable[str]) -> None:
        ids = tuple(prompt_ids)
        await self._library.write(lambda rows: rows.saved_prompts.remove(ids))

    async def restore(self, prompt: SavedPrompt) -> None:
        """Undo a removal."""
        await self._library.write(lambda rows: rows.saved_prompts.add(prompt))

    async def used(self, prompt_id: str) -> None:
        """It was put into the form."""
        now = self._clock.now_ms()
        await self._library.write(lambda rows: rows.saved_prompts.used(prompt_id, now))

    async def history(self, words: str = "", after: str | None = None) -> HistoryPage:
        """Descriptions of the videos that the gallery shows, newest first, in pages: fifty, or
        fewer where many videos have the same one."""
        query, found, looked = GalleryQuery(text=words), dict[str, None](), 0
        while True:
            ids = await self._library.read(_slice(query, after))
            for start in range(0, len(ids), _SLICE):
                part = ids[start : start + _SLICE]
                found |= dict.fromkeys(await self._library.read(_texts(part)))
                after, looked = part[-1], looked + len(part)
                if len(found) >= PAGE or looked >= _LOOKED_AT:
                    return HistoryPage(tuple(found), after)
                # Whatever else the worker does comes in between.
                await asyncio.sleep(0)
            if not ids:
                return HistoryPage(tuple(found))

    # --- one file of all of it ---------------------------------------------------------------

    async def export(self, path: Path) -> int:
        """Write all own styles and descriptions into this file; how many. Raises OSError."""

        def everything(rows: LibraryRows) -> tuple[str, int]:
            presets, prompts = rows.presets.every(), rows.saved_prompts.every()
            return file_text(presets, prompts), len(presets) + len(prompts)

        text, count = await self._library.read(everything)
        await asyncio.to_thread(path.write_text, text, encoding="utf-8")
        return count

    async def bring(self, path: Path) -> int:
        """Add what such a file holds and this library does not; how many. Raises OSError,
        NoPromptFileError."""
        read = prompt_file(await asyncio.to_thread(_bounded_text, path))
        now = self._clock.now_ms()
        return await self._library.write(lambda rows: self._added(rows, read, now))

    def _added(self, rows: LibraryRows, read: PromptFile, now: int) -> int:
        styles = [
            rows.presets.add(own_preset(self._new_id(), name, one.prompt, one.options), now)
            for name, one in read.presets
        ]
        texts = [
            rows.saved_prompts.add(SavedPrompt(self._new_id(), folder, text, now))
            for folder, text in read.prompts
        ]
        return sum(styles) + sum(texts)


def _slice(query: GalleryQuery, after: str | None) -> Callable[[LibraryRows], tuple[str, ...]]:
    return lambda rows: rows.gallery.slice(query, after)


def _texts(video_ids: tuple[str, ...]) -> Callable[[LibraryRows], tuple[str, ...]]:
    """In the order of the ids; a video without a description has none."""
    return lambda rows: tuple(one.prompt for one in rows.videos.many(video_ids) if one.prompt)


def _bounded_text(path: Path) -> str:
    with path.open("rb") as file:
        body = file.read(LONGEST_FILE_BYTES + 1)
    if len(body) > LONGEST_FILE_BYTES:
        raise NoPromptFileError("size")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NoPromptFileError("text") from error
