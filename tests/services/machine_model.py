"""What must have become of every video, from what passed between program, user and provider."""

from collections.abc import Iterable

from tests.services.machine_events import (
    Asked,
    BalanceAsked,
    BalanceSaid,
    Done,
    Event,
    Following,
    Generating,
    Given,
    Killed,
    Outcome,
    Posted,
    Replied,
    Said,
    SendingAgain,
    Unread,
    Verb,
)
from tests.services.machine_money import ModelMoney, ModelVideo
from videogen_desktop.domain.callback_address import reference_in
from videogen_desktop.domain.provider import TaskPhase, TaskStatus

PRICE = 100_00
RECORD_GRACE_MS = 90_000
RESULT_GRACE_MS = 15 * 60_000
MISSING_READINGS = 3
TOO_OLD_MS = 10 * 60_000
RETRY_FOR_MS = 60_000
# The first and the last try may have waited for their turn.
A_TURN_MS = 2_000
ILLEGAL = "IllegalTransitionError"


class Model:
    """Rules of DESIGN.md, sections 4 and 5, said once more; `take` goes through the log."""

    def __init__(self) -> None:
        self.videos: list[ModelVideo] = []
        self.money = ModelMoney(self.videos)
        self._asked: Asked | None = None
        self._following: Following | None = None
        self._error: str | None = None
        self._refused: dict[str, str] = {}
        self._may_have_left: set[str] = set()
        self._defects: set[str] = set()

    def of_id(self, video_id: str) -> ModelVideo:
        return next(video for video in self.videos if video.id == video_id)

    def of_task(self, task_id: str) -> ModelVideo | None:
        """The one that was made as this task, not a late result of it."""
        found = (v for v in self.videos if v.task_id == task_id and v.rescued_from is None)
        return next(found, None)

    def take(self, events: Iterable[Event]) -> None:
        """Asserts what may never happen, whatever the file says."""
        for event in events:
            self._take(event)

    def _take(self, event: Event) -> None:  # noqa: PLR0912 - one line for each kind
        match event:
            case Generating():
                self._generating(event)
            case SendingAgain():
                self._sending_again(event)
            case Given():
                self._given(event)
            case Posted():
                self._posted(event)
            case Replied():
                self._replied(self._of_prompt(event.prompt), event)
            case Asked():
                self._asked, self._error = event, None
                self._error = self._done_at_once(event)
            case Unread():
                if event.reader == "verb" and self._verb is not Verb.RESCUE:
                    self._error = event.error
            case Done():
                assert event.error == self._error, f"{self._asked}: {event}, not {self._error}"
                self._asked = None
            case Following():
                self._following = event
            case Said():
                self._said(event)
            case BalanceAsked():
                self.money.asked(event.reader)
            case BalanceSaid():
                # What a prompt waits for opens the wallet and is no reading.
                opens = event.reader.startswith("given")
                self.money.told(event.reader, event.amount, event.at, only_opens=opens)
            case Killed():
                self._killed()

    @property
    def _verb(self) -> Verb | None:
        return self._asked.verb if self._asked else None

    def _of_prompt(self, prompt: str) -> ModelVideo:
        return next(v for v in self.videos if v.prompt == prompt and v.origin == "generated")

    def _generating(self, event: Generating) -> None:
        if self.money.available < PRICE:
            self._refused[event.video_id] = "NotEnoughCreditsError"
            return
        video = ModelVideo(event.prompt, PRICE, event.at, event.video_id, asked_at=event.at)
        video.put("reserve")
        self.videos.append(video)

    def _sending_again(self, event: SendingAgain) -> None:
        video = self.of_id(event.video_id)
        if video.state == "reserved":
            video.asked_at = event.at
        else:
            self._refused[event.video_id] = ILLEGAL

    def _given(self, event: Given) -> None:
        expected = self._refused.pop(event.video_id, None)
        if event.error == "RuntimeError" and event.video_id in self._defects:
            return
        assert event.error == expected, f"{event}, not {expected}"

    def _posted(self, event: Posted) -> None:
        video = self._of_prompt(event.prompt)
        assert event.stored == ("sending", 1), f"posted while the file said {event.stored}"
        assert event.prompt not in self._may_have_left, f"{event.prompt} was sent again"
        assert event.at - video.asked_at <= RETRY_FOR_MS + A_TURN_MS, f"{event} is too late"
        self._may_have_left.add(event.prompt)
        video.become("sending")
        video.sent_at, video.was_not_taken = event.at, False

    def _replied(self, video: ModelVideo, event: Replied) -> None:
        match event.outcome:
            case Outcome.ACCEPTED if any(v.task_id == event.task_id for v in self.videos):
                video.become("unconfirmed", "sent_unknown")
            case Outcome.ACCEPTED:
                self._accepted(video, event.task_id, event.at)
            case Outcome.LOST | Outcome.DEFECT:
                if event.outcome is Outcome.DEFECT:
                    self._defects.add(video.id)
                video.become("unconfirmed", "sent_unknown")
            case Outcome.REFUSED:
                video.put("void")
                video.become("failed", "refused")
            case Outcome.NOT_TAKEN:
                self._may_have_left.discard(event.prompt)
                video.become("reserved")
                video.was_not_taken = True

    def gave_up(self, video: ModelVideo, at: int) -> bool:
        """Whether it may have been given up for not being taken; then it is."""
        # The next try would have come within a quarter of the minute.
        if not video.was_not_taken or at - video.asked_at < RETRY_FOR_MS * 3 // 4:
            return False
        video.put("void")
        video.become("failed", "not_sent")
        return True

    @staticmethod
    def _accepted(video: ModelVideo, task_id: str, at: int) -> None:
        video.put("capture")
        video.become("pending")
        video.task_id, video.accepted_at = task_id, at

    def _done_at_once(self, asked: Asked) -> str | None:
        """What the verb does before it asks anybody; the name of the refusal."""
        if not asked.video_id:
            return None
        video = self.of_id(asked.video_id)
        match asked.verb:
            case Verb.CANCEL:
                return _cancelled(video)
            case Verb.DELETE:
                return _deleted(video)
            case Verb.RESTORE:
                video.is_deleted = False
            case Verb.CHARGED | Verb.NOT_CHARGED:
                return _settled(video, is_charged=asked.verb is Verb.CHARGED)
            case Verb.CHECK_AGAIN | Verb.ENTER_TASK if video.state != "unconfirmed":
                return ILLEGAL
            case Verb.ENTER_TASK:
                return self._refused_task(video, asked.task_id)
        return None

    def _refused_task(self, video: ModelVideo, task_id: str) -> str | None:
        if video.task_id == task_id:
            return None
        if self.of_task(task_id) is not None:
            return "TaskTakenError"
        return None if video.task_id is None else "TaskDiffersError"

    def _said(self, event: Said) -> None:
        if event.reader.startswith("poll "):
            self._polled(self.of_id(event.reader.removeprefix("poll ")), event)
        elif event.reader == "callbacks":
            self._followed(event)
        else:
            self._read_by_verb(event)

    def _polled(self, video: ModelVideo, event: Said) -> None:
        if event.status.phase is not TaskPhase.RECORD_MISSING:
            video.missing = 0
            self._apply(video, event.status, event.at)
        elif (
            video.is_accepted
            and event.at - (video.accepted_at or video.created_at) >= RECORD_GRACE_MS
        ):
            video.missing += 1
            if video.missing >= MISSING_READINGS:
                video.missing = 0
                video.become("unconfirmed", "record_gone")

    def _followed(self, event: Said) -> None:
        video = self.of_task(event.task_id)
        if video is not None:
            self._examined(video, event)
            return
        assert self._following is not None
        named = [v for v in self.videos if v.id == self._following.reference and v.is_lost]
        if named and _is_of(named[0], event.status):
            self._joined(named[0], event)

    def _read_by_verb(self, event: Said) -> None:
        asked = self._asked
        assert asked is not None, "nobody asked for this reading"
        if asked.verb is Verb.RESCUE:
            known = self.of_task(event.task_id)
            if known is not None:
                self._examined(known, event)
            elif event.status.phase is not TaskPhase.RECORD_MISSING:
                self._rescued(event)
            return
        video = self.of_id(asked.video_id)
        if asked.verb is not Verb.ENTER_TASK or video.task_id == event.task_id:
            self._examined(video, event)
            return
        self._error = self._differs(video, event, confirmed=asked.confirmed)
        if self._error is None:
            self._joined(video, event)

    def _differs(self, video: ModelVideo, event: Said, *, confirmed: bool) -> str | None:
        status = event.status
        if status.phase is TaskPhase.RECORD_MISSING or status.asked is None:
            return "TaskUnknownError"
        sent_at = video.sent_at or video.created_at
        is_same = status.asked.prompt == video.prompt
        is_older = (status.created_at or 0) < sent_at - TOO_OLD_MS
        if (not is_same or is_older) and not confirmed:
            return "TaskDiffersError"
        if video.state != "unconfirmed":
            return ILLEGAL
        return self._refused_task(video, event.task_id)

    def _joined(self, video: ModelVideo, event: Said) -> None:
        self._accepted(video, event.task_id, event.at)
        self._apply(video, event.status, event.at)

    def _rescued(self, event: Said) -> None:
        asked, created = event.status.asked, event.status.created_at
        assert asked is not None
        assert created is not None
        found = ModelVideo(asked.prompt or "", 0, created, origin="rescued", state="pending")
        found.task_id = event.task_id
        self.videos.append(found)
        self._apply(found, event.status, event.at)

    def _examined(self, video: ModelVideo, event: Said) -> None:
        if event.status.phase is TaskPhase.RECORD_MISSING:
            return
        if video.reason == "record_gone":
            video.become("pending")
        self._apply(video, event.status, event.at)

    def _apply(self, video: ModelVideo, status: TaskStatus, at: int) -> None:
        consumed = status.consumed.amount if status.consumed else None
        match status.phase:
            case TaskPhase.RUNNING if video.state == "pending":
                video.become("processing")
            case TaskPhase.FAILED if video.is_accepted:
                video.end("failed", "provider_failed", consumed)
            case TaskPhase.SUCCEEDED if video.is_accepted and status.result_urls:
                video.end("completed", None, consumed)
            case TaskPhase.SUCCEEDED if video.is_accepted:
                video.success_at = at if video.success_at is None else video.success_at
                if at - video.success_at >= RESULT_GRACE_MS:
                    video.end("failed", "result_missing", consumed)
            case TaskPhase.SUCCEEDED if video.state == "failed" and status.result_urls:
                self._came_late(video, at)

    def _came_late(self, video: ModelVideo, at: int) -> None:
        if any(v.rescued_from == video.id for v in self.videos):
            return
        late = ModelVideo(video.prompt, 0, at, origin="rescued", state="completed")
        late.task_id, late.rescued_from = video.task_id, video.id
        self.videos.append(late)

    def _killed(self) -> None:
        self._asked = self._following = None
        self.money.killed()
        self._refused.clear()
        for video in self.videos:
            video.missing, video.was_not_taken = 0, False
            if video.state == "sending":
                video.become("unconfirmed", "sent_unknown")


def _cancelled(video: ModelVideo) -> str | None:
    if video.state != "reserved":
        return ILLEGAL
    video.put("void")
    video.become("cancelled")
    return None


def _deleted(video: ModelVideo) -> str | None:
    if video.state in ("unconfirmed", "sending"):
        return ILLEGAL
    if video.state == "reserved" and not video.is_deleted:
        _cancelled(video)
    video.is_deleted = True
    return None


def _settled(video: ModelVideo, *, is_charged: bool) -> str | None:
    if video.state != "unconfirmed":
        return ILLEGAL
    if video.is_lost:
        video.put("capture" if is_charged else "void")
    elif not is_charged:
        video.put("refund")
    video.become("failed", "user_charged" if is_charged else "user_not_charged")
    return None


def _is_of(video: ModelVideo, status: TaskStatus) -> bool:
    asked = status.asked
    sent_at = video.sent_at or video.created_at
    if asked is None or asked.prompt != video.prompt:
        return False
    if (status.created_at or 0) < sent_at - TOO_OLD_MS:
        return False
    url = asked.callback_url
    return url is None or reference_in(url.partition("?")[2]) == video.id
