"""The sandbox's bad days for files, end to end: the clip comes, or it is said why not."""

from collections.abc import Callable
from pathlib import Path

import av
import pytest

from tests.cli.conftest import Videogen
from videogen_desktop.storage.directories import Directories


@pytest.mark.parametrize(
    "fault", ["expired-link:1", "login-page", "missing-file:1", "truncated-file:1"]
)
def test_a_file_that_does_not_come_at_first_comes_in_the_end(
    videogen: Videogen, faults: Callable[..., None], fault: str
) -> None:
    faults(fault)
    run = videogen("generate", "Mèo", "--json")
    assert run.code == 0, run.err
    assert Path(run.json["file"]).exists()


def test_the_clip_of_a_video_says_what_it_is(videogen: Videogen, places: Directories) -> None:
    made = videogen("generate", "Mèo ăn phở", "--json").json
    with av.open(made["file"]) as clip:
        tags = dict(clip.metadata)
    assert tags["title"] == "Mèo ăn phở"
    assert made["task_id"] in tags["comment"]
    assert '"cost_credits":100' in tags["comment"]
    assert not (places.data / "engine.running").exists()


def test_every_video_of_a_task_comes_and_one_is_paid_for(
    videogen: Videogen, faults: Callable[..., None], tmp_path: Path
) -> None:
    faults("several-results")
    made = videogen("generate", "Mèo", "--json")
    assert made.code == 0, made.err
    videos = videogen("list", "--json").json["videos"]
    assert [Path(video["file"]).exists() for video in videos] == [True, True]
    assert len({video["file"] for video in videos}) == 2
    assert sorted(video["cost"] for video in videos) == [0, 100]
    assert {video["task_id"] for video in videos} == {made.json["task_id"]}
    (paid,) = (video for video in videos if video["cost"])
    assert paid["id"] == made.json["id"]
    (wallet,) = videogen("ledger", "--json").json["wallets"]
    assert {entry["video_id"] for entry in wallet["entries"]} == {None, paid["id"]}
    assert videogen("verify").code == 0
    folder = str(Path(paid["file"]).parent)
    elsewhere = ("--data-dir", str(tmp_path / "another"))
    assert videogen("import", folder, *elsewhere).code == 0
    found = videogen("list", "--json", *elsewhere).json["videos"]
    assert {video["id"] for video in found} == {video["id"] for video in videos}
