"""The figures of a wallet, read in slices, and as a file for a spreadsheet."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from videogen_desktop.domain.clock import Clock, has_date
from videogen_desktop.domain.credits import credits_as_number
from videogen_desktop.domain.export import UseKind
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.statistics import Figures, Measure, Statistics, StatisticsRow
from videogen_desktop.services.statement_export import safe_cell, write_file
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.statistics_rows import SLICE, Span

# What one question asks by their ids.
_AT_ONCE = 500
_OF_STATE = {VideoState.COMPLETED: Measure.MADE, VideoState.FAILED: Measure.FAILED}
_OF_USE = {
    UseKind.PLAY: Measure.WATCHED,
    UseKind.EXPORT: Measure.EXPORTED,
    UseKind.SHARE: Measure.SHARED,
}
_Counts = defaultdict[str, Counter[Measure]]


class StatisticsReader:
    """Of one wallet. Every method runs on the worker's loop; no reading takes long."""

    def __init__(
        self, library: Library, wallet_id: str, title_of: Callable[[str], str], clock: Clock
    ) -> None:
        """`title_of` is what a model's id is called."""
        self._library = library
        self._wallet_id = wallet_id
        self._title_of = title_of
        self._clock = clock

    async def read(self, days: int | None) -> Statistics:
        """The last `days` local days with today, or all since the first video for None.

        Raises LibraryUnusableError.
        """
        last = _local_day(self._clock.now_ms())
        first = last if days is None else last - timedelta(days=days - 1)
        if days is None:
            began = await self._library.read(lambda rows: rows.statistics.first_at(self._wallet_id))
            if began is not None and has_date(began):
                first = min(last, _local_day(began))
        span = Span(self._wallet_id, _midnight_ms(first), _midnight_ms(last + timedelta(days=1)))
        counts = await _Counting(self._library, span).counted()
        return Statistics(
            first,
            last,
            tuple(StatisticsRow(day, counts.days[day]) for day in _each_day(first, last)),
            _ranked((self._title_of(model), figures) for model, figures in counts.models.items()),
            _ranked(counts.collections.items()),
        )


class _Counting:
    """One reading of everything in a span."""

    def __init__(self, library: Library, span: Span) -> None:
        self._library = library
        self._span = span
        self.days: _Counts = defaultdict(Counter)
        self.models: _Counts = defaultdict(Counter)
        self.collections: _Counts = defaultdict(Counter)

    async def counted(self) -> "_Counting":
        await self._count_videos()
        await self._count_money()
        await self._count_uses()
        return self

    async def _count_videos(self) -> None:
        span = self._span
        videos, _ = await self._library.read(lambda rows: rows.statistics.newest())
        for after in range(0, videos, SLICE):
            found = await self._library.read(
                lambda rows, after=after: rows.statistics.ended(span, after)  # type: ignore[misc]
            )
            for day, model, state, count in found:
                self.days[day][_OF_STATE[VideoState(state)]] += count
                self.models[model][_OF_STATE[VideoState(state)]] += count
        for name, state, count in await self._library.read(
            lambda rows: rows.statistics.ended_in_collections(span)
        ):
            self.collections[name][_OF_STATE[VideoState(state)]] += count

    async def _count_money(self) -> None:
        span = self._span
        _, entries = await self._library.read(lambda rows: rows.statistics.newest())
        for after in range(0, entries, SLICE):
            found = await self._library.read(
                lambda rows, after=after: rows.statistics.spent(span, after)  # type: ignore[misc]
            )
            for day, model, amount in found:
                self.days[day][Measure.SPENT] += amount
                self.models[model][Measure.SPENT] += amount
        for name, amount in await self._library.read(
            lambda rows: rows.statistics.spent_in_collections(span)
        ):
            self.collections[name][Measure.SPENT] += amount

    async def _count_uses(self) -> None:
        # Uses are this machine's and videos the library's: no statement reads both.
        span = self._span
        uses = await self._library.read(lambda rows: rows.statistics.uses(span.since, span.until))
        ids = sorted({video_id for _, video_id, _, _ in uses})
        models: dict[str, str] = {}
        sets: defaultdict[str, list[str]] = defaultdict(list)
        for at in range(0, len(ids), _AT_ONCE):
            part = ids[at : at + _AT_ONCE]
            models |= await self._library.read(
                lambda rows, part=part: rows.statistics.models_of(span.wallet_id, part)  # type: ignore[misc]
            )
            for video_id, name in await self._library.read(
                lambda rows, part=part: rows.statistics.collections_of(part)  # type: ignore[misc]
            ):
                sets[video_id].append(name)
        for day, video_id, kind, times in uses:
            if video_id not in models:
                continue
            measure = _OF_USE[UseKind(kind)]
            self.days[day][measure] += times
            self.models[models[video_id]][measure] += times
            for name in sets[video_id]:
                self.collections[name][measure] += times


@dataclass(frozen=True, slots=True)
class StatisticsWords:
    """The file's words in the user's language: the headings of its first two columns, what its
    three parts are called, and each measure."""

    headings: Sequence[str]
    day: str
    model: str
    collection: str
    measures: Mapping[Measure, str]


def statistics_csv(statistics: Statistics, words: StatisticsWords) -> bytes:
    """UTF-8 with the mark that Excel needs: a line for each day, model and collection, in the
    order of Measure; credits are plain numbers."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    headings = (*words.headings, *(words.measures[measure] for measure in Measure))
    writer.writerow([safe_cell(heading) for heading in headings])
    parts = (
        (words.day, statistics.days),
        (words.model, statistics.models),
        (words.collection, statistics.collections),
    )
    for part, rows in parts:
        for row in rows:
            numbers = [_number(measure, row.of(measure)) for measure in Measure]
            writer.writerow([safe_cell(part), safe_cell(row.name), *numbers])
    return text.getvalue().encode("utf-8-sig", errors="replace")


async def write_statistics(path: Path, statistics: Statistics, words: StatisticsWords) -> Path:
    """Write the file in a thread, whole or not at all. Raises OutputRefusedError."""
    return await write_file(path, lambda: statistics_csv(statistics, words))


def _number(measure: Measure, value: int) -> int | float:
    return credits_as_number(value) if measure is Measure.SPENT else value


def _ranked(found: Iterable[tuple[str, Figures]]) -> tuple[StatisticsRow, ...]:
    rows = [StatisticsRow(name, figures) for name, figures in found]
    return tuple(sorted(rows, key=lambda row: (-row.of(Measure.MADE), row.name)))


def _each_day(first: date, last: date) -> list[str]:
    return [(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]


def _local_day(at_ms: int) -> date:
    return datetime.fromtimestamp(at_ms / 1000, tz=UTC).astimezone().date()


def _midnight_ms(day: date) -> int:
    return int(datetime(day.year, day.month, day.day).timestamp() * 1000)  # noqa: DTZ001 - local
