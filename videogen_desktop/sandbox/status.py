"""recordInfo: the state of a task by the scripted clock, and the limit of calls for it."""

from collections import deque
from collections.abc import Callable

from starlette.responses import Response

from videogen_desktop.sandbox import envelopes
from videogen_desktop.sandbox.books import Books
from videogen_desktop.sandbox.connections import STALL_SECONDS, Connections, ResetConnection
from videogen_desktop.sandbox.faults import SKEW_MILLISECONDS, FaultPlan
from videogen_desktop.sandbox.files import Links
from videogen_desktop.sandbox.records import Task

RECORD_LIFETIME_MILLISECONDS = 60 * 24 * 3_600_000


class PerKeyWindow:
    """Allows a number of calls per key within a sliding window, and forgets idle keys.

    In real seconds: the speed factor does not reach it.
    """

    def __init__(self, calls: int, seconds: float, clock: Callable[[], float]) -> None:
        self._calls = calls
        self._seconds = seconds
        self._clock = clock
        self._times: dict[str, deque[float]] = {}

    def allows(self, key: str) -> bool:
        """Count a call for ``key``, or refuse it without counting it."""
        now = self._clock()
        self._forget_before(now - self._seconds)
        times = self._times.pop(key, deque())
        self._times[key] = times
        while times and times[0] <= now - self._seconds:
            times.popleft()
        if len(times) >= self._calls:
            return False
        times.append(now)
        return True

    def _forget_before(self, moment: float) -> None:
        while self._times:
            oldest = next(iter(self._times))
            times = self._times[oldest]
            if times and times[-1] > moment:
                return
            del self._times[oldest]


class Status:
    """Answers recordInfo for tasks in the books."""

    def __init__(
        self,
        books: Books,
        faults: FaultPlan,
        window: PerKeyWindow,
        links: Links,
        prepare: Callable[[Task], None],
        connections: Connections,
        on_end: Callable[[str], None],
    ) -> None:
        """Take what it asks.

        Args:
            books: The tasks; ended ones are charged before they are shown.
            faults: The plan of the day.
            window: The limit per task id.
            links: Makes the URLs of a task's files.
            prepare: Called while a task that will succeed is generating.
            connections: Where a connection is broken on purpose.
            on_end: Called with the id of a task whose end was shown.
        """
        self._books = books
        self._faults = faults
        self._window = window
        self._links = links
        self._prepare = prepare
        self._connections = connections
        self._on_end = on_end

    def answer(self, task_id: str, now: int) -> Response:
        """Answer for one task at ``now`` (Unix milliseconds)."""
        if not task_id:
            return envelopes.envelope(400, "taskId parameter is required")
        spoiled = self._spoiled(task_id)
        if spoiled is not None:
            return spoiled
        self._books.charge_what_ended(now)
        task = self._books.task(task_id)
        if task is None or now < task.timeline.visible_at or self._faults.strikes("record-gone"):
            return envelopes.record_is_null()
        if now > task.timeline.completed_at + RECORD_LIFETIME_MILLISECONDS:
            return envelopes.record_is_null()
        state = task.timeline.state_at(now)
        answer = self._ended(task) if state is None else self._running(task, state)
        if self._faults.strikes("truncated-json-status"):
            return envelopes.cut_in_half(answer)
        return answer

    def _spoiled(self, task_id: str) -> Response | None:
        if self._faults.strikes("html-502-status"):
            return envelopes.bad_gateway()
        if self._faults.strikes("rate-limited-status") or not self._window.allows(task_id):
            return envelopes.rate_limited()
        match self._faults.first_of("empty-body-status", "lost-answer-status", "stalled-status"):
            case "empty-body-status":
                return envelopes.nothing()
            case "lost-answer-status":
                return ResetConnection(self._connections)
            case "stalled-status":
                return ResetConnection(self._connections, STALL_SECONDS)
        return None

    def _running(self, task: Task, state: str) -> Response:
        if state == "generating" and task.ending == "success":
            self._prepare(task)
        if self._faults.strikes("unknown-state"):
            state = envelopes.UNKNOWN_STATE
        record = envelopes.running_record(task, state)
        if self._faults.strikes("running-249"):
            return envelopes.envelope(249, "generating", record)
        return self._record(record)

    def _ended(self, task: Task) -> Response:
        self._on_end(task.task_id)
        match task.ending:
            case "fail-501":
                return envelopes.envelope(501, "Generation failed")
            case "fail-408":
                return envelopes.envelope(408, "Request Timeout")
            case "fail" | "moderation" | "fail-unsaid":
                return self._record(envelopes.failed_record(task))
            case "success-without-url":
                return self._record(envelopes.successful_record(task, []))
        several = self._faults.is_on("several-results")
        urls = self._links.several_of(task) if several else [self._links.link_to(task)]
        record = envelopes.successful_record(task, urls)
        if self._faults.strikes("invalid-result-json"):
            record["resultJson"] = '{"resultUrls":['
        if self._faults.strikes("cost-time-ms"):
            record["costTime"] = task.timeline.completed_at - task.timeline.created_at
        if self._faults.strikes("success-505"):
            return envelopes.envelope(505, "Feature disabled", record)
        return self._record(record)

    def _record(self, record: dict[str, object]) -> Response:
        if self._faults.is_on("clock-skew"):
            for name in ("createTime", "completeTime"):
                moment = record[name]
                record[name] = moment + SKEW_MILLISECONDS if isinstance(moment, int) else moment
        return envelopes.success(record)
