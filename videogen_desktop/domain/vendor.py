"""A vendor: whose models these are, and everything in which one vendor differs from another.

Knowing the vendors is cheap: the command line asks for their names before it knows what to do, and
so does the window before its first frame. What is read or imported for a vendor waits until then.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from videogen_desktop.domain.clock import Clock
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.domain.provider import HttpSettings, Pace, VendorClient
    from videogen_desktop.domain.request import PricedRequest, VideoRequest
    from videogen_desktop.domain.webhook import CheckCallback, SignCallback

# What the vendor's API takes for a request, in its own form, without addresses of callbacks.
WriteBody = Callable[["VideoModel", "VideoRequest"], "Mapping[str, object]"]


class Connect(Protocol):
    """Makes the client of one account; nobody is asked yet. Raises ApiBaseRefusedError."""

    def __call__(
        self, api_base: str, api_key: str, http: "HttpSettings", clock: "Clock"
    ) -> "VendorClient": ...


class LocalServer(Protocol):
    """A vendor's server that we start ourselves, and that ends with us. Worker's loop."""

    @property
    def is_running(self) -> bool: ...

    @property
    def address(self) -> str:
        """Its API base of this run; another one after every start."""
        ...

    @property
    def key(self) -> str:
        """The API key that it takes."""
        ...

    @property
    def webhook_key(self) -> str:
        """What its callbacks are signed with."""
        ...

    async def launch(self) -> None:
        """Begin to start it; `start` waits for it, and tells what went wrong."""
        ...

    async def start(self) -> None:
        """Start it unless it runs, and wait until it listens. Raises LocalServerError."""
        ...

    async def stop(self) -> None: ...


# The folder for its books, and further options for its program.
ServeLocally = Callable[["Path", "Sequence[str]"], LocalServer]


@dataclass(frozen=True, slots=True)
class Callbacks:
    """How the vendor's callbacks are signed: to check one, and to write one for a trial."""

    check: "CheckCallback"
    sign: "SignCallback"


@dataclass(frozen=True, slots=True)
class Vendor:
    """`read_models` gives the models, the default one first. `result_kept_ms` is how long the
    vendor keeps a result after its end. `callbacks` is None where it calls nobody back.

    `api_base` is the vendor's own server, or "" where each run has its own, which `serve` starts:
    its credits are play money.
    """

    name: str
    title: str
    api_base: str
    pace: "Pace"
    result_kept_ms: int
    read_models: "Callable[[], tuple[VideoModel, ...]]"
    write_body: WriteBody
    connect: Connect
    callbacks: Callbacks | None = None
    serve: ServeLocally | None = None

    @property
    def models(self) -> "tuple[VideoModel, ...]":
        return self.read_models()

    def model(self, model_id: str | None) -> "VideoModel":
        """The named model, or the default for None. Raises UnknownModelError."""
        from videogen_desktop.domain.errors import UnknownModelError

        models = self.models
        for model in models:
            if model_id is None or model.id == model_id:
                return model
        raise UnknownModelError(model_id or "", tuple(model.id for model in models))

    def priced(self, request: "VideoRequest") -> "PricedRequest":
        """Check the request against its model, and say what is sent for it and what that costs.

        The prompt is normalised and options that were left out get their defaults. Raises
        InvalidRequestError and its kinds, PriceUnknownError.
        """
        from videogen_desktop.domain.errors import PriceUnknownError
        from videogen_desktop.domain.request import (
            PricedRequest,
            VideoRequest,
            canonical,
            checked_prompt,
        )

        model = self.model(request.model_id or None)
        checked = VideoRequest(
            model.id,
            checked_prompt(request.prompt, model.prompt_limit),
            model.checked_options(request.options),
            request.inputs,
            request.unknown,
        )
        price = model.price(checked.options)
        if price is None:
            raise PriceUnknownError(model.id)
        return PricedRequest(checked, canonical(self.write_body(model, checked)), price)


class Vendors:
    """All of them, by name, in the order in which they are offered."""

    def __init__(self, *vendors: Vendor) -> None:
        self._vendors = {vendor.name: vendor for vendor in vendors}

    def __iter__(self) -> Iterator[Vendor]:
        return iter(self._vendors.values())

    def named(self, name: str) -> Vendor:
        """Raises KeyError."""
        return self._vendors[name]

    def result_kept_ms(self, name: str) -> int | None:
        """How long that vendor keeps results; None for one that only another version knows."""
        vendor = self._vendors.get(name)
        return None if vendor is None else vendor.result_kept_ms

    def model(self, model_id: str) -> "VideoModel | None":
        """Any vendor's model; None for one that an older or newer version wrote."""
        found = (model for vendor in self for model in vendor.models if model.id == model_id)
        return next(found, None)

    def title(self, model_id: str) -> str:
        """The model's title, or its id where nobody knows it any more."""
        model = self.model(model_id)
        return model.title if model is not None else model_id
