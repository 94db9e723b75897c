"""createTask: refusals, the task that is written down, and the answer."""

import secrets
from collections.abc import Callable, Mapping

from starlette.responses import Response

from videogen_desktop.sandbox import envelopes
from videogen_desktop.sandbox.books import Books
from videogen_desktop.sandbox.catalogue import Catalogue
from videogen_desktop.sandbox.clip_plan import shape_of
from videogen_desktop.sandbox.connections import STALL_SECONDS, Connections, ResetConnection
from videogen_desktop.sandbox.faults import FaultPlan
from videogen_desktop.sandbox.pricing import Surroundings
from videogen_desktop.sandbox.records import CreateRequest, Ending, Task, scripted
from videogen_desktop.sandbox.validation import (
    UNSUPPORTED_MODEL,
    CheckedRequest,
    RefusedRequestError,
    check_request,
)

CREATES_PER_WINDOW = 20
CREATE_WINDOW_MILLISECONDS = 10_000
ODD_PRICE = 85_50
# As the older pages of Veo and Runway word it.
NOT_FETCHED = "Failed to fetch the image. Kindly verify any access limits set by you or your host."
REFUSALS: Mapping[str, Callable[[], Response]] = {
    "html-502": envelopes.bad_gateway,
    "rate-limited": envelopes.rate_limited,
    "rate-limited-http": envelopes.rate_limited_http,
    "retired-model": lambda: envelopes.envelope(422, UNSUPPORTED_MODEL),
    "feature-off": lambda: envelopes.envelope(505, "Feature disabled"),
    "server-error": lambda: envelopes.envelope(500, "Internal Error, Please try again later."),
    "maintenance": lambda: envelopes.envelope(455, envelopes.MAINTENANCE),
    "key-cap": lambda: envelopes.envelope(433, "Sub-key Usage Exceeds Limit"),
}
ENDINGS: tuple[Ending, ...] = (
    *("fail", "moderation", "fail-501", "fail-408", "fail-unsaid"),
    "success-without-url",
)
SPOILED_ANSWERS = (
    *("lost-answer", "stalled-answer", "empty-body", "truncated-json"),
    "html-502-created",
)


class Creation:
    """Makes tasks. Every request it sees, refused or not, is one line in the request log."""

    def __init__(
        self,
        books: Books,
        faults: FaultPlan,
        connections: Connections,
        models: Catalogue,
        speed: float,
        on_task: Callable[[Task], None],
        lost_in: Callable[[object], bool],
        surroundings: Surroundings,
    ) -> None:
        """``on_task`` is told every new task, for its callback. ``lost_in`` says whether a body
        names an upload that cannot be fetched."""
        self._books = books
        self._faults = faults
        self._connections = connections
        self._models = models
        self._speed = speed
        self._on_task = on_task
        self._lost_in = lost_in
        self._surroundings = surroundings
        self._retired: set[str] = set()

    @property
    def retired(self) -> frozenset[str]:
        """The models that were refused in this run as retired."""
        return frozenset(self._retired)

    def answer(self, body: object, now: int, *, refusal: Response | None) -> Response:
        """Answer one createTask.

        Args:
            body: The decoded JSON, None when it was none.
            now: Unix milliseconds.
            refusal: What is answered where the key is wrong or nobody gets in.
        """
        if refusal is not None:
            return self._refuse(refusal, "401", body, now)
        fault = self._faults.first_of(*REFUSALS)
        if fault is not None:
            return self._refuse(REFUSALS[fault](), fault, body, now)
        try:
            checked = check_request(body, self._models, self._surroundings)
            if checked.model.name in self._retired or self._faults.strikes("model-retired"):
                self._retired.add(checked.model.name)
                raise RefusedRequestError(422, UNSUPPORTED_MODEL)
            if self._lost_in(body):
                raise RefusedRequestError(451, NOT_FETCHED)
            task = self._create(checked, now)
        except RefusedRequestError as error:
            answer = envelopes.envelope(error.code, error.message)
            return self._refuse(answer, str(error.code), body, now)
        self._on_task(task)
        return self._spoiled_or_plain(task)

    def _refuse(self, answer: Response, name: str, body: object, now: int) -> Response:
        self._books.add_create_request(CreateRequest(now, _prompt_in(body), None, name))
        return answer

    def _create(self, request: CheckedRequest, now: int) -> Task:
        self._books.charge_what_ended(now)
        with self._books.transaction():
            if self._books.balance() < request.price:
                raise RefusedRequestError(402, envelopes.INSUFFICIENT)
            since = now - CREATE_WINDOW_MILLISECONDS
            if self._books.created_since(since) >= CREATES_PER_WINDOW:
                raise RefusedRequestError(429, "Rate limit exceeded")
            task = self._scripted(request, now)
            self._books.add_task(task)
            self._books.add_create_request(CreateRequest(now, task.prompt, task.task_id, "200"))
        return task

    def _scripted(self, request: CheckedRequest, now: int) -> Task:
        task_id = secrets.token_hex(16)
        ending: Ending = "success"
        for candidate in ENDINGS:
            if self._faults.strikes(candidate):
                ending = candidate
                break
        return Task(
            task_id=task_id,
            record_id=task_id,
            model=request.model.name,
            prompt=request.prompt,
            shape=shape_of(request.model, request.model.filled(request.input)),
            param=envelopes.param_text(request),
            ending=ending,
            price=self._price(request),
            timeline=scripted(task_id, now, self._speed),
        )

    def _price(self, request: CheckedRequest) -> int:
        if self._faults.strikes("charged-differently"):
            return ODD_PRICE
        is_dearer = self._faults.strikes("price-changed") or self._faults.has_struck(
            "price-changed"
        )
        return request.price * 3 // 2 if is_dearer else request.price

    def _spoiled_or_plain(self, task: Task) -> Response:
        match self._faults.first_of(*SPOILED_ANSWERS):
            case "lost-answer":
                return ResetConnection(self._connections)
            case "stalled-answer":
                return ResetConnection(self._connections, STALL_SECONDS)
            case "empty-body":
                return envelopes.nothing()
            case "html-502-created":
                return envelopes.bad_gateway()
            case "truncated-json":
                return envelopes.cut_in_half(self._plain(task))
        return self._plain(task)

    def _plain(self, task: Task) -> Response:
        return envelopes.success({"taskId": task.task_id, "recordId": task.record_id})


def _prompt_in(body: object) -> str | None:
    given = body.get("input") if isinstance(body, dict) else None
    prompt = given.get("prompt") if isinstance(given, dict) else None
    return prompt.encode(errors="replace").decode() if isinstance(prompt, str) else None
