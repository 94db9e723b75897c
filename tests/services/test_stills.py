"""Every clip on this disk has its poster and its contact strip, sooner or later."""

import asyncio
import shutil
from pathlib import Path

from tests.requests import a_request
from tests.services.rig import FakeMedia, Rig, running
from tests.services.scripted_provider import ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.events import VideoChanged
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.services.stills import REST_MS, START_MS
from videogen_desktop.storage.file_rows import FileRole

A_MINUTE = 60_000
PROMPTS = ("Cũ", "Vừa", "Mới")


def provider() -> ScriptedProvider:
    return ScriptedProvider(script=((0, succeeded()),))


async def generated(rig: Rig, prompt: str) -> LibraryItem:
    video = await rig.engine.generate(a_request(prompt))
    await rig.clock.sleep(A_MINUTE)
    return await rig.item(video.id)


async def some_clips(folder: Path) -> list[LibraryItem]:
    """A library that was closed again; the oldest clip first."""
    async with running(folder, provider()) as rig:
        return [await generated(rig, prompt) for prompt in PROMPTS]


def is_whole(item: LibraryItem) -> bool:
    return all(path is not None and path.exists() for path in (item.clip, item.poster, item.strip))


def test_a_new_clip_gets_its_poster_and_then_its_strip(tmp_path: Path) -> None:
    async def story() -> None:
        media = FakeMedia()
        async with running(tmp_path, provider(), media) as rig:
            item = await generated(rig, "Mới")
            assert is_whole(item)
            assert media.made == ["posters Mới", "strips Mới"]
            shown = [event.item for event in rig.events if isinstance(event, VideoChanged)]
            revisions = [seen.video.revision for seen in shown]
            assert revisions == sorted(set(revisions))
            assert [(seen.poster is not None, seen.strip is not None) for seen in shown[-3:]] == [
                (False, False),
                (True, False),
                (True, True),
            ]

    run_virtually(story())


def test_a_clip_of_which_no_still_can_be_made_is_still_a_clip(tmp_path: Path) -> None:
    async def story() -> None:
        media = FakeMedia(deadly={"Mới"})
        async with running(tmp_path, provider(), media) as rig:
            item = await generated(rig, "Mới")
            assert (item.poster, item.strip, item.clip_failure) == (None, None, None)
            assert item.clip is not None
            await rig.engine.until_idle()

    run_virtually(story())


def test_a_cleared_cache_is_filled_again_newest_first_and_slowly(tmp_path: Path) -> None:
    run_virtually(some_clips(tmp_path))
    shutil.rmtree(tmp_path / "cache")

    async def story() -> None:
        media = FakeMedia()
        async with running(tmp_path, provider(), media) as rig:
            await rig.clock.sleep(START_MS - 1)
            assert media.made == []
            await rig.clock.sleep(REST_MS + 2)
            assert media.made == ["posters Mới", "strips Mới"]
            await rig.clock.sleep(A_MINUTE)
            assert media.made[2:] == ["posters Vừa", "strips Vừa", "posters Cũ", "strips Cũ"]
            opened = await rig.engine.opened()
            assert all(map(is_whole, await rig.engine.items(opened.first_page.ids)))
            told = [event.item.strip for event in rig.events if isinstance(event, VideoChanged)]
            assert len(told) == 6

    run_virtually(story())


def test_a_crash_between_clip_and_strip_is_made_good_at_the_next_start(tmp_path: Path) -> None:
    old, middle, _new = run_virtually(some_clips(tmp_path))

    async def story() -> None:
        media = FakeMedia()
        async with running(tmp_path, provider(), media) as rig:
            with rig.library.writing() as rows:
                rows.files.forget(middle.video.id, FileRole.STRIP)
                rows.files.forget(old.video.id, FileRole.POSTER)
            await rig.clock.sleep(A_MINUTE)
            assert media.made == ["strips Vừa", "posters Cũ"]
            assert is_whole(await rig.item(middle.video.id))

    run_virtually(story())


def test_nothing_is_made_for_clips_that_are_gone_or_deleted(tmp_path: Path) -> None:
    old, middle, new = run_virtually(some_clips(tmp_path))
    shutil.rmtree(tmp_path / "cache")
    assert middle.clip is not None
    middle.clip.unlink()

    async def story() -> None:
        media = FakeMedia()
        async with running(tmp_path, provider(), media) as rig:
            await rig.engine.gallery.delete([new.video.id])
            await rig.clock.sleep(A_MINUTE)
            assert media.made == ["posters Cũ", "strips Cũ"]
            assert is_whole(await rig.item(old.video.id))

    run_virtually(story())


def test_downloads_come_first(tmp_path: Path) -> None:
    run_virtually(some_clips(tmp_path))

    async def leave() -> None:
        cut = ScriptedProvider(["task"], ((0, succeeded()),), cuts=[12] * 99)
        async with running(tmp_path, cut) as rig:
            await rig.engine.generate(a_request("Đang tải"))
            await rig.clock.sleep(A_MINUTE)

    async def story() -> None:
        gate = asyncio.Event()

        async def wait() -> None:
            await gate.wait()

        media = FakeMedia()
        slow = ScriptedProvider(script=((0, succeeded()),), on_open=wait)
        async with running(tmp_path, slow, media) as rig:
            await rig.clock.sleep(A_MINUTE)
            assert media.made == []
            gate.set()
            await rig.clock.sleep(A_MINUTE)
            assert media.made[:3] == ["posters Đang tải", "strips Đang tải", "posters Mới"]

    run_virtually(leave())
    shutil.rmtree(tmp_path / "cache")
    run_virtually(story())


def test_what_is_seen_is_made_before_its_turn_and_once(tmp_path: Path) -> None:
    old, _middle, new = run_virtually(some_clips(tmp_path))
    shutil.rmtree(tmp_path / "cache")

    async def story() -> None:
        media = FakeMedia(deadly={"Mới"})
        async with running(tmp_path, provider(), media) as rig:
            await rig.parts.still_sweep.want([old.video.id, new.video.id])
            await rig.clock.sleep(START_MS + 1)
            assert media.made == ["posters Cũ", "strips Cũ", "posters Mới", "strips Mới"]
            await rig.parts.still_sweep.want([new.video.id, old.video.id])
            await rig.clock.sleep(A_MINUTE)
            assert media.made[4:] == ["posters Vừa", "strips Vừa"]

    run_virtually(story())


def test_imported_clips_get_theirs_though_the_library_was_gone_through(tmp_path: Path) -> None:
    async def story() -> None:
        media = FakeMedia()
        async with running(tmp_path, provider(), media) as rig:
            await rig.clock.sleep(A_MINUTE)
            found = tmp_path / "usb"
            found.mkdir()
            for name in ("Một", "Hai", "Ba"):
                (found / f"{name}.mp4").write_text(name)
            report = await rig.engine.importer.import_folder(found, untagged=True)
            await rig.clock.sleep(A_MINUTE)
            assert len(report.added) == 3
            assert all(map(is_whole, await rig.engine.items(report.added)))

    run_virtually(story())


def test_a_library_of_many_pages_is_gone_through_once(tmp_path: Path) -> None:
    async def fill() -> None:
        rich = ScriptedProvider(script=((0, succeeded()),), credits=100_000_00)
        async with running(tmp_path, rich) as rig:
            for number in range(62):
                await rig.engine.generate(a_request(f"Số {number}"))
                # Two of a kind share their time of birth.
                await rig.clock.sleep(1000 * (number % 2))
            await rig.clock.sleep(A_MINUTE)

    run_virtually(fill())
    shutil.rmtree(tmp_path / "cache" / "strips")

    async def story() -> None:
        media = FakeMedia()
        async with running(tmp_path, provider(), media) as rig:
            await rig.clock.sleep(10 * A_MINUTE)
            assert sorted(media.made) == sorted(f"strips Số {number}" for number in range(62))
            assert media.made[0] in ("strips Số 61", "strips Số 60")

    run_virtually(story())
