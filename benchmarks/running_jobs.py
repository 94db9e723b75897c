"""Jobs that are under way when the window opens: accepted, and known to the sandbox.

They come from the program's own verbs and books. A wallet is sent 18 requests in ten seconds at
most, so that 200 cannot be asked for within a minute of measuring.
"""

import asyncio
import json
import time
import uuid
from pathlib import Path
from random import Random

from benchmarks.library_pictures import Pictures
from benchmarks.library_prompts import SUBJECTS, wish
from tests.requests import SANDBOX_WALLET, priced
from videogen_desktop.domain.aspect_ratio import PORTRAIT
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.sandbox.books import Books
from videogen_desktop.sandbox.records import Task, Timeline
from videogen_desktop.services.account import find_or_add_wallet
from videogen_desktop.services.library_phases import library_phases
from videogen_desktop.services.phases import AcceptPhases
from videogen_desktop.services.system import SystemClock, random_id
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.library import open_library


def add_running_jobs(data_dir: Path, jobs: int, first_ms: int, last_ms: int) -> None:
    """Let so many end evenly between two moments from now, each with a small clip drawn already.

    The library must have a sandbox, and no engine that runs.
    """
    random, places = Random(2), directories(data_dir)
    now = time.time_ns() // 1_000_000
    library = open_library(places, now)
    try:
        wallet = asyncio.run(find_or_add_wallet(library, SANDBOX_WALLET, random_id, now))
        accept = library_phases(library, wallet.id, SystemClock(), random_id).accept
        with Books.create_or_open(places.local_server("sandbox"), 0) as books:
            for number in range(jobs):
                ends = now + first_ms + (last_ms - first_ms) * number // max(1, jobs - 1)
                request = random_request(random, number)
                task = _task(request, now, ends)
                asyncio.run(_accepted(accept, request, task.task_id))
                books.add_task(task)
    finally:
        library.close()
    _draw_clips(places, library_clips=places.cache / "jobs")


async def _accepted(accept: AcceptPhases, request: PricedRequest, task_id: str) -> None:
    (video,) = await accept.reserve(random_id(), request, "window")
    await accept.sending(video.id)
    await accept.accepted(video.id, task_id)


def random_request(random: Random, number: int) -> PricedRequest:
    """Every one different, as the composer would make it."""
    shape = random.choice(("landscape", "portrait"))
    return priced(f"{wish(random).prompt[:300]}, {number}", shape)


def _task(request: PricedRequest, now: int, ends: int) -> Task:
    task_id = uuid.uuid4().hex
    part = (ends - now) // 5
    body = json.loads(request.body)
    return Task(
        task_id=task_id,
        record_id=uuid.uuid4().hex,
        model=body["model"],
        prompt=request.request.prompt,
        shape="portrait" if request.request.aspect_ratio == PORTRAIT else "landscape",
        param=json.dumps(body | {"input": json.dumps(body["input"])}),
        ending="success",
        price=request.price,
        timeline=Timeline(now, now, now + part, now + 2 * part, ends),
    )


def _draw_clips(places: Directories, library_clips: Path) -> None:
    pictures = Pictures(library_clips, clips=True)
    clips = places.local_server("sandbox") / "clips"
    clips.mkdir(exist_ok=True)
    with Books.open(places.local_server("sandbox")) as books:
        for number, task in enumerate(books.tasks()):
            shown = pictures.shown(task.shape, number % len(SUBJECTS))
            assert shown is not None
            shown.clip.link(clips / f"{task.task_id}.small.mp4")
