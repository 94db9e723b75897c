"""Shipped files are found, and a missing one is a typed error."""

import sys
from pathlib import Path

import pytest

from videogen_desktop import executable, resources


def test_a_wheel_is_searched_before_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel, checkout = tmp_path / "wheel", tmp_path / "checkout"
    for folder in (wheel, checkout):
        folder.mkdir()
        (folder / "both.txt").touch()
        (folder / "videogen_vi.qm").touch()
    (checkout / "only.txt").touch()
    monkeypatch.setattr(resources, "_RESOURCES", (wheel, checkout))
    monkeypatch.setattr(resources, "_CATALOGUES", (wheel, checkout))
    assert resources.resource_path("both.txt") == wheel / "both.txt"
    assert resources.resource_path("only.txt") == checkout / "only.txt"
    assert resources.translation_path("videogen_vi") == wheel / "videogen_vi.qm"


def test_a_missing_file_says_which_and_where_it_was_sought() -> None:
    with pytest.raises(resources.ResourceMissingError) as caught:
        resources.resource_path("fonts/none.ttf")
    assert caught.value.relative == "fonts/none.ttf"
    assert len(caught.value.searched) == 2


def test_a_missing_catalogue_is_no_error() -> None:
    assert resources.translation_path("videogen_none") is None


def test_an_installed_program_starts_its_package_from_any_folder() -> None:
    command = executable.own_command("sandbox", "--port", "0")
    assert command[0] == sys.executable
    assert "-P" in command, "a hostile module in the working directory must not be imported"
    assert command[-5:] == ["-m", "videogen_desktop", "sandbox", "--port", "0"]
