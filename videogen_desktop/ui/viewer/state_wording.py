"""Where a video stands that does not play, in plain words."""

import time

from videogen_desktop.domain.graphemes import shortened
from videogen_desktop.domain.provider_words import readable_words
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.ui.gallery import wording as gallery_wording
from videogen_desktop.ui.player.preview_player import PlaybackProblem
from videogen_desktop.ui.viewer import wording

_LONGEST_QUOTE = 400
_THEIR_WORDS = (Reason.REFUSED, Reason.PROVIDER_FAILED, Reason.RESULT_MISSING)
_CHECKED = (VideoState.PENDING, VideoState.PROCESSING)


def can_be_checked(item: LibraryItem) -> bool:
    """Whether the provider's record can say anything new; an unclear video has its own button."""
    return item.video.task_id is not None and item.video.state in _CHECKED


def headline(item: LibraryItem, problem: PlaybackProblem | None) -> str:
    if problem is not None:
        return gallery_wording.playback_problem(problem.value)
    note = gallery_wording.media_note(item)
    return note or gallery_wording.state_label(item.video.state)


def sentence(
    item: LibraryItem,
    problem: PlaybackProblem | None,
    received: tuple[int, int | None] | None,
    usual_ms: int | None,
    trouble: BaseException | None,
) -> str:
    """What happened, how far it is, or what to do; empty where the headline says it all."""
    if problem is not None:
        return "" if problem is PlaybackProblem.MISSING else wording.unplayable_advice()
    if item.plays_elsewhere:
        return wording.unplayable_advice()
    if gallery_wording.is_running(item.video):
        return _running(item, usual_ms, trouble)
    if received is not None and item.clip is None:
        return gallery_wording.download_note(*received)
    if item.result_gone:
        return wording.gone_for_good()
    if notes := f"{gallery_wording.download_advice(item)} {expiry_note(item)}".strip():
        return notes
    return gallery_wording.failure_headline(item.video)


def _running(item: LibraryItem, usual_ms: int | None, trouble: BaseException | None) -> str:
    if held := gallery_wording.held_note(item):
        return held
    now = time.time_ns() // 1_000_000
    if trouble is not None:
        return gallery_wording.trouble_note(item.video, now, trouble)
    return gallery_wording.running_note(item.video, now, usual_ms)


def expiry_note(item: LibraryItem) -> str:
    """How long the provider keeps what is not on this disk; empty where it does not matter."""
    return gallery_wording.expiry_note(item, time.time_ns() // 1_000_000)


def is_urgent(item: LibraryItem) -> bool:
    """Whether the sentence is a warning."""
    return gallery_wording.is_expiry_urgent(item, time.time_ns() // 1_000_000)


def quote(video: Video) -> str:
    """The provider's own words about a failure, with its code; empty without any."""
    words = readable_words(video.failure_message)
    if not words or video.reason not in _THEIR_WORDS:
        # Of what was not sent, or lost, there is only what the connection said: the timeline has
        # it.
        return ""
    code = f" ({video.failure_code})" if video.failure_code else ""
    return wording.provider_says(shortened(words, _LONGEST_QUOTE)) + code
