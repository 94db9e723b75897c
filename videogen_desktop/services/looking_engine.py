"""The engine of a library that nobody may write here: everything is shown, nothing is made."""

from collections.abc import Sequence
from dataclasses import replace

from videogen_desktop.domain.errors import LibraryReadOnlyError
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.video import Video
from videogen_desktop.services.accepting import Claim
from videogen_desktop.services.wallet_engine import Opened, WalletEngine


class LookingEngine(WalletEngine):
    """An engine that polls, downloads and sends nothing; the database refuses every write."""

    def start(self, in_flight: Sequence[Video]) -> None:
        """Nothing: what is in flight waits for an engine that can write it down."""

    async def opened(self) -> Opened:
        """The library as it is, and no model to make anything with."""
        opened = await super().opened()
        return replace(opened, vendor=replace(opened.vendor, read_models=tuple))

    async def generate(
        self,
        request: VideoRequest,
        requested_by: str = "window",
        *,
        confirmed: bool = False,
        video_id: str | None = None,
        claim: Claim | None = None,
    ) -> Video:
        """Raises LibraryReadOnlyError."""
        raise LibraryReadOnlyError

    async def send(self, video_id: str) -> Video:
        """Raises LibraryReadOnlyError."""
        raise LibraryReadOnlyError

    async def refresh_balance(self) -> None:
        """Nothing: what the provider says could not be written down."""
