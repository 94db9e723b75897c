"""A vendor that the program never heard of is a package and one line: window, terminal, ledger."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest

from tests.cli.conftest import MemoryKeyring
from tests.media.clip_files import write_clip
from tests.toy_vendor.server import KEY, READINGS, SEAL_KEY, Toy, toy_server
from tests.toy_vendor.vendor import toy_vendor
from tests.ui.acceptance.conftest import OnDisk, OpenDesktop
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.providers.vendors import vendors
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.settings import save_settings

PROMPT = "Con mèo gỗ lên dây cót"
# Long enough that nothing but a callback ends a film within the test.
ONCE_IN_TEN_MINUTES = 600_000


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Toy]:
    """The vendor's server; its keys are the user's."""
    before = keyring.get_keyring()
    keys = MemoryKeyring()
    keyring.set_keyring(keys)
    with toy_server(write_clip(tmp_path / "reel.mp4")) as running:
        keys.entries["VideoGen Desktop", f"webhook {running.address}"] = SEAL_KEY
        monkeypatch.setenv("VIDEOGEN_API_KEY", KEY)
        yield running
    keyring.set_keyring(before)


def terminal(toy: Toy, places: Directories, *words: str) -> Any:
    """The command's JSON, of a process of its own; it must end with 0."""
    options = ("--data-dir", str(places.data), "--provider", "toy", "--api-base", toy.address)
    run = subprocess.run(
        [sys.executable, "-m", "tests.toy_vendor", *words, "--json", *options],
        env=os.environ | {"VIDEOGEN_API_KEY": KEY},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_a_callback_ends_a_video_in_the_window_and_polling_one_of_the_terminal(
    open_desktop: OpenDesktop, places: Directories, on_disk: OnDisk, toy: Toy
) -> None:
    save_settings(places.settings, Settings(welcomed=True, webhook=True, webhook_port=0))
    further = Vendors(*vendors(), toy_vendor(ONCE_IN_TEN_MINUTES))
    running = open_desktop("--provider", "toy", "--api-base", toy.address, vendors=further)
    running.until(lambda: running.window.header.badge.available == 250_00)
    assert "5 credits" in running.window.composer.button.text()
    in_window = running.create(PROMPT)
    running.until(lambda: running.item(in_window).video.state is VideoState.PENDING)
    assert running.item(in_window).model_title == "Toy Reel 7"
    (ticket,) = toy.films
    assert toy.films[ticket].readings == 0
    assert toy.ring(ticket) == 200
    assert running.until_ended(in_window).video.state is VideoState.COMPLETED
    # A callback is a hint: the record was read for it.
    assert toy.films[ticket].readings == 1
    running.end()

    made = terminal(toy, places, "generate", PROMPT, "--duration", "9")
    assert (made["state"], made["cost"]) == ("completed", 12)
    assert toy.films[made["task_id"]].readings >= READINGS
    clips = [on_disk.video_with(video_id) for video_id in (in_window, made["id"])]
    assert [clip.state for clip in clips] == [VideoState.COMPLETED] * 2
    assert Path(made["file"]).is_file()

    (wallet,) = terminal(toy, places, "ledger")["wallets"]
    assert (wallet["wallet"], wallet["unit"]) == (toy.address, "coin")
    moved = [(entry["kind"], entry["amount"]) for entry in wallet["entries"]]
    assert moved == [
        ("grant", 250),
        *(("video_generation", -5), ("settle", 0.5)),
        *(("video_generation", -12.5), ("settle", 0.5)),
    ]
    assert wallet["available"] == toy.coins
    assert terminal(toy, places, "verify")["violations"] == []
