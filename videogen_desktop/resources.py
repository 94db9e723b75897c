"""Finds the files that ship with the program.

A wheel (and a frozen program) carries them below `videogen_desktop/data`; an editable install is a
checkout, where `resources/` stands beside the package and compiled catalogues in `build/i18n`.
"""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent
_RESOURCES = (_PACKAGE / "data" / "resources", _CHECKOUT / "resources")
_NOTICES = "THIRD-PARTY-NOTICES.txt"
_CATALOGUES = (_PACKAGE / "data" / "i18n", _CHECKOUT / "build" / "i18n")


class ResourceMissingError(FileNotFoundError):
    """A file that ships with the program is not there: the installation is damaged."""

    def __init__(self, relative: str, searched: tuple[Path, ...]) -> None:
        super().__init__(f"{relative} is missing from this installation")
        self.relative = relative
        self.searched = searched


def resource_path(relative: str) -> Path:
    """The shipped file or folder `relative` to `resources/`, such as `fonts/NotoSans.ttf`.

    Raises ResourceMissingError.
    """
    for folder in _RESOURCES:
        path = folder / relative
        if path.exists():
            return path
    raise ResourceMissingError(relative, _RESOURCES)


def translation_path(name: str) -> Path | None:
    """The compiled catalogue `name`, such as `videogen_vi`; None where it was not compiled.

    A missing catalogue is no error: the window then shows its source texts.
    """
    for folder in _CATALOGUES:
        path = folder / f"{name}.qm"
        if path.is_file():
            return path
    return None


def notices_path() -> Path | None:
    """THIRD-PARTY-NOTICES.txt of the folder that this program runs from; None in any other
    installation, which carries nobody else's work."""
    if not getattr(sys, "frozen", False):
        return None
    # A package has a link to it on PATH.
    programs = Path(sys.executable).resolve().parent
    # An application of macOS keeps it with its resources.
    places = (programs / _NOTICES, programs.parent / "Resources" / _NOTICES)
    return next((path for path in places if path.is_file()), None)
