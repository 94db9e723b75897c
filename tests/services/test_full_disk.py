"""The outbox on a disk that is really full, over real HTTP and in real time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.plugins.small_disk import MIB, SmallDisk
from tests.providers.scripted_server import Exchange, ScriptedServer, http, scripted_server
from tests.requests import a_request
from tests.services.rig import FakeMedia, Rig, running
from tests.services.scripted_provider import ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.errors import DiskFullError
from videogen_desktop.domain.events import OutboxChanged
from videogen_desktop.domain.provider import HttpSettings, ResultStream
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.providers.kie.vendor import PACE
from videogen_desktop.providers.results import ResultFetcher
from videogen_desktop.services import download_failures
from videogen_desktop.storage import disk_reserve
from videogen_desktop.storage.disk_reserve import RESERVE_BYTES, free_bytes

BODY = b"\x00\x00\x00\x18ftypmp42 as far as a fake looks" * 40_000


class FileHost:
    """Sends the whole clip, and at /endless.mp4 bytes for ever, without saying how many."""

    def __init__(self, disk: Path) -> None:
        self._disk = disk
        self.least_free = free_bytes(disk)
        self.is_endless = True
        self.server: ScriptedServer

    def url(self, name: str) -> str:
        return f"{self.server.address}/{name}.mp4"

    def asked(self, name: str) -> int:
        return [request.target for request in self.server.requests].count(f"/{name}.mp4")

    async def act(self, exchange: Exchange) -> None:
        await exchange.read_request()
        target = exchange.server.requests[-1].target
        if target != "/endless.mp4" or not self.is_endless:
            await exchange.say(http(BODY, content_type="video/mp4"))
            return
        await exchange.say(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n")
        while True:
            await exchange.say(bytes(MIB // 4))
            self.least_free = min(self.least_free, free_bytes(self._disk))


@asynccontextmanager
async def file_host(disk: Path) -> AsyncIterator[FileHost]:
    host = FileHost(disk)
    async with scripted_server(host.act) as server:
        host.server = server
        yield host


class HostedProvider(ScriptedProvider):
    """Its results come over HTTP."""

    @asynccontextmanager
    async def open_result(
        self, url: str, *, offset: int = 0, etag: str | None = None
    ) -> AsyncIterator[ResultStream]:
        fetcher = ResultFetcher(HttpSettings(), loopback_allowed=True)
        try:
            async with fetcher.open(url, offset=offset, etag=etag) as stream:
                yield stream
        finally:
            await fetcher.close()


async def made(rig: Rig, provider: HostedProvider, prompt: str, url: str) -> Video:
    provider.script = ((0, succeeded(100_00, url=url)),)
    return await rig.engine.generate(a_request(prompt))


async def until(rig: Rig, video: Video, *, failure: str | None = None) -> LibraryItem:
    """Its card, once its clip is here, or once it failed so."""
    async with asyncio.timeout(60):
        while True:
            item = await rig.item(video.id)
            if item.clip_failure == failure and (failure or item.clip is not None):
                return item
            await asyncio.sleep(0.05)


def test_a_result_without_an_end_leaves_the_reserve_and_goes_on_when_there_is_room(
    small_disk: SmallDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download_failures, "FIRST_LOOK_MS", 50)
    monkeypatch.setattr(download_failures, "LONGEST_LOOK_MS", 100)
    data = small_disk.path / "data"

    async def story() -> None:
        # Kie's pace would only make the test wait.
        provider = HostedProvider(pace=replace(PACE, task_gap_ms=100))
        async with file_host(small_disk.path) as host, running(data, provider) as rig:
            first = await made(rig, provider, "không có hồi kết", host.url("endless"))
            await until(rig, first, failure="disk_full")
            assert RESERVE_BYTES <= host.least_free < RESERVE_BYTES + 8 * MIB
            assert list(data.rglob("*.part")) == []
            # What was free is free again, and was too little: nobody asks for it once more.
            assert free_bytes(data) > RESERVE_BYTES + 12 * MIB
            second = await made(rig, provider, "nhỏ", host.url("whole"))
            await until(rig, second)
            await asyncio.sleep(1)
            assert host.asked("endless") == 1
            paused = [event.paused for event in rig.events if isinstance(event, OutboxChanged)]
            assert [type(one) for one in paused] == [DiskFullError]
            host.is_endless = False
            small_disk.resize(RESERVE_BYTES // MIB + 256)
            clip = (await until(rig, first)).clip
            assert clip is not None
            assert clip.read_bytes() == BODY
            last = [event for event in rig.events if isinstance(event, OutboxChanged)][-1]
            assert last.paused is None

    asyncio.run(story())


def test_a_clip_without_a_length_gets_no_tags_where_its_copy_would_take_the_reserve(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = [1 << 40]
    monkeypatch.setattr(disk_reserve, "free_bytes", lambda _folder: free[0])

    class LastBytes(FakeMedia):
        async def probe(self, path: Path) -> ClipFacts:
            free[0] = RESERVE_BYTES
            return await super().probe(path)

    async def story() -> None:
        media = LastBytes(writes_tags=True)
        provider = ScriptedProvider(script=((0, succeeded(100_00)),), body=b"short")
        async with running(tmp_path, provider, media) as rig:
            video = await rig.engine.generate(a_request())
            await rig.engine.until_idle()
            item = await rig.item(video.id)
            assert item.clip is not None
            assert item.clip.read_bytes() == b"short"
            assert (media.tagged, media.made) == ({}, [])
            assert "not_tagged" in rig.timeline(item.video.id)
            # Its poster and strip come when there is room for them.
            free[0] = 1 << 40
            await rig.clock.sleep(60_000)
            assert (await rig.item(item.video.id)).poster is not None

    run_virtually(story())
