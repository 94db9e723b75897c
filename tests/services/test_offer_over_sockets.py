"""The offer of a server that speaks Kie's API, over real sockets: models nobody knows, bad days."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.plugins.sandbox_process import SandboxFactory, SandboxProcess
from tests.plugins.warm_processes import OwnCommand
from tests.requests import KIE, KLING
from videogen_desktop.cli.reading import with_kept_offer
from videogen_desktop.domain.errors import MalformedAnswerError
from videogen_desktop.domain.events import Event
from videogen_desktop.domain.model import Price, VideoModel
from videogen_desktop.domain.offer import CHARGED, ListedModel, OfferFacts
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.domain.request import Options, VideoRequest
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.engine import opening, starting
from videogen_desktop.engine.opening import EngineOptions
from videogen_desktop.providers.kie.client import KieClient
from videogen_desktop.providers.kie.offered_model import offered_model
from videogen_desktop.resources import resource_path
from videogen_desktop.services.run_history import PollSchedule
from videogen_desktop.services.system import SystemClock
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.services.wallets import WalletChoice
from videogen_desktop.storage.directories import directories

SECONDS = 60.0
NEW = "tomorrow/video-7"
KLING_REQUEST = VideoRequest(KLING.id, "Một con mèo", {"duration": 5, "audio": False})


def options_at(server: SandboxProcess, folder: Path) -> EngineOptions:
    wallet = WalletChoice(KIE.wallet_at(server.address), server.key)
    return EngineOptions(directories(folder), wallet)


@asynccontextmanager
async def engine_at(server: SandboxProcess, folder: Path) -> AsyncIterator[WalletEngine]:
    events: list[Event] = []
    engine = await opening.open_engine(options_at(server, folder), events.append)
    try:
        yield engine
    finally:
        await engine.close()


@pytest.fixture
def helper(warm_command: OwnCommand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "own_command", warm_command)
    # Kie's pace would only make the tests wait.
    monkeypatch.setattr(PollSchedule, "delay_after", lambda *_: 100)


async def read_until(engine: WalletEngine, is_read: Callable[[], bool]) -> None:
    """A second and more a call: nobody waits for all of them."""
    reading = asyncio.create_task(engine.catalogue.refresh())
    async with asyncio.timeout(SECONDS):
        while not is_read() and not reading.done():  # noqa: ASYNC110 - the catalogue tells nobody
            await asyncio.sleep(0.05)
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    assert is_read()


def offered(engine: WalletEngine, model_id: str) -> VideoModel | None:
    return next((one for one in engine.vendor.models if one.id == model_id), None)


def a_model_of_tomorrow(folder: Path) -> Path:
    declared = json.loads(resource_path("models/sandbox.json").read_text("utf-8"))
    first = declared["models"][0]
    mood = {"role": "mood", "wire": "mood", "type": "string", "choices": ["calm", "wild"]}
    first |= {"id": NEW, "title": "Tomorrow 9", "parameters": [*first["parameters"], mood]}
    file = folder / "further.json"
    file.write_text(json.dumps({**declared, "models": [first]}), "utf-8")
    return file


@pytest.mark.usefixtures("helper")
def test_a_model_that_no_release_has_heard_of_appears_and_makes_a_video(
    sandbox: SandboxFactory, tmp_path: Path
) -> None:
    server = sandbox("--speed", "100", "--models", str(a_model_of_tomorrow(tmp_path)))

    async def story() -> None:
        async with engine_at(server, tmp_path / "data") as engine:
            await read_until(engine, lambda: offered(engine, NEW) is not None)
            model = offered(engine, NEW)
            assert model is not None
            roles = [one.role for one in model.parameters]
            assert roles == ["aspect_ratio", "duration", "resolution", "audio", "mood"]
            options: Options = {"aspect_ratio": "portrait", "duration": 10, "mood": "wild"}
            video = await engine.generate(VideoRequest(NEW, "Một con mèo", options))
            await engine.until_idle()
            (made,) = await engine.items([video.id])
            assert made.video.state is VideoState.COMPLETED
            assert made.model_title == "Tomorrow 9"
            assert json.loads(made.video.body or "")["input"]["mood"] == "wild"
        async with engine_at(server, tmp_path / "data") as again:
            await again.catalogue.load()
            assert offered(again, NEW) == model
            (made,) = await again.items([video.id])
            assert made.model_title == "Tomorrow 9"
            # Of what was asked of it, its record tells as much: a rescue loses nothing.
            record = await again.rescuer._provider.status(made.video.task_id or "")
            assert record.asked is not None
            assert record.asked.options == made.video.request.options

    asyncio.run(story())
    # A command that only looks knows it too, and so does the check before a request.
    known = with_kept_offer(options_at(server, tmp_path / "data")).vendor
    assert known.model(NEW).title == "Tomorrow 9"
    assert {one.id for one in known.models} > {one.id for one in KIE.models}


@pytest.mark.usefixtures("helper")
def test_a_price_that_changed_is_doubted_and_the_charge_says_which_holds(
    sandbox: SandboxFactory, tmp_path: Path
) -> None:
    async def story() -> None:
        server = sandbox("--speed", "100", "--fault", "price-changed")
        async with engine_at(server, tmp_path / "data") as engine:
            shipped = engine.vendor.priced(KLING_REQUEST).price
            video = await engine.generate(KLING_REQUEST)
            await engine.until_idle()
            (made,) = await engine.items([video.id])
            # What was priced was reserved, and what it really cost was settled.
            assert made.video.price == shipped
            assert made.video.consumed == shipped * 3 // 2
            await read_until(engine, lambda: row(engine).source == CHARGED)
            assert (row(engine).amount, row(engine).drifted) == (shipped * 3 // 2, None)
            others = [one for one in engine.vendor.model(KLING.id).prices if one.drifted]
            assert len(others) == len(KLING.prices) - 1

    asyncio.run(story())


def row(engine: WalletEngine) -> Price:
    model = engine.vendor.model(KLING.id)
    found = model.price_row(model.choice(KLING_REQUEST))
    assert found is not None
    return found


@pytest.mark.usefixtures("helper")
def test_a_model_that_is_retired_between_price_and_request_costs_nothing(
    sandbox: SandboxFactory, tmp_path: Path
) -> None:
    async def story() -> None:
        server = sandbox("--speed", "100", "--fault", "model-retired:1")
        async with engine_at(server, tmp_path / "data") as engine:
            before = await engine.balance()
            video = await engine.generate(KLING_REQUEST)
            assert (video.state, video.reason) == (VideoState.FAILED, Reason.REFUSED)
            assert await engine.balance() == before
            await read_until(engine, lambda: engine.vendor.model(KLING.id).retired is not None)
            assert engine.vendor.model(None).id != KLING.id

    asyncio.run(story())


@pytest.mark.parametrize("fault", ["schema-huge", "schema-cycle", "schema-enum", "schema-dunder"])
def test_a_schema_of_a_bad_day_is_refused_or_read_without_what_is_bad(
    sandbox: SandboxFactory, fault: str
) -> None:
    async def story() -> None:
        server = sandbox("--fault", fault)
        kie = KieClient(
            server.address, server.key, read_models=tuple, http=HttpSettings(), clock=SystemClock()
        )
        try:
            if fault == "schema-huge":
                with pytest.raises(MalformedAnswerError):
                    await kie.schema(KLING.id)
                return
            text = await kie.schema(KLING.id)
        finally:
            await kie.close()
        model = offered_model(OfferFacts(ListedModel(KLING.id, "", ""), schema=text), KLING)
        assert model is not None
        assert model.parameters[: len(KLING.parameters)] == KLING.parameters
        new = [one.role for one in model.parameters[len(KLING.parameters) :]]
        assert new == {"schema-enum": ["odd"], "schema-dunder": ["__class__"]}.get(fault, [])

    asyncio.run(story())
