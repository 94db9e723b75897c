"""Search, favourites, collections, and a delete that can be undone and never touches money."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.requests import a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import FAILED, QUEUED, ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from tests.storage.filled_library import new_video
from videogen_desktop.domain.errors import NotBinnedError, SentUnknownError, VideoNotFoundError
from videogen_desktop.domain.events import ProblemReported, VideoChanged, VideoRemoved
from videogen_desktop.domain.gallery import GalleryQuery, GallerySort, StatusGroup
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.services import gallery as services_gallery
from videogen_desktop.storage import gallery_rows
from videogen_desktop.storage.library import SqliteLibrary
from videogen_desktop.storage.library_rows import LibraryRows

DONE = ((0, succeeded()),)
FOUND: dict[str, Any] = {"origin": Origin.IMPORTED, "state": VideoState.COMPLETED}


async def made(rig: Rig, prompt: str, aspect: str = "landscape") -> str:
    return (await rig.engine.generate(a_request(prompt, aspect))).id


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("da nang", ["Biển Đà Nẵng lúc bình minh"]),
        ("ĐÀ NẴNG", ["Biển Đà Nẵng lúc bình minh"]),
        ("me", ["Một con mèo chơi với cuộn len"]),
        ("con len", ["Một con mèo chơi với cuộn len"]),
        ("🐈", ["Mèo 🐈 <b>đậm</b>"]),
        ("<b>dam", ["Mèo 🐈 <b>đậm</b>"]),
        ("bình thường", []),
        ('" OR *', []),
    ],
)
def test_search_as_you_type_needs_no_marks(tmp_path: Path, typed: str, found: list[str]) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            for prompt in (
                "Biển Đà Nẵng lúc bình minh",
                "Một con mèo chơi với cuộn len",
                "Mèo 🐈 <b>đậm</b>",
            ):
                await made(rig, prompt)
            ids = await rig.engine.gallery.all_ids(GalleryQuery(text=typed))
            prompts = [item.video.prompt for item in await rig.engine.gallery.items(ids)]
            expected = found if typed != "me" else ["Mèo 🐈 <b>đậm</b>", *found]
            assert prompts == expected

    run_virtually(story())


def test_filters_hold_together_and_counts_follow_them(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, QUEUED), (30, FAILED)), credits=10_000_00)
        async with running(tmp_path, provider) as rig:
            tall = await made(rig, "Thác nước", "portrait")
            wide = await made(rig, "Thác nước")
            gallery = rig.engine.gallery
            await gallery.set_favourite([wide], True)
            assert await gallery.all_ids(GalleryQuery(favourites_only=True)) == (wide,)
            upright = GalleryQuery(text="thac", shape="portrait")
            assert await gallery.all_ids(upright) == (tall,)
            counts = await gallery.counts(GalleryQuery(text="thac", status=StatusGroup.FAILED))
            assert (counts.total, counts.by_status[StatusGroup.RUNNING]) == (2, 2)
            await rig.clock.sleep(60_000)
            assert set(await gallery.all_ids(GalleryQuery(status=StatusGroup.FAILED))) == {
                tall,
                wide,
            }
            later = GalleryQuery(created_from=rig.clock.now_ms())
            assert await gallery.all_ids(later) == ()

    run_virtually(story())


def test_a_count_in_slices_is_the_count_of_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gallery_rows, "SLICE", 2)

    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(credits=10_000_00)) as rig:
            ids = [await made(rig, f"Mưa {number}") for number in range(7)]
            gallery = rig.engine.gallery
            await gallery.set_favourite(ids[2:], True)
            await gallery.delete(ids[-1:])
            for query, expected in (
                (GalleryQuery(), 6),
                (GalleryQuery(status=StatusGroup.FAILED), 6),
                (GalleryQuery(text="mua"), 6),
                (GalleryQuery(text="mua", favourites_only=True), 4),
                (GalleryQuery(favourites_only=True), 4),
                (GalleryQuery(text="nắng"), 0),
            ):
                counts = await gallery.counts(query)
                assert counts.total == expected
                assert counts.by_status[StatusGroup.RUNNING] == expected

    run_virtually(story())


def test_a_letter_typed_meanwhile_ends_the_count_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gallery_rows, "SLICE", 1)

    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(credits=10_000_00)) as rig:
            for number in range(4):
                await made(rig, f"Mưa {number}")
            gallery = rig.engine.gallery
            before = asyncio.create_task(gallery.counts(GalleryQuery(text="m")))
            await asyncio.sleep(0)
            await gallery.first_page(GalleryQuery(text="mư"))
            await asyncio.wait([before])
            assert before.cancelled()
            assert (await gallery.counts(GalleryQuery(text="mư"))).total == 4

    run_virtually(story())


def test_every_order_and_its_first_page_agree(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(credits=10_000_00)) as rig:
            by_age = []
            for prompt in ("Cây", "Ảnh", "Biển"):
                by_age.append(await made(rig, prompt))
                await rig.clock.sleep(1_000)
            for sort, expected in (
                (GallerySort.NEWEST, by_age[::-1]),
                (GallerySort.OLDEST, by_age),
                (GallerySort.PROMPT, [by_age[1], by_age[2], by_age[0]]),
            ):
                query = GalleryQuery(sort=sort)
                assert list(await rig.engine.gallery.all_ids(query)) == expected
                page = await rig.engine.gallery.first_page(query)
                assert list(page.ids) == expected
                assert [item.video.id for item in page.items] == expected

    run_virtually(story())


def test_a_favourite_is_told_with_its_card(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            video_id = await made(rig, "Hoa sen")
            await rig.engine.gallery.set_favourite([video_id], True)
            told = rig.events[-1]
            assert isinstance(told, VideoChanged)
            assert told.item.video.favourite

    run_virtually(story())


def test_a_collection_holds_videos_and_leaves_them_when_it_goes(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            gallery = rig.engine.gallery
            one, two = await made(rig, "Một"), await made(rig, "Hai")
            collection = await gallery.add_collection("  Du   lịch ")
            assert collection is not None
            assert await gallery.add_collection("Du lịch") is None
            assert await gallery.add_collection("   ") is None
            await gallery.put(collection.id, [one, two, one])
            assert [(c.name, c.videos) for c in await gallery.collections()] == [("Du lịch", 2)]
            await gallery.take(collection.id, [one])
            shown = GalleryQuery(collection_id=collection.id)
            assert await gallery.all_ids(shown) == (two,)
            await gallery.remove_collection(collection.id)
            assert await gallery.collections() == ()
            assert len(await gallery.all_ids(GalleryQuery())) == 2

    run_virtually(story())


def test_deleted_files_reach_the_bin_only_when_the_undo_has_run_out(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=DONE)) as rig:
            video_id = await made(rig, "Tạm biệt")
            await rig.engine.until_idle()
            clip = (await rig.item(video_id)).clip
            assert clip is not None
            assert await rig.engine.gallery.delete([video_id]) == ()
            assert isinstance(rig.events[-1], VideoRemoved)
            await rig.clock.sleep(9_000)
            assert clip.exists()
            await rig.clock.sleep(2_000)
            assert not clip.exists()
            assert clip.name in rig.trash.taken

    run_virtually(story())


def test_a_clip_that_the_bin_does_not_take_stays_and_that_is_told_once(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=DONE * 2)) as rig:
            rig.trash.refuses = ".mp4"
            clips = []
            for prompt in ("Một", "Hai"):
                video_id = await made(rig, prompt)
                await rig.engine.until_idle()
                clips.append((await rig.item(video_id)).clip)
                await rig.engine.gallery.delete([video_id])
            await rig.clock.sleep(11_000)
            assert all(clip is not None and clip.exists() for clip in clips)
            told = [event.error for event in rig.events if isinstance(event, ProblemReported)]
            assert len(told) == 1 and isinstance(told[0], NotBinnedError)
            assert told[0].args[0] in clips

    run_virtually(story())


def test_an_undone_delete_keeps_the_files_and_brings_the_card_back(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=DONE)) as rig:
            video_id = await made(rig, "Ở lại")
            await rig.engine.until_idle()
            await rig.engine.gallery.delete([video_id])
            await rig.clock.sleep(9_000)
            await rig.engine.gallery.restore([video_id])
            await rig.clock.sleep(60_000)
            assert rig.trash.taken == []
            assert await rig.engine.gallery.all_ids(GalleryQuery()) == (video_id,)

    run_virtually(story())


def test_a_second_delete_has_ten_seconds_of_its_own(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=DONE)) as rig:
            video_id = await made(rig, "Hai lần")
            await rig.engine.until_idle()
            await rig.engine.gallery.delete([video_id])
            await rig.clock.sleep(9_000)
            await rig.engine.gallery.restore([video_id])
            await rig.engine.gallery.delete([video_id])
            await rig.clock.sleep(9_000)
            assert rig.trash.taken == []

    run_virtually(story())


def test_what_was_deleted_before_a_crash_reaches_the_bin_at_the_next_start(tmp_path: Path) -> None:
    async def leave() -> None:
        async with running(tmp_path, ScriptedProvider(script=DONE)) as rig:
            video_id = await made(rig, "Tạm biệt")
            await rig.engine.until_idle()
            await rig.engine.gallery.delete([video_id])

    async def start_again() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            await rig.clock.sleep(1_000)
            assert "Tạm biệt.mp4" in rig.trash.taken

    run_virtually(leave())
    run_virtually(start_again())


def test_deleting_what_may_have_been_charged_is_refused_and_the_rest_goes(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[SentUnknownError(), "task-a"])
        async with running(tmp_path, provider) as rig:
            unknown, fine = await made(rig, "Chưa rõ"), await made(rig, "Tốt")
            (refused,) = await rig.engine.gallery.delete([unknown, fine])
            assert refused.args[0] == unknown
            assert await rig.engine.gallery.all_ids(GalleryQuery()) == (unknown,)
            assert rig.kinds(unknown) == {EntryKind.RESERVE}

    run_virtually(story())


def test_three_past_runs_count_more_than_the_catalogue(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, QUEUED), (20, succeeded())))
        async with running(tmp_path, provider) as rig:
            for number in range(3):
                assert (await rig.engine.opened()).usual_ms["sandbox/video-1"] == 10_000
                await rig.engine.generate(a_request(f"Cảnh {number}"))
                await rig.clock.sleep(60_000)
            usual = (await rig.engine.opened()).usual_ms["sandbox/video-1"]
            assert 20_000 <= usual <= 25_000

    run_virtually(story())


def test_many_go_in_few_transactions_and_come_back_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services_gallery, "AT_ONCE", 3)

    async def story() -> None:
        tasks = [f"task-{number}" for number in range(6)]
        creates: list[str | Exception] = [SentUnknownError(), *tasks]
        async with running(tmp_path, ScriptedProvider(creates=creates, script=DONE)) as rig:
            ids = [await made(rig, f"Cảnh {number}") for number in range(7)]
            await rig.engine.until_idle()
            gallery = rig.engine.gallery
            transactions = counted_writes(rig.library)
            (refused,) = await gallery.delete([*ids, ids[1]])
            assert refused.args[0] == ids[0]
            assert transactions() == 3
            assert await gallery.all_ids(GalleryQuery()) == (ids[0],)
            told = [event for event in rig.events if isinstance(event, VideoRemoved)]
            assert {event.video_id for event in told} == set(ids[1:])
            await gallery.restore(ids[1:])
            assert transactions() == 5
            assert set(await gallery.all_ids(GalleryQuery())) == set(ids)

    run_virtually(story())


def test_an_unknown_video_is_no_deleted_one_and_nothing_else_goes(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            video_id = await made(rig, "Hoa sen")
            with pytest.raises(VideoNotFoundError):
                await rig.engine.gallery.delete([video_id, "unknown"])
            assert await rig.engine.gallery.all_ids(GalleryQuery()) == (video_id,)

    run_virtually(story())


def test_a_collection_takes_another_name_unless_that_is_taken(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            gallery = rig.engine.gallery
            trip = await gallery.add_collection("Du lịch")
            await gallery.add_collection("Món ăn")
            assert trip is not None
            assert not await gallery.rename_collection(trip.id, "Món  ăn ")
            assert not await gallery.rename_collection(trip.id, "  ")
            assert await gallery.rename_collection(trip.id, "Du lịch")
            assert await gallery.rename_collection(trip.id, " Đà  Nẵng ")
            assert [entry.name for entry in await gallery.collections()] == ["Đà Nẵng", "Món ăn"]

    run_virtually(story())


def counted_writes(library: SqliteLibrary) -> Callable[[], int]:
    """How many transactions have written since."""
    count = 0
    honest = library.writing

    @contextmanager
    def writing() -> Iterator[LibraryRows]:
        nonlocal count
        count += 1
        with honest() as rows:
            yield rows

    library.writing = writing  # type: ignore[method-assign]
    return lambda: count


def test_a_new_video_joins_the_collection_that_is_shown(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            gallery = rig.engine.gallery
            collection = await gallery.add_collection("Đà Lạt")
            assert collection is not None
            shown = GalleryQuery(collection_id=collection.id)
            video_id = await made(rig, "Mưa đêm")
            assert await gallery.join(shown, video_id)
            assert await gallery.all_ids(shown) == (video_id,)
            assert not await gallery.join(GalleryQuery(text="biển"), video_id)
            assert not await gallery.join(GalleryQuery(favourites_only=True), video_id)
            assert await gallery.join(GalleryQuery(text="mua"), video_id)

    run_virtually(story())


def test_the_models_to_filter_by_are_those_of_the_library(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            assert await rig.engine.gallery.models() == {}
            await made(rig, "Mưa đêm")
            with rig.library.writing() as rows:
                kling, gone = (VideoRequest(model, "Mưa") for model in ("kling", "gone"))
                rows.videos.add(new_video(rig.wallet_id, **FOUND, request=kling))
                rows.videos.add(new_video(rig.wallet_id, **FOUND, request=gone, deleted_at=2))
            assert await rig.engine.gallery.models() == {
                "kling": "kling",
                "sandbox/video-1": "Sandbox Video 1",
            }

    run_virtually(story())
