"""One mouth for money: whatever ends a command, its sentence, exit code and ledger agree."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import FAST, Run, ended, start_process
from tests.cli.money_matrix import ALL, COMMANDS, QUICK, Ended, lies, run_case
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.library import open_reader
from videogen_desktop.storage.verify import verify

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full, /proc and limits")


class Beginnings:
    """A library with a paid and an unclear video, made once and copied for every case; and what
    each command ends with when nothing fails."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = directories(folder / "begun")
        self._count = 0
        self._codes: dict[str, int] = {}
        self.words = {"folder": str(folder / "nothing to import")}
        (folder / "nothing to import").mkdir(parents=True)
        self.words["paid"] = self._video(FAST)
        self.words["unclear"] = self._video(f"{FAST} --fault lost-answer")

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

    def _video(self, sandbox: str) -> str:
        environment = {
            "VIDEOGEN_DATA_DIR": str(self._made.data),
            "VIDEOGEN_SANDBOX_ARGUMENTS": sandbox,
        }
        words = ("generate", f"Trước đó {sandbox}", "--json")
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
    with open_reader(places) as library:
        assert verify(library) == ()


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
