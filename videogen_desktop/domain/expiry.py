"""The expiry of a result at the provider: the clock of a card until the file is safe here."""

from enum import StrEnum

from videogen_desktop.domain.clock import has_date
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video

_HOUR_MS = 3_600_000
EXPIRY_WARNING_MS = 72 * _HOUR_MS


class ExpiryStage(StrEnum):
    """How urgent it is to bring a result to this disk."""

    FAR = "far"
    SOON = "soon"
    PAST = "past"


def expiry_of(video: Video, kept_ms: int | None, *, has_clip: bool) -> int | None:
    """When the vendor, who keeps results so long, is likely to delete what is not on this disk;
    None where it has nothing for us, where the clip is here, or where nobody knows."""
    if has_clip or video.state is not VideoState.COMPLETED or video.result_url is None:
        return None
    ended_at = video.ended_at or 0
    return ended_at + kept_ms if kept_ms is not None and has_date(ended_at) else None


def expiry_stage(expires_at: int, now_ms: int) -> ExpiryStage:
    """SOON from 72 hours before, PAST from the moment itself."""
    left = expires_at - now_ms
    if left <= 0:
        return ExpiryStage.PAST
    return ExpiryStage.SOON if left <= EXPIRY_WARNING_MS else ExpiryStage.FAR
