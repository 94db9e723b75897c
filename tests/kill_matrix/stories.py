"""What the engine is asked to do while it is killed, and how each story may end."""

from dataclasses import dataclass, field

from tests.kill_matrix import tales
from tests.kill_matrix.points import Point
from tests.kill_matrix.tales import Tale
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.states import Reason, VideoState

# A state with its reason.
Standing = tuple[VideoState, Reason | None]

COMPLETED = (VideoState.COMPLETED, None)
RESERVED = (VideoState.RESERVED, None)
CANCELLED = (VideoState.CANCELLED, None)
SENT_UNKNOWN = (VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN)
RECORD_GONE = (VideoState.UNCONFIRMED, Reason.RECORD_GONE)

INTENT_WRITTEN = Point("library_phases.sending: before BEGIN", 1)
UPLOADED = Point("uploading._keep: after COMMIT of upload", 1)
POSTED = Point(
    "http.handle_async_request: POST /api/v1/jobs/createTask send_request_body.complete", 1
)
ACCEPTED = Point("library_phases.accepted: after COMMIT of ledger_entry video_event video", 1)
HALF_A_FILE = Point("clip_files._write: before write videos/.<id>.mp4.part", 4)
BEING_TAGGED = Point("helper_process.exchange: sent helper tag", 1)


def failed(reason: Reason) -> Standing:
    return (VideoState.FAILED, reason)


@dataclass(frozen=True, slots=True)
class Story:
    """`first` is told before, and is itself killed at `begins_at`, if it names a point.

    `ends` is where a task leads that the provider accepted, `tale_ends` where the whole tale
    does, `may_end` what a start may find out besides. `speed` is how many times faster time runs,
    `sends` how many POSTs there may be. `at_start` is asked of every later start. `is_success`
    says that only its own part is worth a kill: what comes before is as in "success".
    `kills_helper`: not the engine dies but its media helper. `takes` videos are asked for at once.
    """

    tale: Tale
    ends: Standing | None = COMPLETED
    tale_ends: Standing | None = None
    may_end: frozenset[Standing] = frozenset()
    faults: tuple[str, ...] = ()
    speed: int = 20
    sends: int = 1
    first: Tale | None = None
    begins_at: Point | None = None
    at_start: Tale = tales.wait
    settings: Settings = field(default_factory=Settings)
    takes_requests: bool = False
    is_success: bool = False
    kills_helper: bool = False
    takes: int = 1


STORIES: dict[str, Story] = {
    # --- create, poll, finish, download, tag --------------------------------------------------
    "success": Story(tales.make),
    "three takes": Story(tales.make_takes, takes=tales.TAKES),
    "a batch of three rows": Story(tales.make_batch, takes=tales.TAKES),
    "success for another price": Story(
        tales.make, faults=("charged-differently",), is_success=True
    ),
    "failure": Story(tales.make, ends=failed(Reason.PROVIDER_FAILED), faults=("fail",)),
    "refusal": Story(tales.make, tale_ends=failed(Reason.REFUSED), faults=("retired-model",)),
    "lost answer": Story(tales.make, tale_ends=SENT_UNKNOWN, faults=("lost-answer",)),
    "too many requests at first": Story(
        tales.send, faults=("rate-limited-http:1",), sends=2, speed=50
    ),
    "too many requests": Story(
        tales.make,
        tale_ends=failed(Reason.NOT_SENT),
        faults=("rate-limited-http",),
        sends=20,
        speed=100,
    ),
    "result missing": Story(
        tales.make,
        ends=failed(Reason.RESULT_MISSING),
        faults=("success-without-url",),
        speed=300,
    ),
    "record gone": Story(tales.make, ends=RECORD_GONE, faults=("record-gone",), speed=200),
    "download cut off": Story(tales.make, faults=("truncated-file:1",), is_success=True),
    "expired link": Story(tales.make, faults=("expired-link:1",), is_success=True),
    "clips in the cache": Story(tales.make, settings=Settings(cdn_only=True), is_success=True),
    "helper": Story(tales.make, kills_helper=True),
    "backup": Story(tales.back_up, tale_ends=COMPLETED, first=tales.make, at_start=tales.back_up),
    # --- with a picture, which is uploaded first ---------------------------------------------
    "picture": Story(tales.make_with_picture),
    "picture not understood at first": Story(
        tales.make_with_picture, faults=("upload-cut:1", "upload-html:1"), speed=100
    ),
    "picture refused": Story(
        tales.make_with_picture,
        tale_ends=failed(Reason.NOT_SENT),
        faults=("upload-refused",),
        sends=0,
    ),
    "picture expired before it is sent": Story(
        tales.make_with_picture, tale_ends=failed(Reason.REFUSED), faults=("upload-expired",)
    ),
    # --- the start after a kill is killed too --------------------------------------------------
    "start with what was reserved": Story(
        tales.wait, tale_ends=RESERVED, first=tales.make, begins_at=INTENT_WRITTEN
    ),
    "start with what was being sent": Story(
        tales.wait, tale_ends=SENT_UNKNOWN, first=tales.make, begins_at=POSTED
    ),
    "start with what was accepted": Story(tales.glance, first=tales.make, begins_at=ACCEPTED),
    "start with half a file": Story(tales.wait, first=tales.make, begins_at=HALF_A_FILE),
    "start beside a helper that tags": Story(tales.wait, first=tales.make, begins_at=BEING_TAGGED),
    # --- what the user does ----------------------------------------------------------------
    "send what was reserved": Story(
        tales.send_reserved, first=tales.make, begins_at=INTENT_WRITTEN
    ),
    "send what was reserved with its picture": Story(
        tales.send_reserved, first=tales.make_with_picture, begins_at=UPLOADED
    ),
    "cancel what was reserved": Story(
        tales.cancel, tale_ends=CANCELLED, first=tales.make, begins_at=INTENT_WRITTEN
    ),
    "delete": Story(tales.delete, first=tales.make, at_start=tales.empty_bin_queue),
    "settle as charged": Story(
        tales.user_charged,
        tale_ends=failed(Reason.USER_CHARGED),
        faults=("lost-answer",),
        first=tales.make,
    ),
    "settle as not charged": Story(
        tales.user_not_charged,
        tale_ends=failed(Reason.USER_NOT_CHARGED),
        faults=("html-502",),
        first=tales.make,
    ),
    "settle by task id": Story(tales.enter_task, faults=("lost-answer",), first=tales.make),
    "rescue": Story(
        tales.rescue,
        tale_ends=failed(Reason.USER_CHARGED),
        faults=("lost-answer",),
        first=tales.give_up,
    ),
    "import": Story(
        tales.bring_in, ends=None, first=tales.lose_library, at_start=tales.bring_in_again
    ),
    # --- what others send ------------------------------------------------------------------
    "callback settles a lost answer": Story(
        tales.await_callback,
        may_end=frozenset({COMPLETED}),
        faults=("lost-answer",),
        speed=5,
        at_start=tales.follow_callbacks,
        settings=Settings(webhook=True, webhook_port=0),
    ),
    "request of a terminal": Story(tales.hand_over, takes_requests=True),
    "a batch for a terminal": Story(tales.hand_over_batch, takes_requests=True, takes=tales.TAKES),
    "three takes for a terminal": Story(
        tales.hand_over_takes, takes_requests=True, takes=tales.TAKES
    ),
}
