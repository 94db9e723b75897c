"""The results of a batch as a table: a line for each video, as CSV or as an Excel workbook."""

import contextlib
import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from videogen_desktop import held_files
from videogen_desktop.domain.credits import credits_as_number
from videogen_desktop.domain.errors import OutputRefusedError
from videogen_desktop.domain.request import OptionValue
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.services.statement_export import safe_cell
from videogen_desktop.storage.disk_reserve import is_full

XLSX = ".xlsx"
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class ResultWords:
    """In the user's language: ten headings (row, description, model, options, state, reason, cost,
    file, task and video), and what each state of a video, why one ended so and an option's value
    under its role are called."""

    headings: Sequence[str]
    states: Mapping[str, str] = field(default_factory=dict)
    reason: Callable[[LibraryItem], str] = lambda item: str(item.video.reason or "")
    option: Callable[[str, OptionValue], str] = lambda role, value: f"{role}={value}"


def result_rows(items: Sequence[LibraryItem], words: ResultWords) -> list[tuple[Cell, ...]]:
    """A line for each video, in the order given; the cost is what it came to in credits, and empty
    while it is only held or not known."""
    return [_line(item, words) for item in items]


def write_results(path: Path, items: Sequence[LibraryItem], words: ResultWords) -> None:
    """The whole table, or nothing of it; a workbook where the name ends so. Blocks. Raises
    OutputRefusedError."""
    rows = [tuple(words.headings), *result_rows(items, words)]
    body = _workbook(rows) if path.suffix.lower() == XLSX else _csv(rows)
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(body)
        held_files.replace(part, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            held_files.remove(part)
        reason = "unwritable" if path.parent.is_dir() else "folder_missing"
        raise OutputRefusedError(path, "full" if is_full(error) else reason) from error


def _line(item: LibraryItem, words: ResultWords) -> tuple[Cell, ...]:
    video, charge = item.video, item.charge
    cost = None if charge is None or charge.held else credits_as_number(charge.spent)
    clip = "" if item.clip is None else str(item.clip)
    state = words.states.get(video.state, video.state)
    model = item.model_title or video.model_id
    given = video.request.options
    options = ", ".join(words.option(role, given[role]) for role in sorted(given))
    texts = (video.request.prompt, model, options, str(state), words.reason(item))
    return (video.batch_row, *texts, cost, clip, video.task_id or "", video.id)


def _csv(rows: Sequence[Sequence[Cell]]) -> bytes:
    """UTF-8 with the mark that Excel needs; every text is quoted and none can run as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    for row in rows:
        writer.writerow([safe_cell(one) if isinstance(one, str) else one for one in row])
    return text.getvalue().encode("utf-8-sig")


def _workbook(rows: Sequence[Sequence[Cell]]) -> bytes:
    # It takes 0.2 s and 20 MB: for those who want a workbook.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    sheet = book.create_sheet()

    def cell(value: Cell) -> object:
        if not isinstance(value, str):
            return value
        made = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("\ufffd", value))
        # What begins with "=" would be a formula.
        made.data_type = "s"
        return made

    for row in rows:
        sheet.append([cell(one) for one in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
