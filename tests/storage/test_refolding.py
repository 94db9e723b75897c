"""A library written before folding changed is found by today's words after a migration."""

from tests.storage.lived import new_video, new_wallet
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.storage.database import Database
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import Library, open_library
from videogen_desktop.storage.refolding import refold
from videogen_desktop.storage.verify import verify

# The version of commit 3e2cf6e left the Icelandic letter as it was.
AS_FOLDED_BEFORE = (
    "UPDATE video SET prompt_folded = 'ða nang ve đem', revision = revision + 1 WHERE seq = 1",
    "INSERT INTO video_search (video_search) VALUES ('rebuild')",
)


def _found(library: Library, words: str) -> tuple[str, ...]:
    with library.read() as rows:
        return rows.gallery.first(GalleryQuery(text=words), 10)


def test_old_prompts_are_found_by_plain_letters(made: Directories) -> None:
    library = open_library(made, 1)
    wallet = new_wallet(library)
    typed = new_video(wallet.id, prompt="Ðà Nẵng về đêm")
    plain = new_video(wallet.id, prompt="Đà Lạt")
    with library.write() as rows:
        for video in (typed, plain):
            rows.videos.add(video)
            rows.ledger.reserve(video, 1)
    library.close()
    database = Database(made.database)
    with database.write() as connection:
        for statement in AS_FOLDED_BEFORE:
            connection.exec_driver_sql(statement)
    with database.write() as connection:
        assert refold(connection) == 1
        assert refold(connection) == 0
    database.close()

    library = open_library(made, 1)
    assert _found(library, "da nang") == (typed.id,)
    assert _found(library, "Ðà") == _found(library, "đà")
    with library.read() as rows:
        assert rows.videos.get(typed.id).prompt == "Ðà Nẵng về đêm"
        assert rows.videos.get(plain.id).revision == plain.revision
    assert verify(library) == ()
    library.close()
