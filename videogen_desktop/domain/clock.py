"""Time as the services see it, so that tests can turn it by hand."""

from typing import Protocol


class Clock(Protocol):
    def now_ms(self) -> int:
        """UTC milliseconds since the epoch; may jump."""
        ...

    def monotonic_ms(self) -> int:
        """Milliseconds that never go back; for deadlines."""
        ...

    async def sleep(self, milliseconds: int) -> None: ...
