"""The command line of the window, read."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.program.options import KnowVendors, add_common_options, names_of

if TYPE_CHECKING:
    from argparse import ArgumentParser

_LANGUAGES = ("vi", "en", "system")
_THEMES = ("system", "light", "dark")


class WindowOptions:
    """`screenshot` and `self_test` end by themselves and need no screen; `viewer` goes with the
    first of them. No dataclass: making one takes half a millisecond of the first frame."""

    data_dir: Path | None = None
    provider: str | None = None
    api_base: str | None = None
    verbose: bool = False
    language: str | None = None
    theme: str | None = None
    self_test: bool = False
    screenshot: Path | None = None
    viewer: bool = False
    window_size: tuple[int, int] | None = None
    print_first_paint: bool = False

    def __init__(self, know_vendors: KnowVendors) -> None:
        self.know_vendors = know_vendors


def window_options(words: Sequence[str], know_vendors: KnowVendors) -> WindowOptions:
    """What these words of a command line say. Ends the program as argparse does: after a question
    for help, or with a message about what is wrong."""
    options = WindowOptions(know_vendors)
    if _read_plainly(words, options):
        return options
    return parser(know_vendors).parse_args(words, WindowOptions(know_vendors))


def _read_plainly(words: Sequence[str], options: WindowOptions) -> bool:
    """Whether they were read: nearly every start is given nothing, or whole words and no more.

    argparse takes 3 ms for them before the first paint.
    """
    flags = ("--verbose", "--self-test", "--viewer", "--print-first-paint")
    values: dict[str, Sequence[str] | None] = {"--data-dir": None, "--api-base": None}
    values |= {"--language": _LANGUAGES, "--theme": _THEMES, "--screenshot": None}
    values["--provider"] = names_of(options.know_vendors)
    left = iter(words)
    for word in left:
        name = word.removeprefix("--").replace("-", "_")
        if word in flags:
            setattr(options, name, True)
            continue
        value = next(left, "")
        if word not in values or not value or value.startswith("-"):
            return False
        if value not in (values[word] or (value,)):
            return False
        setattr(options, name, Path(value) if name in ("data_dir", "screenshot") else value)
    return True


def parser(know_vendors: KnowVendors) -> "ArgumentParser":
    """All options, with their help."""
    from argparse import SUPPRESS, ArgumentParser

    parser = ArgumentParser(
        prog="videogen-desktop", description="Make short AI videos from a prompt."
    )
    add_common_options(parser, know_vendors)
    parser.add_argument("--language", choices=_LANGUAGES, help="for this run, not the setting")
    parser.add_argument("--theme", choices=_THEMES, help="for this run, not the setting")
    parser.add_argument("--self-test", action="store_true", help="try everything once, then end")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="write a picture and end")
    parser.add_argument(
        "--viewer", action="store_true", help="with --screenshot: the newest clip, played large"
    )
    parser.add_argument(
        "--window-size", type=_size, metavar="WxH", help="how large the window begins"
    )
    parser.add_argument("--print-first-paint", action="store_true", help=SUPPRESS)
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)
