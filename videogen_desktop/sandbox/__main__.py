"""The sandbox as a process of its own: ``python -m videogen_desktop.sandbox --state DIR``."""

import argparse
import sys
from pathlib import Path

from videogen_desktop.sandbox.settings import add_arguments, fault_menu, settings_from

_RESOURCES = Path(__file__).parents[2] / "resources"
CHECKOUT_FONT = _RESOURCES / "fonts" / "BeVietnamPro-SemiBold.ttf"
CHECKOUT_MODELS = _RESOURCES / "models"


def main(arguments: list[str] | None = None) -> int:
    """Serve until told to stop. Exit codes: 0 stopped, 1 could not listen, 2 wrong usage."""
    parser = argparse.ArgumentParser(
        prog="python -m videogen_desktop.sandbox",
        description="A loopback Kie AI with its own books. It costs nothing.",
        epilog=fault_menu(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_arguments(parser)
    parser.add_argument("--font", type=Path, default=CHECKOUT_FONT, help="TTF for the clips")
    namespace = parser.parse_args(arguments)
    if namespace.state is None:
        parser.error("a state directory is needed (--state DIR)")
    from videogen_desktop.sandbox.server import run_sandbox

    return run_sandbox(settings_from(namespace, namespace.font, CHECKOUT_MODELS))


if __name__ == "__main__":
    sys.exit(main())
