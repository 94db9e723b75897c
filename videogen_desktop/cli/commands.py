"""The command line as a whole: which commands there are, and how their words are parsed."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from videogen_desktop.cli import account, doctor, generate, ledger, reading, resume, sandbox
from videogen_desktop.cli.options import add_common_options

class UsageError(Exception):
    """The words given are not a command; `usage` is how it is written."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message, self.format_usage())


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The options, with the command's function as `run`. Raises UsageError; exits for --help."""
    parser = _Parser(
        prog="videogen",
        description="Make short AI videos from a prompt, and know where every credit went.",
        epilog=generate.EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_common_options(parser)
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True)
    for group in (generate, reading, ledger, resume, account, doctor, sandbox):
        for command in group.add_commands(commands):
            add_common_options(command, after_command=True)
    return parser.parse_args(sys.argv[1:] if argv is None else list(argv))
