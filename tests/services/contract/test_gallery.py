"""What every implementation of the atomic phases promises about what the gallery writes."""

import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.services.contract.books import STANDS, WAYS, Books, Story, stands, walked
from tests.services.virtual_time import START_MS
from videogen_desktop.domain.errors import (
    VideoNotFoundError,
)
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.storage.file_rows import FileCopy, FileRole

_S, _R = VideoState, Reason


def test_a_deleted_video_keeps_its_state_and_money_but_for_what_was_never_sent(
    told: Callable[[Story], None],
) -> None:
    async def story(books: Books) -> None:
        for way in WAYS:
            await deleted_and_restored(books, way)

    told(story)


async def deleted_and_restored(books: Books, way: str) -> None:
    gallery, before = books.phases.gallery, books.balance()
    video_id = await walked(books, way)
    deletion = await gallery.deleted([video_id])
    is_unsettled = STANDS[way][0] in (VideoState.SENDING, VideoState.UNCONFIRMED)
    assert [video.id for video in deletion.unsettled] == [video_id] * is_unsettled
    assert [video.id for video in deletion.deleted] == [video_id] * (not is_unsettled)
    assert deletion.cancelled_in == ({books.wallet_id} if way == "reserved" else set())
    after = STANDS["cancelled" if way == "reserved" else way]
    assert stands(books, video_id, before) == after
    assert not (await gallery.deleted([video_id])).deleted
    restored = await gallery.restored([video_id])
    assert [video.id for video in restored] == [video_id] * (not is_unsettled)
    assert books.video(video_id).deleted_at is None
    assert stands(books, video_id, before) == after


def test_of_a_deletion_all_or_nothing_is_written(told: Callable[[Story], None]) -> None:
    async def story(books: Books) -> None:
        video_id = await books.reserved()
        written = books.everything()
        with pytest.raises(VideoNotFoundError):
            await books.phases.gallery.deleted([video_id, str(uuid.uuid4())])
        assert books.everything() == written

    told(story)


def test_files_of_a_restored_video_are_not_named_for_removal(
    told: Callable[[Story], None], tmp_path: Path
) -> None:
    async def story(books: Books) -> None:
        kept, gone = await walked(books, "completed"), await walked(books, "completed")
        with books.library.writing() as rows:
            for one in (kept, gone):
                rows.files.put(FileCopy(one, FileRole.CLIP, tmp_path / one, 1), START_MS)
        await books.phases.gallery.deleted([kept, gone])
        removal = books.phases.removal
        assert set(await removal.left_over()) == {kept, gone}
        await books.phases.gallery.restored([kept])
        assert await removal.left_over() == (gone,)
        assert await removal.files_of_deleted(kept) == {}
        assert await removal.files_of_deleted(gone) == {FileRole.CLIP: tmp_path / gone}
        await removal.forget(gone, FileRole.CLIP)
        assert await removal.left_over() == ()

    told(story)


def test_favourites_and_collections_are_written_with_what_they_are_of(
    told: Callable[[Story], None],
) -> None:
    async def story(books: Books) -> None:
        gallery, one, two = books.phases.gallery, await books.reserved(), await books.reserved()
        assert [video.id for video in await gallery.favourite([one, two], True)] == [one, two]
        assert await gallery.favourite([one], True) == ()
        trip, other = str(uuid.uuid4()), str(uuid.uuid4())
        assert await gallery.add_collection(trip, "Đà Lạt")
        assert not await gallery.add_collection(str(uuid.uuid4()), "Đà Lạt")
        assert await gallery.add_collection(other, "Huế")
        assert not await gallery.rename_collection(other, "Đà Lạt")
        assert await gallery.rename_collection(other, "Hội An")
        await gallery.put(trip, [one, two])
        await gallery.take(trip, [two])
        assert await gallery.shown(GalleryQuery(collection_id=trip), two)
        with books.library.reading() as rows:
            named = {entry.name: entry.videos for entry in rows.collections.every()}
        assert named == {"Đà Lạt": 2, "Hội An": 0}
        await gallery.remove_collection(trip)
        assert books.video(one).deleted_at is None

    told(story)


def test_titles_and_what_was_seen_are_written_with_what_they_are_of(
    told: Callable[[Story], None],
) -> None:
    async def story(books: Books) -> None:
        gallery, waiting = books.phases.gallery, await books.reserved()
        done = await walked(books, "completed")
        assert [one.id for one in await gallery.titled({waiting: "Đêm", done: "Ngày"})] == [
            waiting,
            done,
        ]
        assert await gallery.titled({done: "Ngày"}) == ()
        await gallery.titled({waiting: None})
        assert (books.video(waiting).title, books.video(done).title) == (None, "Ngày")
        assert [one.id for one in await gallery.seen([waiting, done], True)] == [done]
        assert await gallery.seen([done], True) == ()
        assert books.video(done).seen_at is not None
        await gallery.seen([done], False)
        assert books.video(done).is_new
        assert not books.video(waiting).is_new

    told(story)
