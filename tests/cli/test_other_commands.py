"""`videogen doctor` and `videogen sandbox`."""

import json
import urllib.request

from tests.cli.conftest import Videogen, ended, start_process
from videogen_desktop.storage.directories import Directories


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


def test_the_sandbox_announces_itself_and_ends_with_its_input(places: Directories) -> None:
    process = start_process("sandbox", "--end-with-input", "--credits", "12.5")
    # Its input is already closed: it serves, says where, and ends.
    run = ended(process)
    assert run.code == 0
    announced = json.loads(run.out)
    assert announced["address"].startswith("http://127.0.0.1:")
    assert announced["key"]
    assert (places.sandbox / "sandbox.sqlite").exists()


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


def test_a_port_that_is_taken_is_one_sentence(videogen: Videogen, places: Directories) -> None:
    process = start_process("sandbox")
    port = json.loads(process.stdout.readline())["address"].rpartition(":")[2]
    run = videogen("sandbox", "--port", port, "--state", str(places.data / "other"))
    process.terminate()
    ended(process)
    assert run.code == 1
    assert port in run.err and "Traceback" not in run.err
