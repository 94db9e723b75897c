"""Libraries that lie elsewhere: whoever asks one waits, and others come in between."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import TypeVar

from tests.services.virtual_time import START_MS
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import Library, SqliteLibrary, open_library
from videogen_desktop.storage.library_rows import LibraryRows

_Answer = TypeVar("_Answer")
# How an engine reaches the library of its file.
Distance = Callable[[SqliteLibrary], Library]
_LONGEST_WAY_SECONDS = 0.04


class DistantLibrary:
    """What is asked of it is under way for so long, and so is the answer: of two callers the later
    may come first. A caller that is cancelled leaves its transaction to go on."""

    def __init__(self, near: SqliteLibrary, way: Callable[[], Awaitable[None]]) -> None:
        self._near = near
        self._way = way
        self._under_way: set[asyncio.Task[object]] = set()

    @property
    def library_id(self) -> str:
        return self._near.library_id

    @property
    def is_asked(self) -> bool:
        """Whether an answer is under way."""
        return bool(self._under_way)

    async def read(self, question: Callable[[LibraryRows], _Answer]) -> _Answer:
        return await self._answered(self._there(self._near.read, question))

    async def write(self, change: Callable[[LibraryRows], _Answer]) -> _Answer:
        return await self._answered(self._there(self._near.write, change))

    async def data_version(self) -> int:
        await self._way()
        return await self._near.data_version()

    async def give_memory_back(self) -> None:
        await self._way()
        await self._near.give_memory_back()

    async def _there(
        self,
        ask: Callable[[Callable[[LibraryRows], _Answer]], Awaitable[_Answer]],
        what: Callable[[LibraryRows], _Answer],
    ) -> _Answer:
        await self._way()
        answer = await ask(what)
        await self._way()
        return answer

    async def _answered(self, asked: "Awaitable[_Answer]") -> _Answer:
        task = asyncio.ensure_future(asked)
        self._under_way.add(task)
        task.add_done_callback(self._arrived)
        return await asyncio.shield(task)

    def _arrived(self, task: asyncio.Task[object]) -> None:
        self._under_way.discard(task)
        if not task.cancelled():
            # Whoever asked may have gone, and nobody hears of it then.
            task.exception()


def a_turn_away(near: SqliteLibrary) -> Library:
    """Others have a turn of the loop before it is asked, and no time passes."""

    async def way() -> None:
        await asyncio.sleep(0)

    return DistantLibrary(near, way)


def over_a_network(near: SqliteLibrary) -> Library:
    """Up to 40 ms each way, of virtual time; the same ones in each run."""
    random = Random(7)

    async def way() -> None:
        await asyncio.sleep(random.uniform(0, _LONGEST_WAY_SECONDS))

    return DistantLibrary(near, way)


def here(near: SqliteLibrary) -> Library:
    """The library itself."""
    return near


class _ThreadLibrary:
    """Its connection belongs to a thread of its own, as that of a database on a server will."""

    def __init__(self, thread: ThreadPoolExecutor, near: SqliteLibrary) -> None:
        self._thread = thread
        self._near = near

    @property
    def library_id(self) -> str:
        return self._near.library_id

    async def read(self, question: Callable[[LibraryRows], _Answer]) -> _Answer:
        return await self._done(lambda: _read(self._near, question))

    async def write(self, change: Callable[[LibraryRows], _Answer]) -> _Answer:
        return await self._done(lambda: _written(self._near, change))

    async def data_version(self) -> int:
        return await self._done(lambda: asyncio.run(self._near.data_version()))

    async def give_memory_back(self) -> None:
        await self._done(lambda: asyncio.run(self._near.give_memory_back()))

    async def _done(self, work: Callable[[], _Answer]) -> _Answer:
        loop = asyncio.get_running_loop()
        return await asyncio.shield(loop.run_in_executor(self._thread, work))


def _read(library: SqliteLibrary, question: Callable[[LibraryRows], _Answer]) -> _Answer:
    with library.reading() as rows:
        return question(rows)


def _written(library: SqliteLibrary, change: Callable[[LibraryRows], _Answer]) -> _Answer:
    with library.writing() as rows:
        return change(rows)


@contextmanager
def in_a_thread(folder: Path) -> Iterator[Distance]:
    """The library of the folder, opened once more in a database thread; closed at the end."""
    opened: list[SqliteLibrary] = []
    with ThreadPoolExecutor(1, "database") as thread:

        def reached(_near: SqliteLibrary) -> Library:
            opened.append(thread.submit(open_library, directories(folder), START_MS).result())
            return _ThreadLibrary(thread, opened[-1])

        yield reached
        for library in opened:
            thread.submit(library.close).result()


# `make test-full` runs all tests of the services over a library that lies elsewhere, too.
_DISTANCES: dict[str, Distance] = {
    "here": here,
    "a turn away": a_turn_away,
    "over a network": over_a_network,
}
USUAL_DISTANCE = _DISTANCES[os.environ.get("TESTED_LIBRARY", "here")]
