"""What the window needs of the engine behind it."""

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    # Nothing of this is needed before the first paint.
    from concurrent.futures import Future

    from videogen_desktop.domain.events import Event
    from videogen_desktop.domain.gallery import GalleryPage
    from videogen_desktop.domain.request import VideoRequest
    from videogen_desktop.domain.video import LibraryItem, Video

Publish = Callable[["Event"], None]


class Worker(Protocol):
    """What the bridge needs of services.worker.BackgroundWorker."""

    def submit(self, coroutine: Coroutine[Any, Any, Any]) -> "Future[Any]": ...


class WalletEngine(Protocol):
    """What the window needs of services.wallet_engine; every method runs on the worker."""

    gallery: Any
    account: Any
    examiner: Any
    settling: Any
    rescuer: Any
    reconciler: Any
    guards: Any
    copier: Any
    preferences: Any
    wallets: Any
    webhook: Any
    importer: Any
    safekeeping: Any
    diagnosing: Any

    async def opened(self) -> Any: ...
    async def items(self, video_ids: Sequence[str]) -> "tuple[LibraryItem, ...]": ...
    async def generate(
        self, request: "VideoRequest", *, confirmed: bool = False, video_id: str | None = None
    ) -> "Video": ...
    async def fetch_again(self, video_id: str) -> None: ...
    async def send(self, video_id: str) -> Any: ...
    async def cancel(self, video_id: str) -> None: ...
    async def delete(self, video_id: str) -> None: ...
    async def refresh_balance(self) -> None: ...
    async def rest(self) -> None: ...
    async def close(self) -> None: ...


StartWorker = Callable[[], Worker]
OpenEngine = Callable[[Publish], Coroutine[Any, Any, WalletEngine]]
# The gallery's first cards, without an engine; None where they cannot be had so soon.
FirstLook = Callable[[], "GalleryPage | None"]
