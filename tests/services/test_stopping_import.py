"""An import ends when it is told to: what came in stays, and the library is let go."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.services.rig import FakeMedia, running
from tests.services.scripted_provider import ScriptedProvider
from tests.services.test_importing import importer, put
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.clip_tags import ImportOutcome
from videogen_desktop.storage.clip_files import clips_below


@dataclass
class SlowMedia(FakeMedia):
    """Never comes to an end with what is called so."""

    endless: str = "b"
    reached: asyncio.Event = field(default_factory=asyncio.Event)

    async def probe(self, path: Path) -> ClipFacts:
        if path.stem == self.endless:
            self.reached.set()
            await asyncio.Event().wait()
        return await super().probe(path)


def test_the_file_under_way_is_left_out_and_what_came_in_stays(tmp_path: Path) -> None:
    async def story() -> None:
        media = SlowMedia()
        async with running(tmp_path, ScriptedProvider(), media) as rig:
            paths = [await put(media, tmp_path / f"{n}.mp4", None, n.encode()) for n in "abc"]
            importing = importer(rig, media)
            work = asyncio.ensure_future(importing.import_paths(paths, untagged=True))
            await media.reached.wait()
            await importing.stop()
            report = await work
            assert (report.is_stopped, report.left) == (True, 2)
            assert dict(report.files) == {paths[0]: ImportOutcome.ADDED}
            assert (await rig.engine.opened()).first_page.ids == report.added
            media.endless = ""
            again = await importing.import_paths(paths, untagged=True)
            assert (again.is_stopped, again.left) == (False, 0)
            assert again.files[paths[0]] is ImportOutcome.KNOWN
            assert len(again.added) == 2

    run_virtually(story())


def test_a_engine_that_closes_waits_for_no_import(tmp_path: Path) -> None:
    async def story() -> None:
        media = SlowMedia()
        async with running(tmp_path, ScriptedProvider(), media) as rig:
            path = await put(media, tmp_path / "b.mp4", None)
            importing = rig.engine.importer.import_paths([path], untagged=True)
            work = asyncio.ensure_future(importing)
            await media.reached.wait()
            await rig.engine.close()
            assert (await work).is_stopped

    run_virtually(story())


def test_stopping_nothing_stops_nothing_later(tmp_path: Path) -> None:
    async def story() -> None:
        media = SlowMedia()
        async with running(tmp_path, ScriptedProvider(), media) as rig:
            path = await put(media, tmp_path / "a.mp4", None)
            importing = importer(rig, media)
            await importing.stop()
            assert not (await importing.import_paths([path], untagged=True)).is_stopped

    run_virtually(story())


def test_the_search_through_a_large_folder_ends_too(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "a.mp4").touch()

    def after(folders: int) -> Callable[[], bool]:
        left = iter(range(folders))
        return lambda: next(left, None) is None

    assert len(asyncio.run(clips_below(tmp_path))) == 5
    assert len(asyncio.run(clips_below(tmp_path, after(3)))) == 2
