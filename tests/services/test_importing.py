"""Clips back into the library: once each, where they lie, and without money."""

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.requests import VENDORS, a_request
from tests.services.rig import FakeMedia, Rig, running
from tests.services.scripted_provider import ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.clip_tags import ClipTags, ImportOutcome
from videogen_desktop.domain.errors import ClipMissingError, UntaggedClipError
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.services.importing import Importer, ImportRecords
from videogen_desktop.services.system import random_id
from videogen_desktop.storage.clip_files import clips_below

BODY = b"\x00\x00\x00\x18ftypmp42 and so on, as far as a fake looks"
DONE = ((0, succeeded(100_00)),)
ID = "6b6f0a2e-0000-4000-8000-000000000001"
PARENT = "0a0b0c0d-0000-4000-8000-000000000000"
REQUEST = VideoRequest(
    "kling-2.6/text-to-video",
    "Mèo",
    {"aspect_ratio": "9:16", "duration": 10},
    inputs={"first_frame": ("a" * 64,), "reference": ("b" * 64, "c" * 64)},
    parent=PARENT,
)
TAGS = ClipTags(ID, REQUEST, "kie", "task-9", 110_00, 1_000)


def importer(rig: Rig, media: FakeMedia) -> Importer:
    records = ImportRecords(rig.library, rig.parts.announcer, rig.clock, random_id, VENDORS)
    return Importer(records, media, ["sandbox/video-1"])


async def put(media: FakeMedia, path: Path, tags: ClipTags | None, body: bytes = BODY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    if tags is not None:
        await media.write_tagged(path, path, tags.title, tags.comment)
    return path


@pytest.fixture
def media() -> FakeMedia:
    return FakeMedia(writes_tags=True)


def test_a_folder_of_tagged_clips_becomes_videos_without_money(
    tmp_path: Path, media: FakeMedia
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(), media) as rig:
            path = await put(media, tmp_path / "usb" / "sâu" / "a.mp4", TAGS)
            await put(media, tmp_path / "usb" / ".b.mp4.part", TAGS)
            (tmp_path / "usb" / "ghi chú.txt").write_text("not a clip")
            told: list[tuple[int, int]] = []
            report = await importer(rig, media).import_folder(
                tmp_path / "usb", lambda done, total: told.append((done, total))
            )
            assert dict(report.files) == {path: ImportOutcome.ADDED}
            assert report.added == (ID,)
            assert told == [(0, 1), (1, 1)]
            item = await rig.item(ID)
            video = item.video
            assert item.clip == path
            assert (video.origin, video.state) == (Origin.IMPORTED, VideoState.COMPLETED)
            assert (video.prompt, video.task_id, video.cost) == ("Mèo", "task-9", 110_00)
            assert (video.created_at, video.model_id) == (1_000, "kling-2.6/text-to-video")
            # What it continues was made on another machine.
            assert (video.request, video.parent_id) == (REQUEST, PARENT)
            assert item.expires_at is None
            assert rig.kinds(ID) == set()
            assert (await rig.engine.opened()).first_page.ids == (ID,)

    run_virtually(story())


def test_importing_twice_or_a_copy_or_a_rename_adds_nothing(
    tmp_path: Path, media: FakeMedia
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(), media) as rig:
            folder = tmp_path / "usb"
            await put(media, folder / "a.mp4", TAGS)
            await put(media, folder / "plain.mp4", None, b"x" + BODY)
            importing = importer(rig, media)
            assert len((await importing.import_folder(folder, untagged=True)).added) == 2
            for name in ("a", "plain"):
                (folder / f"{name} copy.mp4").write_bytes((folder / f"{name}.mp4").read_bytes())
            again = await importing.import_folder(folder, untagged=True)
            assert again.added == ()
            assert set(again.files.values()) == {ImportOutcome.KNOWN}

    run_virtually(story())


def test_a_task_that_is_known_under_another_id_is_not_added(
    tmp_path: Path, media: FakeMedia
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=["task-9"], script=DONE, body=BODY)
        async with running(tmp_path, provider, media) as rig:
            await rig.engine.generate(a_request())
            await rig.engine.until_idle()
            await put(media, tmp_path / "usb" / "a.mp4", TAGS)
            report = await importer(rig, media).import_folder(tmp_path / "usb")
            assert report.count(ImportOutcome.KNOWN) == 1

    run_virtually(story())


def test_a_clip_that_was_lost_is_found_again(tmp_path: Path, media: FakeMedia) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=DONE, body=BODY), media) as rig:
            video = await rig.engine.generate(a_request())
            await rig.engine.until_idle()
            clip = (await rig.item(video.id)).clip
            assert clip is not None
            moved = tmp_path / "usb" / "elsewhere.mp4"
            moved.parent.mkdir()
            clip.rename(moved)
            report = await importer(rig, media).import_folder(tmp_path / "usb")
            assert report.files == {moved: ImportOutcome.FOUND_AGAIN}
            assert (await rig.item(video.id)).clip == moved
            assert len((await rig.engine.opened()).first_page.ids) == 1

    run_virtually(story())


def test_an_untagged_download_of_ours_is_recognised_by_its_content(
    tmp_path: Path, media: FakeMedia
) -> None:
    async def story() -> None:
        plain = FakeMedia()
        async with running(tmp_path, ScriptedProvider(script=DONE, body=BODY), plain) as rig:
            await rig.engine.generate(a_request())
            await rig.engine.until_idle()
            await put(plain, tmp_path / "usb" / "copy.mp4", None)
            report = await importer(rig, plain).import_folder(tmp_path / "usb", untagged=True)
            assert report.count(ImportOutcome.KNOWN) == 1

    run_virtually(story())


@pytest.mark.parametrize("ahead", [True, False])
def test_an_untagged_clip_has_its_files_date_unless_that_cannot_be(
    tmp_path: Path, media: FakeMedia, ahead: bool
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(), media) as rig:
            path = await put(media, tmp_path / "usb" / "a.mp4", None)
            written_at = rig.clock.now_ms() // 1000 + (400 if ahead else -400) * 86_400
            os.utime(path, (written_at, written_at))
            report = await importer(rig, media).import_folder(path.parent, untagged=True)
            video = (await rig.item(*report.added)).video
            assert video.created_at == (0 if ahead else written_at * 1000)

    run_virtually(story())


def test_of_several_chosen_the_one_that_cannot_be_looked_at_is_a_line(
    tmp_path: Path, media: FakeMedia
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(), media) as rig:
            sound = await put(media, tmp_path / "usb" / "a.mp4", TAGS)
            # As for a folder within one that may not be entered: even `is_dir` raises.
            beyond = tmp_path / ("x" * 300)
            report = await importer(rig, media).import_paths([beyond, sound.parent])
            assert dict(report.files) == {
                beyond: ImportOutcome.UNREADABLE,
                sound: ImportOutcome.ADDED,
            }

    run_virtually(story())


def test_files_that_are_no_clips_of_ours_are_left_out_and_counted(
    tmp_path: Path, media: FakeMedia
) -> None:
    async def story() -> None:
        media.refusals = ["container"]
        async with running(tmp_path, ScriptedProvider(), media) as rig:
            await put(media, tmp_path / "usb" / "broken.mp4", TAGS)
            holiday = await put(media, tmp_path / "usb" / "Hạ Long.mov", None)
            report = await importer(rig, media).import_folder(tmp_path / "usb")
            assert report.count(ImportOutcome.NOT_PLAYABLE) == 1
            assert report.files[holiday] is ImportOutcome.UNTAGGED
            report = await importer(rig, media).import_folder(tmp_path / "usb", untagged=True)
            names = [(await rig.item(one)).video.prompt for one in report.added]
            assert sorted(names) == ["Hạ Long", "Mèo"]
            with pytest.raises(FileNotFoundError):
                await importer(rig, media).import_folder(tmp_path / "missing")

    run_virtually(story())


def test_a_dropped_clip_restores_its_request(tmp_path: Path, media: FakeMedia) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=DONE, body=BODY), media) as rig:
            video = await rig.engine.generate(a_request())
            await rig.engine.until_idle()
            clip = (await rig.item(video.id)).clip
            assert clip is not None
            importing = importer(rig, media)
            dropped = await importing.dropped(clip)
            assert (dropped.request, dropped.is_offered) == (video.request, True)
            assert dropped.cost == 100_00
            foreign = await importing.dropped(await put(media, tmp_path / "kie.mp4", TAGS))
            assert (foreign.request, foreign.is_offered) == (REQUEST, False)
            with pytest.raises(UntaggedClipError):
                await importing.dropped(await put(media, tmp_path / "plain.mp4", None))
            with pytest.raises(ClipMissingError):
                await importing.dropped(tmp_path / "missing.mp4")

    run_virtually(story())


@dataclass
class SlowMedia(FakeMedia):
    """Never comes to an end with what is called so."""

    endless: str = "b"
    reached: asyncio.Event = field(default_factory=asyncio.Event)

    async def probe(self, path: Path) -> ClipFacts:
        if path.stem == self.endless:
            self.reached.set()
            await asyncio.Event().wait()
        return await super().probe(path)


def test_the_file_under_way_is_left_out_and_what_came_in_stays(tmp_path: Path) -> None:
    async def story() -> None:
        media = SlowMedia()
        async with running(tmp_path, ScriptedProvider(), media) as rig:
            paths = [await put(media, tmp_path / f"{n}.mp4", None, n.encode()) for n in "abc"]
            importing = importer(rig, media)
            work = asyncio.ensure_future(importing.import_paths(paths, untagged=True))
            await media.reached.wait()
            await importing.stop()
            report = await work
            assert (report.is_stopped, report.left) == (True, 2)
            assert dict(report.files) == {paths[0]: ImportOutcome.ADDED}
            assert (await rig.engine.opened()).first_page.ids == report.added
            media.endless = ""
            again = await importing.import_paths(paths, untagged=True)
            assert (again.is_stopped, again.left) == (False, 0)
            assert again.files[paths[0]] is ImportOutcome.KNOWN
            assert len(again.added) == 2

    run_virtually(story())


def test_a_engine_that_closes_waits_for_no_import(tmp_path: Path) -> None:
    async def story() -> None:
        media = SlowMedia()
        async with running(tmp_path, ScriptedProvider(), media) as rig:
            path = await put(media, tmp_path / "b.mp4", None)
            importing = rig.engine.importer.import_paths([path], untagged=True)
            work = asyncio.ensure_future(importing)
            await media.reached.wait()
            await rig.engine.close()
            assert (await work).is_stopped

    run_virtually(story())


def test_stopping_nothing_stops_nothing_later(tmp_path: Path) -> None:
    async def story() -> None:
        media = SlowMedia()
        async with running(tmp_path, ScriptedProvider(), media) as rig:
            path = await put(media, tmp_path / "a.mp4", None)
            importing = importer(rig, media)
            await importing.stop()
            assert not (await importing.import_paths([path], untagged=True)).is_stopped

    run_virtually(story())


def test_the_search_through_a_large_folder_ends_too(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "a.mp4").touch()

    def after(folders: int) -> Callable[[], bool]:
        left = iter(range(folders))
        return lambda: next(left, None) is None

    assert len(asyncio.run(clips_below(tmp_path))) == 5
    assert len(asyncio.run(clips_below(tmp_path, after(3)))) == 2
