"""A statement as a file: CSV for a spreadsheet, JSON for a program."""

import asyncio
import contextlib
import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from videogen_desktop import held_files
from videogen_desktop.domain.clock import has_date
from videogen_desktop.domain.credits import credits_as_number
from videogen_desktop.domain.errors import OutputRefusedError
from videogen_desktop.domain.ledger import EntryKind, Movement
from videogen_desktop.storage.disk_reserve import is_full

# Spreadsheets run a cell that begins with one of these as a formula; the wide ones are folded
# into the narrow ones by some of them (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


# A `reconcile` that brought credits in: nearly always its owner bought some.
TOP_UP = "top_up"


class StatementFormat(StrEnum):
    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class StatementWords:
    """The CSV file's words in the user's language: six headings, what a kind, or TOP_UP, is
    called, and what stands for a moment that no calendar has."""

    headings: Sequence[str] = ("Time", "Kind", "Video", "Amount", "Available after", "Video ID")
    kinds: Mapping[str, str] = field(default_factory=dict)
    no_date: str = "date unknown"


def statement_csv(movements: Sequence[Movement], words: StatementWords) -> bytes:
    """UTF-8 with the mark that Excel needs; every text is quoted and none can run as a formula.

    Times are local, amounts are plain numbers of credits.
    """
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([safe_cell(heading) for heading in words.headings])
    for line in movements:
        writer.writerow(
            [
                _local_time(line.at) or words.no_date,
                safe_cell(_kind(line, words)),
                safe_cell(line.prompt or ""),
                credits_as_number(line.amount),
                credits_as_number(line.available_after),
                safe_cell(line.video_id or ""),
            ]
        )
    return text.getvalue().encode("utf-8-sig", errors="replace")


def statement_json(movements: Sequence[Movement]) -> bytes:
    """Lossless: amounts are credits as numbers, times RFC 3339 in UTC, null where no calendar has
    the moment."""
    lines = [
        {
            "time": _rfc3339(line.at),
            "kind": line.kind,
            "amount": credits_as_number(line.amount),
            "available_after": credits_as_number(line.available_after),
            "video_id": line.video_id,
            "prompt": line.prompt,
        }
        for line in movements
    ]
    body = json.dumps({"statement": lines}, ensure_ascii=False, indent=2)
    return (body + "\n").encode("utf-8", errors="replace")


async def write_statement(
    path: Path, movements: Sequence[Movement], kind: StatementFormat, words: StatementWords
) -> Path:
    """Write the file in a thread, whole or not at all; an existing one is replaced.

    Raises OutputRefusedError.
    """
    is_csv = kind is StatementFormat.CSV
    return await write_file(
        path, lambda: statement_csv(movements, words) if is_csv else statement_json(movements)
    )


async def write_file(path: Path, make: Callable[[], bytes]) -> Path:
    """Make its bytes and write it, both in a thread, whole or not at all; an existing one is
    replaced. Raises OutputRefusedError."""
    try:
        await asyncio.to_thread(_write, path, make)
    except OSError as error:
        reason = "unwritable" if path.parent.is_dir() else "folder_missing"
        raise OutputRefusedError(path, "full" if is_full(error) else reason) from error
    return path


def safe_cell(text: str) -> str:
    """The text with a quote mark before it where a spreadsheet would run it."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _write(path: Path, make: Callable[[], bytes]) -> None:
    body = make()
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(body)
        held_files.replace(part, path)
    except OSError:
        with contextlib.suppress(OSError):
            held_files.remove(part)
        raise


def _kind(line: Movement, words: StatementWords) -> str:
    is_top_up = line.kind == EntryKind.RECONCILE and line.amount > 0
    name = words.kinds.get(TOP_UP) if is_top_up else None
    return name or words.kinds.get(line.kind, line.kind)


def _local_time(at_ms: int) -> str:
    if not has_date(at_ms):
        return ""
    moment = datetime.fromtimestamp(at_ms / 1000, tz=UTC).astimezone()
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def _rfc3339(at_ms: int) -> str | None:
    if not has_date(at_ms):
        return None
    moment = datetime.fromtimestamp(at_ms / 1000, tz=UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
