"""A picture on its way from the command line: uploaded, refused, out of date, and gone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Run, Videogen
from tests.plugins.sandbox_process import SandboxFactory, SandboxProcess
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import open_reader
from videogen_desktop.storage.verify import verify

MODEL = "kling/v2-1-standard"
FAULTS = ("upload-refused:1", "upload-expired:1")


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "mèo.jpg"
    Image.new("RGB", (1280, 720), (200, 30, 80)).save(path)
    return path


@pytest.fixture
def server(sandbox: SandboxFactory) -> SandboxProcess:
    words = [word for fault in FAULTS for word in ("--fault", fault)]
    return sandbox("--speed", "100", "--clip", "small", *words)


@pytest.fixture
def generate(
    videogen: Videogen, server: SandboxProcess, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], Run]:
    monkeypatch.setenv("VIDEOGEN_API_KEY", server.key)
    wallet = ("--provider", "kie", "--api-base", server.address)
    asked = ("generate", "Một con mèo", "--model", MODEL, "--image", str(picture))
    return lambda: videogen("--verbose", *wallet, *asked, "--yes", "--json", "--no-wait")


def test_whatever_keeps_a_picture_is_said_costs_nothing_and_is_over_the_next_time(
    generate: Callable[[], Run], server: SandboxProcess, places: Directories
) -> None:
    refused, expired, taken = generate(), generate(), generate()
    assert (refused.code, refused.json["reason"], refused.json["cost"]) == (6, "not_sent", 0)
    assert "refuses a file of the request" in refused.json["error"]
    assert "the file type is not supported" in refused.json["error"]
    assert (expired.code, expired.json["reason"], expired.json["cost"]) == (6, "refused", 0)
    assert "could not fetch a file" in expired.json["error"]
    for run in (refused, expired):
        assert run.json["error"].endswith("Nothing was charged.")
    assert (taken.code, taken.json["error"]) == (0, None)
    with server.books() as books:
        (task,) = books.tasks()
        assert len(books.create_requests()) == 2
        assert f"{server.address}/kieai/" in task.param and "$input" not in task.param
    with open_reader(places) as library:
        assert verify(library) == ()
    logged = places.logs.joinpath("videogen.log").read_text("utf-8")
    for said in (logged, *(run.out + run.err for run in (refused, expired, taken))):
        assert "/kieai/" not in said
