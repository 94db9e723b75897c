"""`videogen rename`: a title of one's own, which nothing that was paid notices."""

from pathlib import Path

import pytest

from tests.cli.conftest import Videogen


def test_a_title_is_shown_and_taken_away_and_no_file_is_renamed(videogen: Videogen) -> None:
    made = videogen("generate", "Một con mèo", "--json").json
    run = videogen("rename", made["id"][:8], "  Mèo\nbên cửa sổ ", "--json")
    assert run.code == 0, run.err
    assert (run.json["title"], run.json["prompt"]) == ("Mèo bên cửa sổ", "Một con mèo")
    (listed,) = videogen("list", "--json").json["videos"]
    assert (listed["title"], listed["file"]) == ("Mèo bên cửa sổ", made["file"])
    assert Path(made["file"]).is_file()
    assert "Mèo bên cửa sổ" in videogen("list").out
    assert "Title:   Mèo bên cửa sổ" in videogen("show", made["id"]).out
    assert videogen("verify", "--json").json == {"ok": True, "violations": []}
    assert videogen("rename", made["id"], "").code == 0
    assert videogen("show", made["id"], "--json").json["title"] is None


@pytest.mark.parametrize("words", [("0000", "Mèo"), ("0000",)])
def test_a_video_that_there_is_not_and_a_missing_title_are_wrong_usage(
    videogen: Videogen, words: tuple[str, ...]
) -> None:
    assert videogen("rename", *words).code == 2
