"""`videogen list` and `videogen show`: the library without what was deleted."""

import argparse
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.cli.output import (
    UNKNOWN_DATE,
    JsonObject,
    credits_text,
    local_time,
    option_words,
    print_json,
    print_table,
    printable,
    rfc3339,
    short_ids,
    video_object,
    wallet_names,
)
from videogen_desktop.domain.clock import is_past
from videogen_desktop.domain.credits import credits_as_number
from videogen_desktop.domain.errors import (
    LibraryMissingError,
    StorageError,
    VideoNotFoundError,
)
from videogen_desktop.domain.ledger import LedgerEntry
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import Video
from videogen_desktop.program.options import KnowVendors, places_of

if TYPE_CHECKING:
    from videogen_desktop.domain.video import TimelineEvent
    from videogen_desktop.engine.opening import EngineOptions
    from videogen_desktop.storage.directories import Directories
    from videogen_desktop.storage.library import SqliteLibrary
    from videogen_desktop.storage.library_rows import LibraryRows


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    listing = commands.add_parser("list", help="list the videos of the library")
    listing.add_argument("--json", action="store_true", help="print one JSON object")
    listing.set_defaults(run=run_list)
    yield listing
    showing = commands.add_parser("show", help="show one video, its timeline and its money")
    showing.add_argument("id", metavar="ID", help="the video's id, or enough of its beginning")
    showing.add_argument("--json", action="store_true", help="print one JSON object")
    showing.set_defaults(run=run_show)
    yield showing


def run_list(namespace: argparse.Namespace) -> int:
    videos: tuple[Video, ...] = ()
    files: dict[str, Path] = {}
    names: dict[str, str] = {}
    now = time.time_ns() // 1_000_000
    with reading(places_of(namespace)) as library:
        if library is not None:
            with library.reading() as rows:
                videos = _unknown_last(rows.videos.undeleted(), now)
                names = wallet_names(rows.wallets.every(), namespace.know_vendors)
                if namespace.json:
                    # Three paths a video: a third of the whole command for a table without them.
                    files = _clips(rows)
    if namespace.json:
        objects = [
            video_object(video, names.get(video.wallet_id), files.get(video.id)) for video in videos
        ]
        print_json({"videos": objects})
    elif videos:
        _print_list(videos, names, now)
    else:
        print("There is no video yet.")
    return 0


def run_show(namespace: argparse.Namespace) -> int:
    """Raises VideoNotFoundError."""
    with reading(places_of(namespace)) as library:
        if library is None:
            raise VideoNotFoundError(namespace.id)
        with library.reading() as rows:
            details = _details(rows, namespace.know_vendors, namespace.id)
    if namespace.json:
        print_json(details.as_object())
    else:
        details.print()
    return 0


@contextmanager
def reading(places: "Directories") -> "Iterator[SqliteLibrary | None]":
    """The library, or None on a machine that has none yet; nothing is ever made.

    Raises StorageError.
    """
    if not places.database.exists():
        yield None
        return
    from videogen_desktop.storage.library import open_reader

    with ExitStack() as stack:
        try:
            library = stack.enter_context(open_reader(places))
        except LibraryMissingError:
            library = None
        yield library


def with_kept_offer(options: "EngineOptions") -> "EngineOptions":
    """The wallet's vendor with the models as they were last read on this machine: to look at and to
    check against. An engine finds them itself."""
    import asyncio

    with suppress(StorageError), reading(options.places) as library:
        if library is None:
            return options
        from videogen_desktop.services.catalogue import kept_offer
        from videogen_desktop.services.system import SystemClock

        vendor, key = options.vendor, options.wallet.key
        kept = asyncio.run(kept_offer(library, key, vendor, SystemClock()))
        vendors = (kept if one.name == kept.name else one for one in options.vendors)
        return replace(options, vendors=Vendors(*vendors))
    return options


def find_video(
    places: "Directories", know_vendors: "KnowVendors", prefix: str
) -> "tuple[Video, str]":
    """The one video whose id begins so, deleted or not, and its wallet's name.

    Raises VideoNotFoundError, StorageError.
    """
    with reading(places) as library:
        if library is None:
            raise VideoNotFoundError(prefix)
        with library.reading() as rows:
            video = rows.videos.find(prefix)
            return video, wallet_names(rows.wallets.every(), know_vendors)[video.wallet_id]


@dataclass(frozen=True, slots=True)
class _Details:
    video: Video
    wallet: str
    clip: Path | None
    timeline: "tuple[TimelineEvent, ...]"
    money: tuple[LedgerEntry, ...]

    def as_object(self) -> JsonObject:
        video = self.video
        return {
            **video_object(video, self.wallet, self.clip),
            "failure_code": video.failure_code,
            "failure_message": video.failure_message,
            "timeline": [
                {"at": rfc3339(event.at), "kind": event.kind, "detail": dict(event.detail)}
                for event in self.timeline
            ],
            "money": [
                {
                    "at": rfc3339(entry.at),
                    "kind": entry.kind.value,
                    "amount": credits_as_number(entry.amount),
                    "from": entry.debit.value,
                    "to": entry.credit.value,
                }
                for entry in self.money
            ],
        }

    def print(self) -> None:
        video, inputs = self.video, self.video.request.inputs.items()
        facts = [
            ("Video", video.id),
            ("Title", video.title or ""),
            ("Prompt", video.prompt),
            ("As typed", video.request.original_prompt),
            ("Model", video.model_id),
            ("Options", option_words(video.request.options)),
            ("Inputs", ", ".join(f"{slot} {len(files)}" for slot, files in inputs if files)),
            ("Parent", video.parent_id or ""),
            ("State", _state(video)),
            ("Problem", video.failure_message or ""),
            ("Task", video.task_id or ""),
            ("Wallet", self.wallet),
            ("Cost", f"{credits_text(video.cost)} credits"),
            ("File", str(self.clip or "")),
        ]
        for name, value in facts:
            if value:
                print(f"{name + ':':<9}{printable(value)}")
        print()
        print_table(
            ("TIMELINE", "WHAT", "DETAIL"),
            [(local_time(event.at), event.kind, _detail(event.detail)) for event in self.timeline],
        )
        print()
        print_table(
            ("MONEY", "WHAT", "CREDITS", "FROM", "TO"),
            [
                (
                    local_time(entry.at),
                    entry.kind.value,
                    credits_text(entry.amount),
                    entry.debit.value,
                    entry.credit.value,
                )
                for entry in self.money
            ],
        )


def _details(rows: "LibraryRows", know_vendors: "KnowVendors", prefix: str) -> _Details:
    video = rows.videos.find(prefix)
    if video.deleted_at is not None:
        raise VideoNotFoundError(prefix)
    names = wallet_names(rows.wallets.every(), know_vendors)
    entries = rows.ledger.entries(video.wallet_id)
    return _Details(
        video=video,
        wallet=names.get(video.wallet_id, video.wallet_id),
        clip=_clips(rows, video.id).get(video.id),
        timeline=rows.events.of_video(video.id),
        money=tuple(entry for entry in entries if entry.video_id == video.id),
    )


def _clips(rows: "LibraryRows", video_id: str | None = None) -> dict[str, Path]:
    from videogen_desktop.storage.file_rows import FileRole

    files = rows.files.every() if video_id is None else rows.files.of_videos([video_id])
    return {found: roles[FileRole.CLIP] for found, roles in files.items() if FileRole.CLIP in roles}


def _unknown_last(videos: tuple[Video, ...], now: int) -> tuple[Video, ...]:
    """Dates that cannot be would stand above all others until they come."""
    return tuple(sorted(videos, key=lambda video: not is_past(video.created_at, now)))


def _print_list(videos: tuple[Video, ...], names: dict[str, str], now: int) -> None:
    shown = short_ids([video.id for video in videos])
    print_table(
        ("ID", "STATE", "CREDITS", "CREATED", "WALLET", "PROMPT"),
        [
            (
                shown[video.id],
                _state(video),
                credits_text(video.cost),
                local_time(video.created_at) if is_past(video.created_at, now) else UNKNOWN_DATE,
                names.get(video.wallet_id, ""),
                video.name,
            )
            for video in videos
        ],
    )


def _state(video: Video) -> str:
    return f"{video.state.value} ({video.reason.value})" if video.reason else video.state.value


def _detail(detail: "dict[str, object] | object") -> str:
    values = detail if isinstance(detail, dict) else {}
    return ", ".join(f"{name} {value}" for name, value in values.items() if value is not None)
