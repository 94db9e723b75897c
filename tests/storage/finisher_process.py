"""A process that ends accepted videos its own way; started by test_four_processes."""

import asyncio
import random
import sys
import time
from pathlib import Path

from videogen_desktop.domain.provider import ConsumedCredits, TaskPhase, TaskStatus
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.library_phases import library_phases
from videogen_desktop.services.polling import Finisher
from videogen_desktop.services.system import SystemClock, random_id
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import open_library


def run(folder: str, seed: str) -> None:
    """Finish each video whose id is read, and answer whether it was this process that ended it."""
    dice = random.Random(seed)
    library = open_library(directories(Path(folder)), 1)
    phases = library_phases(library, "", SystemClock(), random_id)
    announcer = Announcer(library, lambda _: None, Vendors())
    finisher = Finisher(phases.finish, announcer, lambda *_: None)
    print("ready", flush=True)  # noqa: T201
    for line in sys.stdin:
        # SQLite's waiting is not fair: without it the first process would win everything.
        time.sleep(dice.uniform(0, 0.004))
        won = asyncio.run(finisher.finish(line.strip(), _outcome(dice)))
        # Heard twice, as from a poll and a webhook.
        assert not asyncio.run(finisher.finish(line.strip(), _outcome(dice)))
        print(int(won), flush=True)  # noqa: T201
    library.close()


def _outcome(dice: random.Random) -> TaskStatus:
    consumed = dice.choice([None, 0, 7_000, 10_000, 12_000])
    credits_used = None if consumed is None else ConsumedCredits(consumed, str(consumed))
    if dice.random() < 0.5:
        return TaskStatus(TaskPhase.FAILED, word="fail", consumed=credits_used)
    urls = ("https://example.com/clip.mp4",)
    return TaskStatus(TaskPhase.SUCCEEDED, word="success", result_urls=urls, consumed=credits_used)


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2])
