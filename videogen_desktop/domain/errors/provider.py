"""Failures at the provider, on the way to it, and between a finished video and its file here."""

from pathlib import Path

from videogen_desktop.domain.errors.base import VideoGenError

# The code of a failure that was met at the user's proxy, and not behind it.
PROXY_FAILED = "proxy"


class ProviderError(VideoGenError):
    """A failure at or on the way to the provider. `code` is its own, `message` its own words."""

    def __init__(self, message: str = "", code: str | None = None) -> None:
        super().__init__(message, code)
        self.message = message
        self.code = code


class NotSentError(ProviderError):
    """The paid POST certainly never left: no connection, DNS, TLS or proxy."""

    retry_is_safe = True


class UploadFailedError(ProviderError):
    """A file of the request did not come to the vendor, and so the paid POST never left. `code` is
    a value of domain.input_file.UploadFailure."""

    retry_is_safe = True


class SentUnknownError(ProviderError):
    """The paid POST may have arrived; it is never sent again. `answer` is what was answered where
    no task could be read from it, bounded and cleaned: it may name one all the same."""

    may_have_charged = True

    def __init__(self, message: str = "", code: str | None = None, answer: str = "") -> None:
        super().__init__(message, code)
        self.answer = answer


class RateLimitedError(ProviderError):
    """Refused for pace; `retry_after_ms` is what the provider asked for, or None."""

    retry_is_safe = True
    user_can_act = False

    def __init__(self, message: str = "", retry_after_ms: int | None = None) -> None:
        super().__init__(message, "429")
        self.retry_after_ms = retry_after_ms


class ProviderUnavailableError(ProviderError):
    """No usable answer to a call that costs nothing."""

    retry_is_safe = True


class MalformedAnswerError(ProviderError):
    """An answer that is not what the provider documents (HTML, broken or oversized JSON)."""

    retry_is_safe = True
    user_can_act = False


class RefusedError(ProviderError):
    """The provider refused the request; nothing was created and nothing charged."""


class KeyRejectedError(RefusedError):
    pass


class KeyCapReachedError(RefusedError):
    """The key's own spending cap at the provider."""


class ProviderCreditsError(RefusedError):
    """The provider says that its balance is too low (402)."""


class ModelUnavailableError(RefusedError):
    """Unknown, retired or switched-off model."""


class MaintenanceError(RefusedError):
    retry_is_safe = True


class ModerationError(RefusedError):
    """The prompt broke the provider's content rules."""


class InputUnreachableError(RefusedError):
    """The provider could not fetch a file of the request from where it was uploaded to (451)."""


class UploadRefusedError(RefusedError):
    """The provider does not take this file; nothing of the request has left."""


class ResultError(VideoGenError):
    """The video exists at the provider and is paid; its file is not on disk yet."""

    may_have_charged = True
    retry_is_safe = True


class ResultUrlRefusedError(ResultError):
    """The result's address is not one that may be fetched; `reason` is a short code."""

    retry_is_safe = False

    def __init__(self, host: str, reason: str) -> None:
        super().__init__(host, reason)
        self.host = host
        self.reason = reason


class ResultGoneError(ResultError):
    """The server says that the file is no longer there (HTTP status)."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class ResultRemovedError(ResultGoneError):
    """The provider was asked for a fresh address, and the file is not under that one either."""


class ResultTruncatedError(ResultError):
    """Fewer bytes came than were announced."""

    def __init__(self, received: int, expected: int | None) -> None:
        super().__init__(received, expected)
        self.received = received
        self.expected = expected


class ResultTooLargeError(ResultError):
    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class NotPlayableError(ResultError):
    """The bytes are not a video that decodes; `reason` is the helper's short code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ImplausibleCostError(VideoGenError):
    """The provider claims a cost that cannot be this video's; it was not taken into the ledger.

    Amounts in hundredths of a credit.
    """

    def __init__(self, video_id: str, claimed: int, price: int) -> None:
        super().__init__(video_id, claimed, price)
        self.video_id = video_id
        self.claimed = claimed
        self.price = price


class UntaggedClipError(VideoGenError):
    """The clip plays, and says nothing about how it was made."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class ClipMissingError(ResultError):
    """The clip is not, or no longer, where it was written, or cannot be read there.

    `path` is None when this machine never had it.
    """

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(path)
        self.path = path


class ClipUnfetchableError(ClipMissingError):
    """Nor is there an address under which it could be fetched: it was not made here."""


class ClipsMissingError(ResultError):
    """`missing` of `count` videos have no file here; the others are taken without them."""

    def __init__(self, missing: int, count: int) -> None:
        super().__init__(missing, count)
        self.missing = missing
        self.count = count


class MediaHelperError(VideoGenError):
    """The media helper died or overran its deadline."""

    retry_is_safe = True
    user_can_act = False
