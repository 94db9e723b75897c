"""`videogen generate` over real HTTP through the embedded sandbox."""

import json
from collections.abc import Callable
from pathlib import Path

import av
import pytest

from tests.cli.conftest import Run, Videogen
from videogen_desktop.sandbox.books import Books
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock

PROMPT = "Một con mèo chơi với cuộn len, quay chậm"
FIELDS = {"id", "state", "reason", "task_id", "cost", "file", "error"}
SandboxBooks = Callable[[], Books]
Faults = Callable[..., None]


def statement(videogen: Videogen) -> list[tuple[str, float]]:
    wallets = videogen("ledger", "--json").json["wallets"]
    assert len(wallets) == 1
    entries = wallets[0]["entries"]
    assert sum(entry["amount"] for entry in entries) == wallets[0]["available"]
    return [(entry["kind"], entry["amount"]) for entry in entries]


def assert_all_adds_up(videogen: Videogen) -> None:
    run = videogen("verify", "--json")
    assert (run.code, run.json) == (0, {"ok": True, "violations": []})


def nothing_was_reserved(videogen: Videogen) -> bool:
    return bool(videogen("list", "--json").json == {"videos": []})


def test_a_prompt_becomes_a_portrait_mp4_that_was_paid_once(
    videogen: Videogen, places: Directories, sandbox_books: SandboxBooks, tmp_path: Path
) -> None:
    output = tmp_path / "cat.mp4"
    run = videogen("generate", PROMPT, "--aspect", "portrait", "--output", str(output))
    assert run.code == 0, run.err
    assert str(output) in run.out
    assert "Waiting at the provider" in run.err.splitlines()
    with av.open(output) as clip:
        picture, sound = clip.streams.video[0], clip.streams.audio[0]
        assert picture.height > picture.width
        assert (picture.codec_context.name, sound.codec_context.name) == ("vp9", "aac")
        next(clip.decode(picture))
    assert statement(videogen) == [("grant", 10000), ("video_generation", -100)]
    assert_all_adds_up(videogen)
    with sandbox_books() as books:
        assert [charge.amount for charge in books.charges()] == [100_00]
    (listed,) = videogen("list", "--json").json["videos"]
    assert listed["prompt"] == PROMPT
    assert (listed["state"], listed["cost"], listed["wallet"]) == ("completed", 100, "sandbox")
    assert Path(listed["file"]).read_bytes() == output.read_bytes()
    assert (places.posters / f"{listed['id']}.jpg").exists()


def test_json_is_the_only_thing_on_standard_output(videogen: Videogen) -> None:
    run = videogen("--verbose", "generate", PROMPT, "--json")
    assert run.code == 0
    assert run.json.keys() >= FIELDS
    assert (run.json["state"], run.json["cost"], run.json["error"]) == ("completed", 100, None)
    assert Path(run.json["file"]).is_file()
    assert "Waiting at the provider" in run.err


def test_without_waiting_it_ends_accepted_and_resume_fetches_it(
    videogen: Videogen, sandbox_books: SandboxBooks
) -> None:
    run = videogen("generate", PROMPT, "--no-wait", "--json")
    assert run.code == 0
    assert run.json["state"] in ("pending", "processing")
    assert run.json["task_id"]
    unsettled = videogen("resume", "--timeout", "0")
    assert unsettled.code == 5, unsettled.err
    resumed = videogen("resume")
    assert resumed.code == 0, resumed.err
    (listed,) = videogen("list", "--json").json["videos"]
    assert (listed["id"], listed["state"]) == (run.json["id"], "completed")
    assert Path(listed["file"]).is_file()
    assert_all_adds_up(videogen)
    with sandbox_books() as books:
        assert len(books.charges()) == len(books.create_requests()) == 1


# --- wrong usage: before anything is reserved -------------------------------------------------


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["generate", ""], "empty"),
        (["generate", " \u200b\n "], "empty"),
        (["generate", "x" * 5001], "5001 characters"),
        (["generate", "x", "--aspect", "square"], "landscape, portrait"),
        (["generate", "x", "--model", "sora-2"], "sandbox/video-1"),
        (["generate", "x", "--output", "missing/folder/a.mp4"], "folder does not exist"),
        (["generate", "x", "--output", "."], "exists already"),
        (["generate", "x", "--output", "y" * 300], "no file can be made"),
        (["generate", "x", "--output", "a.mp4", "--no-wait"], "--no-wait"),
        (["generate"], "PROMPT"),
        (["generate", "x", "--wrong"], "--wrong"),
        (["generate", "x", "--api-base", "http://other.example"], "https"),
        (["generate", "x", "--provider", "other"], "--provider"),
        (["show", "abc"], "abc"),
        (["resume", "--timeout", "soon"], "seconds"),
    ],
)
def test_wrong_usage_ends_with_2_and_makes_nothing(
    videogen: Videogen, places: Directories, words: list[str], sentence: str
) -> None:
    run = videogen(*words)
    assert run.code == 2
    assert sentence in run.err
    assert run.out == ""
    assert "Traceback" not in run.err
    assert not places.database.exists()


def test_an_existing_output_is_never_overwritten(videogen: Videogen, tmp_path: Path) -> None:
    output = tmp_path / "mine.mp4"
    output.write_text("mine")
    assert videogen("generate", "x", "--output", str(output)).code == 2
    assert output.read_text() == "mine"
    assert nothing_was_reserved(videogen)


@pytest.mark.parametrize("words", [["generate", "", "--json"], ["generate", "--json"]])
def test_errors_are_in_the_json_too(videogen: Videogen, words: list[str]) -> None:
    run = videogen(*words)
    assert run.code == 2
    assert run.json.keys() >= FIELDS
    assert run.json["cost"] == 0
    assert run.json["error"] in run.err


# --- bad days ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "code", "state", "reason"),
    [
        ("key-cap", 6, "failed", "refused"),
        ("maintenance", 6, "failed", "refused"),
        ("fail", 4, "failed", "provider_failed"),
        ("moderation", 4, "failed", "provider_failed"),
        ("fail-501", 4, "failed", "provider_failed"),
        ("lost-answer", 5, "unconfirmed", "sent_unknown"),
        ("html-502", 5, "unconfirmed", "sent_unknown"),
        ("server-error", 5, "unconfirmed", "sent_unknown"),
        ("truncated-file:1", 0, "completed", None),
        ("html-502-status:1", 0, "completed", None),
        ("charged-differently", 0, "completed", None),
    ],
)
def test_a_bad_day_ends_with_its_exit_code_and_the_ledger_adds_up(
    videogen: Videogen, faults: Faults, fault: str, code: int, state: str, reason: str | None
) -> None:
    faults(fault)
    run = videogen("generate", PROMPT, "--json")
    assert run.code == code, run.err
    assert (run.json["state"], run.json["reason"]) == (state, reason)
    assert (run.json["error"] is None) == (code == 0)
    assert "Traceback" not in run.err
    if code in (4, 6):
        assert "Nothing was charged" in run.json["error"]
        assert sum(amount for _, amount in statement(videogen)) == 10000
    if code == 5:
        assert "may have been charged" in run.json["error"]
        assert videogen("resume").code == 5
    assert_all_adds_up(videogen)


def test_what_the_provider_really_took_is_on_the_statement(
    videogen: Videogen, faults: Faults
) -> None:
    faults("charged-differently")
    assert videogen("generate", PROMPT, "--json").json["cost"] == 85.5
    assert statement(videogen)[-1] == ("settle", 14.5)


def test_a_file_that_cannot_be_fetched_ends_with_7_and_resume_brings_it(
    videogen: Videogen, faults: Faults
) -> None:
    faults("expired-link")
    run = videogen("generate", PROMPT, "--json")
    assert run.code == 7, run.err
    assert (run.json["state"], run.json["file"], run.json["cost"]) == ("completed", None, 100)
    assert "resume" in run.json["error"]
    faults()
    resumed = videogen("resume")
    assert resumed.code == 0, resumed.err
    (listed,) = videogen("list", "--json").json["videos"]
    assert Path(listed["file"]).is_file()


def test_a_rejected_key_ends_with_6_and_reserves_nothing(
    videogen: Videogen, faults: Faults
) -> None:
    faults("refused-key")
    run = videogen("generate", PROMPT)
    assert run.code == 6
    assert "key" in run.err
    assert nothing_was_reserved(videogen)


def test_too_few_credits_end_with_3_and_reserve_nothing(
    videogen: Videogen, faults: Faults, sandbox_books: SandboxBooks
) -> None:
    faults(options="--credits 99.5")
    run = videogen("generate", PROMPT, "--json")
    assert run.code == 3
    assert "100 needed, 99.5 available" in run.json["error"]
    assert nothing_was_reserved(videogen)
    with sandbox_books() as books:
        assert books.create_requests() == ()


def test_a_copy_that_fails_at_the_end_leaves_the_paid_clip_in_the_library(
    videogen: Videogen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "cat.mp4"
    # Somebody makes the file while the video is being made.
    monkeypatch.setattr("videogen_desktop.cli.generate._check_output", Path.touch)
    run = videogen("generate", PROMPT, "--output", str(output), "--json")
    assert run.code == 7, "2 would let a script pay a second time"
    assert "100 credits were charged" in run.json["error"]
    assert Path(run.json["file"]).is_file()
    assert output.read_bytes() == b""


def test_a_second_engine_ends_with_6(videogen: Videogen, places: Directories) -> None:
    lock = FileEngineLock(places.engine_lock)
    lock.acquire()
    try:
        run = videogen("generate", PROMPT, "--json")
    finally:
        lock.release()
    assert run.code == 6
    assert "already runs" in run.json["error"]


@pytest.mark.parametrize("words", [["generate", "x"], ["account", "balance"], ["list"]])
def test_a_data_folder_that_cannot_be_used_ends_with_6(
    videogen: Videogen, tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "file").touch()
    run = videogen(*words, "--data-dir", str(tmp_path / "file" / "below"))
    if words == ["list"]:
        assert run.code == 0
        return
    assert run.code == 6
    assert "Traceback" not in run.err
    assert run.err.count("\n") == 1


def test_a_library_of_a_newer_version_is_not_touched(
    videogen: Videogen, places: Directories
) -> None:
    import sqlite3
    from contextlib import closing

    places.data.mkdir(parents=True)
    with closing(sqlite3.connect(places.database)) as newer:
        newer.execute("CREATE TABLE alembic_version (version_num TEXT)")
        newer.execute("INSERT INTO alembic_version VALUES ('9999')")
        newer.commit()
    before = places.database.read_bytes()
    for words in (["generate", "x"], ["list"], ["ledger"], ["verify"], ["resume"]):
        run = videogen(*words)
        assert (run.code, "9999" in run.err) == (6, True)
    assert places.database.read_bytes() == before


def test_a_defect_is_one_sentence_with_the_place_of_the_log(
    videogen: Videogen, places: Directories, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIDEOGEN_API_KEY", "canary-key")

    def broken(*_: object) -> None:
        raise ZeroDivisionError("canary-key")

    monkeypatch.setattr("videogen_desktop.domain.model.checked_prompt", broken)
    run: Run = videogen("generate", "x", "--json")
    log = places.logs / "videogen.log"
    assert run.code == 1
    assert json.loads(run.out)["error"] in run.err
    assert str(log) in run.err
    assert "Traceback" not in run.err
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert "canary" not in run.err + run.out + log.read_text(encoding="utf-8")
