"""What goes into the library comes out of it again, as frozen values."""

import unicodedata
import uuid
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from tests.requests import KIE_WALLET, SANDBOX_WALLET, a_request
from tests.storage.filled_library import (
    GRANT,
    PRICE,
    fill_library,
    new_video,
    new_wallet,
    pending,
    reserved,
    sending,
)
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    NotEnoughCreditsError,
    VideoNotFoundError,
)
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.domain.ledger import Charge, EntryKind, movement_of
from videogen_desktop.domain.states import ACCEPTED_STATES, Origin, Reason, VideoState
from videogen_desktop.domain.text import folded
from videogen_desktop.domain.wallet import Wallet, WalletKey
from videogen_desktop.storage.file_rows import FileCopy, FileRole
from videogen_desktop.storage.library import SqliteLibrary

_FACTS = ClipFacts("mp4", "h264", None, 720, 1280, 5000, True)


def test_a_video_comes_back_as_it_was_written(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    full = new_video(
        wallet.id,
        origin=Origin.RESCUED,
        state=VideoState.COMPLETED,
        task_id="t",
        request=a_request("Đà Nẵng 🎬 %s {x} \\ ' \" ;--", "portrait"),
        provider_word="success",
        failure_code="c",
        failure_message="m",
        consumed=5,
        result_url="https://example.com/?signature=canary",
        requested_by="terminal",
        sent_at=1,
        accepted_at=2,
        ended_at=3,
        deleted_at=4,
    )
    plain = new_video(wallet.id)
    with library.writing() as rows:
        rows.videos.add(full)
        rows.videos.add(plain)
    with library.reading() as rows:
        assert rows.videos.get(full.id) == full
        assert rows.videos.get(plain.id) == plain
        assert set(rows.videos.every()) == {full, plain}
        assert rows.videos.undeleted() == (plain,)
        assert rows.gallery.first(GalleryQuery(), 10) == (plain.id,)
        assert rows.videos.many([plain.id, str(uuid.uuid4()), full.id]) == (plain, full)
    assert "canary" not in repr(full)
    assert "Nẵng" not in repr(full)


def test_the_newest_comes_first(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    videos = [new_video(wallet.id, at) for at in (5, 9, 7)]
    with library.writing() as rows:
        for video in videos:
            rows.videos.add(video)
        assert rows.gallery.first(GalleryQuery(), 10) == (videos[1].id, videos[2].id, videos[0].id)


def test_a_run_of_no_possible_length_is_none(library: SqliteLibrary) -> None:
    """One video that ended in 2099, or before it began, moved every estimate of its model."""
    wallet = new_wallet(library)
    accepted = 1_000_000
    with library.writing() as rows:
        for ended in (accepted + 60_000, accepted - 1, (1 << 63) - 1, -(1 << 63), 4 * 10**12):
            rows.videos.add(
                new_video(
                    wallet.id,
                    origin=Origin.RESCUED,
                    state=VideoState.COMPLETED,
                    task_id=f"task-{ended}",
                    accepted_at=accepted,
                    ended_at=ended,
                )
            )
        assert rows.videos.run_durations(wallet.id, "sandbox/video-1", 20) == (60_000,)


def test_a_video_is_found_by_the_beginning_of_its_id_when_there_is_only_one(
    library: SqliteLibrary,
) -> None:
    wallet = new_wallet(library)
    ids = [f"{start}-0000-4000-8000-000000000000" for start in ("aaaaaaa1", "aaaaaab2", "ffffffff")]
    with library.writing() as rows:
        for video_id in ids:
            rows.videos.add(new_video(wallet.id, id=video_id))
        assert rows.videos.find(" AAAAAAA ").id == ids[0]
        assert rows.videos.find(ids[2]).id == ids[2]
        assert rows.videos.find("f").id == ids[2]
        for prefix, matches in (("aaaaaa", 2), ("", 0), (" ", 0), ("%", 0), ("_", 0), ("zz", 0)):
            with pytest.raises(VideoNotFoundError) as caught:
                rows.videos.find(prefix)
            assert caught.value.matches == matches
        with pytest.raises(VideoNotFoundError):
            rows.videos.get(ids[0][:8])


def test_a_change_made_on_an_old_snapshot_is_refused(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    with library.writing() as rows:
        old = reserved(rows, wallet.id)
        new = rows.videos.change(old, 7, state=VideoState.SENDING, send_count=1)
        assert new == rows.videos.get(old.id)
        assert (new.revision, new.updated_at) == (2, 7)
        with pytest.raises(IllegalTransitionError):
            rows.videos.change(old, 8, state=VideoState.SENDING, send_count=1)


def test_those_in_flight_are_found_by_wallet_deleted_or_not(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    other = Wallet(str(uuid.uuid4()), KIE_WALLET)
    with library.writing() as rows:
        rows.wallets.add(other, 1)
        rows.ledger.grant(other.id, str(uuid.uuid4()), GRANT, 1, "1")
        reserved(rows, wallet.id)
        mine = pending(rows, wallet.id)
        mine = rows.videos.change(mine, 9, deleted_at=9)
        pending(rows, other.id)
        assert rows.videos.in_states(tuple(ACCEPTED_STATES), wallet.id) == (mine,)


def test_money_moves_as_the_statement_says(library: SqliteLibrary) -> None:
    filled = fill_library(library)
    with library.reading() as rows:
        entries = tuple(rows.ledger.entries(filled.wallet.id))
        balance = rows.ledger.balance(filled.wallet.id)
        assert rows.ledger.kinds(filled.failed.id) == {
            EntryKind.RESERVE,
            EntryKind.CAPTURE,
            EntryKind.REFUND,
        }
        assert rows.ledger.balance(str(uuid.uuid4())).revision == 0
    assert (balance.available, balance.held) == (GRANT - 2 * PRICE - 7_000, 2 * PRICE)
    assert balance.revision == entries[-1].seq
    lines = [line for line in map(movement_of, entries) if line is not None]
    assert sum(line.amount for line in lines) == balance.available


def test_a_video_is_charged_what_its_rows_come_to(library: SqliteLibrary) -> None:
    filled = fill_library(library)
    wanted = [filled.waiting, filled.unknown, filled.cheaper, filled.failed, filled.found]
    with library.reading() as rows:
        charges = rows.ledger.charges([video.id for video in wanted])
    assert charges == {
        filled.waiting.id: Charge(held=PRICE, spent=0),
        filled.unknown.id: Charge(held=PRICE, spent=0),
        filled.cheaper.id: Charge(held=0, spent=7_000),
        filled.failed.id: Charge(held=0, spent=0, is_refunded=True),
    }


def test_without_enough_credits_nothing_is_written(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    dear = new_video(wallet.id, price=GRANT + 1)
    with (
        pytest.raises(NotEnoughCreditsError) as caught,
        library.writing() as rows,
    ):
        rows.videos.add(dear)
        rows.ledger.reserve(dear, 1)
    assert (caught.value.available, caught.value.price) == (GRANT, GRANT + 1)
    with library.reading() as rows:
        assert rows.videos.every() == ()


def test_a_movement_happens_once_also_through_the_code(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    with library.writing() as rows:
        video = sending(rows, wallet.id)
        rows.ledger.capture(video, 1)
    for move in ("reserve", "capture", "void"):
        with pytest.raises(IntegrityError), library.writing() as rows:
            getattr(rows.ledger, move)(video, 2)


def test_wallets_are_the_same_by_their_key(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    other = Wallet(str(uuid.uuid4()), WalletKey("kie", "https://example.com"))
    with library.writing() as rows:
        rows.wallets.add(other, 2)
        assert rows.wallets.find(SANDBOX_WALLET) == wallet
        assert rows.wallets.find(other.key) == other
        assert rows.wallets.find(KIE_WALLET) is None
        assert not rows.wallets.has(KIE_WALLET)
        assert rows.wallets.every() == (wallet, other)
    with pytest.raises(IntegrityError), library.writing() as rows:
        rows.wallets.add(Wallet(str(uuid.uuid4()), SANDBOX_WALLET), 3)


@pytest.mark.parametrize("written", ["http://[0:0:0:0:0:0:0:1]:9", "http://[0::1]:9"])
def test_a_wallet_is_found_under_the_spelling_of_an_earlier_version(
    library: SqliteLibrary, written: str
) -> None:
    key = WalletKey("kie", "http://[::1]:9")
    old = Wallet(str(uuid.uuid4()), WalletKey("kie", written))
    twin = Wallet(str(uuid.uuid4()), key)
    with library.writing() as rows:
        rows.wallets.add(old, 1)
        assert rows.wallets.find(key) == Wallet(old.id, key)
        for other in ("http://[::1]", "http://[::1]:8", "http://[::2]:9", "https://[::1]:9"):
            assert rows.wallets.find(WalletKey("kie", other)) is None
        # What that version made two of: what was paid for in either comes to its end.
        rows.wallets.add(twin, 2)
        assert rows.wallets.find(key) == twin
        rows.ledger.grant(old.id, str(uuid.uuid4()), 500_00, 1, "500")
        video = sending(rows, old.id)
        assert rows.wallets.find(key) == Wallet(old.id, key)
        rows.videos.change(video, 3, state=VideoState.UNCONFIRMED, reason=Reason.SENT_UNKNOWN)
        assert rows.wallets.find(key) == twin


def test_a_timeline_keeps_its_order_and_its_details(library: SqliteLibrary) -> None:
    video_id = fill_library(library).waiting.id
    with library.writing() as rows:
        rows.events.add(video_id, "one", 9, message="Đà Nẵng", code=None)
        rows.events.add(video_id, "two", 3)
    with library.reading() as rows:
        events = rows.events.of_video(video_id)
    assert [(event.kind, event.at, event.detail) for event in events] == [
        ("one", 9, {"message": "Đà Nẵng", "code": None}),
        ("two", 3, {}),
    ]


def test_a_file_copy_is_replaced_and_keeps_what_was_known(library: SqliteLibrary) -> None:
    video_id = fill_library(library).cheaper.id
    with library.writing() as rows:
        rows.files.put(FileCopy(video_id, FileRole.CLIP, Path("/a.mp4"), 5), 1, _FACTS)
        rows.files.put(FileCopy(video_id, FileRole.CLIP, Path("/Đà.mp4"), 6), 2)
        rows.files.put(FileCopy(video_id, FileRole.POSTER, Path("/p.jpg"), 1), 2)
    with library.reading() as rows:
        expected = {FileRole.CLIP: Path("/Đà.mp4"), FileRole.POSTER: Path("/p.jpg")}
        assert rows.files.of_videos([video_id]) == {video_id: expected}
        assert rows.files.every() == {video_id: expected}
        assert rows.files.of_videos([]) == {}


def test_the_first_of_the_outbox_are_the_most_urgent_and_then_the_oldest(
    library: SqliteLibrary,
) -> None:
    filled = fill_library(library)
    wallet_id = filled.wallet.id
    with library.writing() as rows:
        videos = [video for video in rows.videos.every() if video.wallet_id == wallet_id][:3]
        for at, video in enumerate(videos):
            rows.downloads.queue(video.id, "https://example.com", at)
        rows.downloads.failed(videos[0].id, "disk:28", 50)
        rows.downloads.failed(videos[1].id, "disk:28", 40)
        rows.downloads.failed(videos[2].id, "disk:28", 40)
        every = [download.video_id for download in rows.downloads.of_wallet(wallet_id)]
        assert every == [videos[1].id, videos[2].id, videos[0].id]
        first = rows.downloads.of_wallet(wallet_id, 2)
        assert [download.video_id for download in first] == every[:2]
        assert rows.downloads.waiting_of_wallet(wallet_id) == len(every)


def test_a_later_result_waits_for_those_before_it_and_for_none_that_is_bad(
    library: SqliteLibrary,
) -> None:
    filled = fill_library(library)
    video_id, wallet_id = filled.cheaper.id, filled.wallet.id
    with library.writing() as rows:

        def turns() -> list[int]:
            return [one.result_number for one in rows.downloads.next_of_wallet(wallet_id, 9)]

        for number in (1, 2, 3):
            rows.downloads.queue(video_id, "https://example.com", 1, number)
        assert turns() == [1]
        # An outage says nothing of the result, until it has lasted for three tries.
        for tries in range(3):
            assert turns() == [1], tries
            rows.downloads.failed(video_id, "ProviderUnavailable", 9)
        assert turns() == [2, 1]
        rows.downloads.failed(video_id, "not_playable:container", 9, 2)
        assert turns() == [3, 1, 2]
        assert rows.downloads.of_videos([video_id])[video_id].result_number == 3
        rows.downloads.gone(video_id, 5)
        assert turns() == [3, 2]
        assert rows.downloads.waiting_of_wallet(wallet_id) == 2
        rows.downloads.done(video_id, 3)
        assert rows.downloads.of_videos([video_id])[video_id].result_number == 2


def test_a_result_stays_in_the_outbox_until_its_file_is_safe(library: SqliteLibrary) -> None:
    filled = fill_library(library)
    video_id, url = filled.cheaper.id, "https://example.com/?signature=canary"
    with library.writing() as rows:
        rows.downloads.queue(video_id, "https://old.example", 1)
        rows.downloads.started(video_id, Path("/x.part"), '"etag"')
        rows.downloads.named(video_id, Path("/Đà Nẵng.mp4"))
        rows.downloads.failed(video_id, "disk:28", 50)
        rows.downloads.queue(video_id, url, 2)
        found = rows.downloads.get(video_id)
        assert found is not None
        assert (found.url, found.next_attempt_at, found.attempts) == (url, 2, 0)
        assert (found.part_path, found.etag) == (Path("/x.part"), '"etag"')
        assert (found.clip_path, found.last_failure) == (Path("/Đà Nẵng.mp4"), None)
        assert "canary" not in repr(found)
        assert rows.downloads.of_wallet(filled.wallet.id) == (found,)
        assert rows.downloads.of_wallet(str(uuid.uuid4())) == ()
        assert rows.downloads.of_videos([video_id]) == {video_id: found}
        rows.downloads.started(video_id, Path("/x.part"), None)
        renewed = rows.downloads.get(video_id)
        # By now the name may be another video's.
        assert renewed is not None and renewed.clip_path is None
        rows.downloads.done(video_id)
        assert rows.downloads.get(video_id) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đà Nẵng", "da nang"),
        ("ĐÀ NẴNG", "da nang"),
        (unicodedata.normalize("NFD", "Đà Nẵng"), "da nang"),
        ("Nguyễn Thị Ửng đỏ ơ ư", "nguyen thi ung do o u"),
        ("ẾỄỆ ế", "eee e"),
        ("Straße İstanbul", "strasse istanbul"),
        ("日本 🎬 100%", "日本 🎬 100%"),
        # Three capitals that look alike: U+0110, the Icelandic U+00D0, the African U+0189.
        ("Đà Ðà Ɖà", "da da da"),
        ("Ørsted Łódź ısı Ħal Ŧ", "orsted lodz isi hal t"),
        ("Æsir Œuvre Þór", "aesir oeuvre thor"),
        # As pasted from social networks, and as typed full-width.
        ("𝗩𝗶𝗱𝗲𝗼 Ｍèｏ ﬁlm", "video meo film"),
        ("", ""),
    ],
)
def test_a_search_does_not_need_marks(text: str, expected: str) -> None:
    assert folded(text) == expected
    assert folded(folded(text)) == expected
