"""`videogen presets`: the styles that `--preset` takes."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from videogen_desktop.cli.output import JsonObject, option_words, print_json, print_table
from videogen_desktop.domain.request import plain_value
from videogen_desktop.program.options import places_of

if TYPE_CHECKING:
    from videogen_desktop.domain.preset import Preset
    from videogen_desktop.storage.directories import Directories


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    listing = commands.add_parser(
        "presets",
        help="the styles that --preset takes: those of the library, and those that ship",
        description="A style adds its words to the description and its options to those that were "
        "not given, where the model has them. Any of its names finds it, without marks too.",
    )
    listing.add_argument("--json", action="store_true", help="print one JSON object")
    listing.set_defaults(run=run)
    yield listing


def run(namespace: argparse.Namespace) -> int:
    found = presets_at(places_of(namespace))
    if namespace.json:
        print_json({"presets": [_object(one) for one in found]})
        return 0
    print_table(
        ("PRESET", "NAME", "OPTIONS", "WORDS"),
        [
            (
                one.name("en") if one.is_own else one.id,
                "your own" if one.is_own else one.name("vi"),
                option_words(one.request.options) or "-",
                one.fragment,
            )
            for one in found
        ],
    )
    return 0


def presets_at(places: "Directories") -> "tuple[Preset, ...]":
    """The library's own styles, where there is one, and those that ship. Raises StorageError."""
    from videogen_desktop.cli.reading import reading
    from videogen_desktop.services.presets import every_preset, shipped_presets

    with reading(places) as library:
        if library is None:
            return shipped_presets()
        with library.reading() as rows:
            return every_preset(rows)


def _object(one: "Preset") -> JsonObject:
    options = one.request.options
    return {
        "id": one.id,
        "names": {language or "own": name for language, name in one.names.items()},
        "words": one.fragment,
        "options": {role: plain_value(value) for role, value in options.items()},
        "own": one.is_own,
    }
