"""What somebody at the window sees of an update beneath it, and of a library of tomorrow."""

import hashlib
from pathlib import Path

import pytest

from tests.hands.desktop import Desktop
from tests.hands.person import Person
from tests.two_versions.program_folder import ProgramFolder
from videogen_desktop.storage.library_file import HEAD

pytestmark = pytest.mark.full


def at(program: ProgramFolder, desktop: Desktop, folder: Path) -> Person:
    person = Person(desktop, folder / "data")
    person.programs = program.programs
    return person


def ask_for_a_video(person: Person) -> None:
    person.paste("a lotus")
    person.until(lambda: person.find("Tạo video", "push button").is_enabled, "the button")
    person.press("Return")


def test_an_update_under_an_open_window_is_said_and_its_video_is_made(
    desktop: Desktop, tmp_path: Path
) -> None:
    """The helper that the window starts for its first clip is of the new build."""
    program = ProgramFolder(tmp_path / "program", "0.2.0")
    with at(program, desktop, tmp_path) as person:
        person.click(person.find("Bắt đầu dùng thử", "push button"))
        program.become("0.3.0")
        assert "0.3.0" in person.videogen("--version")
        ask_for_a_video(person)
        person.find("VideoGen vừa được cập nhật", "label")
        person.find("a lotus, Hoàn thành", "list item")
        assert person.leave() == 0
    with at(program, desktop, tmp_path) as person:
        person.find("a lotus, Hoàn thành", "list item")
        assert person.sees("VideoGen vừa được cập nhật") is None


def test_what_an_old_window_finds_no_more_of_itself_is_said_to_be_the_update(
    desktop: Desktop, tmp_path: Path
) -> None:
    """Its settings are loaded when they are first wanted: from the new version by then."""
    program = ProgramFolder(tmp_path / "program", "0.2.0")
    with at(program, desktop, tmp_path) as person:
        person.click(person.find("Bắt đầu dùng thử", "push button"))
        person.until_gone("Bắt đầu dùng thử", "push button")
        program.become("0.3.0")
        program.replace("ui/settings/settings_dialog.py", "class SettingsDialog", "class Another")
        person.click(person.find("Cài đặt", "push button"))
        person.find("VideoGen vừa được cập nhật", "label")


def test_an_older_window_says_that_the_library_is_newer_and_leaves_it_alone(
    desktop: Desktop, tmp_path: Path
) -> None:
    newest = ProgramFolder(tmp_path / "newest", "0.4.0")
    newest.migrate(HEAD, "0099")
    with at(newest, desktop, tmp_path) as person:
        person.click(person.find("Bắt đầu dùng thử", "push button"))
        ask_for_a_video(person)
        person.find("a lotus, Hoàn thành", "list item")
    library = tmp_path / "data" / "library.sqlite"
    before = hashlib.sha256(library.read_bytes()).digest()
    older = ProgramFolder(tmp_path / "older", "0.2.0")
    with at(older, desktop, tmp_path) as person:
        person.find("phiên bản VideoGen mới hơn")
        person.find("Hãy cài phiên bản mới hơn rồi mở lại")
        assert person.leave() == 0
    assert hashlib.sha256(library.read_bytes()).digest() == before
    with at(newest, desktop, tmp_path) as person:
        person.find("a lotus, Hoàn thành", "list item")
