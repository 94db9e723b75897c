"""A batch: rows that each ask for a video or several takes of it, what is wrong with them, and what
they cost.

Nothing here opens a file. Amounts are hundredths of a credit.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.domain.batch_columns import FILES, MODEL, MOST, PRESET, PROMPT
from videogen_desktop.domain.errors import (
    EmptyPromptError,
    InvalidRequestError,
    PriceAboveMostError,
    PriceUnknownError,
    PromptTooLongError,
    PromptTooShortError,
    UnknownModelError,
    UnknownPresetError,
    UnreadablePromptError,
    VideoGenError,
)
from videogen_desktop.domain.request import PricedRequest, VideoRequest
from videogen_desktop.domain.vendor import RequestFacts

if TYPE_CHECKING:
    from videogen_desktop.domain.input_slot import InputSlot
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.domain.vendor import Vendor

# Of all rows together, takes counted.
MOST_VIDEOS = 1_000
# A request of the model's under the style of this name (domain.preset). Raises UnknownPresetError.
ApplyPreset = Callable[[str, VideoRequest, "VideoModel"], VideoRequest]
_COLUMN_OF_ERROR: Mapping[type[VideoGenError], str] = {
    UnknownModelError: MODEL,
    EmptyPromptError: PROMPT,
    PromptTooLongError: PROMPT,
    PromptTooShortError: PROMPT,
    UnreadablePromptError: PROMPT,
    PriceUnknownError: MOST,
    UnknownPresetError: PRESET,
    PriceAboveMostError: MOST,
}


@dataclass(frozen=True, slots=True)
class BatchDefaults:
    """What holds for what a row leaves out: the composer's choices, or the command line's.
    `fragment` are the words of its style, whose options are the request's already."""

    request: VideoRequest
    takes: int = 1
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong with a row; `column` counts from 0, and is None for the row as a whole."""

    column: int | None
    error: VideoGenError


@dataclass(frozen=True, slots=True)
class RowFile:
    """A file that a row names, for a place of its model's."""

    slot: "InputSlot"
    path: Path
    column: int


@dataclass(frozen=True, slots=True)
class AskedRow:
    """What a row asks for, as far as its words say it. Its `files` are not in `request` yet.

    `most` is what may be held for all its takes together, `title` the name that is wanted for its
    files, or "". `columns` are those with something in this row, by what they mean.
    """

    number: int
    request: VideoRequest
    files: tuple[RowFile, ...] = ()
    takes: int = 1
    title: str = ""
    most: int | None = None
    columns: Mapping[str, int] = field(default_factory=dict, hash=False)
    problems: tuple[CellProblem, ...] = ()

    def problem(self, error: VideoGenError) -> CellProblem:
        """The error in the cell that it is about."""
        names = [
            getattr(error, "role", ""),
            *self._columns_of_slot(str(getattr(error, "slot", ""))),
            *getattr(error, "names", ()),
            _COLUMN_OF_ERROR.get(type(error), ""),
        ]
        found = (self.columns[name] for name in names if name in self.columns)
        return CellProblem(next(found, None), error)

    def with_stand_ins(self) -> VideoRequest:
        """The request as it will be, with other names for files that nobody has looked at yet."""
        return self.with_files([f"{number:064x}" for number in range(len(self.files))])

    def with_files(self, contents: Sequence[str]) -> VideoRequest:
        """The request with its files, by the SHA-256 of each in their order."""
        inputs = dict(self.request.inputs)
        for one, sha256 in zip(self.files, contents, strict=True):
            inputs[one.slot.name] = (*inputs.get(one.slot.name, ()), sha256)
        return replace(self.request, inputs=inputs)

    def _columns_of_slot(self, slot: str) -> tuple[str, ...]:
        return (slot, FILES) if slot else ()


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row with what is sent for each of its takes and what that costs; `priced` is None where it
    has problems."""

    asked: AskedRow
    priced: PricedRequest | None
    problems: tuple[CellProblem, ...] = ()

    @property
    def price(self) -> int:
        """Of all its takes; nothing where it is not known."""
        return 0 if self.priced is None else self.priced.price * self.asked.takes

    @property
    def lacks_price_alone(self) -> bool:
        """Whether nothing is wrong but that nobody knows what it costs."""
        return bool(self.problems) and all(
            isinstance(one.error, PriceUnknownError) for one in self.problems
        )


@dataclass(frozen=True, slots=True)
class BatchTotal:
    """What the rows come to. `is_at_most` where the price of some is only the most that may be held
    for it, `wrong` counts the rows that have problems, which are in neither of the others."""

    videos: int
    price: int
    is_at_most: bool
    wrong: int

    @classmethod
    def of(cls, rows: Iterable[CheckedRow]) -> "BatchTotal":
        checked = tuple(rows)
        good = [one for one in checked if one.priced is not None]
        return cls(
            videos=sum(one.asked.takes for one in good),
            price=sum(one.price for one in good),
            is_at_most=any(one.priced is not None and one.priced.is_at_most for one in good),
            wrong=len(checked) - len(good),
        )


def priced_row(
    asked: AskedRow,
    vendor: "Vendor",
    request: VideoRequest | None = None,
    facts: RequestFacts | None = None,
    most: int | None = None,
) -> CheckedRow:
    """Check a row's request and price it. `request` is the one with its files, `facts` say what
    those are; without them names stand in for them. `most` is held for each of its videos where
    nobody knows the price and the row says nothing of it.
    """
    if asked.problems:
        return CheckedRow(asked, None, asked.problems)
    bound = asked.most // asked.takes if asked.most is not None else None
    try:
        whole = asked.with_stand_ins() if request is None else request
        priced = _priced(vendor, whole, facts, bound, most)
    except InvalidRequestError as error:
        return CheckedRow(asked, None, (asked.problem(error),))
    return CheckedRow(asked, priced)


def _priced(
    vendor: "Vendor",
    request: VideoRequest,
    facts: RequestFacts | None,
    bound: int | None,
    most: int | None,
) -> PricedRequest:
    try:
        return vendor.priced(request, facts, bound)
    except PriceUnknownError:
        if most is None:
            raise
        return vendor.priced(request, facts, most)


def share_of(most: int | None, rows: Sequence[CheckedRow]) -> int | None:
    """Of what may be held for all rows, what that leaves for each video of those whose price nobody
    knows; None where it leaves nothing, or nothing was said."""
    lacking = sum(one.asked.takes for one in rows if one.lacks_price_alone)
    if most is None or not lacking:
        return None
    each = (most - sum(one.price for one in rows)) // lacking
    return each if each > 0 else None
