"""The deeds that stories are made of: each asks a running engine for something."""

import shutil
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path

from tests.kill_matrix.world import World
from tests.requests import a_request
from tests.services.input_files import offer_pictures, taken_in
from videogen_desktop.domain.batch import AskedRow, CheckedRow
from videogen_desktop.domain.batch_handover import handed_batch
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.domain.handover import Handover
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.sandbox.books import Books
from videogen_desktop.services.system import random_id
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.engine_lock import requester_lock
from videogen_desktop.storage.library import SqliteLibrary, open_guest

PROMPT = "Một con mèo chơi với cuộn len"
TAKES = 3
_LOOK_EVERY_MS = 250
# A balance is read two seconds after a job's end, files are binned after ten.
_A_WHILE_MS = 3_000
_UNDO_IS_OVER_MS = 11_000

Tale = Callable[[WalletEngine, World], Awaitable[None]]


async def make(engine: WalletEngine, _world: World) -> None:
    """From the click to the clip on disk, and the balance read after it."""
    await engine.generate(a_request(PROMPT))
    await engine.until_idle()
    await engine.refresh_balance()


async def make_takes(engine: WalletEngine, _world: World) -> None:
    """The same for several videos of one request."""
    await engine.create(a_request(PROMPT), takes=TAKES)
    await engine.until_idle()
    await engine.refresh_balance()


async def make_batch(engine: WalletEngine, _world: World) -> None:
    """The same for a batch, which its queue sends."""
    standing = await engine.batches.admit(_rows(engine), "batch")
    while standing.ended < standing.videos:
        await engine.clock.sleep(_LOOK_EVERY_MS)
        standing = await engine.batches.standing(standing.batch.id)
    await engine.until_idle()
    await engine.refresh_balance()


def _rows(engine: WalletEngine) -> list[CheckedRow]:
    priced = [engine.vendor.priced(a_request(f"{PROMPT}, {row}")) for row in range(TAKES)]
    return [CheckedRow(AskedRow(row, one.request), one) for row, one in enumerate(priced)]


async def make_with_picture(engine: WalletEngine, world: World) -> None:
    """The same from a picture that was just taken in."""
    offer_pictures(engine)
    file = await taken_in(engine.library, directories(world.data))
    await engine.generate(replace(a_request(PROMPT), inputs={"first_frame": (file.sha256,)}))
    await engine.until_idle()
    await engine.refresh_balance()


async def send(engine: WalletEngine, _world: World) -> None:
    """Only until the provider has answered."""
    await engine.generate(a_request(PROMPT))


async def glance(_engine: WalletEngine, _world: World) -> None:
    """Opened and closed at once."""


async def wait(engine: WalletEngine, world: World) -> None:
    """What a start does by itself, until there is nothing left to do."""
    await engine.until_idle()
    while any(_lacks_stills(item) for item in await _items(engine)):
        await world.clock.sleep(_LOOK_EVERY_MS)
    await world.clock.sleep(_A_WHILE_MS)


async def send_reserved(engine: WalletEngine, _world: World) -> None:
    video = await _the_video(engine)
    if video.state is VideoState.RESERVED:
        await engine.send(video.id)


async def cancel(engine: WalletEngine, _world: World) -> None:
    await engine.cancel((await _the_video(engine)).id)


async def delete(engine: WalletEngine, world: World) -> None:
    """And wait until the files are in the bin."""
    await engine.delete((await _the_video(engine)).id)
    await world.clock.sleep(_UNDO_IS_OVER_MS)


async def empty_bin_queue(engine: WalletEngine, world: World) -> None:
    """What a start does by itself after a delete."""
    while not (await engine.opened()).first_page.ids and any(_files_in(world)):
        await world.clock.sleep(_LOOK_EVERY_MS)
    await wait(engine, world)


async def user_charged(engine: WalletEngine, _world: World) -> None:
    await engine.settling.user_charged((await _the_video(engine)).id)


async def user_not_charged(engine: WalletEngine, _world: World) -> None:
    await engine.settling.user_not_charged((await _the_video(engine)).id)


async def give_up(engine: WalletEngine, world: World) -> None:
    """A lost answer that the user settled as charged: its task is known to the provider alone."""
    await make(engine, world)
    await user_charged(engine, world)


async def enter_task(engine: WalletEngine, world: World) -> None:
    await engine.settling.enter_task(
        # The sandbox's clock is another one, so that the times differ.
        (await _the_video(engine)).id,
        _task_id(world),
        confirmed=True,
    )


async def rescue(engine: WalletEngine, world: World) -> None:
    await engine.rescuer.rescue_all(_task_id(world))


async def back_up(engine: WalletEngine, _world: World) -> None:
    await engine.until_idle()
    if engine.safekeeping is not None:
        await engine.safekeeping.back_up()


async def lose_library(engine: WalletEngine, world: World) -> None:
    """Make a clip that lies elsewhere by the time the library is another one."""
    await make(engine, world)
    shutil.copytree(directories(world.data).videos, world.found)


async def bring_in(engine: WalletEngine, world: World) -> None:
    await engine.importer.import_folder(world.found)


async def bring_in_again(engine: WalletEngine, world: World) -> None:
    await bring_in(engine, world)
    await wait(engine, world)


async def await_callback(engine: WalletEngine, world: World) -> None:
    """The answer is lost; the callback says what it was."""
    while (await engine.webhook.status()).address is None:
        await world.clock.sleep(_LOOK_EVERY_MS)
    video = await engine.generate(a_request(PROMPT))
    while video.state is VideoState.UNCONFIRMED:
        await world.clock.sleep(_LOOK_EVERY_MS)
        video = await _the_video(engine)


async def follow_callbacks(engine: WalletEngine, world: World) -> None:
    """What a start does by itself with callbacks that were taken."""
    while _to_be_followed(world):
        await world.clock.sleep(_LOOK_EVERY_MS)
    await wait(engine, world)


async def hand_over(engine: WalletEngine, world: World) -> None:
    """A terminal lays its request down, and this engine makes the video."""
    await _handed_over(engine, world, 1)


async def hand_over_takes(engine: WalletEngine, world: World) -> None:
    """The same for several videos of one request."""
    await _handed_over(engine, world, TAKES)


async def hand_over_batch(engine: WalletEngine, world: World) -> None:
    """The same for a batch of as many rows."""
    await _handed_over(engine, world, TAKES, handed_batch("batch", _rows(engine)))


async def _handed_over(
    engine: WalletEngine, world: World, takes: int, batch: VideoRequest | None = None
) -> None:
    places = directories(world.data)
    asked = random_id()
    lock = requester_lock(places.requesters, asked)
    lock.acquire()
    try:
        with open_guest(places) as library:
            while (run := _run_in(library)) is None:
                await world.clock.sleep(_LOOK_EVERY_MS)
            now = world.clock.now_ms()
            said = (a_request(PROMPT), False, now, takes)
            if batch is not None:
                said = (batch, False, now, 1)
            request = Handover(asked, run, "terminal", *said)
            with library.writing() as rows:
                rows.handovers.ask(request)
        while sum(video.task_id is not None for video in await _videos(engine)) < takes:
            await world.clock.sleep(_LOOK_EVERY_MS)
    finally:
        lock.release()


def _run_in(library: SqliteLibrary) -> str | None:
    with library.reading() as rows:
        run = rows.handovers.run()
    return run.id if run else None


async def _items(engine: WalletEngine) -> tuple[LibraryItem, ...]:
    # The window's first page has one card for all takes of a request.
    ids = await engine.library.read(lambda rows: rows.gallery.slice(GalleryQuery(), None))
    return await engine.items(ids)


async def _videos(engine: WalletEngine) -> tuple[Video, ...]:
    return tuple(item.video for item in await _items(engine))


async def _the_video(engine: WalletEngine) -> Video:
    (video,) = await _videos(engine)
    return video


def _lacks_stills(item: LibraryItem) -> bool:
    return item.clip is not None and None in (item.poster, item.strip)


def _to_be_followed(world: World) -> bool:
    with open_guest(directories(world.data)) as library, library.reading() as rows:
        return any(rows.deliveries.waiting(wallet.id) for wallet in rows.wallets.every())


def _files_in(world: World) -> Iterator[Path]:
    places = directories(world.data)
    for folder in (places.videos, places.posters, places.strips):
        yield from folder.iterdir() if folder.exists() else ()


def _task_id(world: World) -> str:
    with Books.open(world.state) as books:
        (made,) = books.create_requests()
    return made.task_id or ""
