"""One wallet's services on a real database, with a scripted provider and virtual time."""

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta, timezone
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.requests import SANDBOX, VENDORS
from tests.services.scripted_provider import ScriptedProvider
from tests.services.virtual_time import START_MS, VirtualClock
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.errors import MediaHelperError, NotPlayableError
from videogen_desktop.domain.events import Event, VideoChanged
from videogen_desktop.domain.ledger import Balance, EntryKind
from videogen_desktop.domain.provider import HttpSettings, Provider, ProviderBalance
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.domain.wallet import SANDBOX_WALLET
from videogen_desktop.services.accepting import Accepting
from videogen_desktop.services.accounts import Account
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.clip_tagging import ClipTagger
from videogen_desktop.services.copying import Copier
from videogen_desktop.services.downloading import Downloader
from videogen_desktop.services.examining import Examiner
from videogen_desktop.services.fetching import Fetcher
from videogen_desktop.services.finishing import Finisher
from videogen_desktop.services.gallery import Gallery
from videogen_desktop.services.guarding import Guards
from videogen_desktop.services.history import RunHistory
from videogen_desktop.services.import_records import ImportRecords
from videogen_desktop.services.importing import Importer
from videogen_desktop.services.joining import Joiner
from videogen_desktop.services.opening import OpeningBalance, find_or_add_wallet
from videogen_desktop.services.polling import Poller
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.services.reconciling import Reconciler
from videogen_desktop.services.recovering import recover
from videogen_desktop.services.removing import Remover
from videogen_desktop.services.rescuing import Rescuer
from videogen_desktop.services.sending import Sender
from videogen_desktop.services.settling import Settling
from videogen_desktop.services.still_sweep import StillSweep
from videogen_desktop.services.stills import Stills
from videogen_desktop.services.wallet_choice import WalletChoice
from videogen_desktop.services.wallet_engine import WalletEngine, WalletEngineParts
from videogen_desktop.services.wallets import Wallets
from videogen_desktop.services.watching import Watcher
from videogen_desktop.services.webhook.desk import CallbackDesk
from videogen_desktop.services.webhook.following import Follower
from videogen_desktop.services.webhook.keys import WebhookKeys
from videogen_desktop.services.webhook.webhook import Webhook
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.key_store import LayeredKeyStore, MemoryKeyStore
from videogen_desktop.storage.library import Library, open_library
from videogen_desktop.storage.task_journal import TaskJournal
from videogen_desktop.storage.trash import Trash
from videogen_desktop.storage.verify import verify

# Of nobody's machine: a test of days must not depend on where it runs.
VIETNAM = timezone(timedelta(hours=7))


TAGS_BEGIN = b"\0tags\0"


@dataclass
class FakeMedia:
    """Takes every file for a video, but for the reasons it was given.

    `made` lists the stills, `deadly` the names of clips of which none can be made.
    """

    refusals: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    deadly: set[str] = field(default_factory=set)
    tagged: dict[str, tuple[str, str]] = field(default_factory=dict)
    tag_failures: list[Exception] = field(default_factory=list)
    writes_tags: bool = False

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

    async def make_poster(self, path: Path, destination: Path, longest_side: int = 640) -> None:
        self._make(path, destination)

    async def make_strip(
        self, path: Path, destination: Path, frames: int = 16, longest_side: int = 320
    ) -> None:
        self._make(path, destination)

    def _make(self, path: Path, destination: Path) -> None:
        self.made.append(f"{destination.parent.name} {path.stem}")
        if path.stem in self.deadly:
            raise MediaHelperError("died")
        destination.write_bytes(path.read_bytes()[:1])


class FakeTrash(Trash):
    """A bin that is a list; the files really go."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    async def take(self, path: Path) -> None:
        self.taken.append(path.name)
        path.unlink()


@dataclass
class Rig:
    """What a test looks at."""

    library: Library
    engine: WalletEngine
    finisher: Finisher
    accepting: Accepting
    journal: TaskJournal
    clock: VirtualClock
    wallet_id: str
    events: list[Event]
    trash: FakeTrash
    announcer: Announcer
    joiner: Joiner

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

    async def item(self, video_id: str) -> LibraryItem:
        return (await self.engine.items([video_id]))[0]


@cache
def an_empty_library() -> bytes:
    """A new library's file, migrated once; the storage's own tests migrate each for real."""
    with TemporaryDirectory() as folder:
        places = directories(Path(folder))
        open_library(places, START_MS).close()
        return places.database.read_bytes()


async def directly() -> HttpSettings:
    """No proxy."""
    return HttpSettings()


@asynccontextmanager
async def running(
    folder: Path,
    provider: ScriptedProvider,
    media: FakeMedia | None = None,
    callback_url: Callable[[str], str | None] = lambda _video_id: None,
) -> AsyncIterator[Rig]:
    """A started engine; at the end every rule of the ledger is checked."""
    rig = started(folder, provider, media, callback_url)
    try:
        yield rig
        assert verify(rig.library) == ()
    finally:
        await rig.engine.close()
        rig.library.close()


def started(
    folder: Path,
    provider: Provider,
    media: FakeMedia | None = None,
    callback_url: Callable[[str], str | None] = lambda _video_id: None,
    *,
    new_id: Callable[[], str] | None = None,
    follower_type: type[Follower] = Follower,
) -> Rig:
    """The same without an end; within a running loop."""
    clock = VirtualClock()
    places = directories(folder)
    if not places.database.exists():
        places.data.mkdir(parents=True, exist_ok=True)
        places.database.write_bytes(an_empty_library())
    library = open_library(places, clock.now_ms())
    numbers = count(len(list(places.data.glob("*"))) * 1000)
    new_id = new_id or (
        lambda: f"00000000-0000-4000-8000-{next(numbers):08d}{random.randrange(10**4):04d}"
    )
    wallet = find_or_add_wallet(library, SANDBOX_WALLET, new_id, clock.now_ms())
    events: list[Event] = []
    announcer = Announcer(library, events.append, VENDORS)
    accepting = Accepting(library, wallet.id, clock)
    journal = TaskJournal(places.task_journal)
    files = ClipFiles(places.videos)
    helper = media or FakeMedia()
    stills = Stills(library, helper, places.posters, places.strips, announcer, clock)
    downloader = Downloader(
        library,
        wallet.id,
        Fetcher(library, provider, helper, files, announcer, clock),
        ClipTagger(library, helper, files, "sandbox", clock),
        stills,
        files,
        announcer,
        clock,
        SANDBOX.result_kept_ms,
    )
    history = RunHistory(library, wallet.id, SANDBOX)

    def result_is_there(video: Video) -> None:
        history.forget(video.model_id)
        downloader.wake()

    opening = OpeningBalance(library, wallet, provider, announcer, clock, new_id)
    reconciler = Reconciler(library, wallet.id, provider, opening, announcer, clock, new_id)
    finisher = Finisher(library, announcer, clock, result_is_there, reconciler.soon, new_id)
    watcher = Watcher(library, finisher, clock)
    poller = Poller(provider, watcher, announcer, clock, random.Random(1), history.usual_ms)
    examiner = Examiner(library, provider, watcher, finisher, poller, VENDORS)
    joiner = Joiner(library, journal, watcher, poller, announcer, clock, "")
    trash = FakeTrash()
    remover = Remover(library, trash, clock)
    sweep = StillSweep(library, stills, lambda: downloader.is_busy, clock)
    records = ImportRecords(library, announcer, clock, new_id, sweep.clip_is_here)

    preferences = Preferences(places.settings, Settings())

    async def _check_key(_choice: WalletChoice) -> ProviderBalance:
        return await provider.balance()

    async def nothing() -> None:
        pass

    follower = follower_type(library, wallet.id, provider, poller, examiner, joiner)
    engine = WalletEngine(
        WalletEngineParts(
            library=library,
            wallet=wallet,
            vendor=SANDBOX,
            provider=provider,
            gallery=Gallery(library, remover, announcer, clock, new_id, VENDORS),
            account=Account(library, wallet, reconciler, announcer),
            examiner=examiner,
            settling=Settling(
                *(library, wallet.id, provider, examiner),
                *(joiner, reconciler, announcer, clock),
            ),
            rescuer=Rescuer(
                *(library, wallet.id, provider, journal, examiner, watcher),
                *(poller, announcer, clock, new_id, ""),
            ),
            reconciler=reconciler,
            guards=Guards(library, wallet, preferences, clock, VIETNAM),
            preferences=preferences,
            wallets=Wallets(preferences, LayeredKeyStore(MemoryKeyStore()), _check_key),
            remover=remover,
            history=history,
            connect=nothing,
            announcer=announcer,
            accepting=accepting,
            opening=opening,
            sender=Sender(
                *(library, accepting, provider, journal, announcer, clock, "", poller.watch),
                callback_url=callback_url,
            ),
            poller=poller,
            downloader=downloader,
            stills=sweep,
            copier=Copier(library, announcer, clock),
            importer=Importer(records, helper, "sandbox"),
            safekeeping=None,
            diagnosing=None,
            handovers=None,
            webhook=Webhook(
                None,
                CallbackDesk(library, wallet.id, follower, clock),
                WebhookKeys(LayeredKeyStore(MemoryKeyStore())),
                "",
                directly,
                clock,
            ),
            clock=clock,
            new_id=new_id,
            close=nothing,
        )
    )
    engine.start(recover(library, accepting, wallet.id, journal.read()))
    return Rig(
        *(library, engine, finisher, accepting, journal),
        *(clock, wallet.id, events, trash, announcer),
        joiner,
    )
