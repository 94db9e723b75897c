"""The seam to a vendor: what a provider can do and the normalised outcomes it answers with."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol, runtime_checkable

from videogen_desktop.domain.input_file import InputFile
from videogen_desktop.domain.offer import ListedModel
from videogen_desktop.domain.request import Inputs, Options, PricedRequest
from videogen_desktop.domain.vendor import Pace


class TaskPhase(StrEnum):
    """Where the provider says a task is."""

    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    # An unknown word is "still running", never a failure: a failed guess would refund.
    UNKNOWN = "unknown"
    # "recordInfo is null": not visible yet, or gone.
    RECORD_MISSING = "record_missing"


@dataclass(frozen=True, slots=True)
class ConsumedCredits:
    """What the provider says a task cost: hundredths, and its own text."""

    amount: int
    raw: str


@dataclass(frozen=True, slots=True)
class TaskRequest:
    """What a task's record says that was asked for; None where it does not say.

    `callback_url` may hold a secret of the user's tunnel and never leaves the engine. `addresses`
    are those of files that went in, each once, `slots` the same by slot where the model is known.
    """

    model_id: str | None
    prompt: str | None = field(repr=False)
    callback_url: str | None = field(default=None, repr=False)
    options: Options = field(default_factory=dict, hash=False)
    addresses: tuple[str, ...] = field(default=(), repr=False)
    slots: Inputs = field(default_factory=dict, hash=False, repr=False)


@dataclass(frozen=True, slots=True)
class TaskStatus:
    """One reading of a task. `result_urls` may be empty on success: the caller decides.

    `spare_urls` may hold the same clip in another form (with a watermark, as it was before it was
    cut): to be tried where none of `result_urls` turns out to be a video. `consumed` is what an
    ended task cost; `reported` is what the provider says of one that has not ended: to be shown,
    and never booked.
    """

    phase: TaskPhase
    word: str | None = None
    result_urls: tuple[str, ...] = ()
    spare_urls: tuple[str, ...] = ()
    failure_code: str | None = None
    failure_message: str | None = None
    consumed: ConsumedCredits | None = None
    reported: ConsumedCredits | None = None
    created_at: int | None = None
    ended_at: int | None = None
    raw: str = ""
    asked: TaskRequest | None = None


@dataclass(frozen=True, slots=True)
class ProviderBalance:
    """The account's credits as the provider counts them, in hundredths, with its own text."""

    amount: int
    raw: str


@dataclass(frozen=True, slots=True)
class UploadedInput:
    """Where the vendor has a file, and until when a request may name it (milliseconds since 1970).

    Whoever knows the address can fetch the file: it has no repr, and stays out of logs.
    """

    address: str = field(repr=False)
    expires_at_ms: int


class ResultStream(Protocol):
    """An open result. `offset` is where the bytes really start (0 when a resume was refused)."""

    offset: int
    total_bytes: int | None
    etag: str | None

    def chunks(self) -> AsyncIterator[bytes]:
        """The bytes in order. Raises ResultTruncatedError, ProviderUnavailableError."""
        ...


@dataclass(frozen=True, slots=True)
class HttpSettings:
    """How to reach the network. `proxy` is a URL and may hold a password: it has no repr.

    `as_the_system_does`: hosts that the system excepts from its proxy are asked directly. Nothing
    else is read from the environment: no .netrc, no SSL_CERT_FILE.
    """

    proxy: str | None = field(default=None, repr=False)
    extra_ca_file: Path | None = None
    as_the_system_does: bool = False


class VendorClient(Protocol):
    """A vendor's API over HTTP, asked at once. Every call is bounded in bytes and in time; none
    retries."""

    async def prepare(self) -> None:
        """Make the first call as quick as later ones; asks nobody and raises nothing."""
        ...

    async def create(self, request: PricedRequest, callback_url: str | None = None) -> str:
        """Send the paid POST once, with the request's own body; return the task id.

        A CancelledError passes through: whoever cancels has to count the request as sent.
        `callback_url` is called when the task ends.

        Raises NotSentError (it never left), RateLimitedError and the refusals (certainly not
        charged), or SentUnknownError (it may have been charged; never send again).
        """
        ...

    async def status(self, task_id: str) -> TaskStatus:
        """Read the task's record. Raises ProviderUnavailableError, RateLimitedError,
        KeyRejectedError, MalformedAnswerError: none of them says anything about the task."""
        ...

    async def balance(self) -> ProviderBalance:
        """The account's balance; a free call and the usual test of a key. Raises as status."""
        ...

    async def download_link(self, url: str) -> str:
        """A fresh, short-lived address of a result whose own address no longer works.

        Costs nothing and does not keep the result any longer. Raises ResultGoneError when the
        provider answers that it has no such file, and as status.
        """
        ...

    def open_result(
        self, url: str, *, offset: int = 0, etag: str | None = None
    ) -> AbstractAsyncContextManager[ResultStream]:
        """Open the result's bytes without credentials, from `offset` while `etag` still holds.

        Raises ResultUrlRefusedError, ResultGoneError, ResultTruncatedError, ResultTooLargeError,
        NotPlayableError, ProviderUnavailableError.
        """
        ...

    async def close(self) -> None:
        """Close every connection; calling it twice is fine."""
        ...


@runtime_checkable
class InputTaker(Protocol):
    """A client whose vendor takes files; one that has only models of text needs none of it."""

    async def upload(self, file: InputFile, path: Path) -> UploadedInput:
        """Send the file, which lies at `path`, as it is read; it costs nothing.

        Raises InputLostError when it cannot be read or holds something else, UploadRefusedError,
        KeyRejectedError, RateLimitedError, ProviderUnavailableError, MalformedAnswerError.
        """
        ...


@runtime_checkable
class OfferTeller(Protocol):
    """A client whose vendor says what it offers. Every call is free; raises as `status`."""

    async def listed_models(self) -> tuple[ListedModel, ...]:
        """Every model; the vendor's words are not always right."""
        ...

    async def schema(self, model_id: str) -> str:
        """What the model takes, as `Vendor.read_offer` reads it; "" where the vendor has none."""
        ...

    async def success_rate(self, model_id: str) -> float | None:
        """How many of a hundred runs succeeded in the last day; None where nobody can say."""
        ...


class Provider(VendorClient, InputTaker, Protocol):
    """A wallet's way to its vendor: no call goes out faster than the vendor's pace allows."""

    @property
    def pace(self) -> Pace: ...

    async def ready_to_create(self) -> None:
        """Wait until the wallet's pace allows one more create. Nothing is sent meanwhile, so it
        is called before the video counts as being sent."""
        ...
