"""A library file opened: the database and its rows by subject."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, insert, select

from videogen_desktop.domain.errors import (
    LedgerRulesChangedError,
    LibraryMissingError,
    NewerLibraryError,
    OutdatedLibraryError,
)
from videogen_desktop.storage import schema
from videogen_desktop.storage.backup import back_up_before_migration
from videogen_desktop.storage.collection_rows import CollectionRows
from videogen_desktop.storage.database import Database
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.download_rows import DownloadRows
from videogen_desktop.storage.event_rows import EventRows
from videogen_desktop.storage.failures import file_faults
from videogen_desktop.storage.file_rows import FileRows
from videogen_desktop.storage.gallery_rows import GalleryRows
from videogen_desktop.storage.ledger_rows import LedgerRows
from videogen_desktop.storage.schema import Schema
from videogen_desktop.storage.sqlite_engine import Opening
from videogen_desktop.storage.tables import library as library_table
from videogen_desktop.storage.video_rows import VideoRows
from videogen_desktop.storage.wallet_rows import WalletRows


@dataclass(frozen=True, slots=True)
class LibraryRows:
    """Everything one transaction can reach."""

    videos: VideoRows
    ledger: LedgerRows
    wallets: WalletRows
    events: EventRows
    gallery: GalleryRows
    collections: CollectionRows
    files: FileRows
    downloads: DownloadRows
    connection: Connection


class Library:
    """The library on one thread; see Database for what its transactions promise."""

    def __init__(self, database: Database, library_id: str) -> None:
        self._database = database
        self.library_id = library_id

    @contextmanager
    def write(self) -> Iterator[LibraryRows]:
        """One durable transaction: all of it or nothing."""
        with self._database.write() as connection:
            yield self._rows(connection)

    @contextmanager
    def read(self) -> Iterator[LibraryRows]:
        with self._database.read() as connection:
            yield self._rows(connection)

    def close(self) -> None:
        self._database.close()

    def _rows(self, connection: Connection) -> LibraryRows:
        return LibraryRows(
            videos=VideoRows(connection, self.library_id),
            ledger=LedgerRows(connection, self.library_id),
            wallets=WalletRows(connection, self.library_id),
            events=EventRows(connection, self.library_id),
            gallery=GalleryRows(connection, self.library_id),
            collections=CollectionRows(connection, self.library_id),
            files=FileRows(connection),
            downloads=DownloadRows(connection),
            connection=connection,
        )


def open_library(places: Directories, now_ms: int, target: Schema = schema.CURRENT) -> Library:
    """Open for the engine, which holds the lock: make or migrate the file as needed.

    Raises NewerLibraryError (the file is not touched), LedgerRulesChangedError,
    LibraryUnusableError.
    """
    with file_faults():
        places.data.mkdir(parents=True, exist_ok=True)
    revision = _revision_on_disk(places.database, target)
    if revision is not None and revision != target.head:
        back_up_before_migration(places.database, places.backups, revision, target.head, now_ms)
    database = Database(places.database)
    try:
        with database.write() as connection:
            if revision != target.head:
                _migrate(connection, target)
            if schema.fingerprint(connection) != target.fingerprint:
                raise LedgerRulesChangedError(places.database)
            library_id = _library_id(connection, now_ms)
    except BaseException:
        database.close()
        raise
    return Library(database, library_id)


@contextmanager
def open_reader(places: Directories, target: Schema = schema.CURRENT) -> Iterator[Library]:
    """Open for reading only; needs no lock and never migrates.

    Raises LibraryMissingError, OutdatedLibraryError, NewerLibraryError, LedgerRulesChangedError,
    LibraryUnusableError.
    """
    revision = _revision_on_disk(places.database, target)
    if revision is None:
        raise LibraryMissingError(places.database)
    if revision != target.head:
        raise OutdatedLibraryError(places.database, revision)
    database = Database(places.database, Opening.READ)
    try:
        with database.read() as connection:
            library_id = connection.execute(select(library_table.c.id)).scalar_one()
        yield Library(database, library_id)
    finally:
        database.close()


def _revision_on_disk(path: Path, target: Schema) -> str | None:
    with file_faults():
        if not path.exists() or path.stat().st_size == 0:
            return None
    reader = Database(path, Opening.LOOK)
    try:
        with reader.read() as connection:
            revision = schema.stored_revision(connection)
            foreign = revision is None and not schema.is_empty(connection)
    finally:
        reader.close()
    if foreign:
        # Some other program's file, or one whose history was taken out.
        raise LedgerRulesChangedError(path)
    if revision is not None and revision not in target.known:
        raise NewerLibraryError(path, revision)
    return revision


def _migrate(connection: Connection, target: Schema) -> None:
    # Costs 0.2 s to import: only where there is something to migrate.
    from videogen_desktop.storage.migrate import migrate

    migrate(connection, target.head, target.migrations)


def _library_id(connection: Connection, now_ms: int) -> str:
    found = connection.execute(select(library_table.c.id)).scalar()
    if found is not None:
        return str(found)
    library_id = str(uuid.uuid4())
    connection.execute(insert(library_table).values(id=library_id, created_at=now_ms))
    return library_id
