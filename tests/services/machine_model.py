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
    UploadEnded,
    Verb,
)
from tests.services.machine_money import ModelVideo
from tests.services.machine_readings import ILLEGAL, Readings
from tests.services.machine_verbs import cancelled, deleted, settled

RETRY_FOR_MS = 60_000
UPLOAD_TRIES = 4
# The first and the last try may have waited for their turn.
A_TURN_MS = 2_000


class Model(Readings):
    """Rules of DESIGN.md, sections 4 and 5, said once more; `take` goes through the log."""

    def __init__(self) -> None:
        super().__init__()
        self._refused: dict[str, str] = {}
        self._may_have_left: set[str] = set()
        self._defects: set[str] = set()
        self._takes: dict[str, tuple[str, ...]] = {}

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
            case UploadEnded():
                self._upload_ended(event)
            case Posted():
                self._posted(event)
            case Replied():
                self._replied(self.of_id(event.video_id), event)
            case Asked():
                self._asks(event)
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

    def _asks(self, event: Asked) -> None:
        self._asked, self._error = event, None
        self._known = self.of_task(event.task_id) if event.task_id else None
        self._error = self._done_at_once(event)

    @property
    def _verb(self) -> Verb | None:
        return self._asked.verb if self._asked else None

    def _generating(self, event: Generating) -> None:
        """All takes, or none."""
        if self.money.available < event.price * len(event.video_ids):
            self._refused[event.video_ids[0]] = "NotEnoughCreditsError"
            return
        for video_id in event.video_ids:
            video = ModelVideo(event.prompt, event.price, event.at, video_id, asked_at=event.at)
            video.model_id = event.model_id
            video.put("reserve")
            self.videos.append(video)
        self._takes[event.video_ids[0]] = event.video_ids

    def _sending_again(self, event: SendingAgain) -> None:
        video = self.of_id(event.video_id)
        if video.state == "reserved":
            # Between two tries the sending goes on, with the time that it was given.
            if not video.was_not_taken:
                video.asked_at = event.at
        else:
            self._refused[event.video_id] = ILLEGAL

    def _given(self, event: Given) -> None:
        expected = self._refused.pop(event.video_id, None)
        takes = self._takes.get(event.video_id, (event.video_id,))
        if event.error == "RuntimeError" and self._defects.intersection(takes):
            return
        assert event.error == expected, f"{event}, not {expected}"

    def _upload_ended(self, event: UploadEnded) -> None:
        generated = (one for one in self.videos if one.origin == "generated")
        video = next(one for one in generated if one.prompt == event.prompt)
        assert video.id not in self._may_have_left, f"{event} of what may have left"
        # It may have been cancelled meanwhile: then nothing follows.
        assert video.state in ("reserved", "cancelled"), f"{event} of what is {video.state}"
        video.has_file = True
        if event.outcome is Outcome.ACCEPTED:
            video.uploads_in_vain = 0
            # The minute of the POST begins now.
            video.asked_at = event.at
            return
        video.uploads_in_vain += 1
        is_in_vain = event.outcome is Outcome.REFUSED or video.uploads_in_vain == UPLOAD_TRIES
        if is_in_vain and video.state == "reserved":
            video.put("void")
            video.become("failed", "not_sent")

    def _posted(self, event: Posted) -> None:
        video = self.of_id(event.video_id)
        assert event.stored == ("sending", 1), f"posted while the file said {event.stored}"
        assert video.id not in self._may_have_left, f"{video.id} was sent again"
        assert event.at - video.asked_at <= RETRY_FOR_MS + A_TURN_MS, f"{event} is too late"
        self._may_have_left.add(video.id)
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
                self._may_have_left.discard(video.id)
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

    def _done_at_once(self, asked: Asked) -> str | None:
        """What the verb does before it asks anybody; the name of the refusal."""
        if not asked.video_id:
            return None
        video = self.of_id(asked.video_id)
        match asked.verb:
            case Verb.CANCEL:
                return cancelled(video)
            case Verb.DELETE:
                return deleted(video)
            case Verb.RESTORE:
                video.is_deleted = False
            case Verb.CHARGED | Verb.NOT_CHARGED:
                return settled(video, is_charged=asked.verb is Verb.CHARGED)
            case Verb.CHECK_AGAIN | Verb.ENTER_TASK if video.state != "unconfirmed":
                return ILLEGAL
            case Verb.ENTER_TASK:
                return self._refused_task(video, asked.task_id)
        return None

    def _killed(self) -> None:
        self._asked = self._following = None
        self.money.killed()
        self._refused.clear()
        for video in self.videos:
            video.missing, video.was_not_taken, video.uploads_in_vain = 0, False, 0
            if video.state == "sending":
                video.become("unconfirmed", "sent_unknown")
