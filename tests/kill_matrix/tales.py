"""The deeds that stories are made of: each asks a running engine for something."""

import shutil
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

from tests.kill_matrix.world import World
from tests.requests import a_request
from videogen_desktop.domain.handover import Handover
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.sandbox.books import Books
from videogen_desktop.services.studio import Studio
from videogen_desktop.services.system import random_id
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import Library, open_guest
from videogen_desktop.storage.requester_lock import requester_lock

PROMPT = "Một con mèo chơi với cuộn len"
_LOOK_EVERY_MS = 250
# A balance is read two seconds after a job's end, files are binned after ten.
_A_WHILE_MS = 3_000
_UNDO_IS_OVER_MS = 11_000

Tale = Callable[[Studio, World], Awaitable[None]]


async def make(studio: Studio, _world: World) -> None:
    """From the click to the clip on disk, and the balance read after it."""
    await studio.generate(a_request(PROMPT))
    await studio.until_idle()
    await studio.refresh_balance()


async def send(studio: Studio, _world: World) -> None:
    """Only until the provider has answered."""
    await studio.generate(a_request(PROMPT))


async def glance(_studio: Studio, _world: World) -> None:
    """Opened and closed at once."""


async def wait(studio: Studio, world: World) -> None:
    """What a start does by itself, until there is nothing left to do."""
    await studio.until_idle()
    while any(_lacks_stills(item) for item in await _items(studio)):
        await world.clock.sleep(_LOOK_EVERY_MS)
    await world.clock.sleep(_A_WHILE_MS)


async def send_reserved(studio: Studio, _world: World) -> None:
    video = await _the_video(studio)
    if video.state is VideoState.RESERVED:
        await studio.send(video.id)


async def cancel(studio: Studio, _world: World) -> None:
    await studio.cancel((await _the_video(studio)).id)


async def delete(studio: Studio, world: World) -> None:
    """And wait until the files are in the bin."""
    await studio.delete((await _the_video(studio)).id)
    await world.clock.sleep(_UNDO_IS_OVER_MS)


async def empty_bin_queue(studio: Studio, world: World) -> None:
    """What a start does by itself after a delete."""
    while not (await studio.opened()).first_page.ids and any(_files_in(world)):
        await world.clock.sleep(_LOOK_EVERY_MS)
    await wait(studio, world)


async def user_charged(studio: Studio, _world: World) -> None:
    await studio.settling.user_charged((await _the_video(studio)).id)


async def user_not_charged(studio: Studio, _world: World) -> None:
    await studio.settling.user_not_charged((await _the_video(studio)).id)


async def give_up(studio: Studio, world: World) -> None:
    """A lost answer that the user settled as charged: its task is known to the provider alone."""
    await make(studio, world)
    await user_charged(studio, world)


async def enter_task(studio: Studio, world: World) -> None:
    await studio.settling.enter_task(
        # The sandbox's clock is another one, so that the times differ.
        (await _the_video(studio)).id,
        _task_id(world),
        confirmed=True,
    )


async def rescue(studio: Studio, world: World) -> None:
    await studio.rescuer.rescue_all(_task_id(world))


async def back_up(studio: Studio, _world: World) -> None:
    await studio.until_idle()
    if studio.safekeeping is not None:
        await studio.safekeeping.back_up()


async def lose_library(studio: Studio, world: World) -> None:
    """Make a clip that lies elsewhere by the time the library is another one."""
    await make(studio, world)
    shutil.copytree(directories(world.data).videos, world.found)


async def bring_in(studio: Studio, world: World) -> None:
    await studio.importer.import_folder(world.found)


async def bring_in_again(studio: Studio, world: World) -> None:
    await bring_in(studio, world)
    await wait(studio, world)


async def await_callback(studio: Studio, world: World) -> None:
    """The answer is lost; the callback says what it was."""
    while (await studio.webhook.status()).address is None:
        await world.clock.sleep(_LOOK_EVERY_MS)
    video = await studio.generate(a_request(PROMPT))
    while video.state is VideoState.UNCONFIRMED:
        await world.clock.sleep(_LOOK_EVERY_MS)
        video = await _the_video(studio)


async def follow_callbacks(studio: Studio, world: World) -> None:
    """What a start does by itself with callbacks that were taken."""
    while _to_be_followed(world):
        await world.clock.sleep(_LOOK_EVERY_MS)
    await wait(studio, world)


async def hand_over(studio: Studio, world: World) -> None:
    """A terminal lays its request down, and this engine makes the video."""
    places = directories(world.data)
    asked = random_id()
    lock = requester_lock(places.requesters, asked)
    lock.acquire()
    try:
        with open_guest(places) as library:
            while (run := _run_in(library)) is None:
                await world.clock.sleep(_LOOK_EVERY_MS)
            now = world.clock.now_ms()
            request = Handover(asked, run, "terminal", a_request(PROMPT), False, now)
            with library.write() as rows:
                rows.handovers.ask(request)
        while not any(video.task_id for video in await _videos(studio)):
            await world.clock.sleep(_LOOK_EVERY_MS)
    finally:
        lock.release()


def _run_in(library: Library) -> str | None:
    with library.read() as rows:
        run = rows.handovers.run()
    return run.id if run else None


async def _items(studio: Studio) -> tuple[LibraryItem, ...]:
    return await studio.items((await studio.opened()).first_page.ids)


async def _videos(studio: Studio) -> tuple[Video, ...]:
    return tuple(item.video for item in await _items(studio))


async def _the_video(studio: Studio) -> Video:
    (video,) = await _videos(studio)
    return video


def _lacks_stills(item: LibraryItem) -> bool:
    return item.clip is not None and None in (item.poster, item.strip)


def _to_be_followed(world: World) -> bool:
    with open_guest(directories(world.data)) as library, library.read() as rows:
        return any(rows.deliveries.waiting(wallet.id) for wallet in rows.wallets.every())


def _files_in(world: World) -> Iterator[Path]:
    places = directories(world.data)
    for folder in (places.videos, places.posters, places.strips):
        yield from folder.iterdir() if folder.exists() else ()


def _task_id(world: World) -> str:
    with Books.open(world.state) as books:
        (made,) = books.create_requests()
    return made.task_id or ""
