"""The open engine, on the worker's side of the seam: the bridge makes it and submits these."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from videogen_desktop.ui.studio_interface import FirstLook, OpenEngine, Publish, WalletEngine

if TYPE_CHECKING:
    from asyncio import Future, Task


class WorkerSide:
    """At most one engine at a time. Made on the main thread; every method runs on the worker."""

    def __init__(
        self, open_engine: OpenEngine, publish: Publish, first_look: FirstLook | None
    ) -> None:
        self._open_engine = open_engine
        self._first_look = first_look
        self._publish = publish
        self._engine: WalletEngine | None = None
        self._leaving: WalletEngine | None = None
        self._opening: Task[Any] | None = None
        # There are cards already, and no engine yet: what they ask for waits for it.
        self._looked: Future[None] | None = None

    async def look(self) -> Any:
        """The gallery's first cards, before there is an engine; None where none can be had."""
        import asyncio

        self._looked = asyncio.get_running_loop().create_future()
        return None if self._first_look is None else self._first_look()

    async def open(self) -> Any:
        import asyncio

        self._opening = asyncio.current_task()
        try:
            self._engine = await self._open_engine(self._publish)
        finally:
            if self._looked is not None and not self._looked.done():
                self._looked.set_result(None)
        return await self._engine.opened()

    async def reopen(self, open_engine: OpenEngine) -> Any:
        """Close the engine in order and open another."""
        import asyncio

        self._opening = asyncio.current_task()
        self._open_engine = open_engine
        await self._leave()
        return await self.open()

    async def call(self, verb: Callable[[WalletEngine], Awaitable[Any]]) -> Any:
        """What the very first cards ask for waits for the engine. Without one it is cancelled:
        nobody waits for the answer any more."""
        import asyncio

        if self._looked is not None and not self._looked.done():
            await asyncio.shield(self._looked)
        if self._engine is None:
            raise asyncio.CancelledError
        return await verb(self._engine)

    async def work(self, verb: Callable[[], Awaitable[Any]], alone: bool) -> Any:
        """What needs no engine; `alone`: close an open one in order before."""
        if alone:
            await self._leave()
        return await verb()

    async def close(self) -> None:
        import asyncio

        # A window closed while the library opens: what was opened half must be closed as well.
        if self._opening is not None and not self._opening.done():
            self._opening.cancel()
            await asyncio.wait([self._opening])
        engines = (self._leaving, self._engine)
        self._leaving = self._engine = None
        for engine in engines:
            if engine is not None:
                await engine.close()

    async def _leave(self) -> None:
        self._leaving, self._engine = self._engine, None
        if self._leaving is not None:
            await self._leaving.close()
            self._leaving = None
