"""A library of any size, made in seconds, for measuring and for looking at.

    python -m benchmarks.library FOLDER --videos 1000
    videogen-desktop --provider sandbox --data-dir FOLDER

The same seed gives the same videos. Money is real to the last row: `videogen verify` finds nothing.
"""

import argparse
import sqlite3
import sys
import time
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.library_lives import LIVES, LIVES_AT_REST, Life, a_life
from benchmarks.library_pictures import CLIP_MS, Pictures, clip_size
from benchmarks.library_prompts import Wish, wish
from benchmarks.library_rows import Purse, VideoWriter
from benchmarks.library_triggers import triggers_aside
from tests.requests import SANDBOX_WALLET, VENDORS
from videogen_desktop.domain.aspect_ratio import LANDSCAPE, PORTRAIT, named_shape
from videogen_desktop.domain.errors import InvalidRequestError
from videogen_desktop.domain.file_names import safe_stem
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.parameter import ASPECT_RATIO
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet, WalletKey
from videogen_desktop.sandbox.books import Books
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.engine_lock import FileEngineLock
from videogen_desktop.storage.file_rows import FileRole
from videogen_desktop.storage.library import open_library
from videogen_desktop.storage.schema import CURRENT, Schema

# Nobody can ever reach this one, so what is in flight there stays as it is.
_ELSEWHERE = WalletKey("kie", "https://videos.invalid")
_ELSEWHERE_SHARE = 0.15
_PORTRAIT_SHARE = 0.4
_FAVOURITE_SHARE = 0.05
_LEFT_OVER = 10_000_00
# The newest clips; a year of them has been watched.
_NOT_SEEN_YET = 12
_DEAREST = max(model.price({}) or 0 for vendor in VENDORS for model in vendor.models)


def make_library(
    folder: Path,
    videos: int,
    seed: int = 1,
    *,
    posters: bool = True,
    clips: bool = True,
    at_rest: bool = False,
    newest_at: int | None = None,
    target: Schema = CURRENT,
    imports: int = 0,
) -> Counter[str]:
    """Fill `folder` (a data directory without a library) and return the number in each state.

    `imports` are older ones beside them, made in a fraction of the time (see library_imports).
    `at_rest`: nothing is under way in it. `newest_at` is when the newest was asked for, in UTC
    milliseconds; now when None. `target` is the version that makes the file. Raises
    FileExistsError where a library is already, EngineLockedError.
    """
    places = directories(folder)
    if places.database.exists():
        raise FileExistsError(places.database)
    newest = newest_at or time.time_ns() // 1_000_000 - 60_000
    lock = FileEngineLock(places.engine_lock)
    lock.acquire()
    try:
        pictures = Pictures(places.cache / "originals", clips=clips) if posters else None
        lives = LIVES_AT_REST if at_rest else LIVES
        purse, states = _fill(
            _Filling(places, Random(seed), pictures, lives, target), videos, newest, imports
        )
        # The provider knows the same balance, so that nothing looks like drift.
        Books.create_or_open(places.local_server("sandbox"), purse.available + purse.held).close()
    finally:
        lock.release()
    return states


@dataclass(frozen=True, slots=True)
class _Filling:
    places: Directories
    random: Random
    pictures: Pictures | None
    lives: Sequence[Life]
    target: Schema

    def new_id(self) -> str:
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))


def _fill(filling: _Filling, videos: int, newest: int, imports: int) -> tuple[Purse, Counter[str]]:
    gaps = [filling.random.randrange(60_000, 600_000) for _ in range(videos)]
    at = newest - sum(gaps)
    states: Counter[str] = Counter()
    places = filling.places
    for folder in (places.posters, places.strips, places.videos):
        folder.mkdir(parents=True, exist_ok=True)
    library = open_library(filling.places, at, filling.target)
    try:
        with library.writing() as rows:
            keys = (SANDBOX_WALLET, _ELSEWHERE)
            here, elsewhere = (Purse(Wallet(filling.new_id(), key)) for key in keys)
            raw = rows.connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            for purse in (here, elsewhere):
                rows.wallets.add(purse.wallet, at)
            with triggers_aside(raw):
                writer = VideoWriter(raw, library.library_id)
                for purse in (here, elsewhere):
                    writer.grant(purse, filling.new_id(), videos * _DEAREST + _LEFT_OVER, at)
                for age, gap in zip(reversed(range(videos)), gaps, strict=True):
                    at += gap
                    life = a_life(filling.random, filling.lives, age)
                    away = life.elsewhere or filling.random.random() < _ELSEWHERE_SHARE
                    purse = elsewhere if away else here
                    is_seen = age >= _NOT_SEEN_YET
                    states[_one(filling, writer, life, purse, at, is_seen=is_seen)] += 1
                writer.finish(imports)
                states[VideoState.COMPLETED] += imports
    finally:
        library.close()
    return here, states


@cache
def _of_words_alone(vendor: Vendor) -> tuple[VideoModel, ...]:
    """The models that need a prompt and a shape, and no file, at a price that is known."""
    return tuple(model for model in vendor.models if _takes_both_shapes(vendor, model))


def _takes_both_shapes(vendor: Vendor, model: VideoModel) -> bool:
    try:
        for shape in (LANDSCAPE, PORTRAIT):
            vendor.priced(VideoRequest(model.id, "words", {ASPECT_RATIO: shape}))
    except InvalidRequestError:
        return False
    return True


def _one(
    filling: _Filling, writer: VideoWriter, life: Life, purse: Purse, at: int, *, is_seen: bool
) -> VideoState:
    random = filling.random
    vendor = VENDORS.named(purse.wallet.key.provider)
    model = random.choice(_of_words_alone(vendor))
    asked = wish(random)
    portrait = random.random() < _PORTRAIT_SHARE
    shape = PORTRAIT if portrait else LANDSCAPE
    prompt = asked.prompt[: model.prompt_limit]
    request = vendor.priced(VideoRequest(model.id, prompt, {ASPECT_RATIO: shape}))
    video_id = filling.new_id()
    video = Video(
        id=video_id,
        wallet_id=purse.wallet.id,
        request=request.request,
        body=request.body,
        price=request.price,
        request_sha256=request.sha256,
        state=VideoState.RESERVED,
        created_at=at,
        updated_at=at,
        revision=1,
        requested_by="window",
        request_id=video_id,
        favourite=random.random() < _FAVOURITE_SHARE,
    )
    step_ms = round(model.typical_ms * random.uniform(0.4, 0.6))
    end = writer.live(video, life, purse, step_ms, is_seen=is_seen)
    if life.has_file:
        _add_files(filling, writer, video, asked, end.at + 900)
    elif end.state is VideoState.COMPLETED:
        writer.left_to_download(video, end.at)
    return end.state


def _add_files(filling: _Filling, writer: VideoWriter, video: Video, asked: Wish, at: int) -> None:
    if filling.pictures is None:
        return
    shape, places = named_shape(video.request.aspect_ratio) or LANDSCAPE, filling.places
    poster = filling.pictures.poster(shape, asked.subject)
    path = places.posters / f"{video.id}.jpg"
    poster.link(path)
    writer.still(video, FileRole.POSTER, path, poster.bytes, at + 100)
    shown = filling.pictures.shown(shape, asked.subject)
    if shown is not None:
        path = places.videos / f"{safe_stem(video.prompt)} {video.id}.mp4"
        shown.clip.link(path)
        writer.clip(video, path, shown.clip.bytes, clip_size(shape), CLIP_MS, at)
        # Without it the program would make one, and be at work instead of at rest.
        path = places.strips / f"{video.id}.jpg"
        shown.strip.link(path)
        writer.still(video, FileRole.STRIP, path, shown.strip.bytes, at + 200)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.library", description="Make a library of many videos."
    )
    parser.add_argument("folder", type=Path, help="a data directory that has no library yet")
    parser.add_argument("--videos", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.monotonic()
    try:
        states = make_library(options.folder, options.videos, options.seed)
    except FileExistsError as error:
        sys.exit(f"There is a library already: {error}")
    seconds = time.monotonic() - began
    print(f"{sum(states.values())} videos in {seconds:.1f} s")
    print(", ".join(f"{count} {state}" for state, count in states.most_common()))
    print(f"Open it: videogen-desktop --provider sandbox --data-dir {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
