"""Checking and pricing the rows of a batch, with the files that they name taken in.

The loop is free again after a few milliseconds, however many rows there are: the interpreter's lock
is the window's too.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from videogen_desktop.domain.batch import (
    AskedRow,
    BatchDefaults,
    CellProblem,
    CheckedRow,
    RowFile,
    priced_row,
    share_of,
)
from videogen_desktop.domain.batch_reading import RowReader
from videogen_desktop.domain.batch_text import BatchTable
from videogen_desktop.domain.errors import InvalidRequestError
from videogen_desktop.domain.input_file import InputKind
from videogen_desktop.domain.intake import PictureFit
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.preset import preset_named
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.vendor import RequestFacts, Vendor
from videogen_desktop.services.inputs import Inputs
from videogen_desktop.services.presets import every_preset
from videogen_desktop.storage.library import Library

# Of the 5 ms that one turn on the worker may take.
_TURN_SECONDS = 0.003
# What the library knows of a request's files and of what it continues; raises InvalidRequestError.
FindFacts = Callable[[VideoRequest], Awaitable[RequestFacts]]
# A row (its number among the rows, from 0) as it stands now.
OnRow = Callable[[int, CheckedRow], None]
_NOTHING_KNOWN = RequestFacts()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file as it is now, for a place of this kind."""

    path: Path
    kind: InputKind
    fit: PictureFit
    changed_ns: int
    size: int


class BatchChecker:
    """Checks tables, one after another; a file that stayed is taken in once. Worker's loop."""

    def __init__(
        self, vendor: Callable[[], Vendor], inputs: Inputs, facts: FindFacts, library: Library
    ) -> None:
        self._vendor = vendor
        self._inputs = inputs
        self._find_facts = facts
        self._library = library
        self._taken: dict[_Wanted, str] = {}

    async def check(
        self,
        table: BatchTable,
        defaults: BatchDefaults,
        *,
        most: int | None = None,
        on_row: OnRow | None = None,
        takes_files: bool = True,
    ) -> tuple[CheckedRow, ...]:
        """Every row with what it costs or what is wrong with it, in the table's order.

        `most` is what may be held for all rows together: what their known prices leave of it is
        held, in equal parts, for the videos whose price nobody knows. `on_row` hears of each row
        when it is checked, and of those with files again once these were looked at. Without
        `takes_files` no file is opened, and a price that goes by one is not known. Raises
        LibraryUnusableError.
        """
        vendor = self._vendor()
        presets = await self._library.read(every_preset)

        def apply_preset(name: str, request: VideoRequest, model: VideoModel) -> VideoRequest:
            return preset_named(name, presets).applied(request, model)

        reader = RowReader(table, defaults, vendor, apply_preset)
        checked: list[CheckedRow] = []
        turns, facts = _Turns(), _Facts(self._find_facts)
        for row in table.rows:
            await turns.next()
            asked = reader.read(row)
            # Names stand in for its own files at first.
            one = priced_row(asked, vendor) if asked.files else await facts.priced(asked, vendor)
            checked.append(one)
            if on_row is not None:
                on_row(len(checked) - 1, one)
        contents = await self._take_files(checked, vendor, facts, on_row) if takes_files else {}
        each = share_of(most, checked)
        for index, one in enumerate(checked):
            if each is not None and one.lacks_price_alone:
                await turns.next()
                bounded = await facts.priced(one.asked, vendor, contents.get(index), each)
                checked[index] = bounded
                if on_row is not None:
                    on_row(index, bounded)
        return tuple(checked)

    async def priced(self, rows: Sequence[AskedRow]) -> tuple[CheckedRow, ...]:
        """Rows whose files are kept already, as they are priced now."""
        vendor, turns, facts = self._vendor(), _Turns(), _Facts(self._find_facts)
        found = []
        for row in rows:
            await turns.next()
            found.append(await facts.priced(row, vendor))
        return tuple(found)

    # --- files ---------------------------------------------------------------------------------

    async def _take_files(
        self, checked: list[CheckedRow], vendor: Vendor, facts: "_Facts", on_row: OnRow | None
    ) -> dict[int, tuple[str, ...]]:
        """Look at the files of each row; by row, what they are kept as."""
        found: dict[int, tuple[str, ...]] = {}
        for index, one in enumerate(checked):
            # What is wrong already stays so, whatever the files are.
            if not one.asked.files or (one.problems and not one.lacks_price_alone):
                continue
            kept = [await self._take(file) for file in one.asked.files]
            problems = tuple(file for file in kept if isinstance(file, CellProblem))
            contents = tuple(file for file in kept if isinstance(file, str))
            if problems:
                checked[index] = CheckedRow(one.asked, None, problems)
            else:
                found[index] = contents
                checked[index] = await facts.priced(one.asked, vendor, contents)
            if on_row is not None:
                on_row(index, checked[index])
        return found

    async def _take(self, file: RowFile) -> str | CellProblem:
        """The content that it is kept as, or what is wrong with it."""
        wanted = await asyncio.to_thread(_wanted, file)
        if wanted not in self._taken:
            try:
                taken = await self._inputs.take_in(wanted.path, wanted.kind, wanted.fit)
            except InvalidRequestError as error:
                return CellProblem(file.column, error)
            self._taken[wanted] = taken.file.sha256
        return self._taken[wanted]


class _Facts:
    """What the library knows, asked once for requests with the same files and parent."""

    def __init__(self, find: FindFacts) -> None:
        self._find = find
        self._known: dict[object, RequestFacts] = {}

    async def priced(
        self,
        asked: AskedRow,
        vendor: Vendor,
        contents: Sequence[str] | None = None,
        most: int | None = None,
    ) -> CheckedRow:
        """The row with its files as these contents, or with names that stand in for them."""
        if asked.problems or (asked.files and contents is None):
            return priced_row(asked, vendor, most=most)
        request = asked.with_files(contents or ())
        try:
            known = await self._of(request)
        except InvalidRequestError as error:
            return CheckedRow(asked, None, (asked.problem(error),))
        return priced_row(asked, vendor, request, known, most)

    async def _of(self, request: VideoRequest) -> RequestFacts:
        if not request.parent and not any(request.inputs.values()):
            return _NOTHING_KNOWN
        key = (request.model_id, request.parent, tuple(sorted(request.inputs.items())))
        if key not in self._known:
            self._known[key] = await self._find(request)
        return self._known[key]


class _Turns:
    """Gives the loop back when a turn has lasted."""

    def __init__(self) -> None:
        self._until = time.perf_counter() + _TURN_SECONDS

    async def next(self) -> None:
        if time.perf_counter() > self._until:
            await asyncio.sleep(0)
            self._until = time.perf_counter() + _TURN_SECONDS


def _wanted(file: RowFile) -> _Wanted:
    try:
        seen = file.path.stat()
        state = (seen.st_mtime_ns, seen.st_size)
    except (OSError, ValueError):
        # Taking it in says why.
        state = (0, 0)
    return _Wanted(file.path, InputKind(file.slot.kind), PictureFit.for_slot(file.slot), *state)
