"""What one run of the sandbox is told before it starts."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from videogen_desktop.sandbox.callback_payloads import CallbackShape

ClipSize = Literal["full", "small"]
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
        port: TCP port on 127.0.0.1; 0 takes any free one.
        speed: The scripted clock runs this many times faster (above 0). Rate limits do not.
        clip: ``full`` is 720p and 5 s, ``small`` is 180p and 1 s.
        faults: Each ``NAME`` or ``NAME:COUNT``, see ``faults.py``.
        opening_credits: Hundredths of a credit that fresh books open with; books that
            already exist keep their own balance.
        end_with_input: End when standard input reaches its end (a parent that died).
        callback_shape: Which of Kie's payloads callbacks have.
        link_seconds: How long a result's own link works, in real seconds; the file itself
            is kept for 14 days.
        announce: Called once with one line of JSON, from the main thread, when listening.
    """

    state_directory: Path
    font_path: Path
    port: int = 0
    speed: float = 1.0
    clip: ClipSize = "full"
    faults: tuple[str, ...] = ()
    opening_credits: int = DEFAULT_OPENING_CREDITS
    end_with_input: bool = False
    callback_shape: CallbackShape = "market"
    link_seconds: int = DEFAULT_LINK_SECONDS
    announce: Callable[[str], None] = announce_on_stdout
