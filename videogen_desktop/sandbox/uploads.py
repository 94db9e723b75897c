"""The upload host: three ways in, one file out, which is kept for a day.

Answers as Kie's were recorded on 2026-10-01.
"""

import asyncio
import base64
import binascii
import json
import mimetypes
import os
import re
import secrets
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    Response,
)
from starlette.types import Receive, Scope, Send

from videogen_desktop.sandbox import envelopes
from videogen_desktop.sandbox.faults import FaultPlan

ACCOUNT = "100001"
SLOW_ANSWER_SECONDS = 3.0
KEPT_SECONDS = 24 * 3600
LARGEST_BASE64_BYTES = 10_000_000
LARGEST_BYTES = 100_000_000
SAFE_PART = re.compile(r"[\w.-]{1,100}")
_HERE = frozenset({"127.0.0.1", "localhost"})
_LONG_AGO = 1_000_000_000


class UploadRefusedError(Exception):
    """What the host answers instead. ``code`` is Kie's."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


class Uploads:
    """Keeps uploaded files in a folder; runs on the event loop thread."""

    def __init__(self, directory: Path, address: str, faults: FaultPlan) -> None:
        self._directory = directory
        self._address = address
        self._faults = faults

    def take_base64(self, body: object) -> Response:
        """POST /api/file-base64-upload."""
        asked = body if isinstance(body, dict) else {}
        data = asked.get("base64Data")
        if not isinstance(data, str):
            return _refusal(UploadRefusedError(400, "base64Data is required"))
        mime, _, encoded = data.rpartition(",")
        try:
            content = base64.b64decode(encoded, validate=True)
        except binascii.Error:
            return _refusal(UploadRefusedError(400, "base64Data is not valid Base64"))
        if len(content) > LARGEST_BASE64_BYTES:
            return _refusal(UploadRefusedError(400, "use the stream upload above 10 MB"))
        kind = mime.removeprefix("data:").partition(";")[0] or None
        return self._answer(content, asked.get("uploadPath"), asked.get("fileName"), kind)

    def take_stream(self, content_type: str, body: bytes | None) -> Response:
        """POST /api/file-stream-upload, multipart; None is a body larger than any may be."""
        if body is None:
            return _refusal(UploadRefusedError(413, "the file is too large"))
        head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1")
        parsed = BytesParser(policy=HTTP).parsebytes(head + body)
        parts = {_field_of(part): part for part in parsed.iter_parts()} if _is_form(parsed) else {}
        file = parts.get("file")
        if file is None:
            return _refusal(UploadRefusedError(400, "file is required"))
        texts = {name: _content_of(part).decode("utf-8", "replace") for name, part in parts.items()}
        content = _content_of(file)
        return self._answer(
            content, texts.get("uploadPath"), texts.get("fileName"), file.get_content_type()
        )

    def take_url(self, body: object) -> Response:
        """POST /api/file-url-upload, of a file that was uploaded here before."""
        asked = body if isinstance(body, dict) else {}
        url = asked.get("fileUrl")
        if not isinstance(url, str) or not url.startswith(("http://", "https://")):
            return _refusal(UploadRefusedError(400, "fileUrl is required"))
        path = self.path_of(url)
        if path is None:
            return _refusal(UploadRefusedError(500, "the file could not be fetched"))
        return self._answer(path.read_bytes(), asked.get("uploadPath"), asked.get("fileName"), None)

    async def serve(self, request: Request) -> Response:
        """GET /kieai/{path}."""
        if "authorization" in request.headers:
            return PlainTextResponse("an API key was sent to the file host", 403)
        path = self._path(request.path_params["path"])
        if path is None or not path.is_file():
            return PlainTextResponse("Not Found", 404)
        if not _is_alive(path):
            return PlainTextResponse("Request has expired", 403)
        return FileResponse(path)

    def is_link(self, url: str) -> bool:
        """Whether this is the address of a file that was uploaded here."""
        path = self._place(url)
        return path is not None and path.is_file()

    def path_of(self, url: str) -> Path | None:
        """The file behind an address of an upload, while it is kept."""
        path = self._place(url)
        return path if path is not None and path.is_file() and _is_alive(path) else None

    def lost_in(self, body: object) -> bool:
        """Whether a request names an upload that cannot be fetched (any more)."""
        urls = (url for url in _texts(body) if self._place(url) is not None)
        return any(self.path_of(url) is None for url in urls)

    def _answer(self, content: bytes, folder: object, name: object, kind: str | None) -> Response:
        if self._faults.strikes("upload-refused"):
            return _refusal(UploadRefusedError(400, "the file type is not supported"))
        try:
            kept = self._keep(content, folder, name, kind)
        except UploadRefusedError as refusal:
            return _refusal(refusal)
        match self._faults.first_of("upload-slow", "upload-cut", "upload-html"):
            case "upload-slow":
                return _SlowAnswer(json.loads(bytes(kept.body)))
            case "upload-cut":
                return envelopes.cut_in_half(kept)
            case "upload-html":
                return HTMLResponse("<!doctype html><title>Log in</title>")
        return kept

    def _keep(self, content: bytes, folder: object, name: object, kind: str | None) -> Response:
        if not isinstance(folder, str) or not folder:
            raise UploadRefusedError(400, "uploadPath is required")
        given = name if isinstance(name, str) and name else _new_name(kind)
        relative = f"{ACCOUNT}/{folder}/{given}"
        path = self._path(relative)
        if path is None or folder.startswith("/"):
            raise UploadRefusedError(400, "uploadPath or fileName is not valid")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        if self._faults.strikes("upload-expired"):
            os.utime(path, (_LONG_AGO, _LONG_AGO))
        moment = datetime.now(UTC).isoformat(timespec="milliseconds")
        data = {
            "success": True,
            "fileName": given,
            "filePath": f"kieai/{relative}",
            "downloadUrl": f"{self._address}/kieai/{relative}",
            "fileSize": len(content),
            "mimeType": kind or mimetypes.guess_type(given)[0] or "application/octet-stream",
            "uploadedAt": moment.replace("+00:00", "Z"),
        }
        return _answered(200, "File uploaded successfully", data)

    def _place(self, url: str) -> Path | None:
        """Where an address of an upload would lie. Another run had another port and the same
        files, as the real one has the same files at the same host."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        _, is_ours, relative = parts.path.partition("/kieai/")
        return self._path(unquote(relative)) if is_ours and parts.hostname in _HERE else None

    def _path(self, relative: str) -> Path | None:
        parts = PurePosixPath(relative).parts
        safe = all(SAFE_PART.fullmatch(part) and part.strip(".") for part in parts)
        return self._directory.joinpath(*parts) if parts and safe else None


class _SlowAnswer(JSONResponse):
    """The same, later."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await asyncio.sleep(SLOW_ANSWER_SECONDS)
        await super().__call__(scope, receive, send)


def _is_alive(path: Path) -> bool:
    return time.time() - path.stat().st_mtime <= KEPT_SECONDS


def _new_name(kind: str | None) -> str:
    """As the host names what comes without a name."""
    suffix = mimetypes.guess_extension(kind or "") or ".bin"
    return f"{time.time_ns() // 1_000_000}-{secrets.token_hex(6)[:11]}{suffix}"


def _texts(value: object) -> Iterator[str]:
    """Every text in a body, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _is_form(message: Message) -> bool:
    return message.get_content_type() == "multipart/form-data" and message.is_multipart()


def _field_of(part: Message) -> str:
    return str(part.get_param("name", "", header="content-disposition"))


def _content_of(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _refusal(refusal: UploadRefusedError) -> Response:
    return _answered(refusal.code, refusal.message, None)


def _answered(code: int, message: str, data: object) -> Response:
    return JSONResponse({"success": code == 200, "code": code, "msg": message, "data": data})
