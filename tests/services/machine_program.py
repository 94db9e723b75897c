"""The real services on a real file: started, asked, killed and started again, in virtual time."""

import asyncio
import json
import shutil
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Executor
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

from tests.requests import SANDBOX, SANDBOX_VIDEO, a_request
from tests.services.distant_library import DistantLibrary
from tests.services.input_files import offer, take_in, with_pictures
from tests.services.machine_delivery import delivered
from tests.services.machine_events import Asked, Done, Event, Following, Given, Killed
from tests.services.machine_file import RawFile
from tests.services.machine_provider import SimulatedProvider, UploadAnswer
from tests.services.rig import Rig, an_empty_library, called_back_at, started
from tests.services.virtual_time import START_MS, VirtualTimeLoop
from tests.services.webhook.callback_client import KEY, PATH, headers_for, market
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.engine.building import EngineParts
from videogen_desktop.providers.kie.callbacks import check_callback
from videogen_desktop.services.webhook.inbox import Intake
from videogen_desktop.services.webhook.server import Endpoint
from videogen_desktop.storage.database import Database
from videogen_desktop.storage.delivery_rows import Delivery
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.verify import verify

ADDRESS = "https://may-toi.example"
A_MOMENT_SECONDS = 0.001
STEPS_TO_LET_GO = 3
# Of the loop, in which nobody asks the library anything: what was going on is done.
_QUIET_TURNS = 20


class ProgramDeadError(BaseException):
    """Something of a killed program tried to go on."""


UNPRICED = replace(SANDBOX_VIDEO, id="sandbox/unpriced", prices=())
_VENDOR = with_pictures(replace(SANDBOX, read_models=lambda: (SANDBOX_VIDEO, UNPRICED)))


class _DeadDatabase(Database):
    def write(self) -> NoReturn:
        raise ProgramDeadError

    read = write

    def close(self) -> None:
        pass


class InOrderLoop(VirtualTimeLoop):
    """Threads would make two runs of one example differ: their work is done at once."""

    def run_in_executor(  # type: ignore[override]
        self, executor: Executor | None, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:  # noqa: BLE001 - it is the caller's
            future.set_exception(error)
        return future


class Program:
    """One library; `log` is what passed, `raw` reads the file beside it."""

    def __init__(self, folder: Path, opening_credits: int, latency_seconds: float) -> None:
        self._folder = folder
        places = directories(folder)
        places.data.mkdir(exist_ok=True)
        places.database.write_bytes(an_empty_library())
        self.raw = RawFile(places.database)
        self.log: list[Event] = []
        self._numbers = count(1)
        self.loop = InOrderLoop()
        self.provider = SimulatedProvider(
            self.log, self.now_ms, self.raw.stored, opening_credits, latency_seconds
        )
        self.rig = self._started()

    def now_ms(self) -> int:
        return START_MS + round(self.loop.time() * 1000)

    def new_id(self) -> str:
        return f"00000000-0000-4000-8000-{next(self._numbers):012d}"

    def asked(self, prompt: str, uploads: list[UploadAnswer]) -> VideoRequest:
        """A request, with a file of its own where it is said how its uploads go."""
        if not uploads:
            return a_request(prompt)
        places = self.rig.parts.options.places
        file = take_in(self.rig.library, places, prompt.encode())
        self.provider.uploads[file.sha256] = (prompt, uploads)
        return replace(a_request(prompt), inputs={"reference": (file.sha256,)})

    @property
    def is_sending(self) -> bool:
        """Whether something that was given is not done."""
        return any(task.get_name().startswith("given ") for task in asyncio.all_tasks(self.loop))

    def let_library_answer(self) -> None:
        """Of one that lies elsewhere the answers are under way when a step is over. No time
        passes."""
        library, quiet_turns = self.rig.parts.library, 0
        while isinstance(library, DistantLibrary) and quiet_turns < _QUIET_TURNS:
            self.loop.run_until_complete(asyncio.sleep(0))
            quiet_turns = 0 if library.is_asked else quiet_turns + 1

    def end(self) -> None:
        """Kill it and leave nothing behind."""
        self.kill()
        self.raw.close()
        self.loop.close()
        for entry in self._folder.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            else:
                entry.unlink()

    def kill(self) -> None:
        """Nothing that it has not written yet will ever be written."""
        self.rig.library.close()
        self.rig.library._database = _DeadDatabase(Path())
        self.log.append(Killed())
        # Before the loop turns once more: what was ready must not run either.
        for task in asyncio.all_tasks(self.loop):
            task.cancel()
        self.loop.run_until_complete(self._let_go())

    def start(self) -> None:
        self.rig = self._started()

    def pass_time(self, seconds: float = A_MOMENT_SECONDS) -> None:
        self.loop.run_until_complete(asyncio.sleep(seconds))

    def ask(self, asked: Asked, call: Callable[[Rig], Awaitable[object]]) -> None:
        """A verb of the user's, waited for."""
        self._run(self._asking(asked, call), "verb")

    def give(self, event: Event, video_id: str, call: Callable[[], Awaitable[object]]) -> None:
        """A verb that may take long; it is left to itself."""
        self.loop.create_task(self._giving(event, video_id, call), name=f"given {video_id}")
        self.pass_time()

    def call_back(
        self, task_id: str, *, said: str, reference: str | None, key: str, age_seconds: int
    ) -> int:
        """A delivery by hand through the real endpoint; the HTTP status of the answer."""
        inbox = self.rig.engine.webhook.inbox
        assert inbox is not None
        endpoint = Endpoint(
            frozenset({"localhost"}),
            lambda raw, headers: check_callback(raw, headers, KEY, self.now_ms()),
            Intake(inbox.take).take,
        )
        query = f"video={reference}" if reference else ""
        body = json.dumps(market(task_id, said)).encode()
        signed = headers_for(task_id, key, self.now_ms() / 1000 - age_seconds)
        delivery = delivered(endpoint.application(), PATH, query, body, signed)
        return int(self._run(delivery, "delivery"))

    def assert_sound(self) -> None:
        assert verify(self.rig.library) == ()

    def _run(self, story: Coroutine[Any, Any, Any], name: str) -> Any:
        return self.loop.run_until_complete(self.loop.create_task(story, name=name))

    def _started(self) -> Rig:
        async def start() -> Rig:
            return await started(
                self._folder, self.provider, change=self._change, new_id=self.new_id
            )

        rig: Rig = self._run(start(), "start")
        offer(rig.engine, _VENDOR)
        return rig

    def _change(self, parts: EngineParts) -> None:
        called_back_at(ADDRESS)(parts)
        follow = parts.follower.follow

        async def logged(delivery: Delivery) -> str | None:
            self.log.append(Following(delivery.task_id, delivery.reference))
            return await follow(delivery)

        vars(parts.follower)["follow"] = logged

    async def _let_go(self) -> None:
        for _ in range(STEPS_TO_LET_GO):
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

    async def _asking(self, asked: Asked, call: Callable[[Rig], Awaitable[object]]) -> None:
        self.log.append(asked)
        self.log.append(Done(await _error_of(call(self.rig))))

    async def _giving(
        self, event: Event, video_id: str, call: Callable[[], Awaitable[object]]
    ) -> None:
        self.log.append(event)
        self.log.append(Given(video_id, await _error_of(call())))


async def _error_of(call: Awaitable[object]) -> str | None:
    try:
        await call
    except Exception as error:  # noqa: BLE001 - the model says which it must be
        return type(error).__name__
    return None
