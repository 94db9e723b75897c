"""A file of a request goes to the upload host as it is read, and only an address that holds comes
back."""

import asyncio
import hashlib
import json
import tracemalloc
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path

import pytest

from tests.providers.kie_rig import KEY, NOON, HandClock, a_provider, provider_on
from tests.providers.scripted_server import (
    Act,
    Exchange,
    Received,
    answers,
    close_after_reading,
    drip_for_ever,
    envelope,
    hang,
    http,
    pour_for_ever,
    reset_before_reading,
    says,
    scripted_server,
)
from tests.requests import KIE
from videogen_desktop.domain.errors import (
    InputLostError,
    InputUnreachableError,
    KeyRejectedError,
    MalformedAnswerError,
    ProviderUnavailableError,
    RateLimitedError,
    UploadRefusedError,
)
from videogen_desktop.domain.input_file import InputFile, InputKind
from videogen_desktop.domain.provider import HttpSettings, UploadedInput
from videogen_desktop.domain.redaction import Redactor
from videogen_desktop.providers.connection import Connection
from videogen_desktop.providers.deferred import DeferredProvider
from videogen_desktop.providers.kie import uploads
from videogen_desktop.providers.kie.client import KieClient
from videogen_desktop.providers.kie.refusals import create_error
from videogen_desktop.services.system import SystemClock

PICTURE = b"\xff\xd8 a picture, for all that a provider knows \xff\xd9" * 99
PLACE = "https://tempfile.redpandaai.co/kieai/100001/videogen-inputs/ef2109978054b165.jpg"
HOUR_MS = 3_600_000


def a_file(folder: Path, content: bytes = PICTURE) -> tuple[InputFile, Path]:
    sha256 = hashlib.sha256(content).hexdigest()
    path = folder / f"{sha256}.jpg"
    path.write_bytes(content)
    return InputFile(sha256, InputKind.IMAGE, "image/jpeg", len(content), 640, 480), path


def said(*, success: object = True, code: object = 200, **data: object) -> str:
    """As recorded, but for what is changed."""
    return json.dumps(
        {
            "success": success,
            "code": code,
            "msg": "File uploaded successfully",
            "data": {
                "success": True,
                "fileName": "ef2109978054b165.jpg",
                "filePath": "kieai/100001/videogen-inputs/ef2109978054b165.jpg",
                "downloadUrl": PLACE,
                "fileSize": len(PICTURE),
                "mimeType": "image/jpeg",
                "uploadedAt": "2026-10-01T07:19:10.400Z",
                **data,
            },
        }
    )


def parts_of(request: Received) -> dict[str, tuple[bytes, str | None, str]]:
    """By field: content, file name and type."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    form = BytesParser(policy=HTTP).parsebytes(head + request.body)
    found = {}
    for part in form.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        found[str(name)] = (content, part.get_filename(), part.get_content_type())
    return found


async def upload_to(folder: Path, *acts: Act, impatient: bool = False) -> UploadedInput:
    async with provider_on(*acts, impatient=impatient) as (provider, _):
        return await provider.upload(*a_file(folder))


def test_a_file_goes_whole_with_the_key_under_a_name_that_nobody_guesses(tmp_path: Path) -> None:
    async def story() -> None:
        async with provider_on(answers(said())) as (provider, server):
            first = await provider.upload(*a_file(tmp_path))
            again = await provider.upload(*a_file(tmp_path))
            assert first == again == UploadedInput(PLACE, NOON + 20 * HOUR_MS)
            requests = server.requests
        assert {(one.method, one.target) for one in requests} == {
            ("POST", "/api/file-stream-upload")
        }
        assert {one.headers["authorization"] for one in requests} == {f"Bearer {KEY}"}
        sent = [parts_of(one) for one in requests]
        names = [parts["fileName"][0].decode() for parts in sent]
        assert len(set(names)) == 2
        assert all(len(name) == len(".jpg") + 32 and name.endswith(".jpg") for name in names)
        for parts, name in zip(sent, names, strict=True):
            assert parts["file"] == (PICTURE, name, "image/jpeg")
            assert parts["uploadPath"][0] == b"videogen-inputs"

    asyncio.run(story())


def test_a_large_file_is_never_in_memory_as_a_whole(tmp_path: Path) -> None:
    content = bytes(24 * 1024 * 1024)

    async def swallow(exchange: Exchange) -> None:
        head = (await exchange.reader.readuntil(b"\r\n\r\n")).lower()
        left = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        while left:
            left -= len(await exchange.reader.read(65536))
        await exchange.say(http(said(fileSize=len(content))))

    async def story() -> None:
        async with provider_on(swallow) as (provider, _):
            file, path = a_file(tmp_path, content)
            await provider.prepare()
            tracemalloc.start()
            try:
                assert (await provider.upload(file, path)).address == PLACE
                assert tracemalloc.get_traced_memory()[1] < len(content) // 8
            finally:
                tracemalloc.stop()

    asyncio.run(story())


ANSWERS: dict[str, tuple[Act, type[Exception] | None]] = {
    "success false": (answers(said(success=False)), UploadRefusedError),
    "success false beside a 500": (
        answers(said(success=False, code=500)),
        ProviderUnavailableError,
    ),
    "400": (answers(said(code=400)), UploadRefusedError),
    "413 in the envelope": (answers(said(code=413)), UploadRefusedError),
    "413 twice": (answers(envelope(413, "too large"), 413), UploadRefusedError),
    "413 page": (answers("<title>413 Request Entity Too Large</title>", 413), UploadRefusedError),
    "405": (answers(said(code=405)), UploadRefusedError),
    "code as text": (answers(said(success=None, code="200")), None),
    "no code": (answers(said(success=True, code=None)), None),
    "401": (answers(envelope(401, "no access")), KeyRejectedError),
    "401 page": (answers("<h1>401</h1>", 401), KeyRejectedError),
    "429": (answers(envelope(429, "slow down")), RateLimitedError),
    "429 page": (answers("slow down", 429, Retry_After="7"), RateLimitedError),
    "500": (answers(envelope(500, "no")), ProviderUnavailableError),
    "502 page": (answers("<title>Bad Gateway</title>", 502), ProviderUnavailableError),
    "page": (answers("<!doctype html><title>Log in</title>"), MalformedAnswerError),
    "cut": (answers(said()[:-30]), MalformedAnswerError),
    "not taken within": (
        answers(json.dumps(json.loads(said()) | {"data": {"success": False}})),
        UploadRefusedError,
    ),
    "nothing": (answers(""), MalformedAnswerError),
    "list": (answers("[]"), MalformedAnswerError),
    "no data": (answers(envelope(200, "ok", None)), MalformedAnswerError),
    "list of data": (answers(envelope(200, "ok", [PLACE])), MalformedAnswerError),
    "null address": (answers(said(downloadUrl=None)), MalformedAnswerError),
    "number address": (answers(said(downloadUrl=7)), MalformedAnswerError),
    "plain http": (
        answers(said(downloadUrl="http://tempfile.redpandaai.co/a.jpg")),
        MalformedAnswerError,
    ),
    "user in it": (
        answers(said(downloadUrl="https://me:secret@files.example/a")),
        MalformedAnswerError,
    ),
    "file scheme": (answers(said(downloadUrl="file:///etc/passwd")), MalformedAnswerError),
    "our key": (
        answers(said(downloadUrl=f"https://files.example/{KEY}.png")),
        MalformedAnswerError,
    ),
    "other size": (answers(said(fileSize=1)), MalformedAnswerError),
    "older name": (answers(said(downloadUrl=None, fileUrl=PLACE)), None),
    "odd neighbours": (answers(said(fileSize="much", mimeType=None, uploadedAt=None)), None),
    "blanks around": (answers(said(downloadUrl=f" {PLACE}\n")), None),
    "no content type": (says(http(said(), content_type="text/plain")), None),
    "reset": (reset_before_reading, ProviderUnavailableError),
    "closed": (close_after_reading, ProviderUnavailableError),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_each_answer_of_the_upload_host_has_its_meaning(tmp_path: Path, name: str) -> None:
    answer, error = ANSWERS[name]
    if error is None:
        assert asyncio.run(upload_to(tmp_path, answer)).address == PLACE
        return
    with pytest.raises(error) as raised:
        asyncio.run(upload_to(tmp_path, answer))
    assert type(raised.value) is error
    assert KEY not in str(raised.value)


@pytest.mark.parametrize("act", [hang, drip_for_ever, pour_for_ever])
def test_an_upload_has_an_end_whatever_the_server_does(
    tmp_path: Path, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "_CALL_SECONDS", 0.3)
    with pytest.raises((ProviderUnavailableError, MalformedAnswerError)):
        asyncio.run(upload_to(tmp_path, act))


def test_a_refusal_in_the_middle_of_a_large_file_is_heard(tmp_path: Path) -> None:
    async def refuse(exchange: Exchange) -> None:
        await exchange.reader.readuntil(b"\r\n\r\n")
        await exchange.say(http("<title>413</title>", 413))
        # Whoever closes at once takes the answer back with a reset.
        await asyncio.wait_for(exchange.reader.read(), 5)

    async def story() -> None:
        async with provider_on(refuse) as (provider, _):
            await provider.upload(*a_file(tmp_path, bytes(8 * 1024 * 1024)))

    with pytest.raises(UploadRefusedError):
        asyncio.run(story())


def test_no_redirect_takes_the_file_or_the_key_elsewhere(tmp_path: Path) -> None:
    async def story() -> None:
        async with scripted_server(answers(said())) as elsewhere:
            redirect = answers("", 307, Location=f"{elsewhere.address}/api/file-stream-upload")
            async with provider_on(redirect) as (provider, server):
                with pytest.raises(ProviderUnavailableError):
                    await provider.upload(*a_file(tmp_path))
                assert (len(server.requests), elsewhere.connections) == (1, 0)

    asyncio.run(story())


@pytest.mark.parametrize("change", ["gone", "longer", "shorter", "other", "folder"])
def test_a_file_that_is_not_what_it_was_is_no_upload(tmp_path: Path, change: str) -> None:
    async def story() -> None:
        async with provider_on(answers(said())) as (provider, _):
            file, path = a_file(tmp_path)
            if change == "other":
                path.write_bytes(PICTURE[::-1])
            elif change in ("longer", "shorter"):
                path.write_bytes(PICTURE + b"!" if change == "longer" else PICTURE[1:])
            else:
                path.unlink()
                if change == "folder":
                    path.mkdir()
            with pytest.raises(InputLostError) as raised:
                await provider.upload(file, path)
            assert raised.value.sha256 == file.sha256

    asyncio.run(story())


def test_an_address_on_this_machine_is_one_for_play_money_alone(tmp_path: Path) -> None:
    here = answers(said(downloadUrl="http://127.0.0.1:9/kieai/1/videogen-inputs/a.jpg"))

    async def story() -> None:
        async with scripted_server(here) as server:
            provider = a_provider(server.address)
            assert (await provider.upload(*a_file(tmp_path))).address.startswith("http://127")
            await provider.close()
            # As if the vendor's own host answered so.
            connection = Connection(server.address, KEY, {}, HttpSettings())
            words = provider._words
            host = uploads.UploadHost(connection, words, HandClock(), loopback_allowed=False)
            with pytest.raises(MalformedAnswerError):
                await host.upload(*a_file(tmp_path))
            await connection.close()

    asyncio.run(story())


def test_kies_own_key_goes_to_its_upload_host_and_no_other_servers_key_does() -> None:
    def host_of(base: str) -> str:
        client = KIE.connect(base, KEY, HttpSettings(), SystemClock(), KIE.read_models)
        assert isinstance(client, KieClient)
        return client._upload_connection._base

    assert host_of("https://api.kie.ai") == "https://kieai.redpandaai.co"
    assert host_of("HTTPS://API.Kie.ai/api/v1/") == "https://kieai.redpandaai.co"
    for other in ("https://api.kie.ai.example", "https://kie.example/api.kie.ai", "http://[::1]:9"):
        assert host_of(other) == other


def test_the_base_that_was_given_is_its_own_upload_host(tmp_path: Path) -> None:
    async def story() -> None:
        async with scripted_server(answers(said())) as server:
            client = KIE.connect(
                server.address, KEY, HttpSettings(), SystemClock(), KIE.read_models
            )
            assert isinstance(client, KieClient)
            await client.upload(*a_file(tmp_path))
            assert len(server.requests) == 1
            await client.close()

    asyncio.run(story())


def test_uploads_go_at_a_pace_of_their_own(tmp_path: Path) -> None:
    async def story() -> list[int]:
        async with scripted_server(answers(said())) as server:
            clock = HandClock()
            client = a_provider(server.address)

            async def make() -> KieClient:
                return client

            provider = DeferredProvider(KIE, clock, make)
            for _ in range(19):
                await provider.upload(*a_file(tmp_path))
            await provider.ready_to_create()
            await provider.close()
            return clock.slept

    assert asyncio.run(story()) == [10_000]


def test_a_vendor_that_takes_no_files_says_so(tmp_path: Path) -> None:
    class Texts:
        async def close(self) -> None: ...

    async def make() -> Texts:
        return Texts()

    async def story() -> None:
        provider = DeferredProvider(KIE, SystemClock(), make)  # type: ignore[arg-type]
        with pytest.raises(UploadRefusedError):
            await provider.upload(*a_file(tmp_path))
        await provider.close()

    asyncio.run(story())


def test_what_an_upload_is_called_comes_into_no_log() -> None:
    shown = Redactor().redacted(f"task failed: image {PLACE} cannot be read")
    assert "ef2109978054b165" not in shown
    assert "cannot be read" in shown
    assert "ef2109978054b165" not in repr(UploadedInput(PLACE, 0))


def test_a_picture_that_the_vendor_could_not_fetch_is_a_refusal_of_its_own() -> None:
    assert type(create_error(451, "failed to fetch the image", None)) is InputUnreachableError
