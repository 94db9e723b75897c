"""A copy where the user chose: whole under its name, or not there at all."""

import asyncio
import errno
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.requests import a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import (
    ClipMissingError,
    OutputRefusedError,
    VideoNotFoundError,
)
from videogen_desktop.domain.events import CopyEnded, CopyProgressed
from videogen_desktop.domain.export import UseKind
from videogen_desktop.domain.file_names import suggested_name
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.storage.clip_copies import CHUNK_BYTES

BODY = b"0123456789abcdef" * 100


def provider() -> ScriptedProvider:
    return ScriptedProvider(script=((0, succeeded()),), body=BODY)


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    """The folder that the user chooses."""
    folder = tmp_path / "Chọn"
    folder.mkdir()
    return folder


async def generated(rig: Rig, prompt: str = "Một con mèo") -> LibraryItem:
    video = await rig.engine.generate(a_request(prompt))
    await rig.clock.sleep(60_000)
    return await rig.item(video.id)


async def grown(rig: Rig, chunks: int) -> LibraryItem:
    """A video whose clip takes this many chunks to copy."""
    item = await generated(rig)
    assert item.clip is not None
    item.clip.write_bytes(b"x" * CHUNK_BYTES * chunks)
    return item


def ends(rig: Rig) -> list[CopyEnded]:
    return [event for event in rig.events if isinstance(event, CopyEnded)]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def refusal(rig: Rig, video_id: str, target: Path, *, overwrite: bool = False) -> str:
    with pytest.raises(OutputRefusedError) as caught:
        await rig.engine.copier.copy(video_id, target, overwrite=overwrite)
    assert caught.value.path == target
    assert ends(rig)[-1] == CopyEnded(video_id, target, caught.value)
    return caught.value.reason


def test_a_copy_is_the_same_bytes_under_the_suggested_name(tmp_path: Path, chosen: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            item = await generated(rig, "Đà Nẵng: biển / cát?")
            target = chosen / suggested_name(item.video, item.clip)
            told: list[tuple[int, int]] = []
            await rig.engine.copier.copy(
                item.video.id, target, lambda copied, total: told.append((copied, total))
            )
            assert names(chosen) == ["Đà Nẵng biển cát.mp4"]
            assert target.read_bytes() == BODY
            assert told == [(0, len(BODY))]
            assert CopyProgressed(item.video.id, 0, len(BODY)) in rig.events
            assert ends(rig) == [CopyEnded(item.video.id, target)]

    run_virtually(story())


def test_a_file_that_is_there_is_replaced_only_when_that_was_asked(
    tmp_path: Path, chosen: Path
) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            item = await generated(rig)
            target = chosen / "a.mp4"
            target.write_bytes(b"theirs")
            assert await refusal(rig, item.video.id, target) == "exists"
            assert target.read_bytes() == b"theirs"
            await rig.engine.copier.copy(item.video.id, target, overwrite=True)
            assert target.read_bytes() == BODY
            assert names(chosen) == ["a.mp4"]

    run_virtually(story())


def test_a_file_that_came_meanwhile_is_kept(tmp_path: Path, chosen: Path) -> None:
    target = chosen / "a.mp4"

    def comes(_copied: int, _total: int) -> None:
        target.write_bytes(b"theirs")

    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            item = await generated(rig)
            with pytest.raises(OutputRefusedError, match="exists"):
                await rig.engine.copier.copy(item.video.id, target, comes)
            assert target.read_bytes() == b"theirs"
            assert names(chosen) == ["a.mp4"]

    run_virtually(story())


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_clip_of_the_library_is_never_replaced(tmp_path: Path, chosen: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            one, other = await generated(rig, "Một"), await generated(rig, "Hai")
            assert one.clip is not None
            (chosen / "cửa").symlink_to(one.clip.parent)
            for target in (one.clip, chosen / "cửa" / one.clip.name):
                reason = await refusal(rig, other.video.id, target, overwrite=True)
                assert reason == "in_library"
            assert one.clip.exists()

    run_virtually(story())


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("missing/a.mp4", "folder_missing"),
        ("file/a.mp4", "folder_missing"),
        ("x" * 300, "unwritable"),
        ("nul\0byte", "unwritable"),
        ("folder", "unwritable"),
    ],
)
def test_a_place_that_cannot_be_written_is_said(
    tmp_path: Path, chosen: Path, place: str, reason: str
) -> None:
    (chosen / "file").touch()
    (chosen / "folder").mkdir()

    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            item = await generated(rig)
            target = chosen / place
            assert await refusal(rig, item.video.id, target, overwrite=True) == reason
            assert names(chosen) == ["file", "folder"]

    run_virtually(story())


def test_a_full_disk_is_said_and_leaves_nothing(
    tmp_path: Path, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            item = await generated(rig)
            target = chosen / "a.mp4"
            target.write_bytes(b"theirs")
            with monkeypatch.context() as patch:
                patch.setattr(os, "fsync", full)
                assert await refusal(rig, item.video.id, target, overwrite=True) == "full"
            assert target.read_bytes() == b"theirs"
            assert names(chosen) == ["a.mp4"]

    run_virtually(story())


def test_a_clip_that_is_gone_or_never_came_is_said(tmp_path: Path, chosen: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            item = await generated(rig)
            copier = rig.engine.copier
            assert item.clip is not None
            item.clip.unlink()
            with pytest.raises(ClipMissingError) as caught:
                await copier.copy(item.video.id, chosen / "a.mp4")
            assert caught.value.path == item.clip
            waiting = await rig.engine.generate(a_request())
            with pytest.raises(ClipMissingError) as caught:
                await copier.copy(waiting.id, chosen / "a.mp4")
            assert caught.value.path is None
            with pytest.raises(VideoNotFoundError):
                await copier.copy("nobody", chosen / "a.mp4")
            assert [type(end.error) for end in ends(rig)] == [
                ClipMissingError,
                ClipMissingError,
                VideoNotFoundError,
            ]
            assert names(chosen) == []

    run_virtually(story())


async def by_its_caller(_rig: Rig, _video_id: str, task: asyncio.Task[None]) -> None:
    task.cancel()


async def by_the_verb(rig: Rig, video_id: str, _task: asyncio.Task[None]) -> None:
    await rig.engine.copier.cancel(video_id)


async def by_the_end_of_the_program(rig: Rig, _id: str, _task: asyncio.Task[None]) -> None:
    await rig.engine.close()


@pytest.mark.parametrize("cancel", [by_its_caller, by_the_verb, by_the_end_of_the_program])
def test_a_copy_that_is_cancelled_leaves_nothing(
    tmp_path: Path, chosen: Path, cancel: Callable[[Rig, str, asyncio.Task[None]], Awaitable[None]]
) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            item = await grown(rig, chunks=8)
            target = chosen / "a.mp4"
            seen: list[str] = []
            begun = asyncio.Event()

            def at_work(_copied: int, _total: int) -> None:
                seen.extend(names(chosen))
                begun.set()

            task = asyncio.create_task(rig.engine.copier.copy(item.video.id, target, at_work))
            await begun.wait()
            await cancel(rig, item.video.id, task)
            with pytest.raises(asyncio.CancelledError):
                await task
            assert len(seen) == 1
            assert seen[0].endswith(".part")
            assert names(chosen) == []
            assert ends(rig) == [CopyEnded(item.video.id, target, is_cancelled=True)]

    run_virtually(story())


def test_progress_is_told_at_most_five_times_a_second(tmp_path: Path, chosen: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            item = await grown(rig, chunks=20)
            began = rig.clock.monotonic_ms()
            await rig.engine.copier.copy(item.video.id, chosen / "a.mp4")
            took = rig.clock.monotonic_ms() - began
            told = [event for event in rig.events if isinstance(event, CopyProgressed)]
            assert 1 <= len(told) <= 1 + took // 200
            assert (chosen / "a.mp4").stat().st_size == 20 * CHUNK_BYTES

    run_virtually(story())


def test_many_are_copied_each_under_a_name_of_its_own(tmp_path: Path, chosen: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            prompts = ("Mèo", "Mèo", "Chó", "Mèo", "aux")
            videos = [(await generated(rig, prompt)).video for prompt in prompts]
            (chosen / "Chó.mp4").write_bytes(b"theirs")
            ended = await rig.engine.copier.copy_many([video.id for video in videos], chosen)
            assert [end.video_id for end in ended] == [video.id for video in videos]
            assert sorted(ended, key=str) == sorted(ends(rig), key=str)
            assert names(chosen) == [
                "Chó (2).mp4",
                "Chó.mp4",
                "Mèo (2).mp4",
                "Mèo (3).mp4",
                "Mèo.mp4",
                "_aux.mp4",
            ]
            assert {end.target.name for end in ended} == set(names(chosen)) - {"Chó.mp4"}
            assert (chosen / "Chó.mp4").read_bytes() == b"theirs"
            assert all(end.target.read_bytes() == BODY for end in ended)

    run_virtually(story())


def test_one_of_many_that_fails_or_is_cancelled_stops_no_other(
    tmp_path: Path, chosen: Path
) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            good, gone, dropped = [
                (await generated(rig, prompt)) for prompt in ("Tốt", "Mất", "Thôi")
            ]
            assert gone.clip is not None
            gone.clip.unlink()
            copier = rig.engine.copier
            ids = [item.video.id for item in (dropped, gone, good)]
            copies = asyncio.create_task(copier.copy_many(ids, chosen))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            await copier.cancel(dropped.video.id)
            failed, copied = await copies
            assert isinstance(failed.error, ClipMissingError)
            assert failed.target == chosen
            assert copied == CopyEnded(good.video.id, chosen / "Tốt.mp4")
            assert names(chosen) == ["Tốt.mp4"]
            assert CopyEnded(dropped.video.id, chosen, is_cancelled=True) in ends(rig)

    run_virtually(story())


def test_at_most_three_are_copied_at_once(tmp_path: Path, chosen: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            item = await grown(rig, chunks=2)
            most = 0

            def at_work(_copied: int, _total: int) -> None:
                nonlocal most
                most = max(most, sum(name.endswith(".part") for name in names(chosen)))

            targets = [chosen / f"{number}.mp4" for number in range(8)]
            copier = rig.engine.copier
            await asyncio.gather(
                *(copier.copy(item.video.id, target, at_work) for target in targets)
            )
            assert names(chosen) == [target.name for target in targets]
            assert 1 < most <= 3

    run_virtually(story())


def test_a_copy_is_taken_back_only_while_it_is_what_was_written(
    tmp_path: Path, chosen: Path
) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            videos = [(await generated(rig, prompt)).video.id for prompt in ("Một", "Hai", "Ba")]
            kept, edited, theirs = [chosen / f"{name}.mp4" for name in ("Một", "Hai", "của họ")]
            await rig.engine.copier.copy_many(videos, chosen)
            edited.write_bytes(b"cut by somebody")
            theirs.write_bytes(b"theirs")
            replaced = chosen / "thay.mp4"
            replaced.write_bytes(b"old")
            await rig.engine.copier.copy(videos[0], replaced, overwrite=True)
            copies = [kept, edited, theirs, replaced]
            assert await rig.engine.copier.take_back(copies) == 1
            assert names(chosen) == ["Ba.mp4", "Hai.mp4", "của họ.mp4", "thay.mp4"]
            assert await rig.engine.copier.take_back(copies) == 0
            with rig.library.reading() as rows:
                counts = [rows.uses.counts(video_id) for video_id in videos]
            # The first was copied twice, and one of both was taken back.
            assert counts == [{UseKind.EXPORT: 1}] * 3

    run_virtually(story())
