"""Many small jobs through whole engines on sandboxes with bad days; prints figures as JSON.

    python -m tests.soak.soak_run FOLDER JOBS ENGINES SEED

Kie lets a wallet create under twenty videos in ten seconds, and so does the sandbox: several
wallets, each with an engine and a sandbox of its own, make more of them without bending that.
"""

import asyncio
import contextlib
import gc
import json
import logging
import resource
import statistics
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from unittest.mock import patch

from tests.requests import SANDBOX_WALLET, a_request
from tests.soak import footprint
from tests.soak.bookkeeping import Audit, audited
from videogen_desktop.domain.events import Event, ProblemReported
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.domain.settings import Settings
from videogen_desktop.engine.opening import EngineOptions, open_engine
from videogen_desktop.providers.sandbox import child
from videogen_desktop.services.system import SystemClock
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.services.wallets import WalletChoice
from videogen_desktop.storage.directories import Directories, directories

AT_ONCE = 12
SAMPLE_MS = 2_000
SPEED = "20"
CREDITS = "1000000"
FAULTY_SANDBOX = Path(__file__).with_name("faulty_sandbox.py")


@dataclass
class Samples:
    """Resident bytes over time, at how many jobs done."""

    jobs: list[int] = field(default_factory=list)
    engine: list[int] = field(default_factory=list)
    sandboxes: list[int] = field(default_factory=list)

    def growth(self, values: list[int]) -> int:
        """From the third quarter of the run to the last, medians, in bytes."""
        half = len(values) // 2
        quarter = half + (len(values) - half) // 2
        return round(statistics.median(values[quarter:]) - statistics.median(values[half:quarter]))


@dataclass
class Soak:
    """One run."""

    folder: Path
    jobs: int
    engines: int
    seed: int
    done: int = 0
    errors: dict[str, int] = field(default_factory=dict)
    problems: dict[str, int] = field(default_factory=dict)
    samples: Samples = field(default_factory=Samples)

    def places(self, number: int) -> Directories:
        return directories(self.folder / f"engine-{number}")

    async def run(self) -> None:
        """Every job of every engine, then everything closed."""
        sampling = asyncio.create_task(self._sample())
        try:
            async with contextlib.AsyncExitStack() as undo:
                engines = [await self._engine(number, undo) for number in range(self.engines)]
                await asyncio.gather(*map(self._work, range(self.engines), engines))
        finally:
            sampling.cancel()
            await asyncio.gather(sampling, return_exceptions=True)

    async def _engine(self, number: int, undo: contextlib.AsyncExitStack) -> WalletEngine:
        options = EngineOptions(
            self.places(number),
            WalletChoice(SANDBOX_WALLET),
            ("--clip", "small", "--speed", SPEED, "--credits", CREDITS),
            # Half of them hear of the ends by callbacks too.
            Settings(webhook=number % 2 == 0, webhook_port=0),
        )
        engine = await open_engine(options, self._told)
        undo.push_async_callback(engine.close)
        return engine

    def _told(self, event: Event) -> None:
        if isinstance(event, ProblemReported):
            _count(self.problems, event.error)

    async def _work(self, number: int, engine: WalletEngine) -> None:
        slots = asyncio.Semaphore(AT_ONCE)
        mine = range(number, self.jobs, self.engines)
        await asyncio.gather(*(self._job(engine, slots, job) for job in mine))
        # What a bad day put off for longer is not what `until_idle` waits for.
        while await self._is_waiting(engine):
            await SystemClock().sleep(SAMPLE_MS)

    async def _job(self, engine: WalletEngine, slots: asyncio.Semaphore, job: int) -> None:
        async with slots:
            request = a_request(f"Phim {job}")
            try:
                await engine.generate(request, confirmed=True)
            except Exception as error:  # noqa: BLE001 - counted and judged by the test
                _count(self.errors, error)
        self.done += 1

    async def _is_waiting(self, engine: WalletEngine) -> bool:
        await engine.until_idle()
        items = await engine.items(await engine.gallery.all_ids(GalleryQuery()))
        return any(
            item.video.state == "completed" and not item.clip and not item.result_gone
            for item in items
        )

    async def _sample(self) -> None:
        while True:
            sandboxes = footprint.children_named(FAULTY_SANDBOX.name)
            self.samples.jobs.append(self.done)
            self.samples.engine.append(footprint.resident_bytes())
            self.samples.sandboxes.append(sum(map(footprint.resident_bytes, sandboxes)))
            await SystemClock().sleep(SAMPLE_MS)


def _count(counts: dict[str, int], error: BaseException) -> None:
    name = type(error).__name__
    counts[name] = counts.get(name, 0) + 1


def main(folder: str, jobs: int, engines: int, seed: int) -> dict[str, object]:
    """Run it, and say everything that a test wants to know."""
    logging.disable()
    numbers = iter(range(seed, seed + engines))
    soak = Soak(Path(folder), jobs, engines, seed)
    asyncio.run(asyncio.sleep(0))
    before = (footprint.open_handles(), footprint.thread_names())
    started = time.monotonic()

    def faulty_sandbox(*_arguments: str) -> list[str]:
        return [sys.executable, str(FAULTY_SANDBOX), str(next(numbers))]

    async def story() -> list[str]:
        with patch.object(child, "own_command", faulty_sandbox):
            await soak.run()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        return [task.get_name() for task in left]

    tasks_left = asyncio.run(story())
    seconds = time.monotonic() - started
    gc.collect()
    after = (footprint.open_handles(), footprint.thread_names())
    audits = [audited(soak.places(number)) for number in range(engines)]
    return _figures(soak, audits, seconds) | {
        "tasks_left": tasks_left,
        "handles_left": sorted(set(after[0]) - set(before[0])),
        "handles": [len(before[0]), len(after[0])],
        "threads_left": sorted(set(after[1]) - set(before[1])),
        "children_left": footprint.children_named(""),
    }


def _figures(soak: Soak, audits: list[Audit], seconds: float) -> dict[str, object]:
    samples = soak.samples
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "jobs": soak.jobs,
        "seconds": round(seconds, 1),
        "cpu_seconds": round(usage.ru_utime + usage.ru_stime, 1),
        "errors": soak.errors,
        "problems": soak.problems,
        "engine_bytes": samples.engine[-1],
        "engine_growth": samples.growth(samples.engine),
        "sandboxes_bytes": samples.sandboxes[-1],
        "sandboxes_growth": samples.growth(samples.sandboxes),
        "samples": asdict(samples),
        "audits": [asdict(audit) for audit in audits],
    }


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], *map(int, sys.argv[2:5]))))  # noqa: T201
