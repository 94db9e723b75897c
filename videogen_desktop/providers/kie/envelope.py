"""The envelope around every answer of Kie: `code`, `msg`, `data`, mostly inside HTTP 200."""

from dataclasses import dataclass

from videogen_desktop.domain.errors import MalformedAnswerError
from videogen_desktop.providers.kie.strict_json import strict_json
from videogen_desktop.providers.provider_words import ProviderWords

_TASK_ID_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Envelope:
    """`code` is the provider's verdict whatever the HTTP status said; `message` is cleaned."""

    code: int
    message: str
    data: object
    task_id_beside_data: object = None


def parse_envelope(body: bytes, http_status: int, words: ProviderWords) -> Envelope:
    """Read an answer by its body alone: gateways were seen to leave the content type out.

    Raises MalformedAnswerError, with the page's title if it is a page, and the HTTP status.
    """
    try:
        answer = strict_json(body)
    except MalformedAnswerError as error:
        raise MalformedAnswerError(words.page_excerpt(body), str(http_status)) from error
    if not isinstance(answer, dict):
        raise MalformedAnswerError("the answer is not an object", str(http_status))
    code = _code(answer.get("code"))
    # Older pages of the documentation call the field `message`.
    message = words.message(answer.get("msg")) or words.message(answer.get("message"))
    if code is None:
        raise MalformedAnswerError(message, str(http_status))
    beside = answer.get("taskId", answer.get("task_id"))
    return Envelope(code, message, answer.get("data"), beside)


def created_task_id(envelope: Envelope) -> str | None:
    """The id of a new task wherever the answer has it; None when there is no usable one."""
    data = envelope.data if isinstance(envelope.data, dict) else {}
    candidates = (data.get("taskId"), data.get("task_id"), envelope.task_id_beside_data)
    return next((task_id for task_id in map(_task_id, candidates) if task_id), None)


def _code(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    return None


def _task_id(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not 0 < len(value) <= _TASK_ID_CHARACTERS:
        return None
    # It travels in URLs, journals and on terminals: printable ASCII without blanks.
    return value if value.isascii() and value.isprintable() and " " not in value else None
