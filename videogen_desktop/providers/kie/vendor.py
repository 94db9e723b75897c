"""Kie as a vendor; costs no httpx to know.

Facts of Kie's documentation as of 2026-10-01 ("Getting Started" where nothing else is said).
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from videogen_desktop.domain.vendor import (
    Callbacks,
    Pace,
    Rate,
    ReadModels,
    RequestFacts,
    Vendor,
)

if TYPE_CHECKING:
    from videogen_desktop.domain.clock import Clock
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.domain.offer import OfferFacts
    from videogen_desktop.domain.provider import HttpSettings, VendorClient
    from videogen_desktop.domain.request import VideoRequest
    from videogen_desktop.domain.webhook import Callback, SignedCallback

PACE = Pace(
    # Kie takes under 20 in ten seconds and does not queue what it refuses, so a refusal is rested
    # for those ten seconds.
    creates=Rate(18, 10_000),
    # Under ten a second: per task or per key, the pages differ.
    reads=Rate(9, 1_000),
    reading_gap_ms=120,
    task_gap_ms=4_000,
    rest_ms=10_000,
    # No page says anything: what goes for the tasks that they are for.
    uploads=Rate(18, 10_000),
    # One a second, all calls about models together (measured); a little slower, since both clocks
    # round.
    offers=Rate(1, 1_100),
    # "Typically 100+ concurrent running tasks" (docs.kie.ai, "Getting Started").
    most_running=100,
)
API_BASE = "https://api.kie.ai"
# The servers that its OpenAPI file names for uploads are wrong.
UPLOAD_BASE = "https://kieai.redpandaai.co"
# Its published client says so too. Another page speaks of 24 hours, so results are fetched at once
# and nobody relies on this.
RESULT_KEPT_MS = 14 * 24 * 3_600_000


def vendor() -> Vendor:
    return Vendor(
        name="kie",
        title="Kie AI",
        short_title="Kie",
        api_base=API_BASE,
        pace=PACE,
        result_kept_ms=RESULT_KEPT_MS,
        read_models=read_models,
        write_body=create_task_body,
        connect=connect,
        callbacks=CALLBACKS,
        read_offer=read_offer,
        key_page="https://kie.ai/api-key",
        # What its documentation names for what credits cost and how they are paid.
        credit_page="https://kie.ai/billing",
    )


@cache
def read_models() -> "tuple[VideoModel, ...]":
    """Raises ResourceMissingError, ValueError: the installation is damaged."""
    from videogen_desktop.domain.catalogue import models_at
    from videogen_desktop.resources import resource_path

    return models_at(resource_path("models/kie.json"), "kie")


def create_task_body(
    model: "VideoModel", request: "VideoRequest", facts: RequestFacts
) -> Mapping[str, object]:
    """The body of createTask (docs.kie.ai, "Create Task"), without an address of callbacks."""
    inputs = model.inputs(request, facts.seconds, facts.parent_task)
    return {"model": model.id, "input": inputs}


def read_offer(facts: "OfferFacts", bundled: "VideoModel | None") -> "VideoModel | None":
    """See domain.offer.ReadOffer."""
    from videogen_desktop.providers.kie.offered_model import offered_model

    return offered_model(facts, bundled)


def connect(
    api_base: str,
    api_key: str,
    http: "HttpSettings",
    clock: "Clock",
    read_models: ReadModels,
) -> "VendorClient":
    """See domain.vendor.Connect."""
    # httpx takes a tenth of a second to import: the first cards do not wait for it.
    from videogen_desktop.domain.addresses import one_spelling
    from videogen_desktop.providers.kie.client import KieClient

    # Any other server that speaks its API takes files itself: no key goes where nobody sent it.
    upload_base = UPLOAD_BASE if one_spelling(api_base) == API_BASE else api_base
    return KieClient(
        *(api_base, api_key),
        read_models=read_models,
        http=http,
        clock=clock,
        upload_base=upload_base,
    )


def _check(body: bytes, headers: Mapping[str, str], key: str, now_ms: int) -> "Callback":
    from videogen_desktop.providers.kie.callbacks import check_callback

    return check_callback(body, headers, key, now_ms)


def _sign(task_id: str, key: str, now_ms: int) -> "SignedCallback":
    from videogen_desktop.providers.kie.callbacks import signed_callback

    return signed_callback(task_id, key, now_ms)


CALLBACKS = Callbacks(_check, _sign)
