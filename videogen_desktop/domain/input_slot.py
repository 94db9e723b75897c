"""A place for files that go into a request: what it takes, and how their addresses are spelled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from videogen_desktop.domain.errors import SlotFileError
from videogen_desktop.domain.input_file import input_object
from videogen_desktop.domain.request import OptionValue

# What vendors also call these types of files.
_ALSO = {"audio/mp4": "audio/m4a", "audio/mpeg": "audio/mp3", "audio/wav": "audio/x-wav"}
# In `item_fields`: the length of the file, in whole seconds.
SECONDS = "$seconds"


# As people think of them: frames, then what the video is made of, then what it is like.
_ORDER = ("first_frame", "last_frame", "portrait", "source", "source_sound", "reference")


class FileFacts(Protocol):
    """What a place asks of a file (see domain.input_file.InputFile)."""

    @property
    def kind(self) -> str: ...
    @property
    def mime(self) -> str: ...
    @property
    def bytes(self) -> int: ...
    @property
    def width(self) -> int | None: ...
    @property
    def height(self) -> int | None: ...
    @property
    def duration_ms(self) -> int | None: ...


class SlotKind(StrEnum):
    IMAGE = "image"
    VIDEO = "video"
    SOUND = "sound"


class WireForm(StrEnum):
    """How the vendor wants addresses."""

    ALONE = "alone"
    LIST = "list"
    # A list of objects, whose member `item_wire` is the address.
    OBJECTS = "objects"
    # A list, the member `item_wire` of the object that is the entry `item` of a parameter's list.
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class InputSlot:
    """A place for `least` to `most` files. Slots of the same `wire` share one list, in their order.

    `types` are media types ("image/png"); sides are pixels, `largest_ratio` is the longer side
    over the shorter. Lengths are milliseconds, `total_ms` of all files together. None: the vendor
    says nothing. `item_fields` go into each object beside its address.
    """

    name: str
    kind: SlotKind
    wire: str
    form: WireForm
    least: int = 0
    most: int = 1
    types: tuple[str, ...] = ()
    largest_bytes: int | None = None
    least_side: int | None = None
    largest_side: int | None = None
    largest_ratio: float | None = None
    shortest_ms: int | None = None
    longest_ms: int | None = None
    total_ms: int | None = None
    item_wire: str = ""
    item_fields: Mapping[str, OptionValue] = field(default_factory=dict, hash=False)
    item: int = 0

    def check(self, files: "Sequence[FileFacts]") -> None:
        """Raises SlotFileError for the first file that this place does not take."""
        for file in files:
            for fault, given, limits in self._faults(file):
                raise SlotFileError(self.name, fault, given, limits)
        total = sum(file.duration_ms or 0 for file in files)
        if self.total_ms is not None and total > self.total_ms:
            raise SlotFileError(self.name, "total", total, (self.total_ms,))

    def _faults(self, file: "FileFacts") -> "Iterator[tuple[str, object, tuple[object, ...]]]":
        if file.kind != self.kind:
            yield "kind", str(file.kind), (str(self.kind),)
        elif self.types and not {file.mime, _ALSO.get(file.mime)} & {*self.types}:
            yield "type", file.mime, self.types
        if self.largest_bytes is not None and file.bytes > self.largest_bytes:
            yield "bytes", file.bytes, (self.largest_bytes,)
        if file.width and file.height:
            yield from self._faults_of_sides(file.width, file.height)
        if file.duration_ms is not None:
            if self.shortest_ms is not None and file.duration_ms < self.shortest_ms:
                yield "shortest", file.duration_ms, (self.shortest_ms,)
            if self.longest_ms is not None and file.duration_ms > self.longest_ms:
                yield "longest", file.duration_ms, (self.longest_ms,)

    def _faults_of_sides(
        self, width: int, height: int
    ) -> "Iterator[tuple[str, object, tuple[object, ...]]]":
        less, more = sorted((width, height))
        if self.least_side is not None and less < self.least_side:
            yield "side_least", less, (self.least_side,)
        if self.largest_side is not None and more > self.largest_side:
            yield "side_largest", more, (self.largest_side,)
        if self.largest_ratio is not None and more > self.largest_ratio * less:
            yield "ratio", round(more / less, 2), (self.largest_ratio,)

    def on_the_wire(self, files: Sequence[str], seconds: Mapping[str, float]) -> object:
        """These files (by SHA-256) as the body has them until they have addresses."""
        addresses: list[object] = [input_object(sha256) for sha256 in files]
        match self.form:
            case WireForm.ALONE:
                return addresses[0]
            case WireForm.LIST | WireForm.MEMBER:
                return addresses
        return [
            {self.item_wire: address, **self._fields_of(sha256, seconds)}
            for sha256, address in zip(files, addresses, strict=True)
        ]

    def joined(self, before: object, value: object) -> object:
        """The field with `value` of this place beside what is in it already."""
        if not isinstance(before, list) or not isinstance(value, list):
            return value
        if self.form is not WireForm.MEMBER:
            return [*before, *value]
        return [
            {**entry, self.item_wire: value} if number == self.item else entry
            for number, entry in enumerate(before)
        ]

    def addresses(self, value: object) -> tuple[str, ...]:
        """The other way: what this field of the vendor's names, as far as it can be read."""
        if self.form is WireForm.MEMBER:
            entries = value[self.item : self.item + 1] if isinstance(value, list) else []
            value = [one.get(self.item_wire) for one in entries if isinstance(one, dict)]
            value = value[0] if value else []
        items = value if isinstance(value, list) else [value]
        if self.form is WireForm.OBJECTS:
            items = [item.get(self.item_wire) for item in items if isinstance(item, dict)]
        return tuple(item for item in items if isinstance(item, str) and item)

    def _fields_of(self, sha256: str, seconds: Mapping[str, float]) -> dict[str, OptionValue]:
        length = seconds.get(sha256, 0)
        return {
            name: length if value == SECONDS else value for name, value in self.item_fields.items()
        }


def in_order(slots: "Sequence[InputSlot]") -> "tuple[InputSlot, ...]":
    """As they are shown, and the order in which a file takes the first that fits; a vendor's
    schema has them in any."""
    last = len(_ORDER)
    return tuple(
        sorted(slots, key=lambda one: _ORDER.index(one.name) if one.name in _ORDER else last)
    )
