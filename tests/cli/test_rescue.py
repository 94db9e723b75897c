"""`videogen rescue` over real HTTP: a task id is enough."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Videogen
from videogen_desktop.sandbox.books import Books
from videogen_desktop.storage.directories import Directories

SandboxBooks = Callable[[], Books]
Faults = Callable[..., None]


def made_elsewhere(videogen: Videogen, places: Directories, count: int = 1) -> None:
    """Videos of another library at the same provider: this one does not know them."""
    for number in range(count):
        assert videogen("generate", f"Video {number}").code == 0
    places.database.rename(places.data / "other.sqlite")
    places.task_journal.unlink()
    # A run of over three seconds has made a backup: then the library would count as lost.
    shutil.rmtree(places.backups, ignore_errors=True)


def test_tasks_come_in_with_state_cost_and_file(
    videogen: Videogen, places: Directories, sandbox_books: SandboxBooks
) -> None:
    made_elsewhere(videogen, places, 2)
    with sandbox_books() as books:
        ids = [task.task_id for task in books.tasks()]
    run = videogen("rescue", f"{ids[0]},{ids[1]}", ids[0], "0" * 32, "--json")
    assert run.code == 2, run.err
    outcomes = [(one["task_id"], one["outcome"]) for one in run.json["tasks"]]
    assert outcomes == [(ids[0], "rescued"), (ids[1], "rescued"), ("0" * 32, "unknown")]
    assert run.json["tasks"][2]["video"] is None
    assert "0" * 32 in run.json["tasks"][2]["error"]
    videos = videogen("list", "--json").json["videos"]
    assert {video["task_id"] for video in videos} == set(ids)
    assert {video["prompt"] for video in videos} == {"Video 0", "Video 1"}
    for video in videos:
        assert (video["state"], video["cost"]) == ("completed", 100)
        assert Path(video["file"]).is_file()
    again = videogen("rescue", *ids)
    assert again.code == 0
    assert again.out.count("known") == 2
    assert len(videogen("list", "--json").json["videos"]) == 2
    assert videogen("verify").code == 0
    (wallet,) = videogen("ledger", "--json").json["wallets"]
    # What was found never moves money here.
    assert all(entry["kind"] == "grant" for entry in wallet["entries"])


def test_it_names_the_unconfirmed_video_it_may_be(
    videogen: Videogen, faults: Faults, sandbox_books: SandboxBooks
) -> None:
    faults("lost-answer:1")
    lost = videogen("generate", "Một con mèo", "--json").json["id"]
    faults()
    with sandbox_books() as books:
        (task,) = books.tasks()
    run = videogen("rescue", task.task_id)
    assert run.code == 0, run.err
    assert f"may be the unconfirmed video {lost}" in run.out
    assert videogen("settle", lost, "--charged").code == 0
    assert videogen("verify").code == 0


@pytest.mark.full
def test_a_file_that_cannot_be_fetched_ends_with_7_and_resume_brings_it(
    videogen: Videogen, places: Directories, faults: Faults, sandbox_books: SandboxBooks
) -> None:
    made_elsewhere(videogen, places)
    with sandbox_books() as books:
        (task,) = books.tasks()
    faults("truncated-file")
    run = videogen("rescue", task.task_id)
    assert run.code == 7, run.err
    faults()
    assert videogen("resume").code == 0
    (video,) = videogen("list", "--json").json["videos"]
    assert video["file"]


def test_records_that_cannot_be_read_end_with_6(videogen: Videogen, faults: Faults) -> None:
    faults("html-502-status")
    run = videogen("rescue", "0" * 32, "--json")
    assert run.code == 6
    (one,) = run.json["tasks"]
    assert (one["outcome"], one["video"]) == ("unreadable", None)
    faults("refused-key")
    assert videogen("rescue", "0" * 32).code == 6


def test_what_holds_no_id_is_wrong_usage(videogen: Videogen) -> None:
    assert videogen("rescue").code == 2
    assert videogen("rescue", " … ").code == 2


def test_an_older_copy_put_back_by_hand_is_noticed_at_the_next_start(
    videogen: Videogen, places: Directories
) -> None:
    assert videogen("generate", "Trước").code == 0
    older = places.database.read_bytes()
    lost = videogen("generate", "Sau", "--json").json["task_id"]
    for file in places.data.glob("library.sqlite*"):
        file.unlink()
    places.database.write_bytes(older)
    said = f"`videogen rescue {lost}` brings them in"
    assert said in videogen("resume").err
    run = videogen("generate", "Khác", "--json")
    assert (run.code, said in run.err) == (0, True), run.err
    assert videogen("rescue", lost).code == 0
    assert "videogen rescue" not in videogen("resume").err
    videos = videogen("list", "--json").json["videos"]
    assert {video["prompt"] for video in videos} == {"Trước", "Sau", "Khác"}
    assert videogen("verify").code == 0
