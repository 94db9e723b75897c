"""`videogen continue`, `extend` and `upscale`, on a real Kie of the sandbox's."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Videogen
from tests.cli.test_generate import assert_all_adds_up
from tests.cli.test_request_options import kie
from tests.plugins.sandbox_process import SandboxProcess

__all__ = ["kie"]
PROMPT = "Một con mèo chơi với cuộn len"
GROK = "grok-imagine/text-to-video"
EXTENDING = "grok-imagine/extend, pixverse-v6/extend, wan/2-7-image-to-video"


@pytest.fixture
def clip(videogen: Videogen, kie: SandboxProcess) -> str:
    run = videogen("generate", PROMPT, "--model", GROK, "--aspect", "9:16", "--json")
    assert run.code == 0, run.err
    return str(run.json["id"])


def test_a_clip_goes_on_by_its_last_frame_and_by_the_vendors_own_tasks(
    videogen: Videogen, kie: SandboxProcess, clip: str
) -> None:
    refused_before_anything_is_reserved(videogen, clip)
    continued = videogen("continue", clip[:8], "nó ngủ", "--json")
    assert continued.code == 0, continued.err
    made = continued.json
    assert (made["model"], made["prompt"]) == ("grok-imagine/image-to-video", "nó ngủ")
    assert (made["parent"], made["options"]["aspect_ratio"]) == (clip, "9:16")
    assert len(made["images"]["reference"]) == 1
    extended = videogen("extend", clip, "nó chạy", "--duration", "10", "--no-wait", "--json")
    assert (extended.json["parent"], extended.json["cost"]) == (clip, 24)
    upscaled = videogen("upscale", clip, "--no-wait", "--json")
    assert (upscaled.json["model"], upscaled.json["cost"]) == ("grok-imagine/upscale", 10)
    assert upscaled.json["prompt"] == PROMPT
    enlarged = videogen(
        *("upscale", clip, "--model", "topaz/video-upscale", "--no-wait", "--json"),
        *("--max-credits", "60"),
    )
    # By the seconds of the clip, which goes in as a file, without what it says of itself.
    assert (enlarged.json["parent"], enlarged.json["cost"]) == (clip, 8), enlarged.err
    assert "without its metadata" in enlarged.err
    with kie.books() as books:
        first, *later, by_file = books.tasks()
        sent = json.loads(json.loads(by_file.param)["input"])
        assert set(sent) == {"upscale_factor", "video_url"}
        by_frame, *by_task = [json.loads(json.loads(one.param)["input"]) for one in later]
        assert [one["task_id"] for one in by_task] == [first.task_id] * 2
        # The frame is a picture of its own: the task of a clip is none of that field's.
        assert "task_id" not in by_frame
        assert by_frame["image_urls"][0].startswith("http")
    Path(videogen("show", clip, "--json").json["file"]).unlink()
    without_its_file = videogen("continue", clip, "nó dậy")
    assert without_its_file.code == 2, "7 would say that something was paid"
    assert "there is no such file. Nothing was charged." in without_its_file.err
    assert_all_adds_up(videogen)


def refused_before_anything_is_reserved(videogen: Videogen, clip: str) -> None:
    by_task = ["upscale", clip, "--model", "grok-imagine/upscale"]
    for words, sentence in (
        (["extend", clip, "x", "--model", "veo/extend"], f"these can: {EXTENDING}."),
        (["upscale", clip, "--resolution", "4k"], "it takes: 720p, 1080p"),
        (["upscale", clip, "--max-credits", "9"], "costs 10 credits"),
        ([*by_task, "--provider", "sandbox"], "belongs to another wallet"),
        (["continue", clip, "--model", GROK], "takes no file as first_frame"),
        (["continue", "zzz"], "no video whose id begins"),
        (["extend", clip], "PROMPT"),
    ):
        run = videogen(*words)
        assert (run.code, run.out) == (2, ""), (words, run.err)
        assert sentence in run.err
    assert len(videogen("list", "--json").json["videos"]) == 1


def test_a_clip_that_its_own_models_do_not_go_on_with_says_which_could(videogen: Videogen) -> None:
    clip = videogen("generate", PROMPT, "--no-wait", "--json").json["id"]
    for words, able in (
        (["continue", clip], "… (`videogen models` lists all)."),
        (["extend", clip, "x"], "none."),
        (["upscale", clip], "none."),
    ):
        run = videogen(*words)
        assert run.code == 2
        assert f"to {words[0]} a clip of sandbox/video-1 with; these can: " in run.err
        assert able in run.err
