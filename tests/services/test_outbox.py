"""The outbox when addresses expire, results are deleted and disks are full."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from tests.requests import a_request
from tests.services.rig import FakeMedia, Rig, running
from tests.services.scripted_provider import QUEUED, ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.clip_tags import parse_comment
from videogen_desktop.domain.errors import (
    DiskFullError,
    MediaHelperError,
    ProviderUnavailableError,
)
from videogen_desktop.domain.events import OutboxChanged, ProblemReported, VideoChanged
from videogen_desktop.domain.video import ExpiryStage, LibraryItem, expiry_stage
from videogen_desktop.storage import clip_files, disk_reserve
from videogen_desktop.storage.disk_reserve import RESERVE_BYTES

BODY = b"\x00\x00\x00\x18ftypmp42 and so on, as far as a fake looks"
DONE = ((0, succeeded(100_00)),)
URL = "https://cdn.example/clip.mp4"
LINK = "https://cdn.example/link.mp4?token=1"
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS


async def generated(rig: Rig, seconds: float = 0) -> LibraryItem:
    video = await rig.engine.generate(a_request())
    if seconds:
        await rig.clock.sleep(int(seconds * 1000))
    else:
        await rig.engine.until_idle()
    return await rig.item(video.id)


def parts(folder: Path) -> list[Path]:
    return list(folder.rglob("*.part"))


def test_a_result_carries_its_expiry_until_its_file_is_safe(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        async with running(tmp_path, provider) as rig:
            item = await generated(rig)
            assert item.expires_at is None
            shown = [
                event.item.expires_at
                for event in rig.events
                if isinstance(event, VideoChanged) and event.item.video.ended_at is not None
            ]
            ended_at = item.video.ended_at or 0
            assert shown[0] == ended_at + 14 * DAY_MS
            assert shown[-1] is None

    run_virtually(story())


def test_the_expiry_counts_from_the_end_at_the_provider(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(body=BODY, cuts=[0] * 99)
        async with running(tmp_path, provider) as rig:
            ended_at = rig.clock.now_ms() + 3_600_000
            done = succeeded(100_00)
            object.__setattr__(done, "ended_at", ended_at)
            provider.script = ((0, QUEUED), (7200, done))
            item = await generated(rig, seconds=3 * 3600)
            assert item.clip is None
            assert item.expires_at == ended_at + 14 * DAY_MS

    run_virtually(story())


@pytest.mark.parametrize(
    ("left", "stage"),
    [
        (73 * 3_600_000, ExpiryStage.FAR),
        (72 * 3_600_000, ExpiryStage.SOON),
        (1, ExpiryStage.SOON),
        (0, ExpiryStage.PAST),
    ],
)
def test_the_last_three_days_are_warned_of(left: int, stage: ExpiryStage) -> None:
    assert expiry_stage(1_000_000_000 + left, 1_000_000_000) is stage


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_an_expired_address_is_renewed_by_a_link(tmp_path: Path, status: int) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY, gone={URL: status}, links=[LINK])
        async with running(tmp_path, provider) as rig:
            item = await generated(rig)
            assert item.clip is not None
            assert provider.links_asked == [URL]
            assert [url for url, _, _ in provider.opened] == [URL, LINK]
            assert not item.result_gone

    run_virtually(story())


def test_the_link_is_asked_for_the_address_that_the_record_now_names(tmp_path: Path) -> None:
    async def story() -> None:
        new = "https://cdn.example/moved.mp4"
        provider = ScriptedProvider(
            script=((0, succeeded()), (1, succeeded(url=new))),
            body=BODY,
            gone={URL: 403, new: 403},
            links=[LINK],
        )
        async with running(tmp_path, provider) as rig:
            assert (await generated(rig)).clip is not None
            assert provider.links_asked == [new]

    run_virtually(story())


def test_a_part_of_an_expired_address_goes_on_under_the_link(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY, cuts=[12], links=[LINK])
        async with running(tmp_path, provider) as rig:

            async def expire() -> None:
                if len(provider.opened) == 2:
                    provider.gone[URL] = 403

            provider.on_open = expire
            item = await generated(rig)
            assert [(url, offset) for url, offset, _ in provider.opened] == [
                (URL, 0),
                (URL, 12),
                (LINK, 12),
            ]
            assert item.clip is not None
            assert item.clip.read_bytes() == BODY

    run_virtually(story())


def test_a_result_that_is_really_gone_says_so_and_is_not_tried_for_ever(tmp_path: Path) -> None:
    async def story() -> tuple[str, int]:
        provider = ScriptedProvider(script=DONE, body=BODY, gone={URL: 404})
        async with running(tmp_path, provider) as rig:
            item = await generated(rig, seconds=6 * 3600)
            assert item.result_gone
            assert item.clip_failure == "gone:404"
            assert rig.timeline(item.video.id).count("result_gone") == 1
            tries = len(provider.links_asked)
            assert tries == 20
            # Tries are ten minutes apart at the most.
            await rig.clock.sleep(6 * HOUR_MS)
            assert len(provider.links_asked) == tries
            return item.video.id, tries

    async def start_again(video_id: str) -> None:
        provider = ScriptedProvider(script=DONE, body=BODY, gone={URL: 404})
        async with running(tmp_path, provider) as rig:
            await rig.clock.sleep(2 * HOUR_MS)
            assert provider.opened == []
            provider.gone.clear()
            rig.events.clear()
            await rig.engine.fetch_again(video_id)
            # The card no longer says that it is gone, before a single byte has come.
            (told,) = rig.events
            assert isinstance(told, VideoChanged)
            assert (told.item.video.id, told.item.result_gone) == (video_id, False)
            assert told.item.clip_failure is None
            await rig.engine.until_idle()
            item = await rig.item(video_id)
            assert item.clip is not None
            assert not item.result_gone

    run_virtually(start_again(run_virtually(story())[0]))


def test_after_the_day_of_deletion_three_answers_are_enough(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY, cuts=[0] * 99_999)
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            await rig.clock.sleep(60_000)
            rig.clock.jump(14 * DAY_MS)
            provider.gone[URL] = 404
            await rig.clock.sleep(3600_000)
            assert (await rig.item(video.id)).result_gone
            assert len(provider.links_asked) == 3

    run_virtually(story())


def test_a_provider_that_cannot_be_asked_proves_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        silent = ProviderUnavailableError("no answer")
        provider = ScriptedProvider(script=DONE, body=BODY, gone={URL: 403}, links=[silent])
        async with running(tmp_path, provider) as rig:
            item = await generated(rig, seconds=12 * 3600)
            assert not item.result_gone
            assert len(provider.links_asked) > 25
            provider.gone.clear()
            await rig.clock.sleep(700_000)
            assert (await rig.item(item.video.id)).clip is not None

    run_virtually(story())


def full(free: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk_reserve, "free_bytes", lambda _folder: free[0])


def test_a_full_disk_pauses_the_queue_and_space_lets_it_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        free = [1 << 40]
        full(free, monkeypatch)
        provider = ScriptedProvider(script=DONE, body=BODY, create_seconds=1)
        async with running(tmp_path, provider) as rig:
            first, second = [await rig.engine.generate(a_request(text)) for text in ("a", "b")]
            free[0] = 1_000
            await rig.clock.sleep(300_000)
            for video in (first, second):
                assert (await rig.item(video.id)).clip_attempts == 0
            assert (await rig.item(first.id)).clip_failure == "disk_full"
            # The second came when nothing could start any more.
            assert len(provider.opened) == 1
            told = [event for event in rig.events if isinstance(event, ProblemReported)]
            assert [type(event.error) for event in told] == [DiskFullError]
            free[0] = 1 << 40
            await rig.clock.sleep(70_000)
            for video in (first, second):
                assert (await rig.item(video.id)).clip is not None
            paused, again = (event for event in rig.events if isinstance(event, OutboxChanged))
            assert paused.paused is not None
            assert paused.paused.free == 1_000
            assert again.paused is None

    run_virtually(story())


@pytest.mark.parametrize(
    ("free_then", "full_error", "kept"),
    [
        (RESERVE_BYTES, None, 8),
        (RESERVE_BYTES - 1, None, 0),
        (RESERVE_BYTES, OSError(errno.ENOSPC, "No space left on device"), 0),
    ],
)
def test_a_disk_that_fills_up_keeps_what_came_but_not_in_the_reserve(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    free_then: int,
    full_error: OSError | None,
    kept: int,
) -> None:
    free = [1 << 40]
    full(free, monkeypatch)
    monkeypatch.setattr(disk_reserve, "LOOK_EVERY_BYTES", 8)
    filling = [True]
    written = clip_files.PartFile.write

    async def write(self: clip_files.PartFile, chunk: bytes) -> None:
        if filling and self._file.tell() == 4:
            filling.clear()
            free[0] = free_then
            if full_error is not None:
                raise full_error
        await written(self, chunk)

    monkeypatch.setattr(clip_files.PartFile, "write", write)

    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        async with running(tmp_path, provider) as rig:
            item = await generated(rig)
            assert item.clip_failure == "disk_full"
            assert [part.read_bytes() for part in parts(tmp_path)] == [BODY[:8]] * bool(kept)
            await rig.clock.sleep(60_000)
            assert len(provider.opened) == 1
            free[0] = 1 << 40
            await rig.clock.sleep(70_000)
            assert provider.opened[1][1] == kept
            clip = (await rig.item(item.video.id)).clip
            assert clip is not None
            assert clip.read_bytes() == BODY

    run_virtually(story())


def test_a_quota_that_nobody_can_measure_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full([1 << 40], monkeypatch)
    refusals = [True]

    async def write(self: clip_files.PartFile, chunk: bytes) -> None:
        if refusals:
            raise OSError(errno.EDQUOT, "Disk quota exceeded")
        self._file.write(chunk)

    monkeypatch.setattr(clip_files.PartFile, "write", write)

    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        async with running(tmp_path, provider) as rig:
            item = await generated(rig)
            refusals.clear()
            await rig.clock.sleep(700_000)
            assert (await rig.item(item.video.id)).clip is not None

    run_virtually(story())


def test_a_clip_carries_its_request_and_its_cost(tmp_path: Path) -> None:
    async def story() -> None:
        media = FakeMedia(writes_tags=True)
        async with running(tmp_path, ScriptedProvider(script=DONE, body=BODY), media) as rig:
            item = await generated(rig)
            assert item.clip is not None
            title, comment = await media.read_tags(item.clip)
            tags = parse_comment(comment)
            assert tags is not None
            assert title == item.video.prompt == tags.request.prompt
            assert (tags.video_id, tags.task_id) == (item.video.id, item.video.task_id)
            assert (tags.request, tags.provider) == (item.video.request, "sandbox")
            assert tags.cost == item.video.cost == 100_00
            assert parts(tmp_path) == []

    run_virtually(story())


@pytest.mark.parametrize("failure", [MediaHelperError("ENOSPC"), OSError(errno.EIO, "broken")])
def test_tags_that_cannot_be_written_cost_no_clip_and_are_told(
    tmp_path: Path, failure: Exception
) -> None:
    async def story() -> None:
        media = FakeMedia(tag_failures=[failure])
        async with running(tmp_path, ScriptedProvider(script=DONE, body=BODY), media) as rig:
            item = await generated(rig)
            assert item.clip is not None
            assert item.clip.read_bytes() == BODY
            assert "not_tagged" in rig.timeline(item.video.id)
            assert parts(tmp_path) == []

    run_virtually(story())


class SpoilingMedia(FakeMedia):
    """Its copies play, but are another clip than what was copied."""

    async def probe(self, path: Path) -> ClipFacts:
        facts = await super().probe(path)
        return replace(facts, duration_ms=1) if ".tagged." in path.name else facts


def test_a_copy_that_became_another_clip_is_not_taken(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        async with running(tmp_path, provider, SpoilingMedia(writes_tags=True)) as rig:
            item = await generated(rig)
            assert item.clip is not None
            assert item.clip.read_bytes() == BODY
            assert "not_tagged" in rig.timeline(item.video.id)
            assert parts(tmp_path) == []

    run_virtually(story())


def test_a_crash_after_the_tags_are_in_the_part_never_resumes_on_it(tmp_path: Path) -> None:
    async def leave() -> str:
        provider = ScriptedProvider(script=DONE, body=BODY, cuts=[12] * 99)
        async with running(tmp_path, provider) as rig:
            video_id = (await generated(rig, seconds=5)).video.id
            (part,) = parts(tmp_path)
            with rig.library.writing() as rows:
                rows.downloads.named(video_id, part.with_name("Một con mèo.mp4"))
            part.write_bytes(BODY + b"and tags")
            part.with_name(f".{video_id}.tagged.mp4.part").write_bytes(b"half a copy")
            return video_id

    async def start_again(video_id: str) -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        async with running(tmp_path, provider) as rig:
            await rig.engine.until_idle()
            clip = (await rig.item(video_id)).clip
            assert clip is not None
            assert clip.read_bytes() == BODY + b"and tags"
            assert provider.opened == []
            assert parts(tmp_path) == []

    run_virtually(start_again(run_virtually(leave())))
