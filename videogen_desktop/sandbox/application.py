"""The HTTP face of the sandbox: Kie's jobs API, its balance, its upload host and its file host."""

import hmac
import json
import time
from collections.abc import Callable
from email.utils import formatdate
from urllib.parse import unquote, urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from videogen_desktop.sandbox import discovery, envelopes
from videogen_desktop.sandbox.books import Books
from videogen_desktop.sandbox.catalogue import Catalogue, with_raised_prices
from videogen_desktop.sandbox.creation import Creation
from videogen_desktop.sandbox.faults import SKEW_MILLISECONDS, FaultPlan
from videogen_desktop.sandbox.files import FileHost, Links
from videogen_desktop.sandbox.status import PerKeyWindow, Status
from videogen_desktop.sandbox.text_helper import TextHelper
from videogen_desktop.sandbox.uploads import LARGEST_BYTES, Uploads

LONGEST_BODY_BYTES = 1_000_000
# Base64 makes three bytes into four.
LONGEST_UPLOAD_BYTES = LARGEST_BYTES // 3 * 4 + LONGEST_BODY_BYTES


class Api:
    """Kie's jobs API over the sandbox's parts; runs on the event loop thread."""

    def __init__(self, books: Books, faults: FaultPlan, creation: Creation, status: Status) -> None:
        self._books = books
        self._faults = faults
        self._creation = creation
        self._status = status
        self._authorization = f"Bearer {books.key()}"

    @property
    def retired(self) -> frozenset[str]:
        """The models that createTask has refused in this run, as gone."""
        return self._creation.retired

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

    def refusal(
        self, request: Request, no_access: Callable[[], Response] = envelopes.no_access
    ) -> Response | None:
        """What a call without the right key gets, or one on a bad day."""
        if self._faults.strikes("blocked-agent"):
            return envelopes.blocked_agent()
        if self._faults.strikes("refused-key-http"):
            return envelopes.no_access_http()
        given = request.headers.get("authorization", "")
        right = hmac.compare_digest(given.encode(), self._authorization.encode())
        if right and not self._faults.strikes("refused-key"):
            return None
        return no_access()


class SideApi:
    """The calls beside the jobs; runs on the event loop thread."""

    def __init__(
        self,
        api: Api,
        books: Books,
        faults: FaultPlan,
        models: Catalogue,
        links: Links,
        uploads: Uploads,
        window: PerKeyWindow,
    ) -> None:
        """``window`` is the limit that all discovery calls of the account share."""
        self._api = api
        self._books = books
        self._faults = faults
        self._models = models
        self._links = links
        self._uploads = uploads
        self._window = window

    async def models(self, request: Request) -> Response:
        """GET /api/v1/models."""
        query = request.query_params
        return self._paced(request) or discovery.models(
            self._offered(),
            query.get("taskType", ""),
            query.get("provider", ""),
            query.get("q", ""),
        )

    async def about_model(self, request: Request) -> Response:
        """GET /api/v1/models/<model>/schema, /price and /success-rate."""
        name, _, subject = request.path_params["rest"].rpartition("/")
        if subject not in ("schema", "price", "success-rate"):
            raise HTTPException(404)
        refusal = self._paced(request)
        if refusal is not None:
            return refusal
        is_schema = subject == "schema"
        fault = self._faults.first_of(*discovery.SCHEMA_FAULTS) if is_schema else None
        return discovery.about(self._offered(), name, subject, _now(), fault)

    async def price_page(self, request: Request) -> Response:
        """POST /client/v1/model-pricing/page; without a key."""
        return discovery.price_page(self._offered(), await json_of(request))

    async def price_count(self, _request: Request) -> Response:
        """GET /client/v1/model-pricing/count; without a key."""
        return discovery.price_count(self._offered())

    async def download_url(self, request: Request) -> Response:
        """POST /api/v1/common/download-url."""
        body = await json_of(request)
        refusal = self._api.refusal(request)
        if refusal is not None:
            return refusal
        url = body.get("url") if isinstance(body, dict) else None
        renewed = self._renewed(url) if isinstance(url, str) else None
        if renewed is None or self._faults.strikes("download-link-refused"):
            return envelopes.envelope(422, "url is wrong")
        return envelopes.success(renewed)

    async def upload_base64(self, request: Request) -> Response:
        """POST /api/file-base64-upload."""
        body = await json_of(request, LONGEST_UPLOAD_BYTES)
        return self._api.refusal(request) or self._uploads.take_base64(body)

    async def upload_stream(self, request: Request) -> Response:
        """POST /api/file-stream-upload."""
        body = await body_of(request, LONGEST_UPLOAD_BYTES)
        kind = request.headers.get("content-type", "")
        return self._api.refusal(request) or self._uploads.take_stream(kind, body)

    async def upload_url(self, request: Request) -> Response:
        """POST /api/file-url-upload: only of files that lie here, for a sandbox never goes out."""
        body = await json_of(request)
        return self._api.refusal(request) or self._uploads.take_url(body)

    def _offered(self) -> Catalogue:
        models = {name: one for name, one in self._models.items() if name not in self._api.retired}
        if self._faults.has_struck("price-changed"):
            models = {name: with_raised_prices(one) for name, one in models.items()}
        return models

    def _paced(self, request: Request) -> Response | None:
        refusal = self._api.refusal(request, envelopes.no_access_to_discovery)
        if refusal is None and not self._window.allows("discovery"):
            return envelopes.too_frequent()
        return refusal

    def _renewed(self, url: str) -> str | None:
        if self._uploads.is_link(url):
            return url
        task = self._books.task(self._links.task_id_in(url) or "")
        if task is None:
            return None
        name = unquote(urlsplit(url).path.rpartition("/")[2])
        return self._links.renewed(task, name, _now())


def make_application(
    api: Api, side: SideApi, files: FileHost, uploads: Uploads, texts: TextHelper
) -> Starlette:
    """Put the routes together."""
    return Starlette(
        routes=[
            Route("/api/v1/jobs/createTask", api.create_task, methods=["POST"]),
            Route("/api/v1/jobs/recordInfo", api.record_info, methods=["GET"]),
            Route("/api/v1/chat/credit", api.credit, methods=["GET"]),
            Route("/api/v1/models", side.models, methods=["GET"]),
            Route("/api/v1/models/{rest:path}", side.about_model, methods=["GET"]),
            Route("/api/v1/common/download-url", side.download_url, methods=["POST"]),
            Route("/client/v1/model-pricing/page", side.price_page, methods=["POST"]),
            Route("/client/v1/model-pricing/count", side.price_count, methods=["GET"]),
            Route("/api/file-base64-upload", side.upload_base64, methods=["POST"]),
            Route("/api/file-stream-upload", side.upload_stream, methods=["POST"]),
            Route("/api/file-url-upload", side.upload_url, methods=["POST"]),
            Route("/v1/models", texts.models, methods=["GET"]),
            Route("/v1/chat/completions", texts.complete, methods=["POST"]),
            Route("/files/{task_id}/{name}", files.serve, methods=["GET"]),
            Route("/kieai/{path:path}", uploads.serve, methods=["GET"]),
        ],
        exception_handlers={HTTPException: _no_such_endpoint},
    )


class SkewedClock:
    """Around the application: a Date header that is an hour ahead."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, with the other date."""

        async def dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                date = formatdate(time.time() + SKEW_MILLISECONDS / 1000, usegmt=True)
                message["headers"] = [*message["headers"], (b"date", date.encode())]
            await send(message)

        await self._application(scope, receive, dated)


async def json_of(request: Request, longest: int = LONGEST_BODY_BYTES) -> object:
    """The decoded JSON; None for anything else and for what is too long."""
    body = await body_of(request, longest)
    if body is None:
        return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


async def body_of(request: Request, longest: int) -> bytes | None:
    """The whole body; None when it has more than ``longest`` bytes."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > longest:
            return None
    return bytes(body)


def _now() -> int:
    return time.time_ns() // 1_000_000


async def _no_such_endpoint(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    message = error.detail if isinstance(error, HTTPException) else ""
    return JSONResponse({"code": status, "msg": message, "data": None}, status)
