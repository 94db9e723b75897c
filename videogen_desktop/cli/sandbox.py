"""`videogen sandbox`: the loopback Kie on its own; also what the engine starts as its child."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.program.options import places_of
from videogen_desktop.sandbox.settings import add_arguments, fault_menu, settings_from

_FONT = "fonts/BeVietnamPro-SemiBold.ttf"


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    command = commands.add_parser(
        "sandbox",
        help="run the loopback Kie on its own; it costs nothing",
        description="A Kie-compatible server on this machine, with its own books. It prints its "
        "address and key as one line of JSON. It costs nothing.",
        epilog=fault_menu(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_arguments(command)
    command.set_defaults(run=run)
    yield command


def run(namespace: argparse.Namespace) -> int:
    """Serve until told to stop; 1 when it cannot listen."""
    from videogen_desktop.resources import ResourceMissingError, resource_path
    from videogen_desktop.sandbox.server import run_sandbox

    try:
        font, models = resource_path(_FONT), resource_path("models")
    except ResourceMissingError as error:
        print(f"videogen: {error}.", file=sys.stderr)
        return ExitCode.DEFECT
    settings = settings_from(namespace, font, models, state_directory=_state_directory(namespace))
    if sys.stdout.isatty():
        print(_HOW_TO, file=sys.stderr)
    return run_sandbox(settings)


def _state_directory(namespace: argparse.Namespace) -> Path:
    return namespace.state or places_of(namespace).local_server("sandbox")


_HOW_TO = """\
The sandbox starts; Ctrl+C ends it. From another terminal:
  VIDEOGEN_API_BASE=<address below> VIDEOGEN_API_KEY=<key below> videogen generate "..." """
