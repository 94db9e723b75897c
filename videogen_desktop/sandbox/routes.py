"""The HTTP face of the sandbox: Kie's jobs API, its upload host and its file host."""

import time
from email.utils import formatdate

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from videogen_desktop.sandbox.application import Api
from videogen_desktop.sandbox.faults import SKEW_MILLISECONDS
from videogen_desktop.sandbox.files import FileHost
from videogen_desktop.sandbox.side_api import SideApi
from videogen_desktop.sandbox.uploads import Uploads


def make_application(api: Api, side: SideApi, files: FileHost, uploads: Uploads) -> Starlette:
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
            Route("/files/{task_id}/{name}", files.serve, methods=["GET"]),
            Route("/uploads/{path:path}", uploads.serve, methods=["GET"]),
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


async def _no_such_endpoint(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    message = error.detail if isinstance(error, HTTPException) else ""
    return JSONResponse({"code": status, "msg": message, "data": None}, status)
