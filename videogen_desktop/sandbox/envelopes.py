"""The answers of Kie's jobs API, byte for byte as a client meets them."""

import json
from zlib import crc32

from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from videogen_desktop.sandbox.records import Task
from videogen_desktop.sandbox.validation import CheckedRequest

UNKNOWN_STATE = "finalizing_frames"
_ADDS_FIELDS = "kling-3.0-omni"

GATEWAY_PAGE = """<!DOCTYPE html>
<html lang="en-US"><head><title>api.kie.ai | 502: Bad gateway</title></head>
<body><h1>Bad gateway</h1><p>Error code 502</p><p>The web server reported a bad gateway error.</p>
</body></html>
"""

INSUFFICIENT = (
    "Credits insufficient : Your current balance isn't enough to run this request. "
    "Please top up to continue."
)
TOO_FREQUENT = "Your call frequency is too high. Please try again later."
UNAUTHORIZED = (
    "Unauthorized – Authentication failed. Please check that your Authorization and Content-Type "
    "headers are correctly set."
)
MAINTENANCE = "The server is currently being maintained, please try again later~"


def envelope(code: int, message: str, data: object = None) -> Response:
    """An answer in HTTP 200, whatever the code."""
    return JSONResponse({"code": code, "msg": message, "data": data})


def success(data: object) -> Response:
    """The envelope of a call that worked."""
    return envelope(200, "success", data)


def no_access() -> Response:
    """A missing or wrong key: HTTP 200 with code 401."""
    return envelope(401, "You do not have access permissions")


def no_access_to_discovery() -> Response:
    """The same on the calls that tell about models: without ``data``."""
    return JSONResponse({"code": 401, "msg": UNAUTHORIZED})


def no_access_http() -> Response:
    """The same inside HTTP 401, as some gateways answer."""
    return JSONResponse({"code": 401, "msg": "Unauthorized", "data": None}, 401)


def blocked_agent() -> Response:
    """What the proxy in front of every host answers to an agent that it does not like."""
    return PlainTextResponse("error code: 1010", 403)


def record_is_null() -> Response:
    """An unknown task, or one so new that it cannot be seen yet."""
    return envelope(422, "recordInfo is null")


def rate_limited() -> Response:
    """Dropped, not queued."""
    return envelope(429, "Rate limit exceeded")


def too_frequent() -> Response:
    """The same on the calls that tell about models."""
    return envelope(429, TOO_FREQUENT)


def rate_limited_http() -> Response:
    """The same inside HTTP 429, with a hint."""
    body = {"code": 429, "msg": "Rate limit exceeded", "data": None}
    return JSONResponse(body, 429, {"Retry-After": "1"})


def cut_in_half(answer: Response) -> Response:
    """The first half of an answer's JSON, as if that were all."""
    body = bytes(answer.body)
    return Response(body[: len(body) // 2], media_type="application/json")


def bad_gateway() -> Response:
    """The page that a proxy in front of the API would send."""
    return HTMLResponse(GATEWAY_PAGE, status_code=502)


def nothing() -> Response:
    """HTTP 200 with no body at all."""
    return Response(b"", media_type="application/json")


def credits_of(hundredths: int) -> float:
    """Hundredths of a credit as the fractional number that Kie sends."""
    return hundredths / 100


def param_text(request: CheckedRequest) -> str:
    """The ``param`` of a record: JSON text whose ``input`` is JSON text again, in an order of the
    server's and for some models with fields of its own (as recorded in August 2026)."""
    name = request.model.name
    family, _, kind = name.partition("/")
    added = {"generate_type": kind, "elements": []} if family == _ADDS_FIELDS else {}
    # Recorded in the order of a hash table.
    known = sorted((added | dict(request.input)).items(), key=lambda one: crc32(one[0].encode()))
    param: dict[str, object] = {"input": compact(dict(known)), "model": name}
    if request.callback_url is not None:
        param["callBackUrl"] = request.callback_url
    return compact(param)


def running_record(task: Task, state: str) -> dict[str, object]:
    """The record of a task that has not ended; what it will cost is there already."""
    return _record(task, state)


def failed_record(task: Task) -> dict[str, object]:
    """The record of a task that ended in ``fail``. It cost nothing."""
    if task.ending == "moderation":
        code, message = "SENSITIVE_WORD_ERROR", "The prompt was flagged by content moderation."
    elif task.ending == "fail-unsaid":
        code, message = "", ""
    else:
        code, message = "500", "Internal Error, Please try again later."
    said = {"failCode": code, "failMsg": message, "creditsConsumed": 0.0}
    return _record(task, "fail") | _times(task) | said


def successful_record(task: Task, urls: list[str]) -> dict[str, object]:
    """The record of a task that ended in ``success``, with the links to its result."""
    result = {"resultJson": compact({"resultUrls": urls})}
    return _record(task, "success") | _times(task) | result


def _times(task: Task) -> dict[str, object]:
    timeline = task.timeline
    return {
        "costTime": round((timeline.completed_at - timeline.created_at) / 1000),
        "completeTime": timeline.completed_at,
    }


def _record(task: Task, state: str) -> dict[str, object]:
    # These fields and no others were recorded from April to August 2026.
    return {
        "taskId": task.task_id,
        "model": task.model,
        "state": state,
        "param": task.param,
        "resultJson": "",
        "failCode": None,
        "failMsg": None,
        "costTime": None,
        "completeTime": None,
        "createTime": task.timeline.created_at,
        "creditsConsumed": credits_of(task.price),
    }


def compact(value: object) -> str:
    """JSON text without a blank, as Kie writes it into a field."""
    return json.dumps(value, separators=(",", ":"))
