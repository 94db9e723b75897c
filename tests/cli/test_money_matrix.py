"""One mouth for money: whatever ends a command, its sentence, exit code and ledger agree."""

import shutil
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import FAST, Run, ended, start_process
from tests.cli.money_matrix import ALL, COMMANDS, QUICK, Ended, lies, run_case
from tests.requests import SANDBOX
from tests.services.input_files import take_in
from tests.storage.filled_library import new_video, reserved
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.vendor import RequestFacts
from videogen_desktop.sandbox.books import Books
from videogen_desktop.storage.backup import back_up
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.library import open_library, open_reader
from videogen_desktop.storage.verify import Violation, verify

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full, /proc and limits")


class Beginnings:
    """A library with a paid, an unclear and a running video, two that wait, and a backup, made once
    and copied for every case; and what each command ends with when nothing fails."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = directories(folder / "begun")
        self._count = 0
        self._codes: dict[str, int] = {}
        self.words = {name: str(folder / name) for name in ("nothing", "clips")}
        (folder / "nothing").mkdir(parents=True)
        self.words["picture"] = str(folder / "picture.png")
        Image.new("RGB", (640, 480)).save(self.words["picture"])
        self.words["paid"] = self._video(FAST)
        shutil.copytree(self._made.videos, folder / "clips")
        self.words["unclear"] = self._video(f"{FAST} --fault lost-answer")
        with Books.open(self._made.local_server("sandbox")) as books:
            self.words["lost"] = books.tasks()[-1].task_id
        self.words["flying"] = self._video(FAST, "--no-wait")
        self.words["waiting"], self.words["pictured"] = self._waiting()

    def copy(self) -> Directories:
        self._count += 1
        folder = self._folder / f"case-{self._count}"
        shutil.copytree(self._made.data, folder)
        return directories(folder)

    def code(self, command: str) -> int:
        """The command's exit code where nothing fails."""
        if command not in self._codes:
            self._codes[command] = run_case(command, "nothing", self.copy(), self.words).code
        return self._codes[command]

    def _waiting(self) -> tuple[str, str]:
        """One of a text alone, and one with its picture."""
        now = time.time_ns() // 1_000_000
        library = open_library(self._made, now)
        file = take_in(library, self._made, Path(self.words["picture"]).read_bytes())
        asked = VideoRequest(
            "kling-2.6/image-to-video", "Một con vịt", {}, {"first_frame": (file.sha256,)}
        )
        priced = SANDBOX.priced(asked, RequestFacts({file.sha256: file}))
        what = {"request": priced.request, "request_sha256": priced.sha256, "body": priced.body}
        with library.writing() as rows:
            wallet_id = rows.videos.get(self.words["paid"]).wallet_id
            plain, pictured = reserved(rows, wallet_id, now), new_video(wallet_id, now, **what)
            rows.videos.add(pictured)
            rows.ledger.reserve(pictured, now)
        back_up(self._made.database, self._made.backups, library.library_id, now)
        library.close()
        return plain.id, pictured.id

    def _video(self, sandbox: str, *more: str) -> str:
        environment = {
            "VIDEOGEN_DATA_DIR": str(self._made.data),
            "VIDEOGEN_SANDBOX_ARGUMENTS": sandbox,
        }
        words = ("generate", f"Trước đó {sandbox} {more}", "--json", *more)
        run: Run = ended(start_process(*words, environment=environment))
        return str(run.json["id"])


@pytest.fixture(scope="module")
def beginnings(tmp_path_factory: pytest.TempPathFactory) -> Beginnings:
    return Beginnings(tmp_path_factory.mktemp("matrix"))


def held(beginnings: Beginnings, command: str, failure: str) -> None:
    places = beginnings.copy()
    found: Ended = run_case(command, failure, places, beginnings.words)
    wrong = list(lies(command, failure, found, beginnings.code(command)))
    assert not wrong, (command, failure, wrong, found)
    if command == "repair" and found.code and verdict_of(places):
        # As long as it was not repaired it is as it was.
        return
    assert verdict_of(places) == ()


def verdict_of(places: Directories) -> tuple[Violation, ...]:
    with open_reader(places) as library:
        return tuple(verify(library))


@pytest.fixture(autouse=True)
def quick_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIDEOGEN_SANDBOX_ARGUMENTS", FAST)


@pytest.mark.parametrize(("command", "failure"), QUICK)
def test_what_matters_most_ends_with_a_true_sentence(
    beginnings: Beginnings, command: str, failure: str
) -> None:
    held(beginnings, command, failure)


@pytest.mark.full
@pytest.mark.parametrize(("command", "failure"), sorted(set(ALL) - set(QUICK)))
def test_every_command_against_every_failure(
    beginnings: Beginnings, command: str, failure: str
) -> None:
    assert command in COMMANDS
    held(beginnings, command, failure)
