"""The settings of one run of the sandbox, and the options that set them."""

import argparse
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from videogen_desktop.sandbox.faults import FAULTS, FaultPlan, UnknownFaultError

ClipSize = Literal["full", "small"]
CallbackShape = Literal["market", "generic", "veo", "runway"]
CALLBACK_SHAPES: tuple[CallbackShape, ...] = ("market", "generic", "veo", "runway")
CLIP_SIZES: tuple[ClipSize, ...] = ("full", "small")
DEFAULT_LINK_SECONDS = 14 * 24 * 3600
DEFAULT_OPENING_CREDITS = 1_000_000


def announce_on_stdout(line: str) -> None:
    """Print the one line that a parent process waits for, at once."""
    print(line, flush=True)


@dataclass(frozen=True, slots=True)
class SandboxSettings:
    """Everything the sandbox needs; it reads no environment and no other file.

    Attributes:
        state_directory: Holds ``sandbox.sqlite`` and ``clips/``; made when missing.
        font_path: A TTF with full Vietnamese, used for the text in the clips.
        models_folder: Where the models are declared, see ``catalogue.py``.
        port: TCP port on 127.0.0.1; 0 takes any free one.
        speed: The scripted clock runs this many times faster (above 0). Rate limits do not.
        clip: ``full`` is 720p and 5 s, ``small`` is 180p and 1 s.
        faults: Each ``NAME`` or ``NAME:COUNT``, see ``faults.py``.
        opening_credits: Hundredths of a credit that fresh books open with; books that
            already exist keep their own balance.
        end_with_input: End when standard input reaches its end (a parent that died).
        callback_shape: Which of Kie's payloads callbacks have.
        further_models: A file of declarations of models that no release has heard of.
        link_seconds: How long a result's own link works, in real seconds; the file itself
            is kept for 14 days.
        announce: Called once with one line of JSON, from the main thread, when listening.
    """

    state_directory: Path
    font_path: Path
    models_folder: Path
    port: int = 0
    speed: float = 1.0
    clip: ClipSize = "full"
    faults: tuple[str, ...] = ()
    opening_credits: int = DEFAULT_OPENING_CREDITS
    end_with_input: bool = False
    callback_shape: CallbackShape = "market"
    link_seconds: int = DEFAULT_LINK_SECONDS
    announce: Callable[[str], None] = announce_on_stdout
    further_models: Path | None = None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add every option of the sandbox; wrong values end with exit code 2 and a sentence."""
    parser.add_argument("--port", type=_port, default=0, help="TCP port; 0 takes any free one")
    parser.add_argument("--state", type=Path, metavar="DIR", help="folder of books and clips")
    parser.add_argument("--speed", type=_speed, default=1.0, help="scripted clock, times faster")
    parser.add_argument("--clip", choices=CLIP_SIZES, default="full", help="size of the clips")
    parser.add_argument(
        "--fault",
        type=_fault,
        action="append",
        default=[],
        metavar="NAME[:COUNT]",
        help="play a fault (repeatable); one of: " + ", ".join(FAULTS),
    )
    parser.add_argument(
        "--credits",
        type=_credits,
        default=DEFAULT_OPENING_CREDITS,
        help="credits that fresh books open with (default: 10000)",
    )
    parser.add_argument(
        "--callback-shape",
        choices=CALLBACK_SHAPES,
        default="market",
        help="which of Kie's payloads callbacks have",
    )
    parser.add_argument(
        "--link-seconds",
        type=_seconds,
        default=DEFAULT_LINK_SECONDS,
        help="how long a result's own link works (default: 14 days)",
    )
    parser.add_argument(
        "--models",
        type=Path,
        metavar="FILE",
        help="declarations of further models, in the form of resources/models/sandbox.json",
    )
    parser.add_argument(
        "--end-with-input", action="store_true", help="end when standard input is closed"
    )


def settings_from(
    namespace: argparse.Namespace,
    font_path: Path,
    models_folder: Path,
    *,
    state_directory: Path | None = None,
    end_with_input: bool = False,
) -> SandboxSettings:
    """Build the settings from parsed options.

    Args:
        namespace: What a parser with ``add_arguments`` parsed.
        font_path: The font for the clips.
        models_folder: Where the models are declared.
        state_directory: Used when ``--state`` was not given.
        end_with_input: True forces what ``--end-with-input`` asks for.

    Raises:
        ValueError: when neither ``--state`` nor ``state_directory`` names a folder.
    """
    directory = namespace.state or state_directory
    if directory is None:
        raise ValueError("a state directory is needed (--state DIR)")
    return SandboxSettings(
        state_directory=directory,
        font_path=font_path,
        models_folder=models_folder,
        port=namespace.port,
        speed=namespace.speed,
        clip=namespace.clip,
        faults=tuple(namespace.fault),
        opening_credits=namespace.credits,
        end_with_input=namespace.end_with_input or end_with_input,
        callback_shape=namespace.callback_shape,
        link_seconds=namespace.link_seconds,
        further_models=namespace.models,
    )


def fault_menu() -> str:
    """The faults with their descriptions, one line each, for a help text."""
    width = max(map(len, FAULTS))
    lines = (f"  {name:<{width}}  {meaning}" for name, meaning in FAULTS.items())
    return "faults (NAME always, NAME:COUNT the first COUNT times):\n" + "\n".join(lines)


def _port(text: str) -> int:
    try:
        port = int(text)
    except ValueError:
        port = -1
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"not a port between 0 and 65535: {text!r}")
    return port


def _speed(text: str) -> float:
    speed = _number(text)
    if not 0.01 <= speed <= 10_000:
        raise argparse.ArgumentTypeError(f"not a speed between 0.01 and 10000: {text!r}")
    return speed


def _credits(text: str) -> int:
    amount = _number(text)
    if not 0 <= amount <= 1_000_000_000:
        raise argparse.ArgumentTypeError(f"not an amount of credits: {text!r}")
    return round(amount * 100)


def _seconds(text: str) -> int:
    seconds = _number(text)
    if not 1 <= seconds <= 10_000_000:
        raise argparse.ArgumentTypeError(f"not a number of seconds: {text!r}")
    return round(seconds)


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return math.nan
    return number


def _fault(text: str) -> str:
    try:
        FaultPlan([text])
    except UnknownFaultError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text
