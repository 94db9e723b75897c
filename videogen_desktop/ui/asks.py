"""What a desk needs of the bridge: to ask the engine, and to hear the answer."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol


class Asks(Protocol):
    """ui.bridge.EngineBridge keeps it: `ask` says what its answers promise."""

    def ask(
        self,
        verb: Callable[[Any], Awaitable[Any]],
        arrived: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> object: ...
