"""The upload host: three ways in, one file out, which is kept for a day."""

import base64
import binascii
import mimetypes
import re
import time
from datetime import UTC, datetime
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path, PurePosixPath

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response

KEPT_SECONDS = 24 * 3600
LARGEST_BASE64_BYTES = 10_000_000
LARGEST_BYTES = 100_000_000
SAFE_PART = re.compile(r"[\w.-]{1,100}")


class UploadRefusedError(Exception):
    """What the host answers instead. ``code`` is Kie's."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


class Uploads:
    """Keeps uploaded files in a folder; runs on the event loop thread."""

    def __init__(self, directory: Path, address: str) -> None:
        self._directory = directory
        self._address = address

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

    def take_stream(self, content_type: str, body: bytes) -> Response:
        """POST /api/file-stream-upload, multipart."""
        head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1")
        parsed = BytesParser(policy=HTTP).parsebytes(head + body)
        parts = {_field_of(part): part for part in parsed.iter_parts()} if _is_form(parsed) else {}
        file = parts.get("file")
        if file is None:
            return _refusal(UploadRefusedError(400, "file is required"))
        texts = {name: _content_of(part).decode("utf-8", "replace") for name, part in parts.items()}
        name = texts.get("fileName") or file.get_filename()
        content = _content_of(file)
        return self._answer(content, texts.get("uploadPath"), name, file.get_content_type())

    def take_url(self, body: object) -> Response:
        """POST /api/file-url-upload, of a file that was uploaded here before."""
        asked = body if isinstance(body, dict) else {}
        url = asked.get("fileUrl")
        if not isinstance(url, str) or not url.startswith(("http://", "https://")):
            return _refusal(UploadRefusedError(400, "fileUrl is required"))
        path = self._linked(url)
        if path is None:
            return _refusal(UploadRefusedError(500, "the file could not be fetched"))
        return self._answer(path.read_bytes(), asked.get("uploadPath"), asked.get("fileName"), None)

    async def serve(self, request: Request) -> Response:
        """GET /uploads/{path}."""
        if "authorization" in request.headers:
            return PlainTextResponse("an API key was sent to the file host", 403)
        path = self._path(request.path_params["path"])
        if path is None or not path.is_file():
            return PlainTextResponse("Not Found", 404)
        if time.time() - path.stat().st_mtime > KEPT_SECONDS:
            return PlainTextResponse("Request has expired", 403)
        return FileResponse(path)

    def is_link(self, url: str) -> bool:
        """Whether this is the address of a file that was uploaded here."""
        return self._linked(url) is not None

    def _answer(self, content: bytes, folder: object, name: object, kind: str | None) -> Response:
        try:
            return self._keep(content, folder, name, kind)
        except UploadRefusedError as refusal:
            return _refusal(refusal)

    def _keep(self, content: bytes, folder: object, name: object, kind: str | None) -> Response:
        if not isinstance(folder, str) or not folder:
            raise UploadRefusedError(400, "uploadPath is required")
        given = name if isinstance(name, str) and name else f"{time.time_ns()}.bin"
        relative = f"{folder}/{given}"
        path = self._path(relative)
        if path is None:
            raise UploadRefusedError(400, "uploadPath or fileName is not valid")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        mime = kind or mimetypes.guess_type(given)[0] or "application/octet-stream"
        data = {
            "fileName": given,
            "filePath": relative,
            "downloadUrl": f"{self._address}/uploads/{relative}",
            "fileSize": len(content),
            "mimeType": mime,
            "uploadedAt": datetime.now(UTC).isoformat(timespec="milliseconds"),
        }
        return _answered(200, "File uploaded successfully", data)

    def _linked(self, url: str) -> Path | None:
        _, _, relative = url.partition(f"{self._address}/uploads/")
        path = self._path(relative)
        return path if path is not None and path.is_file() else None

    def _path(self, relative: str) -> Path | None:
        parts = PurePosixPath(relative).parts
        safe = all(SAFE_PART.fullmatch(part) and part.strip(".") for part in parts)
        return self._directory.joinpath(*parts) if parts and safe else None


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
