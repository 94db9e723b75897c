"""The menu of bad days: every fault that the sandbox can play, by name."""

from collections.abc import Iterable, Mapping

FAULTS: Mapping[str, str] = {
    "refused-key": "every API call answers code 401 inside HTTP 200, whatever the key",
    "refused-key-http": "every API call answers code 401 inside HTTP 401",
    "blocked-agent": "every API call answers HTTP 403, error code: 1010, as a proxy would",
    "clock-skew": "the server's clock, in its Date header and its records, is an hour ahead",
    "lost-answer": "createTask makes the task (it will be charged), then the connection is reset",
    "stalled-answer": "createTask makes the task, then says nothing for 30 s and resets",
    "empty-body": "createTask makes the task, then answers HTTP 200 with an empty body",
    "truncated-json": "createTask makes the task, then answers the first half of its JSON",
    "html-502-created": "createTask makes the task, then answers HTTP 502 with an HTML page",
    "html-502": "createTask answers HTTP 502 with an HTML page; nothing is created",
    "rate-limited": "createTask answers code 429; nothing is created",
    "rate-limited-http": "createTask answers HTTP 429 with Retry-After: 1; nothing is created",
    "retired-model": "createTask answers code 422 for a model of yesterday; nothing is created",
    "feature-off": "createTask answers code 505; nothing is created",
    "server-error": "createTask answers the ambiguous code 500; nothing is created",
    "maintenance": "createTask answers code 455; nothing is created",
    "key-cap": "createTask answers code 433 (this key's own cap); nothing is created",
    "fail": "the task ends in state fail with failCode 500; no charge",
    "moderation": "the task ends in state fail with failCode SENSITIVE_WORD_ERROR; no charge",
    "fail-501": "at the end recordInfo answers code 501 with data null; no charge",
    "fail-408": "at the end recordInfo answers code 408 with data null; no charge",
    "fail-unsaid": "the task ends in state fail with empty failCode and failMsg; no charge",
    "success-without-url": "the task succeeds and is charged, but resultUrls is empty",
    "charged-differently": "the task costs 85.5 credits instead of the listed price",
    "html-502-status": "recordInfo answers HTTP 502 with an HTML page",
    "rate-limited-status": "recordInfo answers code 429",
    "empty-body-status": "recordInfo answers HTTP 200 with an empty body",
    "truncated-json-status": "recordInfo answers the first half of its JSON",
    "lost-answer-status": "recordInfo resets the connection",
    "stalled-status": "recordInfo says nothing for 30 s and resets the connection",
    "record-gone": "recordInfo answers 422 recordInfo is null for tasks that exist",
    "unknown-state": "recordInfo names a state that no document knows while the task runs",
    "running-249": "the record of a running task comes in an envelope with code 249",
    "cost-time-ms": "costTime of a finished record is in milliseconds, not in seconds",
    "success-505": "a successful record comes in an envelope with code 505",
    "invalid-result-json": "a successful record has a resultJson that is not JSON",
    "several-results": "a successful record names a cover picture, the clip and a second clip",
    "truncated-file": "the file host names the full length, sends half and closes",
    "short-file": "the file host sends half of the file as if it were all, without a length",
    "slow-file": "the file host takes about 3 s for one file",
    "expired-link": "the file host answers 403, as for a link that is too old",
    "login-page": "a result's own link answers 200 with a page to log in; a renewed one works",
    "missing-file": "the file host answers 404, as for a file that was removed",
    "download-link-refused": "download-url answers 422, as for an address that is not its own",
    "upload-refused": "an upload answers code 400 with success false; nothing is kept",
    "upload-slow": "the answer to an upload takes about 3 s",
    "upload-cut": "an upload is kept, then the first half of the JSON is answered",
    "upload-html": "an upload is kept, then a page to log in is answered",
    "upload-expired": "an upload is answered with an address that is too old from the start",
    "schema-huge": "a model's schema has 5 MB",
    "schema-cycle": "a model's schema has references that lead back to themselves",
    "schema-enum": "a model's schema has a field with 10,000 values",
    "schema-dunder": "a model's schema has a field named __class__",
    "price-changed": "createTask costs half again as much, and only then the price texts say so",
    "model-retired": "createTask answers code 422, and only then the model is listed no more",
    "required-moved": "fields that have a default are required, in schemas and at createTask",
    "callback-lost": "the callback of a task is never sent",
    "callback-duplicated": "a callback is sent three times, each the same",
    "callback-reordered": "a callback is held back until that of another task was sent",
    "callback-out-of-order": "after the callback an older one arrives that says generating",
    "callback-late": "a callback is sent only after recordInfo has shown the end",
    "callback-early": "a callback says how it ended while recordInfo still says generating",
    "callback-lies": "a callback says the opposite of what recordInfo says",
    "callback-unsigned": "a callback comes without signature and timestamp",
    "callback-wrong-signature": "a callback is signed with another key",
    "callback-stale": "a callback is signed an hour ago",
    "text-refused-key": "the text helper answers HTTP 401, as for a wrong key",
    "text-rate-limited": "the text helper answers HTTP 429 with Retry-After: 20",
    "text-error": "the text helper answers HTTP 503, as while its model is loaded",
    "text-moved": "the text helper answers with a redirect to another path",
    "text-garbage": "the text helper answers HTTP 200 with a page to log in",
    "text-slow": "the text helper takes about 3 s for one answer",
    "text-endless": "the text helper's answer is a stream of words that never ends",
    "text-empty": "the text helper answers with nothing but white space",
    "text-huge": "the text helper answers with 6 MB of words",
    "text-thinking": "the text helper thinks aloud first, and puts its answer in quotes",
}

SKEW_MILLISECONDS = 3_600_000


class UnknownFaultError(ValueError):
    """A fault that is not on the menu, or a count that is not a positive number."""

    def __init__(self, text: str) -> None:
        super().__init__(f"unknown fault {text!r}; known faults: {', '.join(FAULTS)}")
        self.text = text


class FaultPlan:
    """Which faults are on, and for how many occasions more. Lives as long as the process."""

    def __init__(self, faults: Iterable[str] = ()) -> None:
        """Read ``NAME`` (always) and ``NAME:COUNT`` (the first COUNT occasions).

        Raises:
            UnknownFaultError: for a name that is not in ``FAULTS`` or a bad count.
        """
        self._remaining: dict[str, int | None] = dict(map(_parse, faults))
        self._struck: set[str] = set()

    def is_on(self, name: str) -> bool:
        """Whether the fault would strike; uses nothing up."""
        return self._remaining.get(name, 0) != 0

    def strikes(self, name: str) -> bool:
        """Say whether the fault happens on this occasion, and use the occasion up."""
        if not self.is_on(name):
            return False
        remaining = self._remaining[name]
        if remaining is not None:
            self._remaining[name] = remaining - 1
        self._struck.add(name)
        return True

    def has_struck(self, name: str) -> bool:
        """Whether the fault has happened in this run."""
        return name in self._struck

    def first_of(self, *names: str) -> str | None:
        """The first of these faults that strikes; the others keep their occasions."""
        return next((name for name in names if self.strikes(name)), None)


def _parse(text: str) -> tuple[str, int | None]:
    name, separator, count = text.partition(":")
    if name not in FAULTS:
        raise UnknownFaultError(text)
    if not separator:
        return name, None
    if not (count.isascii() and count.isdigit() and int(count) > 0):
        raise UnknownFaultError(text)
    return name, int(count)
