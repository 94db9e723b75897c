"""Reading and mapping the schemas of 200 models, as the worker does it while the window shows."""

import asyncio
import json
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.figure import Figure, Target
from benchmarks.workplace import Workplace
from tests.requests import KIE, KIE_WALLET
from videogen_desktop.domain.offer import ListedModel
from videogen_desktop.providers.kie.discovery import kept_schema, listed_models, rate_of_day
from videogen_desktop.providers.kie.envelope import parse_envelope
from videogen_desktop.providers.provider_words import ProviderWords
from videogen_desktop.resources import resource_path
from videogen_desktop.sandbox import discovery as sandbox
from videogen_desktop.sandbox.catalogue import Catalogue as Offered
from videogen_desktop.sandbox.catalogue import read_catalogue
from videogen_desktop.sandbox.provider_schema import Form, provider_schema
from videogen_desktop.services.account import find_or_add_wallet
from videogen_desktop.services.catalogue import Catalogue
from videogen_desktop.services.system import SystemClock, random_id
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import open_library

_MODELS, _MODELS_QUICK = 200, 20
_WORDS = ProviderWords("a key")
# What a documentation tool writes around the fields: the largest document seen had 60 KB.
_PROSE = "Describe the video that you want to see. " * 400


def measure(workplace: Workplace) -> list[Figure]:
    models = workplace.count(_MODELS, _MODELS_QUICK)
    teller = _Teller(_answers(models))
    cpu_ms, bursts = asyncio.run(_read(teller, workplace.folder / "discovery"))
    floor = sum(teller.parsing_ms)
    details = {"models": models, "burst_ms_p99": statistics.quantiles(bursts, n=100)[-1]}
    return [
        Figure(
            name=f"{models} schemas read and mapped, CPU of the worker",
            measured=cpu_ms,
            beside="decoding their JSON alone",
            beside_value=floor,
            target=Target(extra=1_000),
            runs=1,
            details=details,
        ),
        Figure(
            name="longest burst on the worker meanwhile",
            measured=max(bursts),
            beside="the longest decoding of one answer",
            beside_value=max(teller.parsing_ms),
            target=Target(extra=5),
            runs=len(bursts),
        ),
    ]


@dataclass
class _Teller:
    """Kie's answers without the wire, read as its client reads them."""

    answers: Mapping[str, bytes]
    parsing_ms: list[float] = field(default_factory=list)

    async def listed_models(self) -> tuple[ListedModel, ...]:
        return await listed_models(self._data("list"), _WORDS)

    async def schema(self, model_id: str) -> str:
        await asyncio.sleep(0)
        return kept_schema(self._data(f"schema {model_id}"))

    async def success_rate(self, model_id: str) -> float | None:
        await asyncio.sleep(0)
        return rate_of_day(self._data("rate"))

    def _data(self, what: str) -> object:
        start = time.thread_time()
        data = parse_envelope(self.answers[what], 200, _WORDS).data
        self.parsing_ms.append((time.thread_time() - start) * 1_000)
        return data


def _answers(models: int) -> dict[str, bytes]:
    offered = read_catalogue(resource_path("models/kie.json").parent)
    kinds = list(offered.values())
    answers: dict[str, bytes] = {}
    listed = []
    for number in range(models):
        like = kinds[number % len(kinds)]
        name = like.name if number < len(kinds) else f"{like.name}-{number}"
        document = {**(provider_schema(like, Form.REFERENCED) or {}), "info": _PROSE}
        answers[f"schema {name}"] = _said({"model": name, "openapi": document})
        listed.append({**_entry(offered, like.name), "model": name})
    answers["list"] = _said({"total": models, "models": listed})
    points = [{"successRate": 97.5, "errorRate": 2.5} for _ in range(144)]
    answers["rate"] = _said({"points": points})
    return answers


def _entry(offered: Offered, name: str) -> dict[str, object]:
    answer = json.loads(bytes(sandbox.models(offered, "", "", name).body))
    return dict(answer["data"]["models"][0])


def _said(data: object) -> bytes:
    return json.dumps({"code": 200, "msg": "success", "data": data}).encode()


async def _read(teller: _Teller, folder: Path) -> tuple[float, list[float]]:
    """CPU of the thread in milliseconds, and of each turn of its loop."""
    library = open_library(directories(folder), SystemClock().now_ms())
    wallet = await find_or_add_wallet(library, KIE_WALLET, random_id, 1)
    catalogue = Catalogue(library, wallet, KIE, teller, lambda _event: None, SystemClock())
    bursts: list[float] = []
    watching = asyncio.create_task(_turns(bursts))
    start = time.thread_time()
    await catalogue.refresh()
    taken = (time.thread_time() - start) * 1_000
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    library.close()
    return taken, bursts


async def _turns(bursts: list[float]) -> None:
    while True:
        before = time.thread_time()
        await asyncio.sleep(0)
        bursts.append((time.thread_time() - before) * 1_000)
