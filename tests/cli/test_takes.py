"""`videogen generate --takes`: several videos of one request, reserved and paid once each."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Videogen
from tests.cli.test_generate import assert_all_adds_up, nothing_was_reserved, statement
from tests.cli.test_handing_over import OpenWindow
from videogen_desktop.sandbox.books import Books

PROMPT = "Một con mèo chơi với cuộn len"
SandboxBooks = Callable[[], Books]


def paid(sandbox_books: SandboxBooks) -> list[int]:
    with sandbox_books() as books:
        assert len(books.create_requests()) == len(books.charges())
        return [charge.amount for charge in books.charges()]


@pytest.mark.parametrize("beside_a_window", [False, True], ids=["alone", "beside a window"])
def test_each_take_is_a_video_with_a_file_of_its_own(
    videogen: Videogen, sandbox_books: SandboxBooks, tmp_path: Path, beside_a_window: bool
) -> None:
    def generate() -> None:
        words = ("generate", PROMPT, "--takes", "3", "--output", str(tmp_path / "cat.mp4"))
        run = videogen(*words, "--json")
        assert run.code == 0, run.err
        assert run.json["error"] is None
        made = run.json["videos"]
        assert {video["state"] for video in made} == {"completed"}
        assert len({video["id"] for video in made}) == 3
        assert {video["take_group"] for video in made} == {made[0]["id"]}
        names = [str(tmp_path / f"cat-{number}.mp4") for number in (1, 2, 3)]
        assert [video["output"] for video in made] == names
        for video in made:
            assert Path(video["output"]).read_bytes() == Path(video["file"]).read_bytes()

    if beside_a_window:
        with OpenWindow():
            generate()
    else:
        generate()
    assert paid(sandbox_books) == [100_00] * 3
    assert statement(videogen) == [("grant", 10000), *[("video_generation", -100)] * 3]
    assert_all_adds_up(videogen)


@pytest.mark.parametrize("beside_a_window", [False, True], ids=["alone", "beside a window"])
def test_too_few_credits_for_all_of_them_make_none(
    videogen: Videogen, faults: Callable[..., None], beside_a_window: bool
) -> None:
    faults(options="--credits 299")
    words = ("generate", PROMPT, "--takes", "3", "--json")
    if beside_a_window:
        with OpenWindow():
            run = videogen(*words)
    else:
        run = videogen(*words)
    assert (run.code, run.json["videos"]) == (3, [])
    assert "299" in run.json["error"] and "300" in run.json["error"]
    assert run.json["error"].endswith("Nothing was charged.")
    assert nothing_was_reserved(videogen)


def test_the_worst_of_them_is_the_exit_code_and_each_has_its_sentence(
    videogen: Videogen, faults: Callable[..., None]
) -> None:
    # The first task is the one whose answer was lost.
    faults("lost-answer:1", "fail:2")
    run = videogen("generate", PROMPT, "--takes", "3", "--json")
    assert run.code == 5, run.err
    made = {video["state"]: video for video in run.json["videos"]}
    assert made.keys() == {"unconfirmed", "failed", "completed"}
    assert made["completed"]["error"] is None
    assert "stay held" in made["unconfirmed"]["error"]
    assert "refunded" in made["failed"]["error"]
    for state in ("unconfirmed", "failed"):
        assert f"{made[state]['id']}: {made[state]['error']}" in run.err
    assert_all_adds_up(videogen)


@pytest.mark.parametrize("takes", ["0", "5", "-1", "zwei"])
def test_no_other_number_is_taken(videogen: Videogen, takes: str) -> None:
    assert videogen("generate", PROMPT, "--takes", takes, "--json").code == 2
    assert nothing_was_reserved(videogen)


def test_a_file_of_one_take_that_is_there_ends_before_anything_is_reserved(
    videogen: Videogen, tmp_path: Path
) -> None:
    (tmp_path / "cat-2.mp4").touch()
    output = str(tmp_path / "cat.mp4")
    run = videogen("generate", PROMPT, "--takes", "2", "--output", output, "--json")
    assert (run.code, run.json["videos"]) == (2, [])
    assert "cat-2.mp4" in run.json["error"]
    assert nothing_was_reserved(videogen)
