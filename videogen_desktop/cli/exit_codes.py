"""The exit codes of the process, and the one that belongs to what ended a command."""

import argparse
import logging
from collections.abc import Iterable
from enum import IntEnum

from videogen_desktop.domain.errors import LibraryUnusableError, VideoGenError


class ExitCode(IntEnum):
    """Of `generate`; every other command uses those that fit."""

    DONE = 0
    DEFECT = 1
    USAGE = 2
    CREDITS = 3
    PROVIDER_FAILED = 4
    UNCONFIRMED = 5
    NOT_ACCEPTED = 6
    NOT_ON_DISK = 7
    INTERRUPTED = 130


_WORST_FIRST = (
    *(ExitCode.DEFECT, ExitCode.INTERRUPTED, ExitCode.USAGE, ExitCode.UNCONFIRMED),
    *(ExitCode.CREDITS, ExitCode.NOT_ACCEPTED, ExitCode.PROVIDER_FAILED, ExitCode.NOT_ON_DISK),
    ExitCode.DONE,
)


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """Of several videos: what most needs somebody to look."""
    return min(codes, key=_WORST_FIRST.index)


def failure(namespace: argparse.Namespace, error: Exception) -> tuple[ExitCode, str]:
    """Its exit code and sentence; a defect of ours leaves its traceback in the log."""
    # The sentences for every error there is: only where one came.
    from videogen_desktop.cli.errors import error_text, exit_code, system_error_text

    if isinstance(error, VideoGenError):
        return exit_code(error), error_text(error)
    if isinstance(error, OSError):
        return ExitCode.NOT_ACCEPTED, system_error_text(error)
    # 1 is what `verify` says of a broken ledger, which a defect of its own must not say.
    code = ExitCode.NOT_ACCEPTED if namespace.command == "verify" else ExitCode.DEFECT
    return code, _defect(namespace, error)


def unreadable_because(error: Exception) -> str:
    """Why the library cannot be asked, in a few words."""
    from videogen_desktop.cli.errors import CONDITIONS

    if isinstance(error, LibraryUnusableError):
        return CONDITIONS.get(error.condition, error.condition)
    return type(error).__name__


def _defect(namespace: argparse.Namespace, error: Exception) -> str:
    """Write the traceback into the log; the error's own words may hold what must not be shown."""
    from videogen_desktop.program.log_file import logging_to
    from videogen_desktop.program.options import places_of, secrets_of

    name = type(error).__name__
    with logging_to(places_of(namespace).logs, secrets_of()) as path:
        logging.getLogger(__name__).error("%s", name, exc_info=error)
    where = f"details are in {path}" if path else "and the log could not be written"
    return f"Something went wrong inside the program ({name}); {where}."
