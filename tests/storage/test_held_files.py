"""A file that another program holds open is replaced, moved and removed once that lets go."""

from pathlib import Path

import pytest

from videogen_desktop import held_files
from videogen_desktop.held_files import once_let_go

PAUSES = (0.1, 0.2, 0.4)


class Held:
    """A file of Windows that is let go after so many tries."""

    def __init__(self, tries: int, error: type[OSError] = PermissionError) -> None:
        self._left = tries
        self._error = error
        self.waited: list[float] = []

    def __call__(self) -> str:
        self._left -= 1
        if self._left >= 0:
            raise self._error
        return "done"


@pytest.mark.parametrize("tries", range(4))
def test_it_is_tried_again_until_it_is_let_go(tries: int) -> None:
    held = Held(tries)
    assert once_let_go(held, PAUSES, held.waited.append) == "done"
    assert held.waited == list(PAUSES[:tries])


def test_what_is_never_let_go_is_refused_in_the_end() -> None:
    held = Held(4)
    with pytest.raises(PermissionError):
        once_let_go(held, PAUSES, held.waited.append)
    assert held.waited == list(PAUSES)


@pytest.mark.parametrize("error", [FileNotFoundError, IsADirectoryError, OSError])
def test_nothing_else_is_waited_for(error: type[OSError]) -> None:
    held = Held(1, error)
    with pytest.raises(error):
        once_let_go(held, PAUSES, held.waited.append)
    assert held.waited == []


def test_a_file_takes_the_place_of_another_and_goes_once(tmp_path: Path) -> None:
    part, target = tmp_path / "part", tmp_path / "target"
    part.write_text("new")
    target.write_text("old")
    held_files.replace(part, target)
    assert (target.read_text(), part.exists()) == ("new", False)
    for _ in range(2):
        held_files.remove(target)
    assert not target.exists()
