"""Whether a provider's record can be the task of a video, as far as the record says."""

from videogen_desktop.domain.aspect_ratio import closest_shape
from videogen_desktop.domain.callback_address import reference_in
from videogen_desktop.domain.model import ASPECT_RATIO
from videogen_desktop.domain.provider import TaskStatus
from videogen_desktop.domain.request import Options, OptionValue, normalised_prompt
from videogen_desktop.domain.video import Video

# Two clocks: a task is "made before" only when no clock can explain it.
_CLOCK_SKEW_MS = 10 * 60_000


def differences(video: Video, status: TaskStatus) -> tuple[str, ...]:
    """What the record says differently: any of "model", "prompt", "shape", "options", "time".

    What it does not say is no difference, and no agreement either.
    """
    asked = status.asked
    found = []
    if asked is not None:
        if asked.model_id is not None and asked.model_id != video.model_id:
            found.append("model")
        if asked.prompt is not None and not _is_same_prompt(asked.prompt, video.prompt):
            found.append("prompt")
        found += _other_options(video, asked.options)
    sent_at = video.sent_at or video.created_at
    if status.created_at is not None and status.created_at < sent_at - _CLOCK_SKEW_MS:
        found.append("time")
    return tuple(found)


def resembles(video: Video, status: TaskStatus) -> bool:
    """Whether the record names the video's very prompt and says nothing that differs."""
    says_what = status.asked is not None and status.asked.prompt is not None
    return says_what and not differences(video, status)


def is_named(video: Video, status: TaskStatus) -> bool:
    """Whether the record resembles the video and does not name another one: a task that we asked
    for with an address for callbacks has its video in it."""
    if not resembles(video, status) or status.asked is None:
        return False
    url = status.asked.callback_url
    return url is None or reference_in(url.partition("?")[2]) == video.id


def _other_options(video: Video, asked: Options) -> list[str]:
    """What only one of the two names says nothing: it may be the other's default."""
    ours = video.request.options
    other = {
        role
        for role, value in asked.items()
        if role in ours and not _is_same(role, ours[role], value)
    }
    return [
        *(["shape"] if ASPECT_RATIO in other else []),
        *(["options"] if other - {ASPECT_RATIO} else []),
    ]


def _is_same(role: str, ours: OptionValue, theirs: OptionValue) -> bool:
    if role == ASPECT_RATIO:
        # A library of an earlier version may say "landscape" where the record says "16:9".
        return ours == theirs or closest_shape(str(ours), [str(theirs)]) == theirs
    return ours == theirs


def _is_same_prompt(one: str, other: str) -> bool:
    return normalised_prompt(one) == normalised_prompt(other)
