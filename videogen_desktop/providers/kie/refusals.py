"""The meaning of an answer that is no success: on the paid create, and on the free reads.

Codes: vendor documentation and measurements as known on 2026-11-22.
"""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from videogen_desktop.domain.errors import (
    InputUnreachableError,
    KeyCapReachedError,
    KeyRejectedError,
    MaintenanceError,
    ModelUnavailableError,
    ModerationError,
    ProviderCreditsError,
    ProviderError,
    ProviderUnavailableError,
    RateLimitedError,
    RefusedError,
    SentUnknownError,
)

LONGEST_MS = 5 * 60 * 1000
_MOST_DIGITS = 18


def retry_after_ms(header: str | None, now_ms: int) -> int | None:
    """Read a Retry-After header: seconds or an HTTP date, at most 5 minutes.

    None for a missing header and for garbage: the caller has its own pace.
    """
    text = (header or "").strip()
    if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
        return min(int(text) * 1000, LONGEST_MS)
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        wait = moment - datetime.fromtimestamp(now_ms / 1000, UTC)
        wait_ms = int(wait.total_seconds() * 1000)
    # email.utils raises several of these on garbage, by Python version.
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None
    return max(0, min(wait_ms, LONGEST_MS))


KEY_REJECTED = 401
CREDITS = 402
RATE_LIMITED = 429
_SERVER_ERROR = 500

# A gateway answers these before it looks at the request, so they hold even without an envelope.
BELIEVED_HTTP_STATUSES = frozenset({KEY_REJECTED, CREDITS, RATE_LIMITED})

_REFUSALS: dict[int, type[RefusedError]] = {
    KEY_REJECTED: KeyRejectedError,
    CREDITS: ProviderCreditsError,
    433: KeyCapReachedError,
    451: InputUnreachableError,
    455: MaintenanceError,
    505: ModelUnavailableError,
}
# Refusals of what was asked; the wording says more.
_ABOUT_THE_REQUEST = frozenset({400, 404, 422})

_MODEL = re.compile(r"(?i)\bmodels?\b.*\b(not supported|not found|not exist|unavailable|retired)")
_MAINTENANCE = re.compile(r"(?i)\bbeing maintained\b|\bunder maintenance\b")
_MODERATION = re.compile(
    r"(?i)sensitive|moderat|flagged|content polic|prohibited|inappropriate|nsfw|敏感|违规"
)
# Kie answers a parameter that its schema refuses with code 500 and these wordings (measured),
# the same code as for a server that fell over after it had made the task.
_PARAMETER = re.compile(
    r"(?i)\b[a-z][\w.\[\]]* (?:is|are) required\b"
    r"|\bfield required\b"
    r"|\b(?:must|should) be (?:between|one of|in the range|within|greater|less|at least|at most"
    r"|no (?:more|less|longer)|an? (?:string|number|integer|boolean|array|object|valid))\b"
    r"|\b(?:out of|not (?:with)?in)(?: the)?(?: allowed| valid)? range\b"
    r"|\bcan ?not be (?:empty|blank)\b"
    r"|不能为空|必填|超出范围"
)


def create_error(code: int | None, message: str, wait_ms: int | None) -> ProviderError:
    """The error of a create answer that names no task.

    Only what the vendor documents as a refusal is one; every other code, and none that can be
    read, may have cost money.
    """
    if code is None:
        return SentUnknownError(message)
    if code == RATE_LIMITED:
        return RateLimitedError(message, wait_ms)
    if code in _REFUSALS:
        return _REFUSALS[code](message, str(code))
    if code in _ABOUT_THE_REQUEST:
        return _refused_request(message)(message, str(code))
    if code == _SERVER_ERROR and _PARAMETER.search(message):
        return RefusedError(message, str(code))
    return SentUnknownError(message, str(code))


def read_error(code: int | None, message: str, wait_ms: int | None) -> ProviderError:
    """The error of a free read that says nothing about the task it asked for."""
    if code == RATE_LIMITED:
        return RateLimitedError(message, wait_ms)
    if code == KEY_REJECTED:
        return KeyRejectedError(message, str(code))
    return ProviderUnavailableError(message, None if code is None else str(code))


def _refused_request(message: str) -> type[RefusedError]:
    if _MODEL.search(message):
        return ModelUnavailableError
    if _MAINTENANCE.search(message):
        return MaintenanceError
    return ModerationError if _MODERATION.search(message) else RefusedError
