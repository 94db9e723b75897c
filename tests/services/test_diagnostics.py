"""The diagnosis: what is shown is what is saved, and nothing secret is in it."""

import asyncio
import json
import zipfile
from pathlib import Path

import pytest

from tests.requests import VENDORS, a_request
from tests.services.rig import running
from tests.services.scripted_provider import ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.spend_guards import SpendGuards
from videogen_desktop.services.diagnostics import DiagnosticsBundle, diagnostics
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.library_file import HEAD

KEY = "sk-CANARY-0123456789"
PROMPT = "CANARY một con mèo: chơi/với cuộn len"
DRAFT = "CANARY bản nháp chưa gửi"
QUERY = "sig=CANARYQUERY"
SETTINGS = Settings(
    draft=DRAFT,
    proxy="manual",
    proxy_url="socks5://user:CANARYPASSWORD@proxy.example:1080",
    videos_folder=str(Path.home() / "Videos"),
    last_copy_folder="/media/CANARY ngọc/USB",
    backup_folder="D:\\CANARY\\backups",
    extra_ca_file="/etc/canary/CANARY.pem",
    webhook_address="https://canary-tunnel.example",
    active_provider="kie",
    active_api_base="https://canary.corp.example",
    known_api_bases=("https://api.kie.ai", "https://canary.corp.example"),
    spend_guards={"https://canary.corp.example": SpendGuards(1)},
)
# What a log may hold of them, in every spelling.
LOGGED = r"""
OSError: [Errno 28] No space left on device: '/media/CANARY ngọc/USB/x.mp4'
PermissionError: [WinError 5] Access denied: 'E:\\CANARY\\import' -> 'E:\\CANARY\\other'
FileNotFoundError: [Errno 2] No such file: "/mnt/an'CANARY/clips"
{"folder": "D:\\CANARY\\backups"} D:/CANARY/backups file:///media/CANARY%20ng%E1%BB%8Dc/USB
cannot load /etc/canary/CANARY.pem
ConnectError canary-tunnel.example:443, https://canary-tunnel.example/api/video-callback?video=1
ProxyError http://user:CANARY@PASSWORD@proxy.example:1080 CANARYPASSWORD canary.corp.example
Proxy-Authorization: Basic Q0FOQVJZUEFTU1dPUkQ=
"""


@pytest.fixture
def lived_in(tmp_path: Path) -> Directories:
    places = directories(tmp_path)

    async def live() -> None:
        provider = ScriptedProvider(
            script=((0, succeeded(100_00, f"https://cdn.example/a.mp4?{QUERY}")),)
        )
        async with running(tmp_path, provider) as rig:
            await rig.engine.generate(a_request(PROMPT))
            await rig.engine.until_idle()

    run_virtually(live())
    places.logs.mkdir(parents=True, exist_ok=True)
    for name in ("videogen.log", "videogen-desktop.log"):
        (places.logs / name).write_text(
            f"INFO key {KEY} Bearer {KEY}x https://cdn.example/a.mp4?{QUERY}\n"
            f"ERROR {PROMPT} / CANARY một con mèo chơi với cuộn len.mp4 / {DRAFT}\n"
            f"{LOGGED}"
            f"INFO video 6b6f0a2e-1111-4222-8333-444444444444 is completed\n"
        )
    return places


def collected(places: Directories) -> DiagnosticsBundle:
    return asyncio.run(diagnostics(places, SETTINGS, VENDORS, (KEY,)))


def test_nothing_secret_is_in_it(lived_in: Directories) -> None:
    preview = collected(lived_in).preview
    for secret in ("canary", "proxy.example", "Q0FOQVJ"):
        assert secret not in preview.lower() and secret not in preview
    assert str(Path.home()) not in preview
    assert "444444444444" not in preview
    assert "6b6f0a2e-… is completed" in preview
    assert "https://cdn.example/a.mp4?[hidden]" in preview
    # What helps stays: which error it was, and that the wallet is Kie's.
    assert "[Errno 28] No space left on device: [hidden]" in preview
    assert '"https://api.kie.ai"' in preview


def test_folders_outside_the_home_folder_are_named_by_their_use(lived_in: Directories) -> None:
    files = collected(lived_in).files
    assert str(lived_in.data) not in "".join(files.values())
    database = json.loads(files["health.json"])["database"]
    assert Path(database) == Path("[data]/library.sqlite")


def test_what_is_saved_is_what_was_shown(lived_in: Directories, tmp_path: Path) -> None:
    bundle = collected(lived_in)
    target = tmp_path / "chẩn đoán.zip"
    asyncio.run(bundle.save(target))
    with zipfile.ZipFile(target) as file:
        assert {name: file.read(name).decode() for name in file.namelist()} == dict(bundle.files)
    assert all(text.rstrip() in bundle.preview for text in bundle.files.values())
    assert b"CANARY" not in target.read_bytes()
    assert not list(tmp_path.glob("*.zip.part"))


def test_it_says_what_helps(lived_in: Directories) -> None:
    files = collected(lived_in).files
    counts = json.loads(files["counts.json"])
    assert counts["videos"] == {"generated completed": 1}
    assert counts["tables"]["video"] == 1
    health = json.loads(files["health.json"])
    assert (health["findings"], health["videos"]) == ([], 1)
    assert json.loads(files["settings.json"])["proxy"] == "manual"
    assert "SQLite" in files["versions.txt"]
    assert f"schema {HEAD}" in files["versions.txt"]


def test_without_a_library_or_a_damaged_one_there_is_still_a_diagnosis(tmp_path: Path) -> None:
    places = directories(tmp_path / "none")
    files = collected(places).files
    assert json.loads(files["counts.json"]) == {"error": "LibraryMissingError"}
    assert "no videogen.log" in files["log.txt"]
    assert "no videogen-desktop.log" in files["window-log.txt"]
    assert not places.data.exists()
    places.data.mkdir()
    places.database.write_bytes(b"no database" * 1000)
    assert json.loads(collected(places).files["health.json"])["findings"] == ["unreadable"]
