"""The command line with which this program starts itself again as a child process, and the
environment that its children get."""

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

# Beside the window's program in a folder that `make bundle` made.
TERMINAL = "videogen"
_LOADER = "LD_LIBRARY_PATH"
# Beside both programs, where a package manager put them: its name, in one line.
PACKAGED_BY = "packaged-by"
_LONGEST_NAME = 60
# What PyInstaller's boot loader tells its own children.
_BOOT_LOADER = "_PYI_"


def own_command(*arguments: str) -> list[str]:
    """The command line that runs this program with `arguments`, from any working directory.

    A frozen program is the terminal program beside its executable, which knows every role; the
    window's knows only the window. Otherwise the same interpreter runs the package: `-P` keeps the
    working directory, which may be anybody's folder, off the module search path, and `-X utf8`
    makes file names and pipes UTF-8 whatever the locale is.
    """
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable)
        return [str(beside.with_name(TERMINAL + beside.suffix)), *arguments]
    return [sys.executable, "-P", "-X", "utf8", "-m", "videogen_desktop", *arguments]


def packager() -> str | None:
    """Who keeps this installation up to date, such as "apt"; None where the user does.

    A mark that cannot be read counts as well: whoever put it there meant it.
    """
    if not getattr(sys, "frozen", False):
        return None
    mark = Path(sys.executable).with_name(PACKAGED_BY)
    try:
        text = mark.read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return None
    except OSError:
        return PACKAGED_BY
    name = "".join(filter(str.isprintable, text.partition("\n")[0])).strip()
    return name[:_LONGEST_NAME] or PACKAGED_BY


def give_back_environment(environment: MutableMapping[str, str] = os.environ) -> None:
    """Undo what the boot loader of a frozen program changed, before anything starts a child.

    Our own folder on LD_LIBRARY_PATH would make the user's player, browser and gsettings load our
    libraries. The loader of this process read it when the process began.
    """
    before = environment.pop(f"{_LOADER}_ORIG", None)
    if before is not None:
        environment[_LOADER] = before
    else:
        environment.pop(_LOADER, None)
    for name in [name for name in environment if name.startswith(_BOOT_LOADER)]:
        del environment[name]
