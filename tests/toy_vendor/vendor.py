"""The toy as a vendor."""

import hashlib
import hmac
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlencode

from tests.toy_vendor.client import ToyClient
from videogen_desktop.domain.catalogue import models_at
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.vendor import Callbacks, Pace, Rate, RequestFacts, Vendor, Vendors
from videogen_desktop.domain.webhook import Callback, CallbackRefusedError, SignedCallback
from videogen_desktop.providers.vendors import vendors

COIN = "coin"
SEAL = "Toy-Seal"
_FRESH_MS = 60_000


def toy_vendor(task_gap_ms: int = 100) -> Vendor:
    return Vendor(
        name="toy",
        title="Toy Films",
        short_title="Toy",
        api_base="https://films.toy.example",
        pace=Pace(Rate(2, 1_000), Rate(20, 1_000), 10, task_gap_ms, 2_000),
        result_kept_ms=3_600_000,
        read_models=read_models,
        write_body=write_body,
        connect=ToyClient,
        callbacks=Callbacks(check, sign),
        unit=COIN,
    )


def with_toy() -> Vendors:
    """The list with one line more."""
    return Vendors(*vendors(), toy_vendor())


@cache
def read_models() -> tuple[VideoModel, ...]:
    return models_at(Path(__file__).with_name("models.json"), "toy")


def write_body(
    model: VideoModel, request: VideoRequest, _facts: RequestFacts
) -> Mapping[str, object]:
    return model.inputs(request)


def sign(task_id: str, key: str, now_ms: int) -> SignedCallback:
    body = urlencode({"ticket": task_id, "stage": "ready"}).encode()
    return SignedCallback(body, {SEAL: f"{now_ms} {_seal(body, str(now_ms), key)}"})


def check(body: bytes, headers: Mapping[str, str], key: str, now_ms: int) -> Callback:
    moment, _, seal = headers.get(SEAL, "").partition(" ")
    if not seal:
        raise CallbackRefusedError("unsigned")
    if not hmac.compare_digest(seal.encode(), _seal(body, moment, key).encode()):
        raise CallbackRefusedError("forged")
    if abs(now_ms - int(moment)) > _FRESH_MS:
        raise CallbackRefusedError("stale")
    said = parse_qs(body.decode())
    return Callback(said["ticket"][0], int(moment), said["stage"][0])


def _seal(body: bytes, moment: str, key: str) -> str:
    """Of the whole body, unlike Kie's."""
    return hashlib.blake2b(body + moment.encode(), key=key.encode()).hexdigest()
