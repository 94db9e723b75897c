"""The HTTP face of the sandbox: Kie's three calls and its file host, nothing more."""

import hmac
import json
import time

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from videogen_desktop.sandbox import envelopes
from videogen_desktop.sandbox.books import Books
from videogen_desktop.sandbox.creation import Creation
from videogen_desktop.sandbox.faults import FaultPlan
from videogen_desktop.sandbox.files import FileHost
from videogen_desktop.sandbox.status import Status

LONGEST_BODY_BYTES = 1_000_000


class Api:
    """Kie's jobs API over the sandbox's parts; runs on the event loop thread."""

    def __init__(self, books: Books, faults: FaultPlan, creation: Creation, status: Status) -> None:
        self._books = books
        self._faults = faults
        self._creation = creation
        self._status = status
        self._authorization = f"Bearer {books.key()}"

    async def create_task(self, request: Request) -> Response:
        """POST /api/v1/jobs/createTask."""
        body = await _json_of(request)
        return self._creation.answer(body, _now(), has_access=self._has_access(request))

    async def record_info(self, request: Request) -> Response:
        """GET /api/v1/jobs/recordInfo?taskId=…"""
        if not self._has_access(request):
            return envelopes.no_access()
        return self._status.answer(request.query_params.get("taskId", ""), _now())

    async def credit(self, request: Request) -> Response:
        """GET /api/v1/chat/credit."""
        if not self._has_access(request):
            return envelopes.no_access()
        self._books.charge_what_ended(_now())
        balance = envelopes.credits_of(self._books.balance())
        return envelopes.success(int(balance) if balance.is_integer() else balance)

    def _has_access(self, request: Request) -> bool:
        given = request.headers.get("authorization", "")
        right = hmac.compare_digest(given.encode(), self._authorization.encode())
        return right and not self._faults.strikes("refused-key")


def make_application(api: Api, files: FileHost) -> Starlette:
    """Put the routes together."""
    return Starlette(
        routes=[
            Route("/api/v1/jobs/createTask", api.create_task, methods=["POST"]),
            Route("/api/v1/jobs/recordInfo", api.record_info, methods=["GET"]),
            Route("/api/v1/chat/credit", api.credit, methods=["GET"]),
            Route("/files/{task_id}/{name}", files.serve, methods=["GET"]),
        ],
        exception_handlers={HTTPException: _no_such_endpoint},
    )


async def _no_such_endpoint(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    message = error.detail if isinstance(error, HTTPException) else ""
    return JSONResponse({"code": status, "msg": message, "data": None}, status)


async def _json_of(request: Request) -> object:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY_BYTES:
            return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _now() -> int:
    return time.time_ns() // 1_000_000
