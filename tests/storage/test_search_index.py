"""A damaged index of words stands in nobody's way: it is made anew, or done without."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from tests.storage.damage import keep_journal
from tests.storage.earlier_library import put_earlier_library
from tests.storage.filled_library import REQUEST, new_video, new_wallet, reserved
from videogen_desktop.domain.gallery import GalleryQuery, GallerySort
from videogen_desktop.services.gallery import _parts
from videogen_desktop.storage.checks import check_file
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import SqliteLibrary, open_library, open_reader
from videogen_desktop.storage.search_index import is_index_whole
from videogen_desktop.storage.verify import verify

NOW = 1_796_011_400_000
# The version of commit 3e2cf6e left the Icelandic letter as it was.
AS_FOLDED_BEFORE = "prompt = 'Ðà Nẵng về đêm', prompt_folded = 'ða nang ve đem'"


def _found_refolding(library: SqliteLibrary, words: str) -> tuple[str, ...]:
    with library.reading() as rows:
        return rows.gallery.first(GalleryQuery(text=words), 200)


def test_old_prompts_are_found_by_plain_letters(places: Directories) -> None:
    put_earlier_library("3e2cf6e", places)
    with closing(sqlite3.connect(places.database, isolation_level=None)) as connection:
        (typed,) = connection.execute(
            "SELECT id FROM video WHERE deleted_at IS NULL LIMIT 1"
        ).fetchone()
        rule = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'video_frozen'")
        (frozen,) = rule.fetchone()
        connection.execute("DROP TRIGGER video_frozen")
        connection.execute(f"UPDATE video SET {AS_FOLDED_BEFORE} WHERE id = ?", (typed,))  # noqa: S608
        connection.execute(frozen)
        connection.execute("INSERT INTO video_search (video_search) VALUES ('rebuild')")
        before = dict(connection.execute("SELECT id, revision FROM video").fetchall())

    library = open_library(places, NOW)
    assert typed in _found_refolding(library, "da nang ve dem")
    assert _found_refolding(library, "Ðà") == _found_refolding(library, "đà")
    with library.reading() as rows:
        videos = {video.id: video for video in rows.videos.every()}
    assert videos[typed].prompt == "Ðà Nẵng về đêm"
    moved_on = {one for one, video in videos.items() if video.revision != before[one]}
    assert moved_on == {typed}
    assert {one.rule for one in verify(library)} <= {"body_changed"}
    library.close()


DAMAGES = {
    "no structure": "UPDATE video_search_data SET block = x'ffffffff' WHERE id = 10",
    "other bytes": "UPDATE video_search_data SET block = x'00ff' WHERE id > 10",
    "no data": "DELETE FROM video_search_data",
    "texts forgotten": "DELETE FROM video_search_docsize",
    "a table gone": "DROP TABLE video_search_idx",
}
# What adding a video meets; the rest is met by a search, or by the look after a start.
MENDED = {"no structure", "no data"}
if sqlite3.sqlite_version_info >= (3, 44):
    # It cannot be made anew either: searches read the videos.
    MENDED.remove("no data")


def _filled(made: Directories) -> tuple[SqliteLibrary, str]:
    library = open_library(made, 1)
    wallet = new_wallet(library)
    with library.writing() as rows:
        for at in range(3):
            reserved(rows, wallet.id, at=10 + at)
    return library, wallet.id


def _damage(made: Directories, name: str) -> None:
    with closing(sqlite3.connect(made.database)) as raw, raw:
        keep_journal(raw)
        raw.execute(DAMAGES[name])


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_index_is_made_anew_with_a_new_version(places: Directories, name: str) -> None:
    put_earlier_library("3e2cf6e", places)
    _damage(places, name)
    library = open_library(places, NOW)
    with library.reading() as rows:
        assert is_index_whole(rows.connection)
    library.close()


@pytest.mark.parametrize("name", [None, *DAMAGES])
def test_a_title_is_given_and_found_over_any_index(made: Directories, name: str | None) -> None:
    library, _ = _filled(made)
    with library.reading() as rows:
        video, *_ = rows.videos.every()
    if name is not None:
        _damage(made, name)
    for title, found in (("Chợ nổi", 1), ("Cầu Rồng", 1), (None, 0)):
        with library.writing() as rows:
            video = rows.videos.change(video, 30, title=title)
        assert _found(library, title or "Cầu Rồng") == found
    assert _found(library, "chợ") == 0
    assert _found(library, _a_word(library)) == 3
    if name is None:
        assert verify(library) == ()
    library.close()


def _found(library: SqliteLibrary, text: str) -> int:
    with library.reading() as rows:
        return len(rows.gallery.first(GalleryQuery(text=text), 10))


@pytest.mark.parametrize("name", DAMAGES)
def test_a_video_is_made_over_a_damaged_index(made: Directories, name: str) -> None:
    library, wallet_id = _filled(made)
    word = _a_word(library)
    _damage(made, name)
    with library.writing() as rows:
        reserved(rows, wallet_id, at=20)
    assert _found(library, word) == 4
    rules = {violation.rule for violation in verify(library)}
    library.close()
    assert ("search_index" not in rules) is (name in MENDED)


@pytest.mark.parametrize("name", DAMAGES)
def test_verify_tells_of_it(made: Directories, name: str) -> None:
    _filled(made)[0].close()
    _damage(made, name)
    with open_reader(made) as reader:
        assert "search_index" in {violation.rule for violation in verify(reader)}


@pytest.mark.parametrize("name", DAMAGES)
@pytest.mark.parametrize("thorough", [True, False])
def test_it_is_no_damage_of_the_library(made: Directories, name: str, thorough: bool) -> None:
    """SQLite 3.44 and later call it that, and a start once refused to go on."""
    _filled(made)[0].close()
    _damage(made, name)
    check_file(made, thorough=thorough)
    with open_reader(made) as reader:
        assert {violation.rule for violation in verify(reader)} == {"search_index"}


@pytest.mark.parametrize("name", ["other bytes", "no data", "a table gone"])
def test_a_search_reads_the_videos_where_the_index_gives_no_answer(
    made: Directories, name: str
) -> None:
    library, _ = _filled(made)
    word = _a_word(library)
    _damage(made, name)
    for text, videos in ((word, 3), (word[:2], 3), ("không có từ này", 0)):
        assert _found(library, text) == videos
    query = GalleryQuery(text=word)
    with library.reading() as rows:
        assert len(rows.gallery.slice(query, None)) == 3
    with library.reading() as rows:
        assert sum(rows.gallery.count_slice(query, 0).found.values()) == 3
    with library.reading() as rows:
        assert rows.gallery.shows(query, rows.videos.every()[0].id)
    library.close()


def _a_word(library: SqliteLibrary) -> str:
    with library.reading() as rows:
        return rows.videos.every()[0].prompt.split()[0]


def test_a_video_is_found_by_what_was_typed_and_by_what_a_helper_made_of_it(
    places: Directories,
) -> None:
    library = open_library(places, NOW)
    wallet = new_wallet(library)
    request = replace(REQUEST.request, prompt="A cat by the sea", original_prompt="Mèo ở Đà Nẵng")
    video = new_video(wallet.id, request=request)
    with library.writing() as rows:
        rows.videos.add(video)
        rows.ledger.reserve(video, 1)
    for words in ("by the sea", "đà nẵng", "Meo"):
        assert _found_refolding(library, words) == (video.id,)
    assert not verify(library)
    library.close()


MARKED = ("Đà Nẵng", "Đá nằng nặng", "DA NANG", "Hội An, Đà Nẵng", "Mẫu đa năng")


@pytest.mark.parametrize("is_damaged", [False, True])
@pytest.mark.parametrize(
    ("typed", "places_found"),
    [
        ("đà nẵng", [3, 0, 4, 2, 1]),
        ("Đà Nẵ", [3, 0, 4, 2, 1]),
        ("a\u0300 Đa\u0300", [3]),
        ("đa\u0300", [3, 0, 4, 2, 1]),
        ("da nang", [4, 3, 2, 1, 0]),
        ("đa nang", [4, 3, 2, 1, 0]),
        ("hoi đà", [3]),
    ],
)
def test_what_is_spelled_as_it_was_typed_comes_before_what_only_folds_to_it(
    made: Directories, typed: str, places_found: list[int], is_damaged: bool
) -> None:
    library = open_library(made, NOW)
    wallet = new_wallet(library)
    videos = []
    with library.writing() as rows:
        for at, prompt in enumerate(MARKED):
            request = replace(REQUEST.request, prompt=prompt)
            videos.append(new_video(wallet.id, at + 1, request=request))
            rows.videos.add(videos[-1])
            rows.ledger.reserve(videos[-1], at + 1)
    if is_damaged:
        _damage(made, "a table gone")
    gallery = [one.id for one in videos]
    with library.reading() as rows:
        parts = _parts(GalleryQuery(text=typed), NOW)
        found = [one for part in parts for one in rows.gallery.first(part, 200)]
        sliced = [one for part in parts for one in rows.gallery.slice(part, None)]
    assert [gallery.index(one) for one in found] == places_found
    assert sliced == found
    library.close()


def test_the_oldest_are_ranked_too_and_an_order_by_name_is_kept(library: SqliteLibrary) -> None:
    typed = GalleryQuery(text="đà nẵng", sort=GallerySort.OLDEST)
    assert [part.spelling for part in _parts(typed, NOW)] == ["as_typed", "otherwise"]
    named = replace(typed, sort=GallerySort.PROMPT)
    assert _parts(named, NOW) == (named,)
