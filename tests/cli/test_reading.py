"""Commands that only read: list, show, ledger, verify."""

import asyncio
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Videogen
from tests.requests import SANDBOX_WALLET, VENDORS, priced
from tests.storage.damage import keep_journal
from tests.storage.filled_library import new_video, new_wallet
from videogen_desktop.domain.errors import RefusedError
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.services.account import find_or_add_wallet
from videogen_desktop.services.library_phases import library_phases
from videogen_desktop.services.phases import AcceptPhases
from videogen_desktop.services.system import SystemClock, random_id
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.file_rows import FileCopy, FileRole
from videogen_desktop.storage.library import SqliteLibrary, open_library

NOW = 1_795_372_800_007


class Shelf:
    """A library filled by hand, without any provider."""

    def __init__(self, library: SqliteLibrary) -> None:
        self.library = library

    async def sending(self, video_id: str, key: WalletKey, priced: PricedRequest) -> AcceptPhases:
        """The steps of a wallet with 1000 credits, in which this is being sent."""
        made_at = NOW + len(key.api_base)
        wallet = await find_or_add_wallet(self.library, key, random_id, made_at)
        with self.library.writing() as rows:
            if rows.ledger.balance(wallet.id).revision == 0:
                rows.ledger.grant(wallet.id, random_id(), 1000_00, NOW, "1000")
        accept = library_phases(self.library, wallet.id, SystemClock(), random_id).accept
        await accept.reserve(video_id, priced, "test")
        await accept.sending(video_id)
        return accept

    def accepted(self, video_id: str, prompt: str, key: WalletKey = SANDBOX_WALLET) -> Video:
        async def story() -> Video:
            request = priced(prompt, "portrait", VENDORS.named(key.provider))
            accept = await self.sending(video_id, key, request)
            return await accept.accepted(video_id, f"task of {video_id[:8]}")

        return asyncio.run(story())

    def refused(self, video_id: str, prompt: str) -> Video:
        async def story() -> Video:
            accept = await self.sending(video_id, SANDBOX_WALLET, priced(prompt))
            return await accept.refused(video_id, Reason.REFUSED, RefusedError("\x1b[31mno", "422"))

        return asyncio.run(story())


@pytest.fixture
def shelf(places: Directories) -> Iterator[Shelf]:
    library = open_library(places, NOW)
    yield Shelf(library)
    library.close()


FIRST = "aaaaaaaa-0000-4000-8000-000000000001"
SECOND = "aaaaaaab-0000-4000-8000-000000000002"


def test_without_a_library_there_is_nothing_and_nothing_is_made(
    videogen: Videogen, places: Directories
) -> None:
    assert videogen("list", "--json").json == {"videos": []}
    assert videogen("ledger", "--json").json == {"wallets": []}
    assert videogen("verify", "--json").json == {"ok": True, "violations": []}
    for words in (["list"], ["ledger"], ["verify"], ["resume"], ["account", "list"]):
        run = videogen(*words)
        assert (run.code, run.err) == (0, "")
    assert videogen("show", "a", "--json").code == 2
    assert not places.data.exists()


def test_list_shows_what_was_not_deleted(videogen: Videogen, shelf: Shelf) -> None:
    kept = shelf.accepted(FIRST, "giữ lại\x1b[2J")
    gone = shelf.accepted(SECOND, "bỏ đi")
    with shelf.library.writing() as rows:
        rows.videos.change(gone, NOW, deleted_at=NOW)
        clip = FileCopy(kept.id, FileRole.CLIP, Path("clips") / "a.mp4", 1)
        rows.files.put(clip, NOW)
    (video,) = videogen("list", "--json").json["videos"]
    assert video["id"] == FIRST
    assert video["file"] == str(Path("clips") / "a.mp4")
    assert video["task_id"] == "task of aaaaaaaa"
    assert video["created_at"].endswith("Z")
    table = videogen("list").out
    assert "aaaaaaaa" in table and "giữ lại" in table
    assert "\x1b" not in table and "bỏ đi" not in table
    assert videogen("show", SECOND).code == 2


def test_show_takes_a_unique_prefix(videogen: Videogen, shelf: Shelf) -> None:
    shelf.accepted(FIRST, "một")
    shelf.refused(SECOND, "hai")
    assert videogen("show", "aaaaaaaa", "--json").json["id"] == FIRST
    ambiguous = videogen("show", "aaaa", "--json")
    assert ambiguous.code == 2
    assert ambiguous.json["error"].startswith("Several videos")
    refused = videogen("show", SECOND.upper(), "--json").json
    assert (refused["state"], refused["reason"], refused["cost"]) == ("failed", "refused", 0)
    assert [event["kind"] for event in refused["timeline"]] == ["reserved", "sending", "failed"]
    money = [(entry["kind"], entry["amount"]) for entry in refused["money"]]
    assert money == [("reserve", 100), ("void", 100)]
    shown = videogen("show", SECOND).out
    assert "failed (refused)" in shown and "void" in shown and "\x1b" not in shown


def test_a_video_says_what_went_in_what_it_continues_and_its_takes(
    videogen: Videogen, shelf: Shelf
) -> None:
    wallet, group = new_wallet(shelf.library), str(uuid.uuid4())
    asked = replace(priced("ba").request, inputs={"reference": ("a" * 64, "b" * 64)}, parent=FIRST)
    take = new_video(wallet.id, NOW, id=SECOND, request=asked, take_group_id=group)
    with shelf.library.writing() as rows:
        rows.videos.add(take)
        rows.ledger.reserve(take, NOW)
    shelf.refused(FIRST, "một")
    shown, first = videogen("list", "--json").json["videos"]
    if shown["id"] == FIRST:
        shown, first = first, shown
    assert shown["images"] == {"reference": ["a" * 64, "b" * 64]}
    assert (shown["parent"], shown["take_group"]) == (FIRST, group)
    assert (first["images"], first["parent"], first["take_group"]) == ({}, None, None)
    assert videogen("show", SECOND, "--json").json["parent"] == FIRST


def test_the_statement_of_each_wallet_adds_up(videogen: Videogen, shelf: Shelf) -> None:
    shelf.accepted(FIRST, "một")
    shelf.refused(SECOND, "hai")
    other = WalletKey("kie", "https://other.example")
    shelf.accepted("bbbbbbbb-0000-4000-8000-000000000003", "ba", other)
    wallets = videogen("ledger", "--json").json["wallets"]
    assert [wallet["wallet"] for wallet in wallets] == ["sandbox", "https://other.example"]
    assert [wallet["provider"] for wallet in wallets] == ["sandbox", "kie"]
    assert [wallet["provider_balance"] for wallet in wallets] == [None, None]
    for wallet in wallets:
        assert sum(entry["amount"] for entry in wallet["entries"]) == wallet["available"]
    kinds = [(entry["kind"], entry["amount"]) for entry in wallets[0]["entries"]]
    assert kinds == [
        ("grant", 1000),
        ("video_generation", -100),
        ("video_generation", -100),
        ("refund", 100),
    ]
    text = videogen("ledger").out
    assert "Available: 900 credits; held: 0." in text
    assert "capture" not in text


def test_resume_tells_what_is_left_in_another_wallet_and_starts_nothing_for_it(
    videogen: Videogen, shelf: Shelf, places: Directories
) -> None:
    shelf.accepted(FIRST, "ba", WalletKey("kie", "https://other.example"))
    run = videogen("resume", "--provider", "sandbox")
    assert run.code == 5
    assert "1 video is still pending (wallet https://other.example)." in run.out
    assert not places.local_server("sandbox").exists()
    assert not places.engine_lock.exists()


def test_resume_needs_the_key_of_what_is_in_flight(
    videogen: Videogen, shelf: Shelf, working_keyring: object
) -> None:
    shelf.accepted(FIRST, "ba", WalletKey("kie", "https://other.example"))
    shelf.library.close()
    run = videogen("resume", "--api-base", "https://other.example")
    assert run.code == 6
    assert "No API key is known for https://other.example" in run.err


def test_verify_finds_a_figure_that_was_changed(
    videogen: Videogen, shelf: Shelf, places: Directories
) -> None:
    shelf.accepted(FIRST, "một")
    assert videogen("verify").code == 0
    with closing(sqlite3.connect(places.database)) as database:
        keep_journal(database)
        triggers = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger_entry'"
        ).fetchall()
        for (name,) in triggers:
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE ledger_entry SET available_after = available_after + 1")
        database.commit()
    broken = videogen("verify", "--json")
    assert (broken.code, broken.json["ok"]) == (1, False)
    rules = {violation["rule"] for violation in broken.json["violations"]}
    assert {"available_after", "rules_changed"} <= rules
    assert "available_after" in videogen("verify").out


def test_verify_finds_two_paid_videos_of_one_request(
    videogen: Videogen, shelf: Shelf, places: Directories
) -> None:
    shelf.accepted(FIRST, "một")
    shelf.accepted(SECOND, "hai")
    with closing(sqlite3.connect(places.database)) as raw:
        keep_journal(raw)
        rules = raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'video'"
        )
        for (name,) in rules.fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("DROP INDEX one_request")
        raw.execute("UPDATE video SET request_id = (SELECT min(request_id) FROM video)")
        raw.commit()
    broken = videogen("verify", "--json")
    assert broken.code == 1
    ids = sorted(video["id"] for video in videogen("list", "--json").json["videos"])
    twice = {"rule": "request_paid_twice", "subject": " ".join(ids)}
    assert twice in broken.json["violations"]
    assert "Several videos of one request were paid for" in videogen("verify").out


def test_verify_says_that_a_file_is_damaged(videogen: Videogen, places: Directories) -> None:
    places.data.mkdir(parents=True)
    places.database.write_bytes(b"this is no database at all" * 100)
    broken = videogen("verify", "--json")
    assert (broken.code, broken.json["ok"]) == (1, False)
    listing = videogen("list")
    assert listing.code == 6
    assert "damaged" in listing.err


def test_listing_imports_nothing_that_only_an_engine_needs(
    shelf: Shelf, places: Directories
) -> None:
    shelf.accepted(FIRST, "một")
    script = (
        "import sys; from videogen_desktop.cli.main import main; main(['list', '--data-dir',"
        f" {str(places.data)!r}]); print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    assert "aaaaaaaa" in run.stdout
    heavy = {"rich", "httpx", "msgspec", "alembic", "platformdirs", "keyring", "PySide6", "av"}
    ours = {"videogen_desktop.engine.opening", "videogen_desktop.cli.generate"}
    assert not (heavy | ours) & set(run.stderr.split())


def test_a_reader_that_has_seen_enough_is_no_error(shelf: Shelf, places: Directories) -> None:
    shelf.accepted(FIRST, "một")
    command = [sys.executable, "-m", "videogen_desktop", "list", "--data-dir", str(places.data)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_list_loads_nothing_that_it_does_not_show(shelf: Shelf, places: Directories) -> None:
    shelf.accepted("11111111-0000-4000-8000-000000000001", "A cat")
    script = (
        "import sys; from videogen_desktop.cli.main import main; main(['list']); "
        "print(*sorted(name for name in sys.modules if name.startswith('videogen_desktop.')))"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    loaded = said.stdout.splitlines()[-1].split()
    for part in ("engine", "services", "providers", "media", "cli.errors", "cli.generating"):
        assert f"videogen_desktop.{part}" not in loaded
    rows = {name.rpartition(".")[2] for name in loaded if name.endswith("_rows")}
    assert rows == {"library_rows", "video_rows", "wallet_rows"}


def test_rows_of_absurd_dates_end_no_command_and_lead_no_list(
    videogen: Videogen, places: Directories
) -> None:
    """As an import once wrote them, or a run whose clock stood in 2099."""
    now = time.time_ns() // 1_000_000
    absurd = ((1 << 63) - 1, -(1 << 63), (1 << 53) - 1, -1, 0, now + 365 * 86_400_000)
    library = open_library(places, now)
    wallet = new_wallet(library).id
    kept: dict[str, object] = {"origin": Origin.IMPORTED, "state": VideoState.COMPLETED}
    sound = new_video(wallet, now - 60_000, **kept)
    with library.writing() as rows:
        for video in (*(new_video(wallet, at, ended_at=at, **kept) for at in absurd), sound):
            rows.videos.add(video)
            rows.events.add(video.id, "imported", video.created_at)
        for at in absurd[:-1]:
            rows.ledger.reconcile(wallet, str(uuid.uuid4()), 5_00, at, "raw")
    library.close()
    listed = videogen("list", "--json").json["videos"]
    assert listed[0]["id"] == sound.id
    assert [video["created_at"] for video in listed].count(None) == len(absurd) - 1
    lines = videogen("list").out.splitlines()[1:]
    assert ["date unknown" in line for line in lines] == [False, *[True] * len(absurd)]
    for video in listed:
        assert videogen("show", video["id"]).code == 0
        assert videogen("show", video["id"], "--json").code == 0
    assert videogen("ledger").out.count("date unknown") == len(absurd) - 1
    assert videogen("ledger", "--json").code == 0
    assert videogen("verify").code == 0
