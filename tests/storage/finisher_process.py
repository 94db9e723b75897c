"""A process that ends every accepted video its own way; started by test_two_processes."""

import random
import sys
import time
from pathlib import Path

from videogen_desktop.domain.errors import LibraryUnusableError
from videogen_desktop.domain.provider import ConsumedCredits, TaskPhase, TaskStatus
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.finishing import Finisher
from videogen_desktop.services.system import SystemClock
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import open_library


def run(folder: str, seed: str) -> int:
    """Wait for a line, then finish all; return how many this process ended."""
    dice = random.Random(seed)
    library = open_library(directories(Path(folder)), 1)
    finisher = Finisher(library, Announcer(library, lambda _: None), SystemClock(), lambda *_: None)
    with library.read() as rows:
        ids = [video.id for video in rows.videos.every()]
    dice.shuffle(ids)
    print("ready", flush=True)  # noqa: T201
    sys.stdin.readline()
    won = 0
    for video_id in ids:
        time.sleep(dice.uniform(0, 0.004))
        won += finisher.finish(video_id, _outcome(dice))
        # Heard twice, as from a poll and a webhook.
        assert not finisher.finish(video_id, _outcome(dice))
    library.close()
    return won


def _outcome(dice: random.Random) -> TaskStatus:
    consumed = dice.choice([None, 0, 7_000, 10_000, 12_000])
    credits_used = None if consumed is None else ConsumedCredits(consumed, str(consumed))
    if dice.random() < 0.5:
        return TaskStatus(TaskPhase.FAILED, word="fail", consumed=credits_used)
    urls = ("https://example.com/clip.mp4",)
    return TaskStatus(TaskPhase.SUCCEEDED, word="success", result_urls=urls, consumed=credits_used)


if __name__ == "__main__":
    try:
        print(run(sys.argv[1], sys.argv[2]), flush=True)  # noqa: T201
    except LibraryUnusableError as error:
        sys.exit(error.condition)
