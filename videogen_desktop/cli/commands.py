"""The command line as a whole: which commands there are, and how their words are parsed."""

import argparse
import importlib
from collections.abc import Sequence
from typing import NoReturn

from videogen_desktop.cli.options import add_common_options

# Which module knows which command; only the one that is wanted is imported: every module costs
# milliseconds of a start that should take few.
_GROUPS = {
    "generate": "generate",
    "list": "reading",
    "show": "reading",
    "ledger": "ledger",
    "verify": "ledger",
    "resume": "resume",
    "settle": "settle",
    "delete": "delete",
    "rescue": "rescue",
    "account": "account",
    "import": "importing",
    "doctor": "doctor",
    "sandbox": "sandbox",
}


class UsageError(Exception):
    """The words given are not a command; `usage` is how it is written."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message, self.format_usage())


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The options, with the command's function as `run`. Raises UsageError; exits for --help."""
    parser = _Parser(
        prog="videogen",
        description="Make short AI videos from a prompt, and know where every credit went.",
    )
    add_common_options(parser)
    commands = parser.add_subparsers(
        title="commands", prog=parser.prog, dest="command", metavar="COMMAND", required=True
    )
    for group in _wanted(words):
        module = importlib.import_module(f"videogen_desktop.cli.{group}")
        for command in module.add_commands(commands):
            add_common_options(command, after_command=True)
    return parser.parse_args(words)


def _wanted(words: Sequence[str]) -> Sequence[str]:
    """The group of the command, or all of them where it is not plain which one is meant."""
    values = {"--data-dir", "--provider", "--api-base"}
    skip = False
    for word in words:
        if skip or word == "--verbose":
            skip = False
        elif word in values:
            skip = True
        elif word in _GROUPS:
            return (_GROUPS[word],)
        elif word == "--version":
            return ()
        elif not word.startswith(tuple(f"{option}=" for option in values)):
            break
    return tuple(dict.fromkeys(_GROUPS.values()))
