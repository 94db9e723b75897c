"""Joins, targets and project folders out of a real library, by the real helpers."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from tests.media.clip_files import Recipe, write_clip
from tests.media.export_files import numbered, seen
from tests.plugins.small_disk import SmallDisk
from tests.requests import a_request
from tests.services.rig import running
from tests.services.scripted_provider import ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.clip_tags import parse_comment, tags_of
from videogen_desktop.domain.errors import (
    ClipMissingError,
    ExportRefusedError,
    MediaHelperError,
    OutputRefusedError,
)
from videogen_desktop.domain.events import CopyEnded, Event, ExportEnded, ExportProgressed
from videogen_desktop.domain.export import ClipCut, UseKind, target_named
from videogen_desktop.engine.exporting import copier, exporter
from videogen_desktop.executable import own_command
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.media.tagging import read_tags, write_tagged
from videogen_desktop.providers.vendors import vendors
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.exporting import Exporter
from videogen_desktop.services.system import SystemClock
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import SqliteLibrary, open_library
from videogen_desktop.storage.unfinished_files import UnfinishedFiles

PROMPTS = ("Mèo & <chó> ở Đà Nẵng", "Hai con mèo", "Ba con mèo")
RECIPE = Recipe(frames=24, picture=numbered)
ALL = list(range(24))


@dataclass
class Library:
    """Three videos whose clips are real."""

    folder: Path
    ids: list[str]
    clips: list[Path]


@dataclass
class Out:
    exporter: Exporter
    library: SqliteLibrary
    events: list[Event] = field(default_factory=list)

    def uses(self, video_id: str) -> dict[UseKind, int]:
        with self.library.reading() as rows:
            return rows.uses.counts(video_id)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    ids: list[str] = []
    clips: list[Path] = []

    async def story() -> None:
        provider = ScriptedProvider(script=((0, succeeded()),), body=b"clip")
        async with running(tmp_path / "data", provider) as rig:
            for prompt in PROMPTS:
                video = await rig.engine.generate(a_request(prompt))
                await rig.clock.sleep(60_000)
                clip = (await rig.item(video.id)).clip
                assert clip is not None
                ids.append(video.id)
                clips.append(clip)

    run_virtually(story())
    for clip in clips:
        plain = write_clip(tmp_path / "plain.mp4", RECIPE)
        write_tagged(plain, clip, "Mèo", '{"application":"VideoGen Desktop"}')
        plain.unlink()
    return Library(tmp_path / "data", ids, clips)


@asynccontextmanager
async def opened(library: Library) -> AsyncIterator[Out]:
    places, clock, events = directories(library.folder), SystemClock(), list[Event]()
    stored, known = open_library(places, clock.now_ms()), vendors()
    announcer = Announcer(stored, events.append, known)
    media = MediaHelper(own_command("media-helper"))
    copying = copier(stored, announcer, clock, places.unfinished, media)
    made = exporter(stored, copying, media, places.unfinished, announcer, clock, known)
    try:
        yield Out(made, stored, events)
    finally:
        await made.close()
        await copying.close()
        await media.close()
        stored.close()


def told(library: Library, story: Callable[[Out], Coroutine[Any, Any, None]]) -> None:
    async def run() -> None:
        async with asyncio.timeout(60), opened(library) as out:
            await story(out)
        assert not list(directories(library.folder).unfinished.glob("*"))

    asyncio.run(run())


def cuts(library: Library) -> list[ClipCut]:
    return [ClipCut(video_id) for video_id in library.ids]


async def progressed(out: Out) -> None:
    while not any(isinstance(event, ExportProgressed) for event in out.events):  # noqa: ASYNC110
        await asyncio.sleep(0.01)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    folder = tmp_path / "Ra ngoài"
    folder.mkdir()
    return folder


def test_a_saved_copy_says_the_title_and_the_clip_stays_as_it_was(
    library: Library, chosen: Path
) -> None:
    async def story(out: Out) -> None:
        clip = library.clips[0]
        with out.library.writing() as rows:
            video = rows.videos.get(library.ids[0])
            rows.videos.change(video, 5, title="Đêm Hội An")
        comment = tags_of(replace(video, title=None), "sandbox").comment
        write_tagged(clip, clip.with_suffix(".new.mp4"), "Mèo", comment)
        clip.with_suffix(".new.mp4").replace(clip)
        before = clip.read_bytes()
        (ended,) = await out.exporter.save(library.ids[:1], chosen, "{tiêu đề}")
        assert (ended.error, ended.target.name) == (None, "Đêm Hội An.mp4")
        tags = parse_comment(read_tags(ended.target)["comment"])
        assert tags is not None
        assert (tags.own_title, tags.request) == ("Đêm Hội An", video.request)
        assert seen(ended.target).numbers == ALL
        assert clip.read_bytes() == before
        assert [path.suffix for path in clip.parent.iterdir()] == [".mp4"] * len(library.clips)

    told(library, story)


def test_a_join_lists_its_parts_is_counted_and_never_overwrites(
    library: Library, chosen: Path
) -> None:
    async def story(out: Out) -> None:
        target = chosen / "ghép.mp4"
        first = [ClipCut(library.ids[1], 250, 1000), *cuts(library)]
        ended = await out.exporter.join("one", first, target)
        assert ended == ExportEnded("one", (target,))
        assert out.events[-1] == ended
        assert any(isinstance(event, ExportProgressed) for event in out.events)
        assert seen(target).numbers == [*ALL[3:12], *ALL * 3]
        comment = json.loads(read_tags(target)["comment"])
        assert [part["video_id"] for part in comment["parts"]] == [library.ids[1], *library.ids]
        assert [part["start_ms"] for part in comment["parts"]] == [250, 0, 0, 0]
        assert comment["parts"][1]["request"]["prompt"] == PROMPTS[0]
        assert out.uses(library.ids[1]) == {UseKind.EXPORT: 1}

        before = target.read_bytes()
        again = await out.exporter.join("two", cuts(library), target)
        assert isinstance(again.error, OutputRefusedError)
        own = await out.exporter.join("three", cuts(library), library.clips[0], overwrite=True)
        assert isinstance(own.error, OutputRefusedError) and own.error.reason == "in_library"
        assert target.read_bytes() == before
        plain = await out.exporter.join(
            "four", cuts(library), target, without_prompt=True, overwrite=True
        )
        assert plain.error is None
        assert seen(target).numbers == ALL * 3
        assert read_tags(target) == {"title": "", "comment": ""}
        assert names(chosen) == ["ghép.mp4"]

    told(library, story)


@pytest.mark.full
def test_each_clip_is_made_fit_for_its_target_under_a_name_of_the_template(
    library: Library, chosen: Path
) -> None:
    async def story(out: Out) -> None:
        target = replace(target_named("shorts"), sides=(180, 320))
        ended = await out.exporter.export(
            "one", cuts(library)[:2], chosen, target, "{số} {tiêu đề}"
        )
        assert [path.name for path in ended.files] == [
            "01 Mèo & chó ở Đà Nẵng.mp4",
            "01 Hai con mèo.mp4",
        ]
        assert [seen(path).sides for path in ended.files] == [(180, 320)] * 2
        progress = [event for event in out.events if isinstance(event, ExportProgressed)]
        assert {(event.number, event.count) for event in progress} == {(1, 2), (2, 2)}
        assert json.loads(read_tags(ended.files[0])["comment"])["video_id"] == library.ids[0]

    told(library, story)


@pytest.mark.full
def test_a_project_folder_has_the_clips_in_order_and_lists_of_it(
    library: Library, chosen: Path
) -> None:
    async def story(out: Out) -> None:
        (chosen / "Phim").mkdir()
        first = [ClipCut(library.ids[1], 250, 1000), ClipCut(library.ids[0])]
        ended = await out.exporter.project("one", first, chosen, "Phim")
        (folder,) = ended.files
        assert folder == chosen / "Phim (2)"
        clips = ["01 Hai con mèo.mp4", "02 Mèo & chó ở Đà Nẵng.mp4"]
        assert names(folder) == [*clips, "Phim.edl", "Phim.fcpxml"]
        assert (folder / clips[0]).read_bytes() == library.clips[1].read_bytes()
        edl = (folder / "Phim.edl").read_text()
        assert "001  AX       AA/V  C        00:00:00:03 00:00:01:00 01:00:00:00 01:00:00:09" in edl
        assert f"* FROM CLIP NAME: {clips[1]}" in edl
        written = (folder / "Phim.fcpxml").read_text()
        assert 'start="3/12s" duration="9/12s"' in written
        assert (folder / clips[1]).as_uri() in written.replace("&amp;", "&")
        assert out.uses(library.ids[0]) == {UseKind.EXPORT: 1}
        assert names(chosen) == ["Phim", "Phim (2)"]

    told(library, story)


@pytest.mark.full
def test_a_copy_without_its_prompt_is_the_same_clip(library: Library, chosen: Path) -> None:
    async def story(out: Out) -> None:
        (ended,) = await out.exporter.save(library.ids[:1], chosen, "{title}", without_prompt=True)
        assert ended == CopyEnded(library.ids[0], chosen / "Mèo & chó ở Đà Nẵng.mp4")
        assert read_tags(ended.target) == {"title": "", "comment": ""}
        assert "Mèo".encode() not in ended.target.read_bytes()
        assert ended.target.stat().st_size == library.clips[0].stat().st_size
        assert seen(ended.target) == seen(library.clips[0])
        assert out.events == [ended]

    told(library, story)


def test_a_cancelled_export_leaves_nothing(library: Library, chosen: Path) -> None:
    async def story(out: Out) -> None:
        work = asyncio.create_task(
            out.exporter.join(
                "one", cuts(library) * 20, chosen / "a.mp4", target=target_named("tiktok")
            )
        )
        await progressed(out)
        assert [path.suffix for path in chosen.iterdir()] in ([], [".part"])
        await out.exporter.cancel("one")
        assert await work == ExportEnded("one", is_cancelled=True) == out.events[-1]
        assert names(chosen) == []
        ended = await out.exporter.join("two", cuts(library), chosen / "a.mp4")
        assert ended.error is None

    told(library, story)


@pytest.mark.full
@pytest.mark.skipif(sys.platform != "linux", reason="looks for the child in /proc")
def test_a_helper_that_dies_is_said_and_the_next_export_has_another(
    library: Library, chosen: Path
) -> None:
    async def story(out: Out) -> None:
        work = asyncio.create_task(
            out.exporter.join(
                "one", cuts(library) * 20, chosen / "a.mp4", target=target_named("tiktok")
            )
        )
        await progressed(out)
        os.kill(_child("export-helper"), signal.SIGKILL)
        ended = await work
        assert isinstance(ended.error, MediaHelperError)
        assert names(chosen) == []
        assert (await out.exporter.join("two", cuts(library), chosen / "a.mp4")).error is None

    told(library, story)


def _child(role: str, of: int | None = None) -> int:
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
            parent = int((process / "stat").read_text().rpartition(") ")[2].split()[1])
        except OSError:
            continue
        if parent == (of or os.getpid()) and role.encode() in words:
            return int(process.name)
    raise AssertionError(role)


@pytest.mark.full
def test_what_cannot_be_joined_is_said(library: Library, chosen: Path) -> None:
    async def story(out: Out) -> None:
        none = await out.exporter.join("one", [], chosen / "a.mp4")
        assert isinstance(none.error, ExportRefusedError) and none.error.reason == "no_clips"
        gone = await out.exporter.join("two", cuts(library), chosen / "gone" / "a.mp4")
        assert isinstance(gone.error, OutputRefusedError)
        assert gone.error.reason == "folder_missing"
        library.clips[2].unlink()
        lost = await out.exporter.join("three", cuts(library), chosen / "a.mp4")
        assert isinstance(lost.error, ClipMissingError)
        assert names(chosen) == []

    told(library, story)


PROGRAM = """
import asyncio, sys
from pathlib import Path
from tests.services.test_ways_out import Library, cuts, opened
from videogen_desktop.domain.events import ExportProgressed
from videogen_desktop.domain.export import target_named

library = Library(Path(sys.argv[1]), sys.argv[3:], [])

async def run():
    async with opened(library) as out:
        join = out.exporter.join(
            "one", cuts(library) * 40, Path(sys.argv[2]), target=target_named("tiktok")
        )
        asyncio.ensure_future(join)
        while not any(isinstance(one, ExportProgressed) for one in out.events):
            await asyncio.sleep(0.01)
        print("begun", flush=True)
        await asyncio.sleep(1000)

asyncio.run(run())
"""


@pytest.mark.full
@pytest.mark.skipif(sys.platform != "linux", reason="looks for the child in /proc")
def test_a_program_that_is_killed_takes_its_helper_along_and_leaves_no_part(
    library: Library, chosen: Path
) -> None:
    root = Path(__file__).parents[2]
    words = [str(library.folder), str(chosen / "a.mp4"), *library.ids]
    command = [sys.executable, "-c", PROGRAM, *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"begun\n"
        helper = _child("export-helper", program.pid)
        program.kill()
    deadline = time.monotonic() + 30
    while Path(f"/proc/{helper}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{helper}").exists(), "it has nobody to work for any more"
    assert all(path.suffix == ".part" for path in chosen.iterdir())
    UnfinishedFiles(directories(library.folder).unfinished).remove_left()
    assert names(chosen) == []
    assert not list(directories(library.folder).unfinished.glob("*"))


@pytest.mark.full
def test_a_disk_that_is_full_is_said_and_nothing_is_left(
    library: Library, small_disk: SmallDisk
) -> None:
    async def story(out: Out) -> None:
        small_disk.fill_to(40_000)
        target = small_disk.path / "a.mp4"
        copied = await out.exporter.join("one", cuts(library) * 20, target)
        assert isinstance(copied.error, OutputRefusedError), copied
        assert copied.error.reason == "full"
        cut = [ClipCut(library.ids[0], 100), *cuts(library) * 20]
        encoded = await out.exporter.join("two", cut, target)
        assert isinstance(encoded.error, OutputRefusedError), encoded
        assert encoded.error.reason == "full"
        assert names(small_disk.path) == ["others"]

    told(library, story)
