"""`make release-check`: what is said of a checkout before it becomes a release."""

import json
import os
import re
import shutil
import subprocess
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from release import check, checksums, latest
from release.check import Outcome, Word

from videogen_desktop import __version__
from videogen_desktop.domain.updates import HOME, Release, published

ROOT = Path(__file__).resolve().parents[2]


# --- the table -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([Word.OK], 0),
        ([Word.OK, Word.NOT_RUN, Word.OPEN], 0),
        ([Word.FAILED, Word.OK], 1),
    ],
)
def test_one_row_that_failed_fails_it_and_what_was_not_tried_is_said(
    capsys: pytest.CaptureFixture[str], words: list[Word], code: int
) -> None:
    outcomes = {f"row {word}": Outcome(word, f"because {word}\nand more") for word in words}
    assert check.report({name: partial(lambda it: it, it) for name, it in outcomes.items()}) == code
    printed = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in printed if "because" in line] == list(outcomes)
    assert all(f"1 {word}" in printed[-1] for word in words)


def test_every_file_of_packaging_tests_has_a_row() -> None:
    named = set(check.rows(full=False))
    files = (ROOT / "tests" / "packaging").glob("test_*.py")
    assert {path.stem.removeprefix("test_").replace("_", " ") for path in files} < named
    assert named > {"clean tree", "changelog", "latest.json", "folder in dist/"}


def test_a_row_of_tests_runs_them_and_says_what_they_lacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "import pytest\ndef test_a(): pass\ndef test_b(): pytest.skip('no dpkg-deb here')\n"
    (tmp_path / "test_one.py").write_text(text)
    (tmp_path / "pytest.ini").touch()
    monkeypatch.setattr(check, "ROOT", tmp_path)
    outcome = check.tested(tmp_path / "test_one.py", full=False)
    assert outcome == Outcome(Word.OK, "1 tests\nwithout: no dpkg-deb here")


SKIPPED = "SKIPPED [2] tests/packaging/test_one.py:7: lintian is not here\n"


@pytest.mark.parametrize(
    ("code", "said", "outcome"),
    [
        (0, "12 passed in 1s", Outcome(Word.OK, "12 tests")),
        (0, f"{SKIPPED}2 skipped in 1s", Outcome(Word.NOT_RUN, "lintian is not here")),
        (5, "7 deselected in 1s", Outcome(Word.NOT_RUN, "`--full` runs it")),
        (1, "a\n1 failed, 3 passed", Outcome(Word.FAILED, "a\n1 failed, 3 passed")),
        (2, "SyntaxError\n1 error", Outcome(Word.FAILED, "SyntaxError\n1 error")),
    ],
)
def test_a_row_that_tried_nothing_is_no_pass(code: int, said: str, outcome: Outcome) -> None:
    assert check.judged(code, said) == outcome


# --- the rows --------------------------------------------------------------------------------


class Checkout:
    """A real one at `folder`, in which time passes with each commit."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._now = folder, 1_800_000_000
        self._git("init")

    def commit(self, name: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(self._now))
        self._git("add", name)
        self._git("commit", "-m", f"Change {name}")
        self._now += 60

    def _git(self, *words: str) -> None:
        day = f"@{self._now} +0000"
        environment = {**os.environ, "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
        who = ["-c", "user.name=x", "-c", "user.email=x@example.test"]
        command = ["git", *who, *words]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True, env=environment)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    if shutil.which("git") is None:
        pytest.skip("git is not here")
    return Checkout(tmp_path)


def test_what_is_not_committed_is_no_release(checkout: Checkout, tmp_path: Path) -> None:
    checkout.commit("a")
    assert check.clean_tree(tmp_path).word is Word.OK
    (tmp_path / "b").touch()
    found = check.clean_tree(tmp_path)
    assert found.word is Word.FAILED
    assert "?? b" in found.said
    assert check.clean_tree(tmp_path / "elsewhere").word is Word.NOT_RUN


def test_pictures_older_than_the_window_wait_for_eyes(checkout: Checkout, tmp_path: Path) -> None:
    checkout.commit("videogen_desktop/ui/header.py")
    assert check.pictures(tmp_path).word is Word.OPEN
    checkout.commit("resources/guide/vi/welcome.webp")
    assert check.pictures(tmp_path).word is Word.OK
    checkout.commit("videogen_desktop/ui/header.py")
    assert check.pictures(tmp_path).word is Word.OPEN


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("## [Unreleased]\n\n## [1.2.3] - 2027-03-01\n\n- A\n", Word.OK),
        ("## [Unreleased]\n\n- B\n\n## [1.2.3] - 2027-03-01\n\n- A\n", Word.FAILED),
        ("## [Unreleased]\n\n## [1.2.2] - 2027-03-01\n", Word.FAILED),
        ("## [Unreleased]\n\n## [1.2.3] - 2027-03-09\n", Word.FAILED),
        ("## [Unreleased]\n\n## [1.2.3]\n", Word.FAILED),
        ("## [Unreleased]\n", Word.FAILED),
    ],
)
def test_the_changelog_is_of_this_release_and_keeps_nothing_back(
    tmp_path: Path, text: str, word: Word
) -> None:
    path = tmp_path / "CHANGELOG.md"
    path.write_text(text)
    assert check.changelog(path, "1.2.3", date(2027, 3, 2)).word is word


def test_what_is_published_is_what_the_program_reads(tmp_path: Path) -> None:
    assert latest.main(tmp_path) == 0
    told = published((tmp_path / "latest.json").read_bytes(), HOME)
    assert told == Release(__version__, f"https://{HOME}/releases/{__version__}")
    assert json.loads(latest.latest("1.2.3", "h.test"))["page"] == "https://h.test/releases/1.2.3"
    for wrong in ("1.2", "v1.2.3", "1.2.3-rc1"):
        with pytest.raises(ValueError, match="three numbers"):
            latest.latest(wrong)


def test_a_home_that_nobody_can_own_is_an_open_question() -> None:
    assert check.news_of_it("videogen.example").word is Word.OPEN
    assert check.news_of_it("releases.videogen.vn").word is Word.OK
    assert check.news_of_it("no host/").word is Word.FAILED


def test_a_folder_of_another_version_is_no_release(tmp_path: Path) -> None:
    assert check.bundled(tmp_path / "none").word is Word.NOT_RUN
    terminal = tmp_path / "videogen"
    terminal.write_text("#!/bin/sh\necho VideoGen Desktop 0.0.9\n")
    terminal.chmod(0o700)
    found = check.bundled(tmp_path)
    assert (found.word, "0.0.9" in found.said) == (Word.FAILED, True)


# --- checksums -------------------------------------------------------------------------------


@pytest.fixture
def release(tmp_path: Path) -> Path:
    for name in ("videogen_0.2.0.deb", "VideoGen 0.2.0.dmg", "mèo.txt"):
        (tmp_path / name).write_bytes(name.encode() * 1_000)
    (tmp_path / "videogen-desktop").mkdir()
    return tmp_path


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not here")
def test_the_systems_own_tool_checks_the_list(release: Path) -> None:
    name = checksums.write_checksums(release).name
    tool = ["sha256sum", "--check", "--strict", name]
    done = subprocess.run(tool, cwd=release, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(re.findall(r": OK$", done.stdout, re.MULTILINE)) == 3
    (release / "mèo.txt").write_bytes(b"another")
    assert subprocess.run(tool, cwd=release, capture_output=True, check=False).returncode == 1


def test_a_file_that_changed_went_or_came_is_named(release: Path) -> None:
    assert check.summed(release).word is Word.NOT_RUN
    checksums.write_checksums(release)
    checksums.write_checksums(release)
    assert check.summed(release).word is Word.OK
    (release / "mèo.txt").write_bytes(b"another")
    (release / "VideoGen 0.2.0.dmg").unlink()
    (release / "new.exe").touch()
    assert checksums.wrong(release) == ["VideoGen 0.2.0.dmg", "mèo.txt", "new.exe"]
    assert check.summed(release).word is Word.FAILED


def test_an_empty_folder_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing to pass on"):
        checksums.write_checksums(tmp_path)
