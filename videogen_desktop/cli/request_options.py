"""The options that say what a video is to be, and the request that they ask for."""

import argparse
import json
import mimetypes
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.cli.output import printable
from videogen_desktop.domain.credits import hundredths_from_credits
from videogen_desktop.domain.errors import (
    ClipMissingError,
    InputRefusedError,
    NoSuchSlotError,
    PriceUnknownError,
)
from videogen_desktop.domain.follow_ups import first_picture
from videogen_desktop.domain.input_file import InputKind
from videogen_desktop.domain.input_slot import InputSlot, SlotKind
from videogen_desktop.domain.intake import InputRefusal, PictureChange, PictureFit
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.parameter import Parameter
from videogen_desktop.domain.request import MOST_TAKES, OptionValue, VideoRequest, frozen_value
from videogen_desktop.domain.vendor import RequestFacts, Vendor

if TYPE_CHECKING:
    from videogen_desktop.services.inputs import Inputs

# Where a file of --reference may go, the first place that has room.
_PLACES = {
    SlotKind.IMAGE: ("reference", "portrait"),
    SlotKind.VIDEO: ("reference_video", "source"),
    SlotKind.SOUND: ("reference_sound", "source_sound"),
}
_KINDS = {"video": SlotKind.VIDEO, "audio": SlotKind.SOUND}
_CHANGES = {
    PictureChange.FRAME_TAKEN: "its first frame is taken",
    PictureChange.TURNED_UPRIGHT: "turned upright",
    PictureChange.METADATA_REMOVED: "without its metadata",
    PictureChange.COLOURS_CONVERTED: "in ordinary colours",
    PictureChange.CROPPED: "cropped",
    PictureChange.MADE_SMALLER: "made smaller",
    PictureChange.FLATTENED: "on white",
    PictureChange.TYPE_CHANGED: "as another type of picture",
}
Note = Callable[[str], None]


def add_request_options(command: argparse.ArgumentParser, *, has_image: bool = True) -> None:
    """What a model may declare; its own defaults hold for what is left out."""
    command.add_argument(
        "--aspect", metavar="SHAPE", help="landscape, portrait, square, or a ratio such as 16:9"
    )
    command.add_argument(
        "--preset",
        metavar="NAME",
        help="a style, by any of its names: `videogen presets` lists them",
    )
    command.add_argument("--duration", metavar="SECONDS", help="the length of the video")
    command.add_argument("--resolution", metavar="SIZE", help="such as 720p")
    command.add_argument(
        "--audio", action=argparse.BooleanOptionalAction, help="with or without sound"
    )
    command.add_argument("--negative", metavar="TEXT", help="what the video shall not show")
    command.add_argument("--seed", metavar="N", help="the same number makes a similar video")
    command.add_argument(
        "--set",
        action="append",
        default=[],
        type=_assignment,
        metavar="NAME=VALUE",
        help="any other option of the model, lists as JSON, in which pictures are paths; may be "
        "given several times",
    )
    if has_image:
        command.add_argument(
            "--image", type=Path, metavar="FILE", help="the picture that the video begins with"
        )
    command.add_argument(
        "--last-image", type=Path, metavar="FILE", help="the picture that it ends with"
    )
    command.add_argument(
        "--reference",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a picture, video or sound to go by; may be given several times",
    )
    command.add_argument(
        "--max-credits",
        type=most_credits,
        metavar="N",
        help="the most that may be held; needed where the price is unknown",
    )


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"not NAME=VALUE: {text!r}")
    return name.strip(), value


def most_credits(text: str) -> int:
    """Hundredths, rounded down: never more than was said."""
    try:
        amount = min(hundredths_from_credits(text), int(Decimal(text) * 100))
    except (InvalidOperation, ValueError, OverflowError):
        amount = 0
    if amount <= 0:
        raise argparse.ArgumentTypeError(f"not a number of credits: {text!r}")
    return amount


def takes(text: str) -> int:
    """For argparse."""
    if not (text.isdecimal() and 1 <= int(text) <= MOST_TAKES):
        raise argparse.ArgumentTypeError(f"1 to {MOST_TAKES} takes, and not {text!r}")
    return int(text)


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file for a place of the model's: at `path`, or the last frame of a video of the library."""

    slot: InputSlot
    path: Path | None = None
    last_frame_of: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request whose files are not taken in yet."""

    request: VideoRequest
    files: tuple[ChosenFile, ...] = ()

    def check(self, vendor: Vendor, facts: RequestFacts, most: int | None) -> None:
        """All that can be known before a library is made and a file is opened.

        Raises InvalidRequestError.
        """
        stand_ins: dict[str, tuple[str, ...]] = {}
        for number, one in enumerate(self.files):
            before = stand_ins.get(one.slot.name, ())
            stand_ins[one.slot.name] = (*before, f"{number:064x}")
        try:
            vendor.priced(replace(self.request, inputs=stand_ins), facts, most)
        except PriceUnknownError:
            # It may go by what the files are.
            if not self.files:
                raise

    async def taken_in(self, inputs: "Inputs", note: Note) -> VideoRequest:
        """The request with its files in the library; `note` hears what was done to them.

        Raises InputFileError, NotPlayableError, LibraryUnusableError.
        """
        found: dict[str, tuple[str, ...]] = {}
        for one in self.files:
            sha256 = await _taken_in(one, inputs, note)
            found[one.slot.name] = (*found.get(one.slot.name, ()), sha256)
        return replace(self.request, inputs=found)


async def _taken_in(one: ChosenFile, inputs: "Inputs", note: Note) -> str:
    fit = PictureFit.for_slot(one.slot)
    if one.path is None:
        try:
            return (await inputs.frame_of(one.last_frame_of, None, fit)).file.sha256
        except ClipMissingError as error:
            # Its own exit code would say that something was paid here.
            path = error.path or Path(one.last_frame_of)
            raise InputRefusedError(path, InputRefusal.MISSING) from error
    taken = await inputs.take_in(one.path, InputKind(one.slot.kind), fit)
    if taken.changes:
        words = ", ".join(_CHANGES[change] for change in PictureChange if change in taken.changes)
        note(f"{printable(one.path.name)}: {words}.")
    return taken.file.sha256


def asked(
    namespace: argparse.Namespace, model: VideoModel, prompt: str, start: VideoRequest | None = None
) -> Asked:
    """What the words ask of this model; `start` is the request whose choices hold for what they
    and the style leave out. Raises NoSuchSlotError, UnknownPresetError, StorageError."""
    before = {} if start is None else dict(model.kept_options(start.options))
    parent = "" if start is None else start.parent
    given = _options(namespace, model)
    request = VideoRequest(model.id, as_typed(prompt), given, parent=parent)
    if namespace.preset is not None:
        request = _styled(namespace, request, model)
    request = replace(request, options={**before, **request.options})
    return Asked(request, _files(namespace, model))


def _styled(
    namespace: argparse.Namespace, request: VideoRequest, model: VideoModel
) -> VideoRequest:
    from videogen_desktop.cli.presets import presets_at
    from videogen_desktop.domain.preset import preset_named
    from videogen_desktop.program.options import places_of

    style = preset_named(as_typed(namespace.preset), presets_at(places_of(namespace)))
    return style.applied(request, model)


def as_typed(prompt: str) -> str:
    """A locale that is not UTF-8 leaves Python with bytes where the terminal sent letters."""
    try:
        return os.fsencode(prompt).decode() if not prompt.isascii() else prompt
    except UnicodeError:
        return prompt


def _options(namespace: argparse.Namespace, model: VideoModel) -> dict[str, OptionValue]:
    """By role; what was not given is not in it."""
    named = {
        "aspect_ratio": namespace.aspect,
        "duration": namespace.duration,
        "resolution": namespace.resolution,
        "audio": namespace.audio,
        "negative_prompt": namespace.negative,
        "seed": namespace.seed,
    }
    given: dict[str, OptionValue] = {
        role: value for role, value in named.items() if value is not None
    }
    for name, value in namespace.set:
        parameter = _parameter(model.parameters, name)
        if parameter is None:
            # The model says that it has none.
            given[name] = value
        else:
            given[parameter.role] = _in_roles(parameter, value)
    return given


def _parameter(parameters: tuple[Parameter, ...], name: str) -> Parameter | None:
    """By its role, or by the vendor's own name."""
    by_role = (one for one in parameters if one.role == name)
    return next(by_role, None) or next((one for one in parameters if one.wire == name), None)


def _in_roles(parameter: Parameter, text: str) -> OptionValue:
    """The value; of a list of objects each with our names, whichever were given."""
    if not parameter.fields:
        return text
    try:
        entries = frozen_value(json.loads(text))
    except (ValueError, TypeError, RecursionError):
        return text
    if not isinstance(entries, tuple):
        return text
    return tuple(_entry_in_roles(parameter, entry) for entry in entries)


def _entry_in_roles(parameter: Parameter, entry: OptionValue) -> OptionValue:
    if not isinstance(entry, Mapping):
        return entry
    known = {
        name: _parameter(parameter.fields, name)
        for name in entry
        # Its files have a place of their own.
        if name != parameter.files
    }
    return {name if one is None else one.role: entry[name] for name, one in known.items()}


def _files(namespace: argparse.Namespace, model: VideoModel) -> tuple[ChosenFile, ...]:
    found: list[ChosenFile] = []
    image = getattr(namespace, "image", None)
    if image is not None:
        found.append(ChosenFile(slot_or_refuse(model, first_picture(model), "first_frame"), image))
    if namespace.last_image is not None:
        slot = slot_or_refuse(model, model.slot("last_frame"), "last_frame")
        found.append(ChosenFile(slot, namespace.last_image))
    for path in namespace.reference:
        found.append(ChosenFile(_place(model, path, found), path))
    for name, value in namespace.set:
        parameter = _parameter(model.parameters, name)
        if parameter is not None and parameter.files:
            found += _files_of_entries(model, parameter, value)
    return tuple(found)


def _files_of_entries(model: VideoModel, parameter: Parameter, text: str) -> list[ChosenFile]:
    """What the entries of a list name as paths, each in the place of its entry."""
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        return []
    found: list[ChosenFile] = []
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        paths = entry.get(parameter.files) if isinstance(entry, dict) else None
        # Beyond the last there is no place: the list says that it is too long.
        slot = model.slot(f"{parameter.role}[{number}].{parameter.files}")
        if slot is not None and isinstance(paths, list):
            found += [ChosenFile(slot, Path(one)) for one in paths if isinstance(one, str)]
    return found


def _place(model: VideoModel, path: Path, before: list[ChosenFile]) -> InputSlot:
    kind = _KINDS.get(str(mimetypes.guess_type(path.name)[0]).partition("/")[0], SlotKind.IMAGE)
    slots = [slot for slot in map(model.slot, _PLACES[kind]) if slot is not None]
    taken = [one.slot.name for one in before]
    room = (slot for slot in slots if taken.count(slot.name) < slot.most)
    # Where all are full, the last one says how many it takes.
    return slot_or_refuse(model, next(room, slots[-1] if slots else None), _PLACES[kind][0])


def slot_or_refuse(model: VideoModel, slot: InputSlot | None, wanted: str) -> InputSlot:
    """Raises NoSuchSlotError where the model has no such place."""
    if slot is None:
        raise NoSuchSlotError(wanted, tuple(one.name for one in model.slots))
    return slot
