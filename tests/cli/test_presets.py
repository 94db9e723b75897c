"""`videogen presets`, and `--preset`: what is sent is the description in its style."""

import asyncio
import uuid

import pytest

from tests.cli.conftest import Videogen
from tests.plugins.sandbox_process import SandboxFactory
from videogen_desktop.domain.saved_prompt import own_preset
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import open_library


def test_styles_are_listed_and_nothing_is_made_for_a_question(
    videogen: Videogen, places: Directories
) -> None:
    run = videogen("presets", "--json")
    assert run.code == 0, run.err
    names = [one["names"]["vi"] for one in run.json["presets"]]
    assert len(names) >= 16
    assert {"Điện ảnh", "Phim cũ", "Áo dài"} <= set(names)
    assert "Điện ảnh" in videogen("presets").out
    assert not places.data.exists()


def test_a_video_is_made_in_an_own_style_or_one_that_ships(
    videogen: Videogen,
    places: Directories,
    sandbox: SandboxFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = sandbox("--speed", "100")
    monkeypatch.setenv("VIDEOGEN_API_BASE", server.address)
    monkeypatch.setenv("VIDEOGEN_API_KEY", server.key)
    refused = videogen("generate", "Một con mèo", "--preset", "no such", "--json")
    assert (refused.code, refused.json["id"]) == (2, None)
    assert "Cinematic" in refused.err
    assert not places.database.exists()
    library = open_library(places, 1)
    made = own_preset(str(uuid.uuid4()), "Của tôi", "my own words", {"aspect_ratio": "portrait"})

    async def add() -> None:
        await library.write(lambda rows: rows.presets.add(made, 1))

    asyncio.run(add())
    library.close()
    assert videogen("presets", "--json").json["presets"][0]["own"] is True
    words = ("--preset", "cua toi", "--model", "kling-3.0/video", "--json")
    run = videogen("generate", "Một con mèo", *words)
    assert run.code == 0, run.err
    shown = videogen("show", run.json["id"], "--json").json
    assert shown["prompt"] == "Một con mèo\n\nmy own words"
    assert shown["options"]["aspect_ratio"] == "9:16"
    assert shown["original_prompt"] is None
