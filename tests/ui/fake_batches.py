"""Batches in memory, read, checked and priced by the real rules."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from videogen_desktop.domain.batch import BatchDefaults, CheckedRow, priced_row, share_of
from videogen_desktop.domain.batch_columns import ColumnNames
from videogen_desktop.domain.batch_reading import RowReader
from videogen_desktop.domain.batch_text import BatchTable, table_of_text
from videogen_desktop.domain.vendor import Vendor


class FakeBatches:
    """As services.batch.batches.Batches; every method runs on the worker's loop. `gate` holds
    looks at the rows; `failure` is raised by `create`."""

    def __init__(self, vendor: Callable[[], Vendor]) -> None:
        self._vendor = vendor
        self.calls: list[tuple[Any, ...]] = []
        self.checked: list[BatchTable] = []
        self.created: list[tuple[CheckedRow, ...]] = []
        self.known: tuple[Any, ...] = ()
        self.queue: tuple[str, ...] = ()
        self.failure: BaseException | None = None
        self.gate: asyncio.Event | None = None

    async def read_text(self, text: str) -> BatchTable:
        return table_of_text(text, ColumnNames.of(self._vendor().models))

    async def read_file(self, path: Path) -> BatchTable:
        text = path.read_text(encoding="utf-8")
        return table_of_text(text, ColumnNames.of(self._vendor().models), folder=path.parent)

    @property
    def checker(self) -> "FakeBatches":
        return self

    async def check(
        self, table: BatchTable, defaults: BatchDefaults, *, most: int | None = None
    ) -> tuple[CheckedRow, ...]:
        self.checked.append(table)
        reader = RowReader(table, defaults, self._vendor())
        vendor = self._vendor()
        rows = tuple(priced_row(reader.read(row), vendor) for row in table.rows)
        each = share_of(most, rows)
        rows = tuple(priced_row(row.asked, vendor, most=each) for row in rows)
        if self.gate is not None:
            await self.gate.wait()
        return rows

    async def admit(
        self,
        rows: Sequence[CheckedRow],
        name: str,
        *,
        most: int,
        confirmed: bool,
        batch_id: str,
    ) -> object:
        if self.failure is not None and not confirmed:
            raise self.failure
        assert most == sum(row.price for row in rows)
        self.created.append(tuple(rows))
        self.calls.append(("admit", name))
        return batch_id

    async def standings(self) -> tuple[Any, ...]:
        return self.known

    async def waiting(self) -> tuple[str, ...]:
        return self.queue

    async def resume(self, batch_id: str) -> None:
        self.calls.append(("resume", batch_id))

    async def pause(self, batch_id: str) -> None:
        self.calls.append(("pause", batch_id))

    async def move(self, video_ids: Sequence[str], before: str | None) -> None:
        self.calls.append(("move", tuple(video_ids), before))

    async def cancel(self, video_ids: Sequence[str]) -> None:
        self.calls.append(("cancel", tuple(video_ids)))

    async def cancel_waiting(self, batch_id: str) -> None:
        self.calls.append(("cancel_waiting", batch_id))

    async def save_result(self, batch_id: str, path: Path) -> None:
        self.calls.append(("save_result", batch_id, path))


class LibraryWithBatches:
    """As storage.library.Library, as far as a start asks it for batches."""

    async def read(self, _look: Callable[[Any], Any]) -> bool:
        return True


class FakeDrafts:
    """As services.drafts.Drafts."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    async def keep(self, name: str, text: str) -> None:
        self.texts[name] = text

    async def kept(self, name: str) -> str:
        # A disk is slower than what was pasted.
        await asyncio.sleep(0.05)
        return self.texts.get(name, "")
