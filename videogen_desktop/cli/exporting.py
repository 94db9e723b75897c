"""`videogen join` and `videogen export`: clips put one after another, made fit for a place, and put
into a folder under names of a template."""

import argparse
import asyncio
import contextlib
import re
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.output import print_json, printable
from videogen_desktop.domain.errors import (
    DescriptionKeptError,
    ExportRefusedError,
    LibraryMissingError,
    LibraryUnusableError,
    VideoNotFoundError,
)
from videogen_desktop.domain.export import TARGETS, Bars, ClipCut, target_named
from videogen_desktop.domain.file_names import DEFAULT_TEMPLATE
from videogen_desktop.program.options import places_of, secrets_of, vendors_of

if TYPE_CHECKING:
    from rich.progress import Progress as RichBar

    from videogen_desktop.cli.running import Interruption
    from videogen_desktop.domain.events import CopyEnded, Event, ExportEnded
    from videogen_desktop.services.exporting import Exporter
    from videogen_desktop.storage.directories import Directories
    from videogen_desktop.storage.library import SqliteLibrary

_Work = Callable[["Exporter", Sequence[str]], Coroutine[Any, Any, "_Outcome"]]
_ID = "terminal"
_TIME = r"(?:(\d+):)?(\d+(?:\.\d+)?)"
_TRIM = re.compile(rf"(?:{_TIME})?-(?:{_TIME})?")
_BUSY_MS = 2_000
_WORDS = {"copying": "Copying", "listening": "Measuring the loudness", "encoding": "Encoding"}
_TARGET_NAMES = tuple(target.name for target in TARGETS)


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    yield _join_command(commands)
    yield _export_command(commands)


def _join_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    joining = commands.add_parser(
        "join",
        help="put clips one after another into one file",
        description="Clips that match are joined as they are; cut or different ones are encoded "
        "anew as the first is, or as the target wants them. Ends with 0, with 2 where it cannot be "
        "done as asked, with 6 where the file could not be made, and with 130 when interrupted: "
        "then nothing is left of it.",
    )
    _add_shared(joining)
    joining.add_argument(
        "--output", metavar="FILE", type=Path, required=True, help="the new file, an MP4"
    )
    joining.add_argument(
        "--trim",
        metavar="A-B",
        type=_trim,
        action="append",
        default=[],
        help="of the first clip only what is from A to B (seconds or minutes:seconds, either may "
        "be left out); given again of the second, and so on; - keeps one whole",
    )
    joining.set_defaults(run=run_join)
    return joining


def _export_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    exporting = commands.add_parser(
        "export",
        help="put clips into a folder, as they are or made fit for a place",
        description="Without a target each clip is copied. Nothing is ever overwritten: a name "
        "that is taken gets the next number. Ends with 0, with 2 where it cannot be done as asked, "
        "with 6 where a file could not be made, and with 130 when interrupted: what was whole by "
        "then stays.",
    )
    _add_shared(exporting)
    exporting.add_argument(
        "--folder", metavar="DIR", type=Path, default=Path(), help="where to; this folder if not"
    )
    exporting.add_argument(
        "--name",
        metavar="TEMPLATE",
        default=DEFAULT_TEMPLATE,
        help="how the files are called: %(default)s, or with {date} {title} {model} {number}",
    )
    exporting.add_argument(
        "--project",
        metavar="NAME",
        help="one new folder of that name for an editing program: the clips numbered in order, "
        "with an EDL and an FCPXML of it",
    )
    exporting.set_defaults(run=run_export)
    return exporting


def _add_shared(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "ids", metavar="ID", nargs="+", help="a video's id, or enough of its beginning"
    )
    command.add_argument(
        "--target", choices=_TARGET_NAMES, help="made fit for this place: sides, loudness, size"
    )
    command.add_argument(
        "--bars",
        choices=[one.value for one in Bars],
        default=Bars.BLURRED.value,
        help="what fills a frame of another shape (%(default)s)",
    )
    command.add_argument(
        "--without-prompt",
        action="store_true",
        help="leave out what the file says of itself: prompt, model, task and cost",
    )
    command.add_argument("--json", action="store_true", help="print one JSON object")


def run_join(namespace: argparse.Namespace) -> int:
    """Raises VideoGenError."""
    if len(namespace.trim) > len(namespace.ids):
        raise ExportRefusedError("no_clips")

    async def work(exporter: "Exporter", ids: Sequence[str]) -> "_Outcome":
        trims = [*namespace.trim, *[(0, None)] * len(ids)]
        cuts = [ClipCut(one, *trim) for one, trim in zip(ids, trims, strict=False)]
        ended = await exporter.join(
            _ID,
            cuts,
            namespace.output.expanduser().absolute(),
            target=target_named(namespace.target) if namespace.target else None,
            bars=Bars(namespace.bars),
            without_prompt=namespace.without_prompt,
        )
        return _outcome(ended)

    return _run(namespace, work)


def run_export(namespace: argparse.Namespace) -> int:
    """Raises VideoGenError."""

    async def work(exporter: "Exporter", ids: Sequence[str]) -> "_Outcome":
        folder, without = namespace.folder.expanduser().absolute(), namespace.without_prompt
        cuts = [ClipCut(one) for one in ids]
        if namespace.project is not None:
            return _outcome(
                await exporter.project(_ID, cuts, folder, namespace.project, without_prompt=without)
            )
        if namespace.target is not None:
            target, bars = target_named(namespace.target), Bars(namespace.bars)
            ended = await exporter.export(
                *(_ID, cuts, folder, target, namespace.name), bars=bars, without_prompt=without
            )
            return _outcome(ended)
        return _outcome_of_copies(
            await exporter.save(ids, folder, namespace.name, without_prompt=without)
        )

    return _run(namespace, work)


@dataclass(frozen=True, slots=True)
class _Outcome:
    files: tuple[Path, ...]
    error: Exception | None = None
    is_cancelled: bool = False
    keeping_words: int = 0


def _outcome(ended: "ExportEnded") -> _Outcome:
    return _Outcome(ended.files, ended.error, ended.is_cancelled, ended.keeping_words)


def _outcome_of_copies(ends: "Sequence[CopyEnded]") -> _Outcome:
    files = tuple(one.target for one in ends if one.error is None and not one.is_cancelled)
    errors = [one.error for one in ends if one.error is not None]
    kept = sum(one.keeps_words for one in ends)
    return _Outcome(files, next(iter(errors), None), any(one.is_cancelled for one in ends), kept)


def _run(namespace: argparse.Namespace, work: _Work) -> int:
    from videogen_desktop.cli.running import interrupted_no_more, run_interruptibly
    from videogen_desktop.program.log_file import logging_to

    with logging_to(places_of(namespace).logs, secrets_of(), verbose=namespace.verbose):
        outcome = run_interruptibly(lambda stop: _worked(namespace, work, stop))
    interrupted_no_more()
    if not namespace.json:
        for file in outcome.files:
            print(printable(str(file)))
    if outcome.keeping_words:
        _say_kept(outcome.keeping_words)
    if outcome.error is not None and not namespace.json:
        raise outcome.error
    code, sentence = _code(namespace, outcome)
    if namespace.json:
        files = [str(file) for file in outcome.files]
        kept = outcome.keeping_words
        print_json({"files": files, "error": sentence, "keeping_prompt": kept})
    if sentence is not None:
        print(f"videogen: {printable(sentence)}", file=sys.stderr)
    return code


def _say_kept(count: int) -> None:
    from videogen_desktop.cli.errors import error_text

    print(f"videogen: {error_text(DescriptionKeptError(count))}", file=sys.stderr)


def _code(namespace: argparse.Namespace, outcome: _Outcome) -> tuple[ExitCode, str | None]:
    from videogen_desktop.cli.exit_codes import failure

    if outcome.error is not None:
        return failure(namespace, outcome.error)
    if outcome.is_cancelled:
        return ExitCode.INTERRUPTED, "Interrupted."
    return ExitCode.DONE, None


async def _worked(namespace: argparse.Namespace, work: _Work, stop: "Interruption") -> _Outcome:
    shown = _Shown(is_bar=not namespace.verbose and sys.stderr.isatty())
    async with _opened(namespace, shown) as (exporter, library):
        with library.reading() as rows:
            found = [rows.videos.find(prefix) for prefix in namespace.ids]
        for prefix, video in zip(namespace.ids, found, strict=True):
            if video.deleted_at is not None:
                raise VideoNotFoundError(prefix)
        with shown:
            working = asyncio.ensure_future(work(exporter, [video.id for video in found]))

            async def end() -> None:
                # A copy that is cancelled says so; a join ends by its id.
                await exporter.cancel(_ID)
                working.cancel()

            with contextlib.suppress(asyncio.CancelledError):
                return await stop.ending(working, end)
    return _Outcome((), is_cancelled=True)


@contextlib.asynccontextmanager
async def _opened(
    namespace: argparse.Namespace, shown: "_Shown"
) -> "AsyncIterator[tuple[Exporter, SqliteLibrary]]":
    """An exporter beside whatever engine runs; it never takes the engine's lock."""
    from videogen_desktop.engine.exporting import copier, exporter
    from videogen_desktop.executable import own_command
    from videogen_desktop.media.client import MediaHelper
    from videogen_desktop.services.announcer import Announcer
    from videogen_desktop.services.system import SystemClock

    places, vendors, clock = places_of(namespace), vendors_of(namespace), SystemClock()
    with _library(places, namespace.ids[0]) as library:
        announcer = Announcer(library, shown.follow, vendors)
        media = MediaHelper(own_command("media-helper"))
        copying = copier(library, announcer, clock, places.unfinished, media)
        parts = (copying, media, places.unfinished, announcer)
        made = exporter(library, *parts, clock, vendors)
        try:
            yield made, library
        finally:
            await made.close()
            await copying.close()
            await media.close()


@contextlib.contextmanager
def _library(places: "Directories", wanted: str) -> "Iterator[SqliteLibrary]":
    """To read, and to count what leaves it where it may be written."""
    from videogen_desktop.storage.library import open_guest, open_reader

    with contextlib.ExitStack() as stack:
        try:
            library = stack.enter_context(open_guest(places, busy_timeout_ms=_BUSY_MS))
        except LibraryMissingError as error:
            raise VideoNotFoundError(wanted) from error
        except LibraryUnusableError:
            library = stack.enter_context(open_reader(places))
        yield library


def _trim(text: str) -> tuple[int, int | None]:
    """From and to in milliseconds."""
    found = _TRIM.fullmatch(text.strip())
    if found is None:
        raise argparse.ArgumentTypeError(f"“{text}” is not A-B in seconds, such as 1.5-4")
    start_minutes, start, end_minutes, end = found.groups()
    until = None if end is None else _ms(end_minutes, end)
    return (0 if start is None else _ms(start_minutes, start)), until


def _ms(minutes: str | None, seconds: str) -> int:
    return round((int(minutes or 0) * 60 + float(seconds)) * 1000)


@dataclass
class _Shown:
    """How far it is, on standard error: a bar on a terminal, else a line for each stage."""

    is_bar: bool
    _bar: "RichBar | None" = field(default=None, init=False)
    _said: str = field(default="", init=False)

    def follow(self, event: "Event") -> None:
        from videogen_desktop.domain.events import CopyProgressed, ExportProgressed

        if isinstance(event, ExportProgressed):
            place = f" {event.number} of {event.count}" if event.count > 1 else ""
            self._show(f"{_WORDS[event.stage.value]}{place}", event.done, event.total)
        elif isinstance(event, CopyProgressed):
            self._show(_WORDS["copying"], event.copied, event.total)

    def _show(self, words: str, done: int, total: int) -> None:
        if self._bar is not None:
            task = self._bar.task_ids[0]
            self._bar.update(task, description=words, completed=done, total=max(total, 1))
        elif words != self._said:
            self._said = words
            print(words, file=sys.stderr, flush=True)

    def __enter__(self) -> None:
        if self.is_bar:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

            words = TextColumn("{task.description}", markup=False)
            console = Console(stderr=True)
            self._bar = Progress(
                words, BarColumn(), TimeElapsedColumn(), console=console, transient=True
            )
            self._bar.add_task("Starting", total=None)
            self._bar.start()

    def __exit__(self, *_exception: object) -> None:
        if self._bar is not None:
            self._bar.stop()
