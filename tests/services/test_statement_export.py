import asyncio
import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plugins.small_disk import SmallDisk
from videogen_desktop.domain.errors import OutputRefusedError
from videogen_desktop.domain.ledger import Movement
from videogen_desktop.services.statement_export import (
    TOP_UP,
    StatementFormat,
    StatementWords,
    safe_cell,
    statement_csv,
    statement_json,
    write_statement,
)

WORDS = StatementWords(kinds={"video_generation": "Tạo video"})
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A1")


def movement(prompt: str | None = None, amount: int = -14_40, seq: int = 1) -> Movement:
    return Movement(
        seq=seq,
        at=1_795_262_400_123,
        kind="video_generation",
        amount=amount,
        available_after=985_60,
        video_id="video",
        prompt=prompt,
    )


def rows(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("prompt", FORMULAS)
def test_no_prompt_runs_as_a_formula(prompt: str) -> None:
    cell = rows(statement_csv([movement(prompt)], WORDS))[1][2]
    assert cell == f"'{prompt}"


@given(st.text())
def test_any_prompt_comes_back_from_the_file(prompt: str) -> None:
    body = statement_csv([movement(prompt)], WORDS)
    read = rows(body)
    encoded = safe_cell(prompt).encode("utf-8", errors="replace").decode()
    assert len(read) == 2
    assert read[1][2] == encoded


def test_the_file_opens_in_a_spreadsheet_with_its_letters_and_numbers() -> None:
    body = statement_csv([movement("Mèo, “chó”")], WORDS)
    assert body.startswith(b"\xef\xbb\xbf")
    line = body.decode("utf-8-sig").splitlines()[1]
    # Texts are quoted; an amount is not, though it begins with a minus.
    assert line.endswith('"Tạo video","Mèo, “chó”",-14.4,985.6,"video"')


@pytest.mark.parametrize("at", [(1 << 63) - 1, -(1 << 63), (1 << 53) - 1, -1, 0])
def test_a_number_that_no_calendar_has_spoils_no_statement(at: int) -> None:
    lines = [replace(movement(), at=at), movement()]
    words = StatementWords(no_date="ngày không rõ")
    first, second = rows(statement_csv(lines, words))[1:]
    assert (first[0], second[0][:4]) == ("ngày không rõ", "2026")
    told = json.loads(statement_json(lines))["statement"]
    assert [line["time"] for line in told] == [None, "2026-11-21T12:00:00.123Z"]


@pytest.mark.parametrize(
    ("amount", "name"), [(500_00, "Nạp thêm"), (-1_00, "Đối chiếu"), (500_00, "Đối chiếu")]
)
def test_a_top_up_has_a_name_of_its_own_where_there_is_one(amount: int, name: str) -> None:
    kinds = {"reconcile": "Đối chiếu"} | ({TOP_UP: name} if name == "Nạp thêm" else {})
    line = replace(movement(amount=amount), kind="reconcile")
    assert rows(statement_csv([line], StatementWords(kinds=kinds)))[1][1] == name


def test_json_is_lossless() -> None:
    (line,) = json.loads(statement_json([movement("=mèo")]))["statement"]
    assert line == {
        "time": "2026-11-21T12:00:00.123Z",
        "kind": "video_generation",
        "amount": -14.4,
        "available_after": 985.6,
        "video_id": "video",
        "prompt": "=mèo",
    }


async def write(path: Path) -> Path:
    return await write_statement(path, [movement("mèo")], StatementFormat.CSV, WORDS)


def test_an_existing_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "Sao kê.csv"
    target.write_text("old")
    assert asyncio.run(write(target)) == target
    assert len(rows(target.read_bytes())) == 2
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_said_and_leaves_what_was_there(small_disk: SmallDisk) -> None:
    target = small_disk.path / "statement.csv"
    target.write_bytes(b"older")
    small_disk.fill()
    with pytest.raises(OutputRefusedError) as refused:
        asyncio.run(write(target))
    assert refused.value.reason == "full"
    assert target.read_bytes() == b"older"
    assert {path.name for path in small_disk.path.iterdir()} == {"statement.csv", "others"}


def test_a_folder_that_is_gone_is_an_error_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(OutputRefusedError) as refused:
        asyncio.run(write(tmp_path / "gone" / "a.csv"))
    assert refused.value.reason == "folder_missing"
    with pytest.raises(OutputRefusedError) as refused:
        asyncio.run(write(tmp_path))
    assert refused.value.reason == "unwritable"
