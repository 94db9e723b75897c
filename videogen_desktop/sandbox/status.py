"""recordInfo: what the scripted clock says about a task."""

from collections.abc import Callable

from starlette.responses import JSONResponse, Response

from videogen_desktop.sandbox import envelopes
from videogen_desktop.sandbox.books import Books
from videogen_desktop.sandbox.faults import FaultPlan
from videogen_desktop.sandbox.rate_limits import PerKeyWindow
from videogen_desktop.sandbox.records import Task


class Status:
    """Answers recordInfo for tasks in the books."""

    def __init__(
        self,
        books: Books,
        faults: FaultPlan,
        window: PerKeyWindow,
        link_to: Callable[[Task], str],
        prepare: Callable[[Task], None],
    ) -> None:
        """Take what it asks.

        Args:
            books: The tasks; ended ones are charged before they are shown.
            faults: The plan of the day.
            window: The limit per task id.
            link_to: Makes the URL of a task's file.
            prepare: Called while a task that will succeed is generating.
        """
        self._books = books
        self._faults = faults
        self._window = window
        self._link_to = link_to
        self._prepare = prepare

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
        state = task.timeline.state_at(now)
        return self._ended(task) if state is None else self._running(task, state, now)

    def _spoiled(self, task_id: str) -> Response | None:
        if self._faults.strikes("html-502-status"):
            return envelopes.bad_gateway()
        if self._faults.strikes("rate-limited-status") or not self._window.allows(task_id):
            return envelopes.rate_limited()
        return envelopes.nothing() if self._faults.strikes("empty-body-status") else None

    def _running(self, task: Task, state: str, now: int) -> Response:
        if state == "generating" and task.ending == "success":
            self._prepare(task)
        if self._faults.strikes("unknown-state"):
            state = envelopes.UNKNOWN_STATE
        return envelopes.success(envelopes.running_record(task, state, now))

    def _ended(self, task: Task) -> Response:
        match task.ending:
            case "fail-501":
                return envelopes.envelope(501, "Generation failed")
            case "fail" | "moderation":
                return envelopes.success(envelopes.failed_record(task))
            case "success-without-url":
                return envelopes.success(envelopes.successful_record(task, []))
        record = envelopes.successful_record(task, [self._link_to(task)])
        if self._faults.strikes("invalid-result-json"):
            record |= {"resultJson": '{"resultUrls":[', "response": None}
        if self._faults.strikes("success-505"):
            return JSONResponse({"code": 505, "msg": "Feature disabled", "data": record})
        return envelopes.success(record)
