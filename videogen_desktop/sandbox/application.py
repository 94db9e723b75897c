"""Kie's jobs API and its balance, over the sandbox's parts."""

import hmac
import time

from starlette.requests import Request
from starlette.responses import Response

from videogen_desktop.sandbox import envelopes
from videogen_desktop.sandbox.bodies import json_of
from videogen_desktop.sandbox.books import Books
from videogen_desktop.sandbox.creation import Creation
from videogen_desktop.sandbox.faults import FaultPlan
from videogen_desktop.sandbox.status import Status


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
        body = await json_of(request)
        refusal = self.refusal(request)
        return self._creation.answer(body, _now(), refusal=refusal)

    async def record_info(self, request: Request) -> Response:
        """GET /api/v1/jobs/recordInfo?taskId=…"""
        refusal = self.refusal(request)
        return refusal or self._status.answer(request.query_params.get("taskId", ""), _now())

    async def credit(self, request: Request) -> Response:
        """GET /api/v1/chat/credit."""
        refusal = self.refusal(request)
        if refusal is not None:
            return refusal
        self._books.charge_what_ended(_now())
        balance = envelopes.credits_of(self._books.balance())
        return envelopes.success(int(balance) if balance.is_integer() else balance)

    def refusal(self, request: Request) -> Response | None:
        """What a call without the right key gets, or one on a bad day."""
        if self._faults.strikes("blocked-agent"):
            return envelopes.blocked_agent()
        if self._faults.strikes("refused-key-http"):
            return envelopes.no_access_http()
        given = request.headers.get("authorization", "")
        right = hmac.compare_digest(given.encode(), self._authorization.encode())
        if right and not self._faults.strikes("refused-key"):
            return None
        return envelopes.no_access()


def _now() -> int:
    return time.time_ns() // 1_000_000
