"""What the answers of the provider mean: records that were read, by whomever."""

from tests.services.machine_events import Asked, Following, Said, Verb
from tests.services.machine_money import ModelMoney, ModelVideo
from videogen_desktop.domain.addresses import reference_in
from videogen_desktop.domain.provider import TaskPhase, TaskStatus

RECORD_GRACE_MS = 90_000
RESULT_GRACE_MS = 15 * 60_000
MISSING_READINGS = 3
TOO_OLD_MS = 10 * 60_000
ILLEGAL = "IllegalTransitionError"


class Readings:
    """The videos and the money as the records of their tasks make them."""

    def __init__(self) -> None:
        self.videos: list[ModelVideo] = []
        self.money = ModelMoney(self.videos)
        self._asked: Asked | None = None
        # Whose the asked-for task was when it was asked for: the answer may come after news of it.
        self._known: ModelVideo | None = None
        self._following: Following | None = None
        self._error: str | None = None

    def of_id(self, video_id: str) -> ModelVideo:
        return next(video for video in self.videos if video.id == video_id)

    def of_task(self, task_id: str) -> ModelVideo | None:
        """The one that was made as this task; its late result only where that one never knew."""
        found = [video for video in self.videos if video.task_id == task_id]
        return min(found, key=lambda video: video.rescued_from is not None, default=None)

    @staticmethod
    def _accepted(video: ModelVideo, task_id: str, at: int) -> None:
        video.put("capture")
        video.become("pending")
        video.task_id, video.accepted_at = task_id, at

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
        named = next((v for v in self.videos if v.id == self._following.reference), None)
        if named is None or not _is_of(named, event.status):
            return
        if named.is_lost:
            self._joined(named, event)
        elif named.never_knew and _has_result(event.status):
            # What was settled without its task stays as it was settled.
            self._came_late(named, event.at, event.task_id)

    def _read_by_verb(self, event: Said) -> None:
        asked = self._asked
        assert asked is not None, "nobody asked for this reading"
        if asked.verb is Verb.RESCUE:
            if self._known is not None:
                self._examined(self._known, event)
            elif (
                event.status.phase is not TaskPhase.RECORD_MISSING
                and self.of_task(event.task_id) is None
            ):
                self._rescued(event)
            return
        video = self.of_id(asked.video_id)
        if asked.verb is not Verb.ENTER_TASK or self._known is video:
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
        # What was asked for elsewhere in the same words can be another model's, and had no file.
        ours = (video.prompt, video.model_id, video.has_file)
        is_same = (status.asked.prompt, status.asked.model_id, bool(status.asked.addresses)) == ours
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
                self._came_late(video, at, video.task_id)

    def _came_late(self, video: ModelVideo, at: int, task_id: str | None) -> None:
        if any(v.rescued_from == video.id for v in self.videos):
            return
        late = ModelVideo(video.prompt, 0, at, origin="rescued", state="completed")
        late.task_id, late.rescued_from = task_id, video.id
        self.videos.append(late)


def _is_of(video: ModelVideo, status: TaskStatus) -> bool:
    asked = status.asked
    sent_at = video.sent_at or video.created_at
    if asked is None or asked.prompt != video.prompt:
        return False
    if (status.created_at or 0) < sent_at - TOO_OLD_MS:
        return False
    url = asked.callback_url
    return url is None or reference_in(url.partition("?")[2]) == video.id


def _has_result(status: TaskStatus) -> bool:
    return status.phase is TaskPhase.SUCCEEDED and bool(status.result_urls)
