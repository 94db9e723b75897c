"""The answers of Kie's jobs API, byte for byte as a client meets them."""

import json

from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from videogen_desktop.sandbox.records import Task
from videogen_desktop.sandbox.validation import CheckedRequest

UNKNOWN_STATE = "finalizing_frames"

GATEWAY_PAGE = """<!DOCTYPE html>
<html lang="en-US"><head><title>api.kie.ai | 502: Bad gateway</title></head>
<body><h1>Bad gateway</h1><p>Error code 502</p><p>The web server reported a bad gateway error.</p>
</body></html>
"""

INSUFFICIENT = (
    "Credits insufficient : Your current balance isn't enough to run this request. "
    "Please top up to continue."
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
    """The ``param`` of a record: JSON text whose ``input`` is JSON text again."""
    param: dict[str, object] = {"model": request.model, "input": json.dumps(request.input)}
    if request.callback_url is not None:
        param["callBackUrl"] = request.callback_url
    return json.dumps(param)


def running_record(task: Task, state: str, now: int) -> dict[str, object]:
    """The record of a task that has not ended."""
    return _record(task, state, now)


def failed_record(task: Task) -> dict[str, object]:
    """The record of a task that ended in ``fail``. It cost nothing."""
    if task.ending == "moderation":
        code, message = "SENSITIVE_WORD_ERROR", "The prompt was flagged by content moderation."
    elif task.ending == "fail-unsaid":
        code, message = "", ""
    else:
        code, message = "500", "Internal Error, Please try again later."
    return _finished(task, "fail", 3) | {"failCode": code, "failMsg": message}


def successful_record(task: Task, urls: list[str]) -> dict[str, object]:
    """The record of a task that ended in ``success``, with the links to its result."""
    result = {"resultUrls": urls}
    return _finished(task, "success", 1) | {
        "resultJson": json.dumps(result),
        "response": result,
        "creditsConsumed": credits_of(task.price),
    }


def _finished(task: Task, state: str, flag: int) -> dict[str, object]:
    timeline = task.timeline
    return _record(task, state, timeline.completed_at) | {
        "successFlag": flag,
        "completeTime": timeline.completed_at,
        "costTime": round((timeline.completed_at - timeline.created_at) / 1000),
    }


def _record(task: Task, state: str, now: int) -> dict[str, object]:
    return {
        "taskId": task.task_id,
        "recordId": task.record_id,
        "model": task.model,
        "state": state,
        "successFlag": 0,
        "param": task.param,
        "resultJson": "",
        "response": None,
        "failCode": None,
        "failMsg": None,
        "costTime": 0,
        "createTime": task.timeline.created_at,
        "completeTime": None,
        "updateTime": task.timeline.changed_at(now),
        "progress": None,
        "creditsConsumed": 0.0,
    }
