"""News of a newer version: asked for with consent, once a day, and believed only so far."""

import asyncio
import gzip
import json
import ssl
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.providers.scripted_server import (
    Exchange,
    ScriptedServer,
    answers,
    http,
    pour_for_ever,
    says,
    scripted_server,
)
from videogen_desktop import __version__
from videogen_desktop.domain import updates as domain
from videogen_desktop.domain.errors import ProviderUnavailableError
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.updates import Release, UpdateSource
from videogen_desktop.providers.published_file import LIMIT_BYTES, published_file
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.services.system import SystemClock
from videogen_desktop.services.updates import DAY_MS, Updates
from videogen_desktop.storage.settings import load_settings

HOST = "releases.example.test"
PAGE = f"https://{HOST}/v/99.0.0"
TODAY = 1_795_000_000_000


def latest(version: object = "99.0.0", page: object = PAGE, **others: object) -> str:
    said = {"program": "videogen-desktop", "version": version, "page": page, **others}
    return json.dumps(said)


class Today(SystemClock):
    """The system's, on the day that a test says."""

    def __init__(self) -> None:
        self.now = TODAY

    def now_ms(self) -> int:
        return self.now


class Installation:
    """A settings file, and what looks for news of versions with it; `start` is another run."""

    def __init__(
        self,
        folder: Path,
        server: ScriptedServer,
        *,
        consent: bool = True,
        ca_file: Path | None = None,
        packaged_by: str | None = None,
    ) -> None:
        self.path, self.clock = folder / "settings.json", Today()
        self._source = UpdateSource(f"{server.address}/latest.json", HOST)
        self._http, self._packaged_by = HttpSettings(extra_ca_file=ca_file), packaged_by
        self.start(Settings(update_check=consent, volume_percent=33))

    def start(self, settings: Settings) -> None:
        async def network() -> HttpSettings:
            return self._http

        self.preferences = Preferences(self.path, settings)
        parts = (self.preferences, network, self.clock, self._source)
        self._updates = Updates(*parts, lambda: self._packaged_by)

    async def look(self, days: float = 0) -> Release | None:
        """So many days later."""
        self.clock.now += int(days * DAY_MS)
        return domain.news(await self._updates.look(), HOST)


async def silence(exchange: Exchange) -> None:
    await exchange.read_request()
    await asyncio.sleep(60)


def run(story: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(30):
            await story()

    asyncio.run(bounded())


# --- consent ---------------------------------------------------------------------------------


def test_nobody_is_asked_before_the_user_said_yes(tmp_path: Path) -> None:
    async def story() -> None:
        async with scripted_server(answers(latest())) as server:
            here = Installation(tmp_path, server, consent=Settings().update_check)
            for _ in range(3):
                assert await here.look(days=2) is None
            assert server.connections == 0
            assert not here.path.exists()
            await here.preferences.change(update_check=True)
            assert await here.look() == Release("99.0.0", PAGE)
            assert server.connections == 1

    run(story)


def test_who_takes_it_back_while_the_answer_comes_is_told_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        here: Installation

        async def too_late(exchange: Exchange) -> None:
            await exchange.read_request()
            await here.preferences.change(update_check=False)
            await exchange.say(http(latest()))

        async with scripted_server(too_late) as server:
            here = Installation(tmp_path, server)
            assert await here.look() is None
            assert here.preferences.settings.update_version == ""
            assert await here.look(days=2) is None
            assert server.connections == 1

    run(story)


def test_where_a_package_manager_does_it_nobody_is_asked(tmp_path: Path) -> None:
    async def story() -> None:
        async with scripted_server(answers(latest())) as server:
            here = Installation(tmp_path, server, packaged_by="apt")
            assert await here.look(days=2) is None
            assert server.connections == 0

    run(story)


# --- the question ----------------------------------------------------------------------------


def test_the_request_says_the_programs_name_and_version_and_nothing_else(tmp_path: Path) -> None:
    async def story() -> None:
        async with scripted_server(answers(latest(), Set_Cookie="who=you")) as server:
            here = Installation(tmp_path, server)
            await here.look()
            await here.look(days=2)
            for request in server.requests:
                assert (request.method, request.target, request.body) == (
                    "GET",
                    "/latest.json",
                    b"",
                )
                assert request.headers == {
                    "host": f"127.0.0.1:{server.port}",
                    "user-agent": f"VideoGenDesktop/{__version__}",
                    "accept": "*/*",
                    "accept-encoding": "identity",
                    "connection": "keep-alive",
                }
            assert len(server.requests) == 2

    run(story)


def test_it_is_asked_once_a_day_whatever_was_answered_and_however_often_it_starts(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        async with scripted_server(answers("no news", 500)) as server:
            here = Installation(tmp_path, server)
            for _ in range(3):
                await here.look()
                here.start(load_settings(here.path))
            assert server.connections == 1
            await here.look(days=0.99)
            assert server.connections == 1
            await here.look(days=0.01)
            assert server.connections == 2

    run(story)


def test_a_clock_that_was_ahead_once_does_not_end_it(tmp_path: Path) -> None:
    async def story() -> None:
        async with scripted_server(answers(latest())) as server:
            here = Installation(tmp_path, server)
            await here.look(days=4_000)
            await here.look(days=-4_000)
            assert server.connections == 2

    run(story)


def test_the_day_is_noted_before_the_question_and_the_other_settings_stay(tmp_path: Path) -> None:
    async def story() -> None:
        noted: list[Settings] = []
        here: Installation

        async def look_at_the_file(exchange: Exchange) -> None:
            await exchange.read_request()
            noted.append(load_settings(here.path))
            await exchange.say(http(latest()))

        async with scripted_server(look_at_the_file) as server:
            here = Installation(tmp_path, server)
            await here.look()
        assert noted[0].update_checked_ms == TODAY
        assert load_settings(here.path).volume_percent == 33
        assert load_settings(here.path).update_version == "99.0.0"

    run(story)


def test_without_a_place_for_the_day_nobody_is_asked(tmp_path: Path) -> None:
    async def story() -> None:
        async with scripted_server(answers(latest())) as server:
            here = Installation(tmp_path, server)
            here.path.mkdir()
            with pytest.raises(OSError, match=r"settings\.json"):
                await here.look()
            assert server.connections == 0

    run(story)


def test_a_network_that_was_not_there_costs_no_day(tmp_path: Path) -> None:
    async def story() -> None:
        async with scripted_server(answers(latest())) as server:
            here = Installation(tmp_path, server)
        assert await here.look() is None
        async with scripted_server(answers(latest())) as again:
            here._source = UpdateSource(f"{again.address}/latest.json", HOST)
            here.start(load_settings(here.path))
            assert await here.look() == Release("99.0.0", PAGE)

    run(story)


# --- the answer ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<!doctype html><title>Sign in to this Wi-Fi</title>",
        latest()[:-1],
        "[]",
        '"99.0.0"',
        "[" * 3_000,
        latest().encode("utf-16").decode("latin-1"),
        *(latest(version) for version in ("v99.0.0", "99.0", "99.0.0-rc1", "99.0.0\n", "٩٩.0.0")),
        *(latest(version) for version in (99, None, "", "099.0.0", "1" * 3_000 + ".0.0", ["99"])),
        # Somebody else's file, or one that leads elsewhere.
        latest(program="another-program"),
        '{"version": "99.0.0"}',
        latest(page=None),
        latest(page=f"http://{HOST}/v/99.0.0"),
        latest(page="https://evil.example/v/99.0.0"),
        latest(page=f"https://{HOST}.evil.example/"),
        latest(page=f"https://{HOST}@evil.example/"),
        latest(page=f"https://user:word@{HOST}/"),
        latest(page=f"https://{HOST}:8443/"),
        latest(page=f"https://evil.example\\@{HOST}/"),
        latest(page=f"https://{HOST}\\@evil.example/"),
        latest(page=f"file://{HOST}/etc/passwd"),
        latest(page="javascript:alert(1)"),
        latest(page=f"https://{HOST}/\u202e"),
        latest(page=f"https://{HOST}/{'a' * 300}"),
        latest(page="https://[::1/"),
    ],
)
def test_a_malformed_or_forged_file_is_no_news(tmp_path: Path, body: str) -> None:
    async def story() -> None:
        async with scripted_server(answers(body), answers(latest())) as server:
            here = Installation(tmp_path, server)
            assert await here.look() is None
            assert here.preferences.settings.update_version == ""
            assert await here.look(days=1) == Release("99.0.0", PAGE)
            assert server.connections == 2

    run(story)


def test_what_a_later_program_adds_to_the_file_is_left_alone(tmp_path: Path) -> None:
    async def story() -> None:
        async with scripted_server(answers(latest(minimum="14.0", notes=["x"]))) as server:
            assert await Installation(tmp_path, server).look() == Release("99.0.0", PAGE)

    run(story)


@pytest.mark.parametrize("version", ["0.0.1", "0.1.99", __version__])
def test_an_older_version_than_ours_is_no_news(tmp_path: Path, version: str) -> None:
    async def story() -> None:
        async with scripted_server(answers(latest(version))) as server:
            assert await Installation(tmp_path, server).look() is None

    run(story)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_redirect_is_followed_to_another_host_or_our_own(tmp_path: Path, status: int) -> None:
    async def story() -> None:
        async with scripted_server(answers(latest())) as elsewhere:
            there = {"Location": f"{elsewhere.address}/latest.json"}
            at_home = {"Location": "/other.json"}
            moved = [says(http(latest(), status, place)) for place in (there, at_home)]
            async with scripted_server(*moved) as server:
                here = Installation(tmp_path, server)
                assert await here.look() is None
                assert await here.look(days=1) is None
                assert (server.connections, elsewhere.connections) == (2, 0)

    run(story)


def bomb() -> bytes:
    return http(gzip.compress(b" " * 10_000_000), headers={"Content-Encoding": "gzip"})


@pytest.mark.parametrize(
    "act",
    [
        answers(latest() + " " * LIMIT_BYTES),
        pour_for_ever,
        says(bomb()),
        says(http(latest(), headers={"Content-Length": "100000"})),
        says(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 2_000_000),
    ],
    ids=["long", "endless", "unpacked", "cut short", "endless header"],
)
def test_a_file_that_is_too_large_or_not_whole_is_no_news(
    tmp_path: Path, act: Callable[[Exchange], Awaitable[None]]
) -> None:
    async def story() -> None:
        async with scripted_server(act) as server:
            here = Installation(tmp_path, server)
            assert await here.look() is None
            assert here.preferences.settings.update_checked_ms == TODAY

    run(story)


def test_a_server_that_says_nothing_is_not_waited_for_without_end() -> None:
    async def story() -> None:
        async with scripted_server(silence) as server:
            with pytest.raises(ProviderUnavailableError, match="TimeoutError"):
                await published_file(f"{server.address}/latest.json", HttpSettings(), seconds=0.2)

    run(story)


# --- TLS -------------------------------------------------------------------------------------


def test_a_stranger_with_a_certificate_of_its_own_is_not_asked(
    tmp_path: Path, own_tls: ssl.SSLContext, own_certificate: Path
) -> None:
    async def story() -> None:
        async with scripted_server(answers(latest()), tls=own_tls) as server:
            assert await Installation(tmp_path, server).look() is None
            assert server.requests == []
            trusting = Installation(tmp_path, server, ca_file=own_certificate)
            assert await trusting.look() == Release("99.0.0", PAGE)

    run(story)
