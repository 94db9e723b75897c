"""A batch's file as a table: text in whatever it is written, or an Excel workbook."""

import stat
from pathlib import Path

from videogen_desktop.domain.batch_columns import ColumnNames
from videogen_desktop.domain.batch_text import (
    MOST_BYTES,
    BatchTable,
    Unreadable,
    decoded,
    table_of,
    table_of_text,
)
from videogen_desktop.domain.errors import BatchUnreadableError

# Of these the first line names the columns, whatever it says.
_TABLES = (".csv", ".tsv")
_WORKBOOK = b"PK\x03\x04"


def table_of_file(path: Path, names: ColumnNames) -> BatchTable:
    """Its table; paths in it begin where it lies. Raises BatchUnreadableError. Any thread."""
    try:
        # A pipe or a device would never end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise BatchUnreadableError(Unreadable.NO_FILE)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise BatchUnreadableError(Unreadable.NO_FILE) from error
    is_table = path.suffix.lower() in _TABLES
    return table_of_bytes(data, names, path.absolute().parent, is_table=is_table)


def table_of_bytes(
    data: bytes, names: ColumnNames, folder: Path | None, *, is_table: bool = False
) -> BatchTable:
    """The same for what was read already. Raises BatchUnreadableError."""
    if len(data) > MOST_BYTES:
        raise BatchUnreadableError(Unreadable.TOO_LARGE, limit=MOST_BYTES)
    if data.startswith(_WORKBOOK):
        # openpyxl takes 0.2 s and 20 MB: for those who open a workbook.
        from videogen_desktop.services.batch.workbook import workbook_records

        records = workbook_records(data)
        _number, header = next(records, (1, ()))
        return table_of(header, records, names, folder)
    return table_of_text(decoded(data), names, is_table=is_table, folder=folder)
