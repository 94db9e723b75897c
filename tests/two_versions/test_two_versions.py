"""Uninstalled and installed again, an older program on a newer library, two versions at once: real
programs in folders of their own, and one home."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.two_versions.program_folder import HANGS_SECONDS, Home, ProgramFolder
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.storage.library_file import HEAD

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(sys.platform == "win32", reason="programs that sh starts, SIGKILL"),
]
PROMPT = "Một con mèo chơi với cuộn len"
# What every start may write beside the library.
PASSING = ("logs", "log", "engine.lock", "window.lock", "second-starts", "__pycache__", ".cache")
KEEP_KEY = """
import asyncio, sys
from videogen_desktop.storage.key_store import SystemKeyStore
store, base = SystemKeyStore(), "https://api.kie.ai"
if len(sys.argv) > 1:
    asyncio.run(store.put(base, sys.argv[1]))
print(asyncio.run(store.get(base)))
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def older(tmp_path: Path) -> ProgramFolder:
    return ProgramFolder(tmp_path / "older", "0.2.0")


@pytest.fixture
def newer(tmp_path: Path) -> ProgramFolder:
    """It reads the same libraries, and has one setting more."""
    program = ProgramFolder(tmp_path / "newer", "0.3.0")
    program.know_a_setting("of_tomorrow", "kept")
    return program


Open = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def open_window(home: Home) -> Iterator[Open]:
    """A window of a version, ended at the latest with the test."""
    with ExitStack() as stack:

        def end(window: "subprocess.Popen[str]") -> None:
            if window.poll() is None:
                window.kill()
            window.communicate(timeout=HANGS_SECONDS)

        def opened(program: ProgramFolder) -> "subprocess.Popen[str]":
            window = home.start(program, "videogen-desktop", "--provider", "sandbox")
            stack.callback(end, window)
            return window

        yield opened


def wait_for(look: Callable[[], object], what: str) -> None:
    end = time.monotonic() + HANGS_SECONDS
    while not look():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)


def engine_runs(home: Home) -> bool:
    return (home.data / "engine.running").exists()


def key(home: Home, program: ProgramFolder, *new: str) -> str:
    places = f"{program.folder}:{program.folder.parent / 'system'}"
    command = [sys.executable, "-P", "-c", KEEP_KEY, *new]
    environment = home.environment | {"PYTHONPATH": places}
    return subprocess.check_output(command, env=environment, text=True).strip()


def videos(home: Home, program: ProgramFolder) -> list[dict[str, object]]:
    said = home.run(program, "list", "--json")
    assert said.code == 0, said.err
    listed: list[dict[str, object]] = json.loads(said.out)["videos"]
    return listed


def make(home: Home, program: ProgramFolder) -> None:
    said = home.run(program, "generate", PROMPT)
    assert said.code == 0, said.err


def test_who_installs_again_finds_everything(
    home: Home, tmp_path: Path, open_window: Open, older: ProgramFolder
) -> None:
    assert home.run(older, "generate", PROMPT, "--output", str(home.folder / "mèo.mp4")).code == 0
    assert key(home, older, "a-key-of-somebody") == "a-key-of-somebody"
    window = open_window(older)
    wait_for(lambda: engine_runs(home), "the window")
    make(home, older)
    window.terminate()
    assert window.wait(HANGS_SECONDS) == 0
    made, kept = videos(home, older), home.contents()
    assert home.settings.exists()
    older.remove()
    assert home.contents() == kept
    again = ProgramFolder(tmp_path / "again", "0.2.0")
    assert videos(home, again) == made
    assert key(home, again) == "a-key-of-somebody"
    assert home.run(again, "verify").code == 0
    assert home.contents(but=PASSING) == {
        name: content for name, content in kept.items() if not set(Path(name).parts) & set(PASSING)
    }


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("list", ExitCode.NOT_ACCEPTED),
        ("generate cat", ExitCode.NOT_ACCEPTED),
        ("resume", ExitCode.NOT_ACCEPTED),
        ("verify", ExitCode.NOT_ACCEPTED),
        ("ledger", ExitCode.NOT_ACCEPTED),
        ("doctor", ExitCode.DEFECT),
        ("doctor --repair --yes", ExitCode.NOT_ACCEPTED),
        ("doctor --repair empty --yes", ExitCode.NOT_ACCEPTED),
    ],
)
def test_an_older_program_refuses_a_newer_library_and_touches_nothing(
    home_of_tomorrow: Home, older: ProgramFolder, words: str, code: ExitCode
) -> None:
    before = home_of_tomorrow.contents(but=PASSING)
    said = home_of_tomorrow.run(older, *words.split())
    assert said.code == code, said
    assert "newer version" in said.out + said.err
    assert "Traceback" not in said.err
    assert home_of_tomorrow.contents(but=PASSING) == before


@pytest.fixture(scope="module")
def home_of_tomorrow(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home whose library the version of tomorrow has made."""
    folder = tmp_path_factory.mktemp("tomorrow")
    home, program = Home(folder / "home"), ProgramFolder(folder / "newest", "0.4.0")
    program.migrate(HEAD, "0099")
    make(home, program)
    with closing(sqlite3.connect(home.data / "library.sqlite")) as library:
        assert library.execute("SELECT version_num FROM alembic_version").fetchall() == [("0099",)]
    return home


def test_a_library_of_today_is_taken_over_and_the_way_back_is_refused(
    home: Home, tmp_path: Path, older: ProgramFolder
) -> None:
    make(home, older)
    newest = ProgramFolder(tmp_path / "newest", "0.4.0")
    newest.migrate(HEAD, "0099")
    made = videos(home, older)
    make(home, newest)
    assert len(videos(home, newest)) == len(made) + 1
    assert home.run(older, "list").code != 0
    assert home.run(newest, "verify").code == 0
    backups = list((home.data / "backups").iterdir())
    assert backups, "a backup before the migration, with which the older one can go on"


def test_a_second_versions_window_raises_the_first_and_ends(
    home: Home, open_window: Open, older: ProgramFolder, newer: ProgramFolder
) -> None:
    first = open_window(newer)
    wait_for(lambda: engine_runs(home), "the first window")
    second = open_window(older)
    assert second.wait(HANGS_SECONDS) == 0
    assert first.poll() is None
    # The folder is free as soon as the first one dies, whoever it was.
    first.send_signal(signal.SIGKILL)
    first.wait(HANGS_SECONDS)
    third = open_window(older)
    # It makes the second one's request only once it has the folder.
    wait_for(lambda: home.run(older, "generate", PROMPT).code == 0, "the older one's engine")
    assert third.poll() is None
    third.terminate()
    assert third.wait(HANGS_SECONDS) == 0
    assert not engine_runs(home), "closed in order"


def test_what_a_newer_version_set_survives_an_older_one(
    home: Home, open_window: Open, older: ProgramFolder, newer: ProgramFolder
) -> None:
    home.settings.parent.mkdir(parents=True)
    home.settings.write_text('{"of_tomorrow": "chosen", "of_the_day_after": {"a": [1, null]}}')
    for program, other in ((newer, older), (older, newer), (newer, older)):
        window = open_window(program)
        wait_for(lambda: engine_runs(home), "the window")
        # It is open, and not only its engine, when it has taken a request.
        make(home, other)
        window.terminate()
        assert window.wait(HANGS_SECONDS) == 0
        stored = json.loads(home.settings.read_text("utf-8"))
        assert stored["of_tomorrow"] == "chosen"
        assert stored["of_the_day_after"] == {"a": [1, None]}
        assert stored["window"], "it was written"
        home.settings.write_text(json.dumps(stored | {"window": None}))


def test_a_terminal_of_another_version_hands_its_request_to_the_window(
    home: Home, open_window: Open, older: ProgramFolder, newer: ProgramFolder
) -> None:
    window = open_window(newer)
    wait_for(lambda: engine_runs(home), "the window")
    make(home, older)
    (video,) = videos(home, older)
    assert video["state"] == "completed"
    # An engine of the terminal's own would have taken its mark away at its end.
    assert engine_runs(home)
    assert home.run(older, "verify").code == 0
    assert window.poll() is None
    window.terminate()
    assert window.wait(HANGS_SECONDS) == 0
    logs = "".join(path.read_text("utf-8") for path in home.folder.rglob("*.log"))
    assert "Traceback" not in logs
    assert "ProgramUpdated" not in logs


def test_of_two_versions_one_dies_and_the_other_goes_on_with_its_video(
    home: Home, open_window: Open, older: ProgramFolder, newer: ProgramFolder
) -> None:
    """The window of the newer one dies with a paid video in the air; the older one brings it in."""
    home.environment["VIDEOGEN_SANDBOX_ARGUMENTS"] = "--speed 2 --clip small"
    window = open_window(newer)
    wait_for(lambda: engine_runs(home), "the window")
    asking = home.start(older, "videogen", "generate", PROMPT)
    wait_for(lambda: _is_accepted(home), "the paid task")
    window.send_signal(signal.SIGKILL)
    window.wait(HANGS_SECONDS)
    out, err = asking.communicate(timeout=HANGS_SECONDS)
    assert "Traceback" not in out + err
    assert home.run(older, "resume").code == 0
    assert [video["state"] for video in videos(home, older)] == ["completed"]
    ledger = home.run(older, "verify")
    assert ledger.code == 0, ledger.out


def _is_accepted(home: Home) -> bool:
    path = home.data / "tasks.jsonl"
    return path.exists() and bool(path.read_text("utf-8").strip())
