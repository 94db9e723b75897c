"""What the process's exit code says."""

from enum import IntEnum


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
