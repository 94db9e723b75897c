"""Several results of one task: each that is a video is kept, and none keeps another away."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.requests import a_request
from tests.services.rig import FakeMedia, Rig, running
from tests.services.scripted_provider import ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.clip_tags import parse_comment
from videogen_desktop.domain.errors import NotPlayableError
from videogen_desktop.domain.events import VideoChanged
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.provider import TaskPhase, TaskStatus
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services import account

PICTURE = b"\x89PNG and no video"
BASE = "https://cdn.example/"
DAY_MS = 24 * 3_600_000


def with_files(names: Sequence[str], files: dict[str, bytes]) -> ScriptedProvider:
    """A provider with a file for each address; an unknown one is a 404."""
    urls = tuple(BASE + name for name in names)
    here = {BASE + name: body for name, body in files.items()}
    gone = {url: 404 for url in urls if url not in here}
    return ScriptedProvider(script=((0, _named(urls)),), files=here, gone=gone)


@pytest.fixture(autouse=True)
def rare_readings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Days pass here, and 288 readings of the balance a day would be most of the tests' time."""
    monkeypatch.setattr(account, "READ_EVERY_MS", 24 * 3_600_000)


class LookingMedia(FakeMedia):
    """Looks at the bytes."""

    async def probe(self, path: Path) -> ClipFacts:
        if path.read_bytes().startswith(PICTURE[:4]):
            raise NotPlayableError("container")
        return await super().probe(path)


def _named(urls: tuple[str, ...]) -> TaskStatus:
    return TaskStatus(TaskPhase.SUCCEEDED, "success", urls, consumed=succeeded(100_00).consumed)


def siblings(rig: Rig, video: Video) -> tuple[Video, ...]:
    with rig.library.reading() as rows:
        return rows.videos.siblings_of(video.id)


async def generated(rig: Rig, seconds: int = 60) -> Video:
    video = await rig.engine.generate(a_request())
    await rig.clock.sleep(seconds * 1000)
    return rig.video(video.id)


async def clip_of(rig: Rig, video: Video) -> bytes:
    clip = (await rig.item(video.id)).clip
    assert clip is not None
    return clip.read_bytes()


def left(rig: Rig, video: Video) -> list[int]:
    with rig.library.reading() as rows:
        return [download.result_number for download in rows.downloads.results_of(video.id)]


def test_each_further_video_of_a_task_is_a_video_that_cost_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        names = ("one.mp4", "two.mp4", "three.mp4")
        provider = with_files(names, {name: name.encode() * 9 for name in names})
        media = LookingMedia(writes_tags=False)
        async with running(tmp_path, provider, media) as rig:
            first = await generated(rig)
            assert await clip_of(rig, first) == b"one.mp4" * 9
            assert first.result_number == 1
            found = siblings(rig, first)
            assert [await clip_of(rig, one) for one in found] == [b"two.mp4" * 9, b"three.mp4" * 9]
            for number, one in enumerate(found, 2):
                assert (one.origin, one.state) == (Origin.SIBLING, VideoState.COMPLETED)
                assert (one.result_number, one.sibling_of) == (number, first.id)
                assert (one.task_id, one.request) == (first.task_id, first.request)
                assert (one.price, one.cost, rig.kinds(one.id)) == (0, 0, set())
                assert (await rig.item(one.id)).poster is not None
            assert rig.kinds(first.id) == {EntryKind.RESERVE, EntryKind.CAPTURE}
            assert [sent.request for sent in provider.sent] == [a_request()]
            assert left(rig, first) == []
            shown = {e.item.video.id for e in rig.events if isinstance(e, VideoChanged)}
            assert {first.id, *(one.id for one in found)} <= shown
            with rig.library.reading() as rows:
                assert len(rows.gallery.first(GalleryQuery(text="con meo"), 9)) == 3
                event = rows.events.of_video(found[0].id)[0]
            assert (event.kind, event.detail["number"], event.detail["results"]) == (
                "sibling",
                2,
                3,
            )

    run_virtually(story())


@pytest.mark.parametrize("bad", ["cover.png", "lost.mp4"])
def test_a_bad_first_result_does_not_keep_the_good_second_away(tmp_path: Path, bad: str) -> None:
    async def story() -> None:
        files = {"cover.png": PICTURE, "two.mp4": b"two" * 9, "three.mp4": b"three" * 9}
        provider = with_files((bad, "two.mp4", "three.mp4"), files)
        async with running(tmp_path, provider, LookingMedia()) as rig:
            first = await generated(rig)
            assert await clip_of(rig, first) == b"two" * 9
            assert (first.result_number, first.result_url) == (2, BASE + "two.mp4")
            (third,) = siblings(rig, first)
            assert (third.result_number, await clip_of(rig, third)) == (3, b"three" * 9)
            item = await rig.item(first.id)
            assert (item.clip_failure, item.clip_attempts, item.result_gone) == (None, 0, False)
            # What is gone may come back for a day or two; what is a picture stays one.
            await rig.clock.sleep(2 * DAY_MS)
            assert left(rig, first) == []
            assert rig.timeline(first.id).count("result_left_out") == 1
            assert len(siblings(rig, first)) == 1

    run_virtually(story())


def test_a_first_result_that_comes_late_is_kept_beside_the_second(tmp_path: Path) -> None:
    async def story() -> None:
        provider = with_files(("late.mp4", "two.mp4"), {"two.mp4": b"two" * 9})
        async with running(tmp_path, provider, LookingMedia()) as rig:
            first = await generated(rig, 5)
            assert await clip_of(rig, first) == b"two" * 9
            provider.files[BASE + "late.mp4"] = b"late" * 9
            provider.gone.clear()
            await rig.clock.sleep(DAY_MS)
            (late,) = siblings(rig, first)
            assert (late.result_number, await clip_of(rig, late)) == (1, b"late" * 9)
            assert await clip_of(rig, first) == b"two" * 9

    run_virtually(story())


def test_where_no_result_is_a_video_all_are_tried_again(tmp_path: Path) -> None:
    async def story() -> None:
        provider = with_files(("cover.png", "lost.mp4"), {"cover.png": PICTURE})
        async with running(tmp_path, provider, LookingMedia()) as rig:
            first = await generated(rig, 3600)
            item = await rig.item(first.id)
            assert (item.clip, first.result_number) == (None, None)
            assert item.clip_failure is not None
            assert left(rig, first) == [1, 2]
            provider.files[BASE + "cover.png"] = b"a video after all"
            await rig.clock.sleep(DAY_MS)
            assert await clip_of(rig, first) == b"a video after all"

    run_virtually(story())


def test_a_library_that_knew_the_first_result_alone_learns_of_the_others(tmp_path: Path) -> None:
    async def story() -> None:
        provider = with_files(("cover.png",), {"cover.png": PICTURE, "two.mp4": b"two" * 9})
        async with running(tmp_path, provider, LookingMedia()) as rig:
            first = await generated(rig)
            assert left(rig, first) == [1]
            provider.script = ((0, _named((BASE + "cover.png", BASE + "two.mp4"))),)
            await rig.clock.sleep(DAY_MS)
            assert await clip_of(rig, first) == b"two" * 9

    run_virtually(story())


@pytest.mark.parametrize("first", ["cover.png", "lost.mp4"])
def test_a_spare_address_is_tried_where_no_result_is_a_video(tmp_path: Path, first: str) -> None:
    async def story() -> None:
        files = {"cover.png": PICTURE, "uncut.mp4": b"uncut" * 9}
        provider = with_files((first,), files)
        named = replace(_named((BASE + first,)), spare_urls=(BASE + "uncut.mp4",))
        provider.script = ((0, named),)
        async with running(tmp_path, provider, LookingMedia()) as rig:
            video = await generated(rig)
            assert await clip_of(rig, video) == b"uncut" * 9
            assert siblings(rig, video) == ()

    run_virtually(story())


@pytest.mark.parametrize("status", [403, None])
def test_a_spare_address_beside_the_clip_is_left_alone(tmp_path: Path, status: int | None) -> None:
    """Also where the clip's own link was over, or its host said something else at first."""

    async def story() -> None:
        url, link, spare = BASE + "one.mp4", BASE + "link.mp4", BASE + "uncut.mp4"
        provider = with_files(("one.mp4",), {"one.mp4": b"one" * 9})
        provider.links = [link]
        if status:
            provider.gone[url] = status
        else:
            provider.refused[url] = NotPlayableError("not_video")
        provider.script = ((0, replace(_named((url,)), spare_urls=(spare,))),)
        async with running(tmp_path, provider, LookingMedia()) as rig:
            video = await generated(rig, 3600)
            assert (await rig.item(video.id)).clip is not None
            assert siblings(rig, video) == ()
            assert [asked for asked, _, _ in provider.opened] == [url, link]

    run_virtually(story())


def test_a_run_that_was_cut_off_goes_on_with_the_same_siblings(tmp_path: Path) -> None:
    async def story() -> None:
        names = ("one.mp4", "two.mp4")
        provider = with_files(names, {"one.mp4": b"one" * 9})
        async with running(tmp_path, provider, LookingMedia()) as rig:
            first = await generated(rig)
            assert siblings(rig, first) == ()
        provider = with_files(names, {name: name.encode() * 9 for name in names})
        for _ in range(2):
            async with running(tmp_path, provider, LookingMedia()) as rig:
                await rig.clock.sleep(60_000)
                (second,) = siblings(rig, first)
                assert await clip_of(rig, second) == b"two.mp4" * 9
                assert not list(tmp_path.rglob("*.part"))

    run_virtually(story())


def test_a_clip_of_a_sibling_is_fetched_again_from_its_own_address(tmp_path: Path) -> None:
    async def story() -> None:
        names = ("one.mp4", "two.mp4")
        provider = with_files(names, {name: name.encode() * 9 for name in names})
        async with running(tmp_path, provider, LookingMedia()) as rig:
            first = await generated(rig)
            (second,) = siblings(rig, first)
            clip = (await rig.item(second.id)).clip
            assert clip is not None
            clip.unlink()
            await rig.engine.fetch_again(second.id)
            await rig.clock.sleep(60_000)
            assert await clip_of(rig, second) == b"two.mp4" * 9
            assert siblings(rig, first) == (rig.video(second.id),)
            assert siblings(rig, second) == ()

    run_virtually(story())


def test_a_sibling_says_in_its_file_what_it_is_and_leaves_the_task_to_the_first(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        names = ("one.mp4", "two.mp4")
        provider = with_files(names, {name: name.encode() * 9 for name in names})
        media = LookingMedia(writes_tags=True)
        async with running(tmp_path, provider, media) as rig:
            first = await generated(rig)
            (second,) = siblings(rig, first)
            found = {}
            for video in (first, second):
                clip = (await rig.item(video.id)).clip
                assert clip is not None
                _, comment = await media.read_tags(clip)
                tags = parse_comment(comment)
                assert tags is not None
                found[tags.video_id] = (tags.task_id, tags.cost)
            assert found == {first.id: (first.task_id, 100_00), second.id: (None, 0)}

    run_virtually(story())


def test_a_sibling_joins_the_collections_of_its_first(tmp_path: Path) -> None:
    async def story() -> None:
        names = ("one.mp4", "two.mp4")
        provider = with_files(names, {"one.mp4": b"one" * 9})
        async with running(tmp_path, provider, LookingMedia()) as rig:
            first = await generated(rig, 5)
            collection = await rig.engine.gallery.add_collection("Khách hàng")
            assert collection is not None
            await rig.engine.gallery.put(collection.id, [first.id])
            provider.files[BASE + "two.mp4"] = b"two" * 9
            provider.gone.clear()
            await rig.clock.sleep(DAY_MS)
            (shown,) = await rig.engine.gallery.collections()
            assert (shown.videos, len(siblings(rig, first))) == (2, 1)

    run_virtually(story())
