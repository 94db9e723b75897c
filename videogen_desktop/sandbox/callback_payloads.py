"""What a callback says, in each of the shapes that Kie has sent, and how it is signed."""

import base64
import hashlib
import hmac
import json
from typing import Literal

from videogen_desktop.sandbox.envelopes import credits_of
from videogen_desktop.sandbox.records import Task

CallbackShape = Literal["market", "generic", "veo", "runway"]
CALLBACK_SHAPES: tuple[CallbackShape, ...] = ("market", "generic", "veo", "runway")
COMPLETED = "Playground task completed successfully."
FAILED = "Playground task failed."
GENERATING = "Playground task is generating."


def payload(
    shape: CallbackShape, task: Task, state: str, urls: list[str], remaining: int
) -> dict[str, object]:
    """The body for one task. ``state`` is Kie's word, ``remaining`` the balance in hundredths."""
    code, message = (501, FAILED) if state == "fail" else (200, COMPLETED)
    if state == "generating":
        message = GENERATING
    match shape:
        case "market":
            data = _market(task, state, urls, remaining)
        case "generic":
            # Seen without any result: the receiver has to ask recordInfo.
            done: dict[str, object] = {"task_id": task.task_id, "callbackType": "task_completed"}
            return {"taskId": task.task_id, "code": code, "msg": message, "data": done}
        case "veo":
            data = _veo(task, urls)
        case "runway":
            data = _runway(task, urls)
    return {"code": code, "msg": message, "data": data}


def signature(key: str, task_id: str, timestamp: str) -> str:
    """Base64 of HMAC-SHA256 over ``task_id.timestamp``; the body is not signed."""
    digest = hmac.new(key.encode(), f"{task_id}.{timestamp}".encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def _market(task: Task, state: str, urls: list[str], remaining: int) -> dict[str, object]:
    moments = task.timeline
    data: dict[str, object] = {
        "taskId": task.task_id,
        "model": task.model,
        "state": state,
        "param": task.param,
        "consumeCredits": 0,
        "remainedCredits": credits_of(remaining),
        "costTime": round((moments.completed_at - moments.created_at) / 1000),
        "createTime": moments.created_at,
        "completeTime": moments.completed_at,
        "updateTime": moments.completed_at,
    }
    if state == "fail":
        return data | {"failCode": "500", "failMsg": "Internal Error, Please try again later."}
    if state == "success":
        result = json.dumps({"resultUrls": urls})
        return data | {"consumeCredits": credits_of(task.price), "resultJson": result}
    return data


def _veo(task: Task, urls: list[str]) -> dict[str, object]:
    return {
        "taskId": task.task_id,
        "info": {"resultUrls": urls, "originUrls": [], "resolution": "720p"},
        "promptJson": json.dumps({"prompt": task.prompt}),
        "fallbackFlag": False,
    }


def _runway(task: Task, urls: list[str]) -> dict[str, object]:
    first = urls[0] if urls else ""
    return {
        "task_id": task.task_id,
        "video_id": task.record_id,
        "video_url": first,
        "image_url": "",
    }
