"""The look at a built installer: what it takes for a failure. Its programs are scripts here."""

import stat
import sys
from functools import partial
from pathlib import Path

import pytest
import smoke

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts with #! are of POSIX")

PROGRAM = """#!{python}
import json, pathlib, sys
library = pathlib.Path({library!r})
if "generate" in sys.argv:
    pathlib.Path(sys.argv[sys.argv.index("--output") + 1]).write_bytes(b"clip")
    library.write_text(sys.argv[2], "utf-8")
if "list" in sys.argv:
    prompts = [library.read_text("utf-8")] if library.exists() else []
    print(json.dumps({{"videos": [{{"prompt": one}} for one in prompts]}}))
sys.exit({code} if {fails!r} in sys.argv else 0)
"""


class Machine:
    """Where a program is installed and removed again, with a library that outlives it."""

    def __init__(self, folder: Path, *, fails: str = "", leaves: str = "") -> None:
        self.folder, self.fails, self.leaves = folder, fails, leaves
        self.library = folder / "library"
        self.program = folder / "videogen"
        self.shortcut = folder / "VideoGen Desktop.lnk"
        self.installations = 0

    def install(self) -> smoke.Installation:
        self.installations += 1
        text = PROGRAM.format(
            python=sys.executable, library=str(self.library), code=7, fails=self.fails
        )
        self.program.write_text(text, "utf-8")
        self.program.chmod(stat.S_IRWXU)
        self.shortcut.touch()
        own = (self.program, self.shortcut)
        left = partial(smoke.existing, *own)
        return smoke.Installation(self.program, self.program, self.remove, left)

    def remove(self) -> None:
        self.program.unlink()
        if self.leaves != "shortcut":
            self.shortcut.unlink()
        if self.leaves == "nothing at all":
            self.library.unlink()


@pytest.fixture(autouse=True)
def nothing_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smoke, "_REMOVAL_SECONDS", 0)


def test_a_good_installer_comes_goes_and_finds_the_library_again(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    smoke.try_installer(machine.install, tmp_path)
    assert machine.installations == 2
    assert machine.library.read_text("utf-8") == smoke.PROMPT


@pytest.mark.parametrize("fails", ["doctor", "--self-test", "generate", "list"])
def test_each_run_that_fails_is_a_failure(tmp_path: Path, fails: str) -> None:
    with pytest.raises(smoke.SmokeError, match="ended with 7"):
        smoke.try_installer(Machine(tmp_path, fails=fails).install, tmp_path)


def test_what_stays_after_removal_is_named(tmp_path: Path) -> None:
    with pytest.raises(smoke.SmokeError, match=r"it leaves .*VideoGen Desktop\.lnk"):
        smoke.try_installer(Machine(tmp_path, leaves="shortcut").install, tmp_path)


def test_a_removal_that_takes_the_library_with_it_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(smoke.SmokeError, match="not found again"):
        smoke.try_installer(Machine(tmp_path, leaves="nothing at all").install, tmp_path)


def test_windows_programs_are_listed_under_the_id_of_the_installer() -> None:
    script = Path(smoke.__file__).parent / "windows" / "videogen.iss"
    assert f"AppId={{{smoke.WINDOWS_ID}\n" in script.read_text("utf-8")


def test_every_installer_of_a_release_is_known() -> None:
    assert smoke.INSTALLERS.keys() == {".exe", ".dmg", ".deb"}
