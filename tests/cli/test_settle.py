"""`videogen settle` over real HTTP: the provider's record or the user's word, and its money."""

import io
from collections.abc import Callable

import pytest

from tests.cli.conftest import Videogen
from videogen_desktop.sandbox.books import Books
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock

SandboxBooks = Callable[[], Books]
Faults = Callable[..., None]
PROMPT = "Một con mèo"


@pytest.fixture
def lost(videogen: Videogen, faults: Faults) -> str:
    """The id of a video whose answer was lost; later commands meet no fault."""
    faults("lost-answer:1")
    run = videogen("generate", PROMPT, "--json")
    assert (run.code, run.json["state"], run.json["reason"]) == (5, "unconfirmed", "sent_unknown")
    faults()
    return str(run.json["id"])


def statement(videogen: Videogen) -> list[tuple[str, float]]:
    (wallet,) = videogen("ledger", "--json").json["wallets"]
    assert sum(entry["amount"] for entry in wallet["entries"]) == wallet["available"]
    assert wallet["held"] in (0, 100)
    return [(entry["kind"], entry["amount"]) for entry in wallet["entries"]]


def all_adds_up(videogen: Videogen) -> bool:
    return bool(videogen("verify", "--json").json == {"ok": True, "violations": []})


@pytest.mark.parametrize(
    ("word", "reason", "cost", "lines"),
    [
        ("--charged", "user_charged", 100, []),
        ("--not-charged", "user_not_charged", 0, [("refund", 100)]),
    ],
)
def test_the_users_word_settles_it_once(
    videogen: Videogen, lost: str, word: str, reason: str, cost: int, lines: list[tuple[str, int]]
) -> None:
    run = videogen("settle", lost[:8], word, "--json")
    assert run.code == 0, run.err
    settled = (run.json["id"], run.json["state"], run.json["reason"], run.json["cost"])
    assert settled == (lost, "failed", reason, cost)
    assert statement(videogen) == [("grant", 10000), ("video_generation", -100), *lines]
    assert all_adds_up(videogen)
    again = videogen("settle", lost, "--charged")
    assert again.code == 2
    assert videogen("show", lost, "--json").json["reason"] == reason


def test_the_task_found_at_the_provider_brings_the_video(
    videogen: Videogen, lost: str, sandbox_books: SandboxBooks
) -> None:
    with sandbox_books() as books:
        (task,) = books.tasks()
    joined = videogen("settle", lost, "--task", task.task_id)
    assert joined.code == 0, joined.err
    assert lost in joined.out
    resumed = videogen("resume")
    assert resumed.code == 0, resumed.err
    (video,) = videogen("list", "--json").json["videos"]
    assert (video["id"], video["state"], video["cost"]) == (lost, "completed", 100)
    assert video["task_id"] == task.task_id
    assert video["file"]
    assert statement(videogen) == [("grant", 10000), ("video_generation", -100)]
    assert all_adds_up(videogen)
    with sandbox_books() as books:
        assert len(books.charges()) == len(books.create_requests()) == 1


def test_a_task_that_does_not_fit_leaves_it_unconfirmed(
    videogen: Videogen, lost: str, sandbox_books: SandboxBooks
) -> None:
    other = videogen("generate", "Một con chó", "--json").json
    taken = videogen("settle", lost, "--task", other["task_id"])
    assert taken.code == 5
    assert other["id"] in taken.err
    unknown = videogen("settle", lost, "--task", "0" * 32, "--json")
    assert unknown.code == 5
    assert "no record" in unknown.json["error"]
    assert videogen("show", lost, "--json").json["state"] == "unconfirmed"
    assert all_adds_up(videogen)


def test_what_differs_is_told_and_needs_a_yes(
    videogen: Videogen,
    lost: str,
    faults: Faults,
    sandbox_books: SandboxBooks,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    faults("lost-answer:1")
    other = videogen("generate", "Một con chó", "--json").json["id"]
    faults()
    with sandbox_books() as books:
        (cat,) = (task.task_id for task in books.tasks() if task.prompt == PROMPT)
        (dog,) = (task.task_id for task in books.tasks() if task.prompt != PROMPT)
    refused = videogen("settle", lost, "--task", dog)
    assert refused.code == 5
    assert "prompt" in refused.err and "--yes" in refused.err
    monkeypatch.setattr("videogen_desktop.cli.settle.asks_yes", lambda question: False)
    assert videogen("settle", lost, "--task", dog).code == 5
    monkeypatch.setattr("videogen_desktop.cli.settle.asks_yes", lambda question: True)
    assert videogen("settle", lost, "--task", dog).code == 0
    assert videogen("settle", other, "--task", cat, "--yes").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("settle",),
        ("settle", "abc"),
        ("settle", "abc", "--charged", "--not-charged"),
        ("settle", "abc", "--charged"),
    ],
)
def test_wrong_usage_ends_with_2(videogen: Videogen, words: tuple[str, ...]) -> None:
    assert videogen(*words).code == 2


def test_while_another_engine_runs_nothing_is_settled(
    videogen: Videogen, lost: str, places: Directories
) -> None:
    lock = FileEngineLock(places.engine_lock)
    lock.acquire()
    try:
        run = videogen("settle", lost, "--charged")
    finally:
        lock.release()
    assert run.code == 6
    assert videogen("show", lost, "--json").json["state"] == "unconfirmed"


def test_without_a_terminal_there_is_nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    from videogen_desktop.cli.output import asks_yes

    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert asks_yes("Pay?") is False


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "is_yes"),
    [("y\n", True), ("YES\n", True), ("\n", False), ("n\n", False), ("", False), ("yep\n", False)],
)
def test_only_a_yes_is_a_yes(monkeypatch: pytest.MonkeyPatch, typed: str, is_yes: bool) -> None:
    from videogen_desktop.cli.output import asks_yes

    shown = Terminal()
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    monkeypatch.setattr("sys.stderr", shown)
    assert asks_yes("Pay?") is is_yes
    assert shown.getvalue() == "videogen: Pay? [y/N] "
