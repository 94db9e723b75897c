"""What a library and a sandbox must look like, whatever happened to the process between them."""

import shutil
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.kill_matrix.stories import RESERVED, SENT_UNKNOWN, Standing, Story
from videogen_desktop.domain.input_file import INPUT
from videogen_desktop.domain.ledger import Account, EntryKind, account_change
from videogen_desktop.domain.states import ACCEPTED_STATES, Origin, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.sandbox.books import Books
from videogen_desktop.storage.backup import backups_in
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.file_rows import FileRole
from videogen_desktop.storage.library import open_reader
from videogen_desktop.storage.library_file import SUFFIXES
from videogen_desktop.storage.schema import CURRENT, Schema
from videogen_desktop.storage.task_journal import TaskJournal
from videogen_desktop.storage.verify import verify

# What another look at the same books leaves: when they were looked at.
_OF_A_RUN = frozenset({"balance_reading", "engine_run", "sqlite_stat1"})
_UNTAGGED = "not_tagged"
_USERS_WORD = frozenset({Reason.USER_CHARGED, Reason.USER_NOT_CHARGED})


@dataclass(frozen=True, slots=True)
class Raw:
    """What a killed process left: by video that was asked for, and which of them the journal has a
    task of; nothing where it never came to a video."""

    standings: Mapping[str, Standing]
    journal: frozenset[str]
    problems: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join(str(one) for one in self.standings.values()) or str(None)


def raw_state(places: Directories, scratch: Path, target: Schema = CURRENT) -> Raw:
    """Look at a copy of the files as they are: the next start is to meet the same."""
    scratch.mkdir()
    for suffix in SUFFIXES:
        file = places.database.with_name(places.database.name + suffix)
        if file.exists():
            shutil.copyfile(file, scratch / file.name)
    copied = Directories(scratch, scratch, scratch, scratch, scratch)
    journal = frozenset(entry.video_id for entry in TaskJournal(places.task_journal).read())
    if not copied.database.exists() or not _has_tables(copied.database):
        return Raw({}, journal, ())
    with open_reader(copied, target) as library:
        problems = tuple(f"raw: {broken}" for broken in verify(library))
        with library.reading() as rows:
            videos = rows.videos.every()
    problems += tuple(_torn_clips(places))
    return Raw(_standings(videos), journal, problems)


def _has_tables(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as raw:
        return bool(raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


def _standings(videos: tuple[Video, ...]) -> dict[str, Standing]:
    made = [video for video in videos if video.origin is Origin.GENERATED]
    return {video.id: (video.state, video.reason) for video in made}


def _clips_in(places: Directories) -> Iterator[Path]:
    for folder in (places.videos, places.clip_cache):
        yield from folder.iterdir() if folder.exists() else ()


def _torn_clips(places: Directories) -> Iterator[str]:
    """A file that has a clip's name is the whole clip."""
    for clip in _clips_in(places):
        if clip.suffix == ".mp4" and not {b"ftyp", b"moov", b"mdat"} <= _whole_boxes(clip):
            yield f"raw: {clip.name} is not whole"


def _whole_boxes(clip: Path) -> set[bytes]:
    content, start, kinds = clip.read_bytes(), 0, set()
    while start + 8 <= len(content):
        size = int.from_bytes(content[start : start + 4], "big")
        if size < 8 or start + size > len(content):
            return set()
        kinds.add(content[start + 4 : start + 8])
        start += size
    return kinds if start == len(content) else set()


def snapshot(places: Directories) -> dict[str, object]:
    """Everything that a start may change, for comparing it with the next one's."""
    found: dict[str, object] = {}
    with closing(sqlite3.connect(places.database)) as raw:
        tables = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in sorted(tables):
            if name not in _OF_A_RUN:
                rows = raw.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
                found[name] = sorted(map(repr, rows))
    for folder in (places.videos, places.cache):
        files = folder.rglob("*") if folder.exists() else ()
        found[folder.name] = sorted(
            f"{path.relative_to(folder)} {path.stat().st_size}" for path in files if path.is_file()
        )
    return found


def problems_after(
    places: Directories, state: Path, story: Story, raw: Raw, *, told_whole: bool
) -> Iterator[str]:
    """What is wrong once the library was started again; `told_whole` without any kill."""
    with open_reader(places) as library:
        yield from (f"after: {broken}" for broken in verify(library))
        with library.reading() as rows:
            videos = rows.videos.every()
            entries = tuple(rows.ledger.entries())
            files = rows.files.every()
            waiting = rows.downloads.of_videos([video.id for video in videos])
            events = [event for video in videos for event in rows.events.of_video(video.id)]
    if any(entry.kind is EntryKind.RECONCILE for entry in entries):
        yield "the ledger had to be reconciled with the sandbox"
    now = _standings(videos)
    yield from _wrong_standings(story, raw, now, told_whole=told_whole)
    is_untagged = any(event.kind == _UNTAGGED for event in events)
    if is_untagged and not story.kills_helper:
        yield "the clip was kept without tags"
    yield from _wrong_files(places, files, videos, is_untagged=is_untagged)
    if waiting:
        yield "something is left to download"
    spent = sum(account_change(e.debit, e.credit, e.amount, Account.SPENT) for e in entries)
    with Books.open(state) as books:
        yield from _wrong_charges(books, story, now.values(), spent)


def _wrong_standings(
    story: Story, raw: Raw, now: Mapping[str, Standing], *, told_whole: bool
) -> Iterator[str]:
    if len(now) not in (0, story.takes):
        yield f"{len(now)} videos of {story.takes}"
    end = story.tale_ends or story.ends
    for video_id in {**raw.standings, **now} or [""]:
        before, after = raw.standings.get(video_id), now.get(video_id)
        allowed = (end,) if told_whole else _may_be(story, before, video_id in raw.journal)
        if after not in allowed:
            yield f"{before} became {after}"


def _may_be(
    story: Story, before: Standing | None, is_in_journal: bool
) -> tuple[Standing | None, ...]:
    if before is None or before == RESERVED:
        return (before,)
    state, _ = before
    if state in ACCEPTED_STATES:
        return (story.ends,)
    if state is VideoState.SENDING:
        # The journal is written before the database: a start believes it.
        known = (story.ends,) if is_in_journal else ()
        return (*known, SENT_UNKNOWN, *story.may_end)
    return (before, *story.may_end) if before == SENT_UNKNOWN else (before,)


def _wrong_files(
    places: Directories,
    files: dict[str, dict[FileRole, Path]],
    videos: tuple[Video, ...],
    *,
    is_untagged: bool,
) -> Iterator[str]:
    clips = {path for paths in files.values() if (path := paths.get(FileRole.CLIP))}
    for video in videos:
        paths = files.get(video.id, {})
        if video.deleted_at is not None or video.state is not VideoState.COMPLETED:
            if paths:
                yield f"what is {video.state} has files"
        elif set(paths) != set(FileRole):
            yield f"of a completed video there is only {sorted(paths)}"
        elif video.origin is Origin.GENERATED and (
            _tells_of(paths[FileRole.CLIP], video) is is_untagged
        ):
            yield "the clip and its timeline differ about its tags"
        elif not all(path.exists() for path in paths.values()):
            yield "a file that is written down is not there"
    if strays := set(_clips_in(places)) - clips:
        yield f"left behind: {sorted(path.name for path in strays)}"
    for part in places.data.rglob("*.part"):
        yield f"left behind: {part.relative_to(places.data)}"
    for copy in backups_in(places.backups):
        if not copy.is_good:
            yield f"a bad backup: {copy.path.name}"


def _tells_of(clip: Path, video: Video) -> bool:
    return clip.exists() and video.id.encode() in clip.read_bytes()


def _wrong_charges(
    books: Books, story: Story, now: Collection[Standing], spent: int
) -> Iterator[str]:
    asked = books.create_requests()
    made = [request for request in asked if request.task_id]
    charges, takes = books.charges(), story.takes
    if any(INPUT in task.param for task in books.tasks()):
        yield "a task was asked for with a file that is no address"
    if len(asked) > takes * story.sends or len(made) > takes or len(charges) > takes:
        yield f"{len(asked)} POSTs, {len(made)} tasks, {len(charges)} charges"
    sent = sum(one != RESERVED for one in now)
    if len(made) > sent and story.ends is not None:
        yield f"{len(made)} tasks were made of what is {now}"
    charged = sum(charge.amount for charge in charges)
    unclear = [one for one in now if one[1] in _USERS_WORD or one[0] is VideoState.UNCONFIRMED]
    if now and not unclear and spent != charged:
        yield f"{spent} spent, {charged} charged"
