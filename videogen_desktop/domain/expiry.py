"""The expiry of a result at the provider: the clock of a card until the file is safe here."""

from enum import StrEnum

from videogen_desktop.domain.clock import has_date
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video

_HOUR_MS = 3_600_000

# Kie's "Getting Started" and its published client: generated media is deleted after 14 days.
# Another page speaks of 24 hours, so results are fetched at once and nobody relies on this.
RESULT_KEPT_MS = 14 * 24 * _HOUR_MS
EXPIRY_WARNING_MS = 72 * _HOUR_MS


class ExpiryStage(StrEnum):
    """How urgent it is to bring a result to this disk."""

    FAR = "far"
    SOON = "soon"
    PAST = "past"


def likely_expiry(ended_at: int) -> int:
    """When a result that ended then is likely to be gone; both UTC milliseconds."""
    return ended_at + RESULT_KEPT_MS


def expiry_of(video: Video, *, has_clip: bool) -> int | None:
    """When the provider is likely to delete what is not on this disk; None where it has nothing
    for us, where the clip is here, or where nobody knows when it ended."""
    if has_clip or video.state is not VideoState.COMPLETED or video.result_url is None:
        return None
    ended_at = video.ended_at or 0
    return likely_expiry(ended_at) if has_date(ended_at) else None


def expiry_stage(expires_at: int, now_ms: int) -> ExpiryStage:
    """SOON from 72 hours before, PAST from the moment itself."""
    left = expires_at - now_ms
    if left <= 0:
        return ExpiryStage.PAST
    return ExpiryStage.SOON if left <= EXPIRY_WARNING_MS else ExpiryStage.FAR
