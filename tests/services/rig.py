"""One wallet's services on a real database, with a scripted provider and virtual time."""

import errno
import random
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta, timezone
from functools import cache, partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.requests import SANDBOX_WALLET
from tests.services.distant_library import USUAL_DISTANCE, Distance
from tests.services.scripted_provider import ScriptedProvider
from tests.services.virtual_time import START_MS, VirtualClock
from videogen_desktop.domain.addresses import callback_url
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.errors import MediaHelperError, NotPlayableError
from videogen_desktop.domain.events import Event, VideoChanged
from videogen_desktop.domain.input_file import InputKind
from videogen_desktop.domain.intake import PictureFit
from videogen_desktop.domain.ledger import Balance, EntryKind
from videogen_desktop.domain.provider import Provider
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.spend_guards import SpendGuards, with_guards
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.engine.building import EngineParts
from videogen_desktop.engine.opening import EngineOptions
from videogen_desktop.engine.starting import begin
from videogen_desktop.media.protocol import InputFacts
from videogen_desktop.services.account import find_or_add_wallet
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.services.wallets import WalletChoice
from videogen_desktop.storage.clip_files import Trash
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.key_store import LayeredKeyStore, MemoryKeyStore
from videogen_desktop.storage.library import SqliteLibrary, open_library
from videogen_desktop.storage.verify import verify

# Of nobody's machine: a test of days must not depend on where it runs.
VIETNAM = timezone(timedelta(hours=7))


TAGS_BEGIN = b"\0tags\0"


@dataclass
class FakeMedia:
    """Takes every file for a video, but for the reasons it was given.

    `made` lists the stills, `deadly` the names of clips of which none can be made, `sealed` those
    that may not be changed.
    """

    refusals: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    deadly: set[str] = field(default_factory=set)
    sealed: set[str] = field(default_factory=set)
    tagged: dict[str, tuple[str, str]] = field(default_factory=dict)
    tag_failures: list[Exception] = field(default_factory=list)
    writes_tags: bool = False

    async def prepare(self) -> None:
        pass

    async def probe(self, path: Path) -> ClipFacts:
        if self.refusals:
            raise NotPlayableError(self.refusals.pop(0))
        return ClipFacts("mp4", "h264", "aac", 320, 180, 1000, True)

    async def read_tags(self, path: Path) -> tuple[str, str]:
        """What `write_tagged` put behind the bytes."""
        _, _, tags = path.read_bytes().partition(TAGS_BEGIN)
        title, _, comment = tags.decode().partition("\0")
        return title, comment

    async def write_tagged(self, path: Path, destination: Path, title: str, comment: str) -> None:
        if self.tag_failures:
            raise self.tag_failures.pop(0)
        body = path.read_bytes().partition(TAGS_BEGIN)[0]
        destination.write_bytes(body)
        self.tagged[path.name] = (title, comment)
        if self.writes_tags:
            destination.write_bytes(body + TAGS_BEGIN + f"{title}\0{comment}".encode())

    async def write_undescribed(self, path: Path, destination: Path) -> bool:
        """Without what `write_tagged` put behind the bytes; what is sealed stays as it is."""
        if path.name in self.sealed:
            raise NotPlayableError("credentials")
        body, tags, _ = path.read_bytes().partition(TAGS_BEGIN)
        if tags:
            destination.write_bytes(body)
        return bool(tags)

    async def make_poster(self, path: Path, destination: Path, longest_side: int = 640) -> None:
        self._make(path, destination)

    async def make_strip(
        self, path: Path, destination: Path, frames: int = 16, longest_side: int = 320
    ) -> None:
        self._make(path, destination)

    async def take_picture(self, path: Path, destination: Path, fit: PictureFit) -> InputFacts:
        destination.write_bytes(path.read_bytes())
        return InputFacts("image/png", 640, 360)

    async def take_frame(
        self, path: Path, destination: Path, at_ms: int | None, fit: PictureFit
    ) -> InputFacts:
        return await self.take_picture(path, destination, fit)

    async def take_reference(self, path: Path, destination: Path, kind: InputKind) -> InputFacts:
        destination.write_bytes(path.read_bytes())
        return await self.look(path, kind)

    async def look(self, path: Path, kind: InputKind) -> InputFacts:
        mime = {"video": "video/mp4", "sound": "audio/mpeg", "image": "image/png"}[kind]
        return InputFacts(mime, 640, 360, None if kind is InputKind.IMAGE else 1_000)

    def _make(self, path: Path, destination: Path) -> None:
        self.made.append(f"{destination.parent.name} {path.stem}")
        if path.stem in self.deadly:
            raise MediaHelperError("died")
        destination.write_bytes(path.read_bytes()[:1])


class FakeTrash(Trash):
    """A bin that is a list; the files really go. `refuses` says of which kind it takes none."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.refuses = ""

    async def take(self, path: Path) -> None:
        if path.suffix == self.refuses:
            raise PermissionError(errno.EACCES, "no bin on this drive")
        self.taken.append(path.name)
        path.unlink()


@dataclass
class Rig:
    """What a test looks at: the engine, and the parts that it was made of."""

    library: SqliteLibrary
    parts: EngineParts
    engine: WalletEngine
    clock: VirtualClock
    events: list[Event]
    trash: FakeTrash

    @property
    def wallet_id(self) -> str:
        return self.parts.wallet.id

    def video(self, video_id: str) -> Video:
        with self.library.reading() as rows:
            return rows.videos.get(video_id)

    def kinds(self, video_id: str) -> set[EntryKind]:
        with self.library.reading() as rows:
            return set(rows.ledger.kinds(video_id))

    def balance(self) -> Balance:
        with self.library.reading() as rows:
            return rows.ledger.balance(self.wallet_id)

    def timeline(self, video_id: str) -> list[str]:
        with self.library.reading() as rows:
            return [event.kind for event in rows.events.of_video(video_id)]

    def shown_states(self, video_id: str) -> list[VideoState]:
        """The states a front end saw, each once."""
        states = [
            event.item.video.state
            for event in self.events
            if isinstance(event, VideoChanged) and event.item.video.id == video_id
        ]
        return list(dict.fromkeys(states))

    async def set_limits(self, limits: SpendGuards) -> None:
        """Keep them for the wallet, as the window does."""
        preferences = self.engine.preferences
        key, stored = self.engine.wallet.key, preferences.settings.spend_guards
        await preferences.change(spend_guards=with_guards(stored, key, limits))

    async def item(self, video_id: str) -> LibraryItem:
        return (await self.engine.items([video_id]))[0]


@cache
def an_empty_library() -> bytes:
    """A new library's file, migrated once; the storage's own tests migrate each for real."""
    with TemporaryDirectory() as folder:
        places = directories(Path(folder))
        open_library(places, START_MS).close()
        return places.database.read_bytes()


def called_back_at(address: str) -> Callable[[EngineParts], None]:
    """As if somebody listened there: the provider is told to call that address."""

    def change(parts: EngineParts) -> None:
        vars(parts.webhook)["callback_url"] = partial(callback_url, address)

    return change


def _no_change(_parts: EngineParts) -> None:
    """Every part as the program makes it."""


@asynccontextmanager
async def running(
    folder: Path,
    provider: ScriptedProvider,
    media: FakeMedia | None = None,
    change: Callable[[EngineParts], None] = _no_change,
    distance: Distance = USUAL_DISTANCE,
) -> AsyncIterator[Rig]:
    """A started engine; at the end every rule of the ledger is checked."""
    rig = await started(folder, provider, media, change, distance=distance)
    try:
        yield rig
        assert verify(rig.library) == ()
    finally:
        await rig.engine.close()
        rig.library.close()


async def started(
    folder: Path,
    provider: Provider,
    media: FakeMedia | None = None,
    change: Callable[[EngineParts], None] = _no_change,
    *,
    new_id: Callable[[], str] | None = None,
    distance: Distance = USUAL_DISTANCE,
) -> Rig:
    """The same without an end. `change` may replace parts before the engine is made of them;
    `distance` says how far away its library is."""
    clock, trash = VirtualClock(), FakeTrash()
    places = directories(folder)
    if not places.database.exists():
        places.data.mkdir(parents=True, exist_ok=True)
        places.database.write_bytes(an_empty_library())
    library = open_library(places, clock.now_ms())
    numbers = count(len(list(places.data.glob("*"))) * 1000)
    new_id = new_id or (
        lambda: f"00000000-0000-4000-8000-{next(numbers):08d}{random.randrange(10**4):04d}"
    )
    events: list[Event] = []
    # Callbacks are followed, and nothing listens for them: see below.
    settings = Settings(webhook=True)

    async def signing_key() -> str | None:
        return None

    parts = EngineParts(
        options=EngineOptions(places, WalletChoice(SANDBOX_WALLET), settings=settings),
        library=distance(library),
        wallet=await find_or_add_wallet(library, SANDBOX_WALLET, new_id, clock.now_ms()),
        provider=provider,
        connect=provider.prepare,
        media=media or FakeMedia(),
        keys=LayeredKeyStore(MemoryKeyStore()),
        publish=events.append,
        webhook_key=signing_key,
        clock=clock,
        new_id=new_id,
        randomness=random.Random(1),
        trash=trash,
        zone=VIETNAM,
    )
    # A socket and the children that make backups know no virtual time: their own tests run them.
    del parts.loops["webhook"], parts.loops["safekeeping"], parts.loops["inputs"]
    change(parts)
    return Rig(library, parts, await begin(parts, AsyncExitStack()), clock, events, trash)
