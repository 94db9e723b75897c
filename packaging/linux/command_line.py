"""What man and the shells know of both programs, from the parsers that read their command lines."""

import os
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import shtab
from bundle.build import commit_time

from videogen_desktop import __version__
from videogen_desktop.cli.main import parser as terminal_parser
from videogen_desktop.program.options import API_BASE, API_KEY, DATA_DIR, shipped_vendors
from videogen_desktop.program.window_options import parser as window_parser


@dataclass(frozen=True)
class Program:
    """`summary` stands after the name in `apropos`."""

    name: str
    summary: str
    parser: Callable[[], ArgumentParser]


PROGRAMS = (
    Program("videogen", "make short AI videos from a prompt, in the terminal", terminal_parser),
    Program(
        "videogen-desktop",
        "make short AI videos from a prompt, in a window",
        lambda: window_parser(shipped_vendors),
    ),
)
# Shell -> where packages put the completion of a command, below share/.
COMPLETIONS = {
    "bash": "bash-completion/completions/{}",
    "zsh": "zsh/vendor-completions/_{}",
    "fish": "fish/vendor_completions.d/{}.fish",
}
_EXIT_STATUS = "0 when all was done. With any other number a sentence on standard error says why."
_ENVIRONMENT = {
    DATA_DIR: "The folder that everything is kept below. The option --data-dir counts more.",
    API_KEY: "A key for this run alone; it is kept nowhere.",
    API_BASE: "Another compatible server. The option --api-base counts more.",
}


def manual_page(program: Program) -> str:
    """Of section 1, in roff; dated as the commit, so that two builds are the same."""
    # Installed on Linux alone.
    from argparse_manpage.manpage import Manpage

    day = datetime.fromtimestamp(int(commit_time()), UTC).date().isoformat()
    facts = {
        "date": day,
        "project_name": "VideoGen Desktop",
        "version": __version__,
        "manual_title": "User Commands",
        "description": program.summary,
    }
    others = [one.name for one in PROGRAMS if one is not program]
    with _unbroken_lines():
        page = Manpage(program.parser(), facts)
        page.add_section("exit status", "=", _roff(_EXIT_STATUS))
        terms = [f".TP\n.B {name}\n{_roff(text)}\n" for name, text in _ENVIRONMENT.items()]
        page.add_section("environment", "=", "".join(terms).rstrip())
        page.add_section("see also", "=", ", ".join(f"\\fB{_roff(one)}\\fR(1)" for one in others))
        return str(page)


def _roff(text: str) -> str:
    return text.replace("-", "\\-")


@contextmanager
def _unbroken_lines() -> Iterator[None]:
    """argparse breaks lines at the width of this terminal, and words at their hyphens, which man
    would join again with a blank."""
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "100000"
    try:
        yield
    finally:
        del os.environ["COLUMNS"]
        if before is not None:
            os.environ["COLUMNS"] = before


def completion(program: Program, shell: str) -> str:
    """What the shell reads; each program has names of its own, since a shell may read both."""
    return shtab.complete(program.parser(), shell, root_prefix=program.name.replace("-", "_"))
