"""The command line with which this program starts itself again as a child process."""

import sys


def own_command(*arguments: str) -> list[str]:
    """The command line that runs this program with `arguments`, from any working directory.

    A frozen program is its own executable. Otherwise the same interpreter runs the package: `-P`
    keeps the working directory, which may be anybody's folder, off the module search path, and
    `-X utf8` makes file names and pipes UTF-8 whatever the locale is.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-P", "-X", "utf8", "-m", "videogen_desktop", *arguments]
