"""`videogen delete`: the video leaves the library; its file, its row and its money stay."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Videogen
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock

Faults = Callable[..., None]
PROMPT = "Một con mèo"


def test_a_deleted_video_is_not_listed_and_its_money_stays(
    videogen: Videogen, places: Directories
) -> None:
    made = videogen("generate", PROMPT, "--json").json
    statement = videogen("ledger", "--json").json
    run = videogen("delete", made["id"][:8], "--json")
    assert run.code == 0, run.err
    assert (run.json["id"], run.json["state"], run.json["cost"]) == (made["id"], "completed", 100)
    assert videogen("list", "--json").json == {"videos": []}
    assert videogen("ledger", "--json").json == statement
    assert videogen("verify", "--json").json == {"ok": True, "violations": []}
    # Ten seconds, or the next start: until then everything can come back.
    assert Path(made["file"]).is_file()
    with closing(sqlite3.connect(places.database)) as library:
        assert library.execute("SELECT deleted_at > 0 FROM video").fetchall() == [(1,)]


def test_it_is_gone_for_a_second_delete(videogen: Videogen) -> None:
    video_id = videogen("generate", PROMPT, "--no-wait", "--json").json["id"]
    assert videogen("delete", video_id).code == 0
    again = videogen("delete", video_id)
    assert again.code == 2
    assert video_id in again.err


def test_what_is_unclear_must_be_settled_first(videogen: Videogen, faults: Faults) -> None:
    faults("lost-answer:1")
    video_id = videogen("generate", PROMPT, "--json").json["id"]
    faults()
    run = videogen("delete", video_id)
    assert run.code == 2
    assert "unconfirmed" in run.err
    assert videogen("list", "--json").json["videos"][0]["id"] == video_id


def test_beside_another_engine_nothing_is_deleted(videogen: Videogen, places: Directories) -> None:
    video_id = videogen("generate", PROMPT, "--no-wait", "--json").json["id"]
    lock = FileEngineLock(places.engine_lock)
    lock.acquire()
    try:
        run = videogen("delete", video_id)
    finally:
        lock.release()
    assert run.code == 6, run.err
    assert len(videogen("list", "--json").json["videos"]) == 1


def test_a_video_that_is_not_there_is_said_so(videogen: Videogen) -> None:
    run = videogen("delete", "0000")
    assert run.code == 2
    assert "Traceback" not in run.err
