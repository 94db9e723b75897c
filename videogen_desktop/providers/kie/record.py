"""recordInfo into a TaskStatus.

What wins, in this order: a terminal `data.state` (a successful record was seen inside code 505);
the codes that end a task (408, 501); a key or pace refusal; any other `data.state`; the code.
"""

import json
import re
from collections.abc import Sequence

from videogen_desktop.domain.credits import hundredths_from_credits
from videogen_desktop.domain.errors import MalformedAnswerError
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.provider import ConsumedCredits, TaskPhase, TaskStatus
from videogen_desktop.providers.kie.envelope import Envelope
from videogen_desktop.providers.kie.lenient_json import Differing, Unreadable, unwrapped_object
from videogen_desktop.providers.kie.refusals import KEY_REJECTED, RATE_LIMITED, read_error
from videogen_desktop.providers.kie.result_urls import ResultUrls, result_urls
from videogen_desktop.providers.kie.task_request import task_request
from videogen_desktop.providers.provider_words import ProviderWords

OK = 200
_RAW_CHARACTERS = 8_000
_WORD_CHARACTERS = 100
# 408: nothing from upstream for 10 minutes; 501: generation failed; 531: failed and refunded.
_TASK_FAILED = frozenset({408, 501, 531})
_MISSING_CODES = frozenset({404, 422})
_MISSING = re.compile(
    r"(?i)\bnull\b|\bnot (?:be )?found\b|\bnot exist|\bno (?:such )?record|不存在"
)
_EARLIEST_MS = 1_577_836_800_000  # 2020
_LATEST_MS = 7_258_118_400_000  # 2200

_Q, _R, _S, _F = TaskPhase.QUEUED, TaskPhase.RUNNING, TaskPhase.SUCCEEDED, TaskPhase.FAILED
# The documented five, then words of older endpoints and of clients that met them.
_PHASES = {
    **{"waiting": _Q, "queuing": _Q, "generating": _R, "success": _S, "fail": _F},
    **{"wait": _Q, "queueing": _Q, "queued": _Q, "pending": _Q, "processing": _R, "running": _R},
    **{"succeeded": _S, "completed": _S, "failed": _F, "error": _F, "timeout": _F},
    **{"canceled": _F, "cancelled": _F},
}
# `successFlag`; 2 is a failure of the older Veo endpoint.
_FLAGS = {0: _R, 1: _S, 2: _F, 3: _F}
_TERMINAL = frozenset({_S, _F})


def task_status(
    envelope: Envelope,
    task_id: str,
    words: ProviderWords,
    wait_ms: int | None = None,
    models: Sequence[VideoModel] = (),
) -> TaskStatus:
    """One reading of the task; `models` say what its record's fields mean.

    Raises KeyRejectedError, RateLimitedError, ProviderUnavailableError, MalformedAnswerError:
    none of them says anything about the task.
    """
    record = unwrapped_object(envelope.data)
    named = record.get("taskId")
    if isinstance(named, str) and named.strip() and named.strip() != task_id.strip():
        # Never let somebody else's record move this task's money.
        raise MalformedAnswerError("the record of another task", str(envelope.code))
    phase = _phase(record)
    if phase in _TERMINAL and (envelope.code is not None or brings_result(envelope)):
        return _reading(phase, envelope, record, words, models)
    if envelope.code is None:
        raise MalformedAnswerError("no code", None)
    if envelope.code in _TASK_FAILED:
        return _reading(_F, envelope, record, words, models)
    if envelope.code in (KEY_REJECTED, RATE_LIMITED):
        raise read_error(envelope.code, envelope.message, wait_ms)
    if phase is not None:
        return _reading(phase, envelope, record, words, models)
    if envelope.code in _MISSING_CODES and _says_missing(envelope.message):
        return _reading(TaskPhase.RECORD_MISSING, envelope, record, words, models)
    if envelope.code != OK:
        raise read_error(envelope.code, envelope.message, wait_ms)
    return _reading(TaskPhase.UNKNOWN, envelope, record, words, models)


def brings_result(envelope: Envelope) -> bool:
    """Whether it is the record of a success with an address, which stands whatever is odd beside
    it. Raises MalformedAnswerError."""
    record = unwrapped_object(envelope.data)
    return _phase(record) is _S and bool(result_urls(record).urls)


def _says_missing(message: str) -> bool:
    return not message or _MISSING.search(message) is not None


def _phase(record: dict[str, object]) -> TaskPhase | None:
    state = record.get("state")
    if isinstance(state, Differing | Unreadable):
        # It decides about money: no other field stands in for it.
        raise MalformedAnswerError("the state cannot be read")
    if isinstance(state, str) and state.strip():
        return _PHASES.get(state.strip().lower(), TaskPhase.UNKNOWN)
    flag = record.get("successFlag")
    if isinstance(flag, int) and not isinstance(flag, bool):
        return _FLAGS.get(flag, TaskPhase.UNKNOWN)
    return None


def _reading(
    phase: TaskPhase,
    envelope: Envelope,
    record: dict[str, object],
    words: ProviderWords,
    models: Sequence[VideoModel],
) -> TaskStatus:
    code, message = _failure(envelope, record, words) if phase is _F else (None, None)
    result = result_urls(record) if phase is _S else ResultUrls()
    return TaskStatus(
        phase=phase,
        word=words.message(record.get("state"), _WORD_CHARACTERS) or None,
        result_urls=result.urls,
        spare_urls=result.spare,
        failure_code=code,
        failure_message=message,
        consumed=_consumed(record) if phase in _TERMINAL else None,
        created_at=_moment(record.get("createTime")),
        ended_at=_moment(record.get("completeTime")) if phase in _TERMINAL else None,
        raw=_raw(envelope, record, words),
        asked=task_request(record, models),
    )


def _failure(
    envelope: Envelope, record: dict[str, object], words: ProviderWords
) -> tuple[str | None, str | None]:
    code = _first_text(record, ("failCode", "errorCode"), words)
    message = _first_text(record, ("failMsg", "errorMessage"), words)
    if envelope.code != OK:
        code = code or str(envelope.code)
        message = message or envelope.message
    return code or None, message or None


def _first_text(record: dict[str, object], keys: tuple[str, ...], words: ProviderWords) -> str:
    for key in keys:
        value = record.get(key)
        # The older Runway endpoint gives a number where the others give text.
        number = isinstance(value, int) and not isinstance(value, bool)
        text = words.message(str(value) if number else value)
        if text:
            return text
    return ""


def _consumed(record: dict[str, object]) -> ConsumedCredits | None:
    for key in ("creditsConsumed", "consumeCredits"):
        figure = figure_in_credits(record.get(key))
        if figure is not None and figure.amount >= 0:
            return figure
    return None


def figure_in_credits(value: object) -> ConsumedCredits | None:
    """A number, or a number as text, as hundredths with the text it came as; None otherwise."""
    if value is None or isinstance(value, bool):
        return None
    raw = str(value).strip()
    try:
        return ConsumedCredits(hundredths_from_credits(raw), raw[:_WORD_CHARACTERS])
    except ValueError:
        return None


def _moment(value: object) -> int | None:
    """Unix milliseconds; 0, null and what cannot be a date mean that there is none."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if _EARLIEST_MS <= value <= _LATEST_MS else None


def _raw(envelope: Envelope, record: dict[str, object], words: ProviderWords) -> str:
    # Without `param`, which may hold a secret callback address.
    kept = {key: value for key, value in record.items() if key != "param"}
    answer = {"code": envelope.code, "msg": envelope.message, "data": kept or None}
    try:
        text = json.dumps(answer, ensure_ascii=False, default=str, separators=(",", ":"))
    except (ValueError, RecursionError):
        return ""
    return words.message(text, _RAW_CHARACTERS)
