"""`videogen doctor` and `videogen sandbox`."""

import ipaddress
import json
import sys
import urllib.request

import pytest

from tests.cli.conftest import Videogen, ended, start_process
from videogen_desktop import executable
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.updates import HOME
from videogen_desktop.program import system_libraries
from videogen_desktop.providers import address_rules
from videogen_desktop.providers.address_rules import Address
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.settings import save_settings


def test_doctor_finds_a_sound_installation_and_makes_nothing(
    videogen: Videogen, places: Directories
) -> None:
    run = videogen("doctor")
    assert run.code == 0, run.out
    for word in ("SQLite", "journal mode", "SQLAlchemy", "keyring", "media helper", "answers"):
        assert word in run.out
    assert not places.data.exists()


def test_doctor_finds_a_damaged_library_and_a_folder_that_cannot_be_used(
    videogen: Videogen, places: Directories
) -> None:
    places.data.mkdir(parents=True)
    places.database.write_bytes(b"no database" * 1000)
    places.logs.touch()
    run = videogen("doctor")
    assert run.code == 1
    problems = [line for line in run.out.splitlines() if line.startswith("PROBLEM")]
    assert len(problems) == 2
    assert "not writable" in problems[0] and "damaged" in problems[1]


@pytest.mark.skipif(sys.platform != "linux", reason="a folder of Linux that takes no files")
def test_doctor_tries_whether_a_folder_takes_files(videogen: Videogen, places: Directories) -> None:
    """The rights of this one allow it, to the administrator, and yet nobody can."""
    places.logs.parent.mkdir(parents=True, exist_ok=True)
    places.logs.symlink_to("/proc")
    run = videogen("doctor")
    assert run.code == 1
    assert f"{places.logs} (not writable)" in run.out


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the wheel is whole")
def test_doctor_names_what_the_window_lacks_and_calls_no_terminal_broken(
    videogen: Videogen, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "for the window" not in videogen("doctor").out
    absent = {"libabsent.so.9": system_libraries.Packages("absent9", "absent")}
    monkeypatch.setattr(system_libraries, "LIBRARIES", absent)
    run = videogen("doctor")
    assert run.code == 0
    assert "libabsent.so.9" in run.out


def test_doctor_says_which_way_calls_and_results_go(
    videogen: Videogen, places: Directories, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def resolver(host: str, _port: int) -> tuple[Address, ...]:
        return (ipaddress.ip_address("198.18.0.9" if host == "api.kie.ai" else "8.8.8.8"),)

    monkeypatch.setattr(address_rules, "system_resolver", resolver)
    monkeypatch.setenv("HTTPS_PROXY", "http://user:secret@proxy.example:8080")
    monkeypatch.setenv("NO_PROXY", "other.example")
    on_kie = Settings(active_provider="kie", active_api_base="https://api.kie.ai")
    on_other = on_kie._replace(active_api_base="https://other.example", proxy="system")
    for settings, words in (
        (Settings(), "not needed"),
        (on_kie, "(198.18.0.9 for https://api.kie.ai, fake-IP)"),
        (on_kie._replace(proxy="system"), "results through http://user@proxy.example:8080"),
        (on_other, "https://other.example and results directly"),
    ):
        save_settings(places.settings, settings)
        said = videogen("doctor").out
        assert words in said
        assert "secret" not in said


def test_doctor_says_what_the_window_heard_of_new_versions(
    videogen: Videogen, places: Directories, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = f"https://{HOME}/v/99.0.0"
    yes = Settings(update_check=True, update_checked_ms=1_795_000_000_000)
    told = yes._replace(update_version="99.0.0", update_page=page)
    for settings, words in ((Settings(), "not looked for"), (yes, "none (20"), (told, page)):
        save_settings(places.settings, settings)
        (line,) = [one for one in videogen("doctor").out.splitlines() if "new versions" in one]
        assert words in line
        assert line.startswith("ok")
    monkeypatch.setattr(executable, "packager", lambda: "apt")
    assert "apt keeps this installation up to date" in videogen("doctor").out


def test_the_sandbox_announces_itself_and_ends_with_its_input(places: Directories) -> None:
    process = start_process("sandbox", "--end-with-input", "--credits", "12.5")
    # Its input is already closed: it serves, says where, and ends.
    run = ended(process)
    assert run.code == 0
    announced = json.loads(run.out)
    assert announced["address"].startswith("http://127.0.0.1:")
    assert announced["key"]
    assert (places.local_server("sandbox") / "sandbox.sqlite").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_sandbox_serves_until_it_is_told_to_stop(places: Directories) -> None:
    process = start_process("sandbox")
    announced = json.loads(process.stdout.readline())
    request = urllib.request.Request(  # noqa: S310 - loopback
        announced["address"] + "/api/v1/chat/credit",
        headers={"Authorization": f"Bearer {announced['key']}"},
    )
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - loopback
        assert json.load(answer)["data"] == 10000
    process.terminate()
    assert ended(process).code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_port_that_is_taken_is_one_sentence(videogen: Videogen, places: Directories) -> None:
    process = start_process("sandbox")
    port = json.loads(process.stdout.readline())["address"].rpartition(":")[2]
    run = videogen("sandbox", "--port", port, "--state", str(places.data / "other"))
    process.terminate()
    ended(process)
    assert run.code == 1
    assert port in run.err and "Traceback" not in run.err
