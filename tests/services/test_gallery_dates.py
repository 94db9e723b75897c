"""A date that cannot be is unknown: it leads no order, lies in no period, and changes no row."""

from pathlib import Path
from typing import Any

import pytest

from tests.requests import a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import ScriptedProvider
from tests.services.virtual_time import START_MS, run_virtually
from tests.storage.filled_library import new_video
from videogen_desktop.domain.gallery import GalleryQuery, GallerySort, StatusGroup
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.services import gallery as services_gallery
from videogen_desktop.storage import gallery_rows

DAY = 86_400_000
YEAR = 365 * DAY
KNOWN = [START_MS - YEAR, START_MS - DAY, START_MS - 1, START_MS + DAY // 2]
AHEAD = [START_MS + 2 * DAY, START_MS + YEAR, (1 << 53) - 1, (1 << 63) - 1]
BEFORE = [-(1 << 63), -1, 0]
REQUEST = a_request("🐈 Mèo")


def add(rig: Rig, moments: list[int]) -> dict[str, int]:
    found: dict[str, Any] = {"origin": Origin.IMPORTED, "state": VideoState.COMPLETED}
    with rig.library.writing() as rows:
        (wallet,) = rows.wallets.every()
        videos = [new_video(wallet.id, at, request=REQUEST, **found) for at in moments]
        for video in videos:
            rows.videos.add(video)
    return {video.id: video.created_at for video in videos}


@pytest.mark.parametrize("text", ["", "🐈"])
def test_it_comes_last_in_either_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """A clip dated 2099 stood above every new video, as made just now."""
    monkeypatch.setattr(gallery_rows, "SLICE", 2)

    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            moments = add(rig, [*AHEAD, *KNOWN, *BEFORE])
            gallery = rig.engine.gallery
            newest = [*KNOWN[::-1], *BEFORE[::-1], *AHEAD[::-1]]
            for sort, expected in (
                (GallerySort.NEWEST, newest),
                (GallerySort.OLDEST, [*KNOWN, *AHEAD, *BEFORE]),
            ):
                query = GalleryQuery(text=text, sort=sort)
                ids = await gallery.all_ids(query)
                assert [moments[video_id] for video_id in ids] == expected
                seconds = [at // 1_000 if at in KNOWN else 0 for at in expected]
                assert list(ids.seconds) == seconds
                for most in (3, 6, 120):
                    monkeypatch.setattr(services_gallery, "FIRST_PAGE", most)
                    assert (await gallery.first_page(query)).ids == ids[:most]

    run_virtually(story())


def test_it_lies_in_no_period_and_the_counts_agree(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            moments = add(rig, [*AHEAD, *KNOWN, *BEFORE])
            gallery = rig.engine.gallery
            for since, until, expected in (
                (START_MS - 2 * DAY, None, KNOWN[1:]),
                (None, START_MS, KNOWN[:3]),
                (START_MS - 2 * DAY, START_MS + 9 * YEAR, KNOWN[1:]),
            ):
                query = GalleryQuery(created_from=since, created_before=until)
                ids = await gallery.all_ids(query)
                assert [moments[video_id] for video_id in ids] == expected[::-1]
                assert (await gallery.counts(query)).by_status[StatusGroup.COMPLETED] == len(ids)
            assert (await gallery.counts(GalleryQuery())).total == len(moments)

    run_virtually(story())


def test_it_is_known_once_the_clock_is_right_again(tmp_path: Path) -> None:
    """Set back by years, a computer's clock makes a future of all that there is: among itself it
    keeps its order, and what is made meanwhile comes first."""

    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            moments = add(rig, KNOWN)
            rig.clock.jump(-5 * YEAR)
            moments |= add(rig, [rig.clock.now_ms()])
            ids = await rig.engine.gallery.all_ids(GalleryQuery())
            assert [moments[one] for one in ids] == [rig.clock.now_ms(), *KNOWN[::-1]]
            rig.clock.jump(5 * YEAR)
            ids = await rig.engine.gallery.all_ids(GalleryQuery())
            assert [moments[one] for one in ids] == [*KNOWN[::-1], rig.clock.now_ms() - 5 * YEAR]

    run_virtually(story())
