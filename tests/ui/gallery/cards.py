"""Cards for the gallery's tests."""

from pathlib import Path

from tests.charges import charge_for
from tests.requests import VENDORS
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem, Video


def card(
    video_id: str,
    *,
    revision: int = 1,
    prompt: str = "Một con mèo",
    state: VideoState = VideoState.COMPLETED,
    reason: Reason | None = None,
    aspect_ratio: str = "landscape",
    failure_code: str | None = None,
    consumed: int | None = None,
    deleted_at: int | None = None,
    clip: Path | None = None,
    poster: Path | None = None,
    clip_failure: str | None = None,
    sides: tuple[int, int] | None = None,
    created_at: int = 1_700_000_000_000,
    take_group_id: str | None = None,
) -> LibraryItem:
    video = Video(
        id=video_id,
        wallet_id="sandbox",
        request=VideoRequest("sandbox/video-1", prompt, {"aspect_ratio": aspect_ratio}),
        price=100_00,
        request_sha256="0" * 64,
        state=state,
        reason=reason,
        created_at=created_at,
        updated_at=created_at,
        revision=revision,
        failure_code=failure_code,
        consumed=consumed,
        deleted_at=deleted_at,
        take_group_id=take_group_id,
    )
    charge = charge_for(video)
    title = VENDORS.title(video.model_id)
    return LibraryItem(
        video,
        clip,
        poster,
        clip_failure=clip_failure,
        charge=charge,
        model_title=title,
        sides=sides,
    )


def ids(count: int) -> tuple[str, ...]:
    """Newest first, as the engine lists them."""
    return tuple(f"video-{number:06}" for number in range(count))
