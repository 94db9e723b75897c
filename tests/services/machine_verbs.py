"""What a user's verb does to a video before anybody is asked; the name of the refusal."""

from tests.services.machine_money import ModelVideo
from tests.services.machine_readings import ILLEGAL


def cancelled(video: ModelVideo) -> str | None:
    if video.state != "reserved":
        return ILLEGAL
    video.put("void")
    video.become("cancelled")
    return None


def deleted(video: ModelVideo) -> str | None:
    if video.state in ("unconfirmed", "sending"):
        return ILLEGAL
    if video.state == "reserved" and not video.is_deleted:
        cancelled(video)
    video.is_deleted = True
    return None


def settled(video: ModelVideo, *, is_charged: bool) -> str | None:
    if video.state != "unconfirmed":
        return ILLEGAL
    if video.is_lost:
        video.put("capture" if is_charged else "void")
    elif not is_charged:
        video.put("refund")
    video.become("failed", "user_charged" if is_charged else "user_not_charged")
    return None
