"""Ctrl+C ends an import in order: what came in stays."""

import asyncio
import signal
from pathlib import Path

import pytest

from tests.cli.conftest import Videogen
from tests.services.rig import FakeMedia
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock


class Interrupting(FakeMedia):
    """The user presses Ctrl+C while the second clip is looked at."""

    def __init__(self, _command: object) -> None:
        super().__init__()

    async def probe(self, path: Path) -> ClipFacts:
        if path.stem == "b":
            signal.raise_signal(signal.SIGINT)
            await asyncio.Event().wait()
        return await super().probe(path)

    async def read_tags(self, _path: Path) -> tuple[str, str]:
        return "", ""

    async def close(self) -> None:
        """There is no process."""


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_an_interrupted_import_keeps_what_came_in(
    videogen: Videogen,
    places: Directories,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    words: tuple[str, ...],
) -> None:
    monkeypatch.setattr("videogen_desktop.media.client.MediaHelper", Interrupting)
    folder = tmp_path / "clips"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.mp4").write_bytes(name.encode())
    run = videogen("import", str(folder), "--untagged", *words)
    assert run.code == 130
    assert len(videogen("list", "--json").json["videos"]) == 1
    if words:
        assert (run.json["stopped"], run.json["left"], len(run.json["added"])) == (True, 2, 1)
    else:
        assert "1  new in the library" in run.out
        assert "2  not looked at" in run.out
    lock = FileEngineLock(places.engine_lock)
    lock.acquire()
    lock.release()
