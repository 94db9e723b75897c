"""The seeded library is one that the program itself could have made."""

from pathlib import Path

from benchmarks.library import make_library
from benchmarks.library_lives import LIVES
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.sandbox.books import Books
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import open_reader
from videogen_desktop.storage.verify import verify

VIDEOS = 3 * len(LIVES)
NEWEST_AT = 1_800_000_000_000


def made(folder: Path, seed: int) -> list[Video]:
    make_library(folder, VIDEOS, seed, posters=False, newest_at=NEWEST_AT)
    with open_reader(directories(folder)) as library, library.reading() as rows:
        return list(rows.videos.every())


def test_every_rule_holds_and_every_settled_state_occurs(tmp_path: Path) -> None:
    videos = made(tmp_path, 1)
    with open_reader(directories(tmp_path)) as library:
        assert verify(library) == ()
    assert len(videos) == VIDEOS
    # What was being sent when a program ended becomes unconfirmed at the next start.
    assert {video.state for video in videos} == set(VideoState) - {VideoState.SENDING}


def test_imports_are_older_and_need_no_money(tmp_path: Path) -> None:
    make_library(tmp_path, VIDEOS, posters=False, newest_at=NEWEST_AT, imports=2 * VIDEOS)
    with open_reader(directories(tmp_path)) as library:
        assert verify(library) == ()
        with library.reading() as rows:
            videos = rows.videos.every()
    assert len(videos) == 3 * VIDEOS
    old = {video.origin for video in videos[VIDEOS:]}
    assert (old, {video.origin for video in videos[:VIDEOS]}) == (
        {Origin.IMPORTED},
        {Origin.GENERATED},
    )


def test_the_same_seed_gives_the_same_videos(tmp_path: Path) -> None:
    first = made(tmp_path / "first", 7)
    assert made(tmp_path / "again", 7) == first
    assert made(tmp_path / "other", 8) != first


def test_the_sandbox_knows_the_same_balance(tmp_path: Path) -> None:
    videos = made(tmp_path, 1)
    places = directories(tmp_path)
    with open_reader(places) as library, library.reading() as rows:
        wallets = {wallet.id: wallet for wallet in rows.wallets.every()}
        ours = next(wallet for wallet in wallets.values() if wallet.is_play_money)
        balance = rows.ledger.balance(ours.id)
    assert {wallets[video.wallet_id].is_play_money for video in videos} == {True, False}
    with Books.open(places.local_server("sandbox")) as books:
        assert books.balance() == balance.available + balance.held


def test_the_search_knows_every_prompt(tmp_path: Path) -> None:
    videos = made(tmp_path, 1)
    with open_reader(directories(tmp_path)) as library, library.reading() as rows:
        found = rows.gallery.first(GalleryQuery(text="mot con meo"), VIDEOS)
    assert set(found) == {video.id for video in videos if "Một con mèo" in video.prompt} != set()
