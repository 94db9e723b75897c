"""Every expected failure, as data; sentences are made in ui/ and cli/.

Each class answers three questions: may anything have been charged, is a retry safe, and can the
user do something about it.
"""

from pathlib import Path
from typing import ClassVar


class VideoGenError(Exception):
    """Root of all expected failures."""

    may_have_charged: ClassVar[bool] = False
    retry_is_safe: ClassVar[bool] = False
    user_can_act: ClassVar[bool] = True


class InvalidRequestError(VideoGenError):
    """The request was refused before anything was reserved."""


class EmptyPromptError(InvalidRequestError):
    pass


class PromptTooLongError(InvalidRequestError):
    def __init__(self, length: int, limit: int) -> None:
        super().__init__(length, limit)
        self.length = length
        self.limit = limit


class UnknownAspectRatioError(InvalidRequestError):
    def __init__(self, given: str, known: tuple[str, ...]) -> None:
        super().__init__(given, known)
        self.given = given
        self.known = known


class UnknownModelError(InvalidRequestError):
    def __init__(self, given: str, known: tuple[str, ...]) -> None:
        super().__init__(given, known)
        self.given = given
        self.known = known


class OutputRefusedError(InvalidRequestError):
    """The copy cannot be written there.

    `reason` is "exists", "folder_missing", "unwritable", "full" (the disk or the quota) or
    "in_library" (a file of ours, which is never overwritten).
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class NotEnoughCreditsError(VideoGenError):
    """Less available than the price; both in hundredths."""

    def __init__(self, available: int, price: int) -> None:
        super().__init__(available, price)
        self.available = available
        self.price = price


class VideoNotFoundError(VideoGenError):
    """No video has this id, or several begin with it."""

    def __init__(self, prefix: str, matches: int = 0) -> None:
        super().__init__(prefix, matches)
        self.prefix = prefix
        self.matches = matches


class IllegalTransitionError(VideoGenError):
    """The video is not in a state in which this can be done."""

    def __init__(self, video_id: str, state: str, wanted: str) -> None:
        super().__init__(video_id, state, wanted)
        self.video_id = video_id
        self.state = state
        self.wanted = wanted


# --- the provider -----------------------------------------------------------------------------


class ProviderError(VideoGenError):
    """A failure at or on the way to the provider. `code` is its own, `message` its own words."""

    def __init__(self, message: str = "", code: str | None = None) -> None:
        super().__init__(message, code)
        self.message = message
        self.code = code


class NotSentError(ProviderError):
    """The paid POST certainly never left: no connection, DNS, TLS or proxy."""

    retry_is_safe = True


class SentUnknownError(ProviderError):
    """The paid POST may have arrived; it is never sent again."""

    may_have_charged = True


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


# --- results ----------------------------------------------------------------------------------


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


class ClipMissingError(ResultError):
    """The clip is not, or no longer, where it was written, or cannot be read there.

    `path` is None when this machine never had it.
    """

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(path)
        self.path = path


class MediaHelperError(VideoGenError):
    """The media helper died or overran its deadline."""

    retry_is_safe = True
    user_can_act = False


# --- this machine -----------------------------------------------------------------------------


class StorageError(VideoGenError):
    """The library cannot be used as it is."""


class NewerLibraryError(StorageError):
    """A newer version of the program wrote this file; it was not touched."""

    def __init__(self, path: Path, revision: str) -> None:
        super().__init__(path, revision)
        self.path = path
        self.revision = revision


class LibraryMissingError(StorageError):
    """There is no library here yet (a reader never makes one)."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class OutdatedLibraryError(StorageError):
    """An older library that only an engine may bring up to date."""

    def __init__(self, path: Path, revision: str) -> None:
        super().__init__(path, revision)
        self.path = path
        self.revision = revision


class LedgerRulesChangedError(StorageError):
    """The rules inside the database are not the ones this version wrote."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class LibraryUnusableError(StorageError):
    """The file system or SQLite refuses: busy, full, read-only, damaged. `condition` names it."""

    retry_is_safe = True

    def __init__(self, condition: str) -> None:
        super().__init__(condition)
        self.condition = condition


class EngineLockedError(StorageError):
    """Another process runs the engine of this data directory."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class SettingsUnreadableError(StorageError):
    """The settings file was damaged; it was set aside at `kept_as`."""

    def __init__(self, path: Path, kept_as: Path | None) -> None:
        super().__init__(path, kept_as)
        self.path = path
        self.kept_as = kept_as


class KeyMissingError(VideoGenError):
    """No API key is known for this base."""

    def __init__(self, api_base: str) -> None:
        super().__init__(api_base)
        self.api_base = api_base


class KeyStoreUnavailableError(VideoGenError):
    """The system's keyring cannot be used; `condition` is "missing", "locked" or "failed"."""

    def __init__(self, condition: str) -> None:
        super().__init__(condition)
        self.condition = condition


class ApiBaseRefusedError(VideoGenError):
    """Not an https address (plain http is for loopback only)."""

    def __init__(self, api_base: str) -> None:
        super().__init__(api_base)
        self.api_base = api_base


class EngineStoppedError(VideoGenError):
    """A defect of ours ended the polling or the downloading; a new start goes on."""

    retry_is_safe = True


class SandboxError(VideoGenError):
    """The sandbox child did not start or ended."""

    retry_is_safe = True
    user_can_act = False
