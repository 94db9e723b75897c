"""Runs of the window that end by themselves."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from videogen_desktop.ui.bridge import EngineBridge
    from videogen_desktop.ui.first_paint import FirstPaint
    from videogen_desktop.ui.main_window import MainWindow
    from videogen_desktop.ui.screenshot import Screenshot
    from videogen_desktop.ui.self_test import SelfTest
    from videogen_desktop.ui.translation import Translation


def add_scripted_options(parser: argparse.ArgumentParser) -> None:
    """The options that ask for such a run."""
    parser.add_argument("--self-test", action="store_true", help="try everything once, then end")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="write a picture and end")
    parser.add_argument(
        "--viewer", action="store_true", help="with --screenshot: the newest clip, played large"
    )
    parser.add_argument(
        "--window-size", type=_size, metavar="WxH", help="how large the window begins"
    )
    parser.add_argument("--print-first-paint", action="store_true", help=argparse.SUPPRESS)


def needs_no_screen(arguments: argparse.Namespace) -> bool:
    return bool(arguments.self_test or arguments.screenshot)


def ends_by_itself(arguments: argparse.Namespace) -> bool:
    return needs_no_screen(arguments) or bool(arguments.print_first_paint)


def scripted_run(
    arguments: argparse.Namespace,
    window: "MainWindow",
    bridge: "EngineBridge",
    translation: "Translation",
) -> "SelfTest | Screenshot | FirstPaint | None":
    """The run that was asked for; None for a window that a person closes. Its signal `finished`
    carries the exit code and what to print."""
    if arguments.self_test:
        from videogen_desktop.ui.self_test import SelfTest

        return SelfTest(window, bridge, translation)
    if arguments.screenshot is not None:
        from videogen_desktop.ui.screenshot import Screenshot

        target = arguments.screenshot
        return Screenshot(window, bridge, target, in_viewer=arguments.viewer)
    if arguments.print_first_paint:
        from videogen_desktop.ui.first_paint import FirstPaint

        return FirstPaint(window, bridge)
    return None


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)
