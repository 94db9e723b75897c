"""`videogen doctor --bundle FILE`: a diagnosis that is shown before it is saved."""

import argparse
import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.options import secrets_of
from videogen_desktop.cli.output import asks_yes, printable

if TYPE_CHECKING:
    from videogen_desktop.storage.directories import Directories


def bundle(namespace: argparse.Namespace, places: "Directories") -> int:
    """Print all of it; save it when told to (--yes, or the answer). Raises OutputRefusedError."""
    from videogen_desktop.cli.doctor import readable_settings
    from videogen_desktop.services.diagnostics import diagnostics
    from videogen_desktop.storage.clip_files import check_output

    path: Path = namespace.bundle.expanduser().absolute()
    check_output(path)
    found = asyncio.run(diagnostics(places, readable_settings(places), secrets_of()))
    for line in found.preview.splitlines():
        print(printable(line))
    sys.stdout.flush()
    if not (namespace.yes or asks_yes(f"Save this as {path}?")):
        print("Nothing was saved; --yes saves it.")
        return ExitCode.NOT_ACCEPTED
    asyncio.run(found.save(path))
    print(f"Saved as {path}.")
    return ExitCode.DONE
