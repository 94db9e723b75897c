"""Libraries of many videos and no files, in a wallet of the caller's choice."""

import sqlite3
import time
import uuid
from collections.abc import Sequence
from random import Random

from benchmarks.library_lives import Life, Step
from benchmarks.library_prompts import SUBJECTS
from benchmarks.library_rows import Purse, VideoWriter
from benchmarks.library_triggers import triggers_aside
from tests.requests import VENDORS, priced
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet, WalletKey
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import open_library

_SEED = 4
_LEFT_OVER = 1_000_000_00
_STEP_MS = 500
_SENT = Step(VideoState.SENDING)
_ACCEPTED = Step(VideoState.PENDING, (EntryKind.CAPTURE,))
_RUNNING = Step(VideoState.PROCESSING)
_COMPLETED = Step(VideoState.COMPLETED, (EntryKind.SETTLE,))

# Half of them have yet to be seen running: the first reading of those is written down.
IN_FLIGHT = (
    Life((_SENT, _ACCEPTED), 1),
    Life((_SENT, _ACCEPTED, _RUNNING), 1),
)
# Reserve, capture and settle.
COMPLETED = (Life((_SENT, _ACCEPTED, _RUNNING, _COMPLETED), 1),)
ENTRIES_OF_COMPLETED = 3


def make_plain_library(
    places: Directories, key: WalletKey, lives: Sequence[Life], videos: int, apart_ms: int
) -> None:
    """So many videos in turn of these lives, the last of them asked for just now."""
    random = Random(_SEED)
    now = time.time_ns() // 1_000_000
    at = now - videos * apart_ms
    library = open_library(places, at)
    try:
        with library.writing() as rows:
            purse = Purse(Wallet(_new_id(random), key))
            rows.wallets.add(purse.wallet, at)
            raw = rows.connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            vendor = VENDORS.named(key.provider)
            price = vendor.models[0].price({}) or 0
            with triggers_aside(raw):
                writer = VideoWriter(raw, library.library_id)
                writer.grant(purse, _new_id(random), videos * price + _LEFT_OVER, at)
                for number in range(videos):
                    asked_at = at + number * apart_ms
                    video = _video(purse, vendor, _new_id(random), number, asked_at)
                    writer.live(video, lives[number % len(lives)], purse, _STEP_MS)
                writer.finish()
    finally:
        library.close()


def _video(purse: Purse, vendor: Vendor, video_id: str, number: int, at: int) -> Video:
    prompt = f"{SUBJECTS[number % len(SUBJECTS)]}, cảnh {number}"
    request = priced(prompt, vendor=vendor)
    return Video(
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
    )


def _new_id(random: Random) -> str:
    return str(uuid.UUID(int=random.getrandbits(128), version=4))
