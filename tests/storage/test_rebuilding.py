"""A damaged library made good: nothing deleted, nothing charged twice, nothing invented."""

import asyncio
import errno
import sqlite3
import uuid
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import insert

from tests.storage.damage import spoil_pages
from tests.storage.filled_library import (
    FilledLibrary,
    fill_library,
    new_video,
    pending,
    reserved,
    sending,
)
from tests.storage.raw_books import STEPS_TO, WALLET, RawBooks, video_in
from videogen_desktop.domain.errors import LibraryUnusableError, RecoveryFailedError
from videogen_desktop.domain.input_file import InputFile, InputKind
from videogen_desktop.domain.ledger import AT_MOST
from videogen_desktop.domain.library_health import RecoveryChoice, UnknownTask
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.storage.backup import back_up
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.file_rows import FileCopy, FileRole
from videogen_desktop.storage.library import SqliteLibrary, open_library
from videogen_desktop.storage.rebuilding import rebuild, set_aside
from videogen_desktop.storage.tables import batch
from videogen_desktop.storage.task_journal import TaskJournal
from videogen_desktop.storage.verify import verify

AT = 1_795_000_000_000
_S = VideoState


def journal(places: Directories, video_id: str, task_id: str) -> None:
    asyncio.run(
        TaskJournal(places.task_journal).record(video_id, "https://api.example", task_id, 1)
    )


def videos(places: Directories) -> dict[str, Video]:
    library = open_library(places, AT)
    try:
        assert verify(library) == ()
        with library.reading() as rows:
            return {video.id: video for video in rows.videos.every()}
    finally:
        library.close()


def balances(places: Directories, wallet_id: str) -> tuple[int, int]:
    library = open_library(places, AT)
    with library.reading() as rows:
        balance = rows.ledger.balance(wallet_id)
    library.close()
    return balance.available, balance.held


@pytest.fixture
def filled(library: SqliteLibrary) -> FilledLibrary:
    return fill_library(library)


def test_every_standing_of_a_video_is_replayed_or_honestly_unconfirmed(
    books: RawBooks, places: Directories
) -> None:
    wanted = {video_in(books, standing): standing for standing in STEPS_TO}
    places.data.mkdir()
    with closing(sqlite3.connect(places.database)) as file:
        books.sql.backup(file)
    report = rebuild(places, RecoveryChoice(None), AT)
    found = videos(places)
    assert (report.salvaged, report.lost, report.videos) == (len(wanted), 0, len(wanted))
    for video_id, (state, reason) in wanted.items():
        now = found[video_id]
        if state in (_S.RESERVED, _S.SENDING) or reason is Reason.SENT_UNKNOWN:
            assert (now.state, now.reason) == (_S.UNCONFIRMED, Reason.SENT_UNKNOWN)
        elif state in (_S.PENDING, _S.PROCESSING) or reason is Reason.RECORD_GONE:
            assert (now.state, now.task_id) == (_S.PENDING, video_id)
        else:
            assert (now.state, now.reason) == (state, reason), (state, reason)


def test_a_restored_backup_takes_what_is_newer_from_the_damaged_file(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories
) -> None:
    back_up(places.database, places.backups, library.library_id, AT)
    with library.writing() as rows:
        newer = pending(rows, filled.wallet.id)
        newer = rows.videos.change(
            newer, 6, state=_S.COMPLETED, result_url="https://cdn.example/a", ended_at=6
        )
        rows.downloads.queue(newer.id, "https://cdn.example/a", 6)
        rows.events.add(newer.id, "completed", 6, record="r")
        favourite = rows.videos.change(filled.cheaper, 7, favourite=True)
        rows.files.put(FileCopy(favourite.id, FileRole.CLIP, Path("/a.mp4"), 5), 7)
    library.close()
    before = places.database.read_bytes()
    (backup,) = places.backups.iterdir()
    report = rebuild(places, RecoveryChoice(backup), AT + 1)
    assert report.kept_in is not None
    assert (report.kept_in / "library.sqlite").read_bytes() == before
    assert report.backup is not None
    assert report.backup.made_at == AT
    found = videos(places)
    assert found[newer.id].state is _S.COMPLETED
    assert found[newer.id].result_url == "https://cdn.example/a"
    opened = open_library(places, AT)
    with opened.reading() as rows:
        assert rows.downloads.get(newer.id) is not None
        assert rows.files.of_videos([favourite.id])[favourite.id] == {FileRole.CLIP: Path("/a.mp4")}
        kinds = [event.kind for event in rows.events.of_video(newer.id)]
        assert "completed" in kinds
        assert "salvaged" in kinds
    opened.close()
    # What was never sent may have been sent after the backup was taken.
    assert found[filled.waiting.id].reason is Reason.SENT_UNKNOWN
    assert balances(places, filled.wallet.id)[1] == 2 * filled.waiting.price
    assert not (places.data / "recovering").exists()


def test_further_results_of_a_task_are_salvaged_after_their_first(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories
) -> None:
    back_up(places.database, places.backups, library.library_id, AT)
    with library.writing() as rows:
        first = rows.videos.change(filled.cheaper, 7, result_number=1, result_url="https://a")
        second = replace(
            new_video(filled.wallet.id, origin=Origin.SIBLING, state=_S.COMPLETED, price=0),
            sibling_of=first.id,
            result_number=2,
            task_id=first.task_id,
        )
        rows.videos.add(second)
        rows.downloads.queue(first.id, "https://b", 7, 3)
    library.close()
    (backup,) = places.backups.iterdir()
    for choice in (RecoveryChoice(None), RecoveryChoice(backup)):
        rebuild(places, choice, AT + 1)
        found = videos(places)
        assert (found[second.id].sibling_of, found[second.id].result_number) == (first.id, 2)
        assert found[first.id].result_number == 1
        opened = open_library(places, AT)
        with opened.reading() as rows:
            assert [one.result_number for one in rows.downloads.results_of(first.id)] == [3]
        assert verify(opened) == ()
        opened.close()


def test_a_backup_alone_never_offers_an_old_queue_for_sending(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories
) -> None:
    with library.writing() as rows:
        sent = sending(rows, filled.wallet.id)
        waits = reserved(rows, filled.wallet.id)
        polled = pending(rows, filled.wallet.id)
    back_up(places.database, places.backups, library.library_id, AT)
    library.close()
    places.database.write_bytes(b"nothing of it is left" * 1000)
    journal(places, waits.id, "task-after-the-backup")
    (backup,) = places.backups.iterdir()
    report = rebuild(places, RecoveryChoice(backup), AT + 1)
    found = videos(places)
    assert (found[waits.id].state, found[waits.id].task_id) == (_S.PENDING, "task-after-the-backup")
    assert (found[sent.id].state, found[sent.id].reason) == (_S.UNCONFIRMED, Reason.SENT_UNKNOWN)
    assert found[polled.id].state is _S.PENDING
    assert not any(video.state is _S.RESERVED for video in found.values())
    assert report.salvaged == 0
    assert report.unconfirmed == 3


def test_tasks_that_only_the_journal_knows_are_named(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories
) -> None:
    journal(places, str(uuid.uuid4()), "task-lost")
    journal(places, str(uuid.uuid4()), "task-lost")
    journal(places, filled.cheaper.id, filled.cheaper.task_id or "")
    library.close()
    report = rebuild(places, RecoveryChoice(None, salvage=False), AT)
    assert report.unknown_tasks == (
        UnknownTask("https://api.example", "task-lost"),
        UnknownTask("https://api.example", filled.cheaper.task_id or ""),
    )
    assert report.videos == 0


def test_damaged_pages_cost_their_rows_and_no_others(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories
) -> None:
    with library.writing() as rows:
        made = [reserved(rows, filled.wallet.id) for _ in range(80)]
    library.close()
    spoil_pages(places.database)
    damaged = places.database.read_bytes()
    report = rebuild(places, RecoveryChoice(None), AT)
    assert report.kept_in is not None
    assert (report.kept_in / "library.sqlite").read_bytes() == damaged
    found = videos(places)
    # With the wallet or its grant gone there is nothing to hold a price of.
    assert report.salvaged + report.lost <= len(made) + 6
    assert report.videos == len(found) == report.salvaged


def test_a_video_page_that_is_damaged_leaves_the_videos_of_the_others(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories
) -> None:
    with library.writing() as rows:
        for _ in range(80):
            reserved(rows, filled.wallet.id)
    library.close()
    content = bytearray(places.database.read_bytes())
    with closing(sqlite3.connect(places.database)) as connection:
        ids = [row[0] for row in connection.execute("SELECT id FROM video ORDER BY seq")]
    page = content.rindex(ids[40].encode()) // 4096
    # The last place of an id may be an index: the leaf of a table begins with 0x0D.
    pages = [n for n in range(len(content) // 4096) if content[n * 4096] == 0x0D]
    # And of the ledger, whose rows name their video: only the video has its prompt.
    wanted = (ids[40].encode(), filled.waiting.prompt.encode())
    page = next(
        n for n in pages if all(word in content[n * 4096 : (n + 1) * 4096] for word in wanted)
    )
    content[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    places.database.write_bytes(content)
    report = rebuild(places, RecoveryChoice(None), AT)
    assert 60 <= report.salvaged < 86
    assert set(videos(places)) < set(ids)


def test_a_top_up_that_paid_for_a_salvaged_video_is_salvaged_too(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories
) -> None:
    back_up(places.database, places.backups, library.library_id, AT)
    with library.writing() as rows:
        rows.ledger.reconcile(filled.wallet.id, str(uuid.uuid4()), 5_000_000, 8, "50000")
        made = [reserved(rows, filled.wallet.id) for _ in range(150)]
        rows.ledger.reconcile(filled.wallet.id, str(uuid.uuid4()), -900, 9, "x")
        known = rows.ledger.balance(filled.wallet.id)
    library.close()
    (backup,) = places.backups.iterdir()
    report = rebuild(places, RecoveryChoice(backup), AT)
    assert (report.salvaged, report.lost) == (len(made), 0)
    assert balances(places, filled.wallet.id) == (known.available, known.held)


def test_a_bad_backup_is_refused_and_nothing_is_changed(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories
) -> None:
    copy = back_up(places.database, places.backups, library.library_id, AT)
    library.close()
    copy.write_bytes(copy.read_bytes()[:9000])
    before = places.database.read_bytes()
    with pytest.raises(RecoveryFailedError):
        rebuild(places, RecoveryChoice(copy), AT)
    assert places.database.read_bytes() == before
    assert not (places.data / "recovering").exists()


def test_starting_empty_keeps_the_old_files_and_is_no_lost_library(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories
) -> None:
    back_up(places.database, places.backups, library.library_id, AT)
    library.close()
    report = rebuild(places, RecoveryChoice(None, salvage=False), AT)
    assert report.kept_in is not None
    assert videos(places) == {}


def test_a_missing_library_comes_back_from_its_backup(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories
) -> None:
    copy = back_up(places.database, places.backups, library.library_id, AT)
    library.close()
    places.database.unlink()
    report = rebuild(places, RecoveryChoice(copy), AT)
    # SQLite's empty journal may have stayed; the next library must not meet it.
    assert report.kept_in is None or not (report.kept_in / "library.sqlite").exists()
    assert videos(places)[filled.cheaper.id].consumed == 7_000


def test_recovering_twice_gives_the_same_library(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories
) -> None:
    library.close()
    rebuild(places, RecoveryChoice(None), AT)
    first = {video.id: video.state for video in videos(places).values()}
    rebuild(places, RecoveryChoice(None), AT + 1000)
    assert {video.id: video.state for video in videos(places).values()} == first


def test_the_wallets_of_the_raw_books_are_kept(books: RawBooks, places: Directories) -> None:
    places.data.mkdir()
    with closing(sqlite3.connect(places.database)) as file:
        books.sql.backup(file)
    rebuild(places, RecoveryChoice(None), AT)
    assert balances(places, WALLET) == books.balance()


def test_takes_a_parent_and_what_went_in_are_brought_over(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories
) -> None:
    picture = InputFile("a" * 64, InputKind.IMAGE, "image/png", 9, 4, 3)
    asked = replace(filled.waiting.request, parent=filled.found.id)
    asked = replace(asked, inputs={"first_frame": (picture.sha256,)})
    group = str(uuid.uuid4())
    takes = [new_video(filled.wallet.id, AT, request=asked, take_group_id=group) for _ in range(2)]
    with library.writing() as rows:
        rows.inputs.add(picture, AT, name="ảnh.png")
        for take in takes:
            rows.videos.add(take)
            rows.ledger.reserve(take, AT)
    library.close()
    rebuild(places, RecoveryChoice(None), AT)
    found = videos(places)
    for take in takes:
        assert (found[take.id].request, found[take.id].take_group_id) == (asked, group)
        assert found[take.id].parent_id == filled.found.id
    library = open_library(places, AT)
    with library.reading() as rows:
        assert rows.inputs.known([picture.sha256]) == {picture.sha256: picture}
    library.close()


@pytest.mark.parametrize("is_batch_readable", [True, False])
def test_a_batch_and_what_its_videos_are_called_are_brought_over(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories, is_batch_readable: bool
) -> None:
    batch_id, asked = str(uuid.uuid4()), filled.waiting.request
    row = new_video(filled.wallet.id, AT, request=asked, batch_id=batch_id, batch_row=1)
    with library.writing() as rows:
        named = {"library_id": library.library_id, "id": batch_id, "wallet_id": filled.wallet.id}
        rows.connection.execute(insert(batch).values(**named, name="ý tưởng", created_at=AT))
        rows.videos.add(row)
        rows.ledger.reserve(row, AT)
        rows.videos.change(row, AT, title="Đà Nẵng", queue_position=3)
    library.close()
    if not is_batch_readable:
        with closing(sqlite3.connect(places.database)) as file:
            file.execute("DROP TABLE batch")
    rebuild(places, RecoveryChoice(None), AT)
    found = videos(places)[row.id]
    assert (found.title, found.queue_position) == ("Đà Nẵng", 3)
    assert (found.batch_id, found.batch_row) == (
        (batch_id, 1) if is_batch_readable else (None, None)
    )


def test_what_was_held_at_most_is_still_no_price(
    library: SqliteLibrary, filled: FilledLibrary, places: Directories
) -> None:
    held, priced = new_video(filled.wallet.id, AT), new_video(filled.wallet.id, AT)
    with library.writing() as rows:
        for video, raw in ((held, AT_MOST), (priced, None)):
            rows.videos.add(video)
            rows.ledger.reserve(video, AT, raw)
    library.close()
    rebuild(places, RecoveryChoice(None), AT)
    library = open_library(places, AT)
    with library.reading() as rows:
        charges = rows.ledger.charges([held.id, priced.id])
    library.close()
    assert charges[held.id].is_at_most
    assert not charges[priced.id].is_at_most


def test_a_library_that_another_program_reads_stays_where_it_was(tmp_path: Path) -> None:
    """Windows moves nothing that is open, and calls it a matter of rights."""
    database = tmp_path / "library.sqlite"
    files = [database, tmp_path / "library.sqlite-shm", tmp_path / "library.sqlite-wal"]
    for file in files:
        file.write_text(file.name)

    def move(file: Path, target: Path) -> None:
        if file == database:
            error = PermissionError(errno.EACCES, "used by another process")
            error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
            raise error
        file.replace(target)

    with pytest.raises(LibraryUnusableError) as refused:
        set_aside(database, AT, move)
    assert refused.value.condition == "in_use"
    assert sorted(tmp_path.iterdir()) == files
    assert [file.read_text() for file in files] == [file.name for file in files]
    folder = set_aside(database, AT)
    assert folder is not None
    assert len(list(folder.iterdir())) == 3
