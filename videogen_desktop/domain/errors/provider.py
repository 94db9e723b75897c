"""Failures at or on the way to the provider."""

from videogen_desktop.domain.errors.base import VideoGenError


class ProviderError(VideoGenError):
    """A failure at or on the way to the provider. `code` is its own, `message` its own words."""

    def __init__(self, message: str = "", code: str | None = None) -> None:
        super().__init__(message, code)
        self.message = message
        self.code = code


# The code of a failure that was met at the user's proxy, and not behind it.
PROXY_FAILED = "proxy"


class NotSentError(ProviderError):
    """The paid POST certainly never left: no connection, DNS, TLS or proxy."""

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
