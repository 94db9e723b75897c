"""A vendor: whose models these are, and everything in which one vendor differs from another.

Knowing the vendors is cheap: the command line asks for their names before it knows what to do, and
so does the window before its first frame. What is read or imported for a vendor waits until then.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from videogen_desktop.domain.wallet import CREDIT, WalletKey

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from videogen_desktop.domain.clock import Clock
    from videogen_desktop.domain.input_slot import FileFacts
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.domain.offer import ReadOffer
    from videogen_desktop.domain.provider import HttpSettings, VendorClient
    from videogen_desktop.domain.request import Options, PricedRequest, VideoRequest
    from videogen_desktop.domain.webhook import CheckCallback, SignCallback


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """What a request's own words do not say: `files` by their SHA-256, and of the video that is
    continued its task, its options with its model's, and its prompt, which is only shown."""

    files: "Mapping[str, FileFacts]" = field(default_factory=dict)
    parent_task: str = ""
    parent_options: "Options | None" = None
    parent_prompt: str = ""

    @property
    def seconds(self) -> dict[str, float]:
        """The lengths of the files that have one."""
        lengths = {sha256: file.duration_ms for sha256, file in self.files.items()}
        return {sha256: ms / 1_000 for sha256, ms in lengths.items() if ms is not None}


# What the vendor's API takes for a request, in its own form, without addresses of callbacks; a file
# stands there as `domain.input_file` says.
WriteBody = Callable[["VideoModel", "VideoRequest", RequestFacts], "Mapping[str, object]"]


# The models as they are known at the moment.
ReadModels = Callable[[], "tuple[VideoModel, ...]"]


class Connect(Protocol):
    """Makes the client of one account; nobody is asked yet. Raises ApiBaseRefusedError.

    `read_models` gives those whose records it reads.
    """

    def __call__(
        self,
        api_base: str,
        api_key: str,
        http: "HttpSettings",
        clock: "Clock",
        read_models: ReadModels,
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
class Rate:
    """At most so many calls within so many milliseconds."""

    calls: int
    span_ms: int


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a vendor may be asked; `creates` and `reads` count for a whole wallet.

    `reading_gap_ms` lies between two readings of any tasks, `task_gap_ms` at least between two of
    the same, and `rest_ms` after a refusal for pace that does not say how long to wait. `uploads`
    is None where the vendor takes no files, `offers` where it tells nothing of its offer.
    `most_running` tasks may run at once, None for no limit.
    """

    creates: Rate
    reads: Rate
    reading_gap_ms: int
    task_gap_ms: int
    rest_ms: int
    uploads: Rate | None = None
    offers: Rate | None = None
    most_running: int | None = None


@dataclass(frozen=True, slots=True)
class Callbacks:
    """How the vendor's callbacks are signed: to check one, and to write one for a trial."""

    check: "CheckCallback"
    sign: "SignCallback"


@dataclass(frozen=True, slots=True)
class Vendor:
    """`read_models` gives the models, the default one first. `result_kept_ms` is how long the
    vendor keeps a result after its end. `callbacks` is None where it calls nobody back.

    `short_title` names it within a word or a sentence. `api_base` is the vendor's own server, or ""
    where each run has its own, which `serve` starts: its credits are play money. `unit` is what its
    balance counts. `read_offer` makes models of what its servers say today; None where it has no
    such list. `key_page` is where its users make a key and `credit_page` where they buy credits;
    "" where there is none.
    """

    name: str
    title: str
    short_title: str
    api_base: str
    pace: Pace
    result_kept_ms: int
    read_models: ReadModels
    write_body: WriteBody
    connect: Connect
    callbacks: Callbacks | None = None
    serve: ServeLocally | None = None
    unit: str = CREDIT
    read_offer: "ReadOffer | None" = None
    key_page: str = ""
    credit_page: str = ""

    def credit_page_of(self, key: WalletKey) -> str:
        """Where credits of this wallet are bought: another server sells its own."""
        return self.credit_page if key == self.wallet else ""

    @property
    def wallet(self) -> WalletKey:
        """The one at its own server."""
        return self.wallet_at(self.api_base)

    @property
    def is_play_money(self) -> bool:
        return self.wallet.is_play_money

    def wallet_at(self, api_base: str) -> WalletKey:
        """The one at another server that speaks its API."""
        return WalletKey(self.name, api_base, self.unit)

    @property
    def models(self) -> "tuple[VideoModel, ...]":
        return self.read_models()

    def with_models(self, models: "tuple[VideoModel, ...]") -> "Vendor":
        """The same vendor with this offer."""
        from dataclasses import replace

        return replace(self, read_models=lambda: models)

    def model(self, model_id: str | None) -> "VideoModel":
        """The named model, or the default for None. Raises UnknownModelError."""
        from videogen_desktop.domain.errors import UnknownModelError

        models = self.models
        for model in models:
            if model_id is None or model.id == model_id:
                return model
        raise UnknownModelError(model_id or "", tuple(model.id for model in models))

    def priced(
        self, request: "VideoRequest", facts: RequestFacts | None = None, most: int | None = None
    ) -> "PricedRequest":
        """Check the request against its model, and say what is sent for it and what that costs.

        The prompt is normalised and options that were left out get their defaults. `most` is what
        may be held for it at most, in hundredths, which is its price where nobody knows that.
        Raises InvalidRequestError and its kinds, PriceUnknownError, PriceAboveMostError.
        """

        from videogen_desktop.domain.errors import ParentMissingError
        from videogen_desktop.domain.request import PricedRequest, canonical

        known = facts or RequestFacts()
        model = self.model(request.model_id or None)
        checked = replace(
            request,
            model_id=model.id,
            prompt=model.checked_prompt(request),
            options=model.checked_options(request.options),
        )
        model.check_inputs(checked.inputs, known.files)
        if model.needs_parent and not known.parent_task:
            raise ParentMissingError
        choice = model.choice(
            checked, known.seconds, known.parent_options, has_parent=bool(known.parent_task)
        )
        model.check_rules(choice)
        price = model.price_of(choice)
        body = canonical(self.write_body(model, checked, known))
        held = _held_for(model.id, price, most)
        return PricedRequest(checked, body, held, is_at_most=price is None)


def _held_for(model_id: str, price: int | None, most: int | None) -> int:
    from videogen_desktop.domain.errors import PriceAboveMostError, PriceUnknownError

    if price is None:
        # Nothing at all is no bound: it would hold nothing for what is paid.
        if not most:
            raise PriceUnknownError(model_id)
        return most
    if most is not None and price > most:
        raise PriceAboveMostError(price, most)
    return price


class Vendors:
    """All of them, by name, in the order in which they are offered."""

    def __init__(self, *vendors: Vendor) -> None:
        self._vendors = {vendor.name: vendor for vendor in vendors}

    def __iter__(self) -> Iterator[Vendor]:
        return iter(self._vendors.values())

    @property
    def practice(self) -> Vendor:
        """Whose play money is spent where nothing else was chosen."""
        return next(vendor for vendor in self if vendor.is_play_money)

    @property
    def default(self) -> Vendor:
        """Whose key or server it is where nobody says."""
        return next(vendor for vendor in self if not vendor.is_play_money)

    @property
    def keyed(self) -> tuple[Vendor, ...]:
        """Those that need an account of their own."""
        return tuple(vendor for vendor in self if not vendor.is_play_money)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._vendors)

    def named(self, name: str) -> Vendor:
        """Raises KeyError."""
        return self._vendors[name]

    def get(self, name: str) -> Vendor | None:
        """None for one that only another version knows."""
        return self._vendors.get(name)

    def wallet_name(self, key: WalletKey) -> str:
        """For the command line: the vendor, or the server that is not its own."""
        vendor = self.get(key.provider)
        is_own = key.is_play_money or (vendor is not None and vendor.api_base == key.api_base)
        return key.provider if is_own else key.api_base

    def wallet_title(self, key: WalletKey) -> str:
        """For people: what the vendor is called, or the host of a server that is not its own."""
        vendor = self.get(key.provider)
        if vendor is not None and vendor.api_base == key.api_base:
            return vendor.title
        return key.api_base.partition("://")[2] or key.api_base or key.provider

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
        return self.titles(model_id)[0]

    def titles(self, model_id: str) -> tuple[str, str]:
        """What the model and its vendor are called within a sentence; the model's id and "" where
        nobody knows it any more."""
        for vendor in self:
            for model in vendor.models:
                if model.id == model_id:
                    return model.title, vendor.short_title
        return model_id, ""
