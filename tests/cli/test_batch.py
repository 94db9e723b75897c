"""`videogen batch`: rows of a file, priced first, all or none, with a table at the end."""

import csv
import io
import json
import signal
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.cli.conftest import Videogen, ended, start_process
from tests.cli.test_generate import assert_all_adds_up, nothing_was_reserved, statement
from tests.cli.test_handing_over import OpenWindow
from videogen_desktop.sandbox.books import Books
from videogen_desktop.storage.directories import Directories

SandboxBooks = Callable[[], Books]


def paid(sandbox_books: SandboxBooks) -> list[int]:
    with sandbox_books() as books:
        # Two runs know nothing of each other's pace: what was too fast was refused, and is no task.
        taken = [one for one in books.create_requests() if one.answer == "200"]
        assert len(taken) == len(books.charges())
        return [charge.amount for charge in books.charges()]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ý tưởng.csv"
    path.write_bytes(
        "Mô tả;Tỉ lệ;Số lần;Tên tệp\nMưa đêm;dọc;2;Cảnh mưa\nBiển;;;\n".encode("utf-8-sig")
    )
    return path


@pytest.mark.parametrize("beside_a_window", [False, True], ids=["alone", "beside a window"])
def test_all_rows_are_made_and_copied_with_a_table_of_what_they_cost(
    videogen: Videogen,
    sandbox_books: SandboxBooks,
    file: Path,
    tmp_path: Path,
    beside_a_window: bool,
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with OpenWindow() if beside_a_window else nullcontext():
        run = videogen("batch", str(file), "--output-folder", str(folder), "--json")
    assert run.code == 0, run.err
    assert run.json["error"] is None
    videos = run.json["videos"]
    assert [one["state"] for one in videos] == ["completed"] * 3
    assert [one["prompt"] for one in videos] == ["Mưa đêm", "Mưa đêm", "Biển"]
    assert videos[0]["options"]["aspect_ratio"] == "portrait"
    assert videos[0]["take_group"] == videos[1]["take_group"] == videos[0]["id"]
    names = ["Cảnh mưa.mp4", "Cảnh mưa (2).mp4", "002 Biển.mp4"]
    assert [Path(one["output"]).name for one in videos] == names
    (table,) = folder.glob("results-*.csv")
    lines = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    assert [line[0] for line in lines[1:]] == ["1", "1", "2"]
    assert [(line[4], line[6]) for line in lines[1:]] == [("completed", "100")] * 3
    assert [Path(line[7]) for line in lines[1:]] == [folder / name for name in names]
    assert paid(sandbox_books) == [100_00] * 3
    assert statement(videogen) == [("grant", 10000), *[("video_generation", -100)] * 3]
    assert_all_adds_up(videogen)


def test_a_dry_run_prices_every_row_and_makes_no_library(
    videogen: Videogen, file: Path, tmp_path: Path
) -> None:
    run = videogen("batch", str(file), "--dry-run", "--json")
    assert run.code == 0, run.err
    assert (run.json["videos"], run.json["price"], run.json["error"]) == (3, 300, None)
    assert [(one["row"], one["takes"], one["price"]) for one in run.json["rows"]] == [
        (2, 2, 200),
        (3, 1, 100),
    ]
    words = videogen("batch", str(file), "--dry-run")
    assert "2: 200 credits for 2 takes  " in words.out
    assert "3 videos for 300 credits. Nothing was sent." in words.out
    assert nothing_was_reserved(videogen)


def test_one_wrong_row_keeps_all_back_and_every_problem_is_told(
    videogen: Videogen, tmp_path: Path
) -> None:
    path = tmp_path / "rows.tsv"
    path.write_text("prompt\tduration\tmood\nmưa\t5\t\ngió\t7\tbuồn\n", encoding="utf-8")
    run = videogen("batch", str(path))
    assert run.code == 2
    assert "row 3, duration" in run.err
    assert "row 3, mood" in run.err
    assert nothing_was_reserved(videogen)


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--max-credits", "299"), 2), (("--output-folder", "/nowhere/at/all"), 2)],
)
def test_what_cannot_be_ends_before_anything_is_reserved(
    videogen: Videogen, file: Path, words: tuple[str, ...], code: int
) -> None:
    run = videogen("batch", str(file), *words, "--json")
    assert run.code == code, run.err
    assert run.json["videos"] == []
    assert nothing_was_reserved(videogen)


@pytest.mark.parametrize("beside_a_window", [False, True], ids=["alone", "beside a window"])
def test_too_few_credits_for_all_rows_make_none(
    videogen: Videogen,
    sandbox_books: SandboxBooks,
    faults: Callable[..., None],
    file: Path,
    beside_a_window: bool,
) -> None:
    faults(options="--credits 299")
    with OpenWindow() if beside_a_window else nullcontext():
        run = videogen("batch", str(file), "--json")
    assert run.code == 3, run.err
    assert json.loads(run.out)["videos"] == []
    assert paid(sandbox_books) == []


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_file_that_cannot_be_read_is_named(videogen: Videogen, tmp_path: Path, name: str) -> None:
    run = videogen("batch", str(tmp_path / name))
    assert (run.code, "cannot be read" in run.err) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_what_was_interrupted_goes_on_and_the_rest_waits_for_send(
    videogen: Videogen, sandbox_books: SandboxBooks, tmp_path: Path, places: Directories
) -> None:
    path = tmp_path / "lines.txt"
    # Fewer than a vendor takes in ten seconds: nobody waits for its pace.
    path.write_text("".join(f"Cảnh {number}\n" for number in range(1, 19)), encoding="utf-8")
    process = start_process("batch", str(path), "--json")
    for line in process.stderr:
        if "under way" in line and "waiting" in line:
            break
    process.send_signal(signal.SIGINT)
    run = ended(process)
    assert run.code == 130, run.err
    states = [one["state"] for one in run.json["videos"]]
    assert len(states) == 18
    assert states.count("reserved") > 0
    with sandbox_books() as books:
        sent = sum(one.answer == "200" for one in books.create_requests())
    assert sent == 18 - states.count("reserved")
    batch = run.json["batch"]
    some = videogen("send", batch[:8], "--json")
    assert some.code == 0, some.err
    assert len(some.json["videos"]) == states.count("reserved")
    assert videogen("resume").code == 0
    assert paid(sandbox_books) == [100_00] * 18
    assert_all_adds_up(videogen)
