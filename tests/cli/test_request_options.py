"""The options that say what a video is to be, on a real Kie of the sandbox's with real pictures."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Videogen
from tests.cli.test_generate import assert_all_adds_up, nothing_was_reserved, statement
from tests.cli.test_handing_over import OpenWindow
from tests.plugins.sandbox_process import SandboxFactory, SandboxProcess
from tests.requests import KIE
from videogen_desktop.cli.main import parse
from videogen_desktop.cli.request_options import Asked, asked
from videogen_desktop.domain.errors import NoSuchSlotError
from videogen_desktop.storage.directories import Directories

PROMPT = "Một con mèo"
UNPRICED = "wan/2-6-flash-image-to-video"


@pytest.fixture
def kie(sandbox: SandboxFactory, monkeypatch: pytest.MonkeyPatch) -> SandboxProcess:
    """The wallet of every command of the test."""
    server = sandbox("--speed", "100")
    monkeypatch.setenv("VIDEOGEN_API_BASE", server.address)
    monkeypatch.setenv("VIDEOGEN_API_KEY", server.key)
    return server


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """It lies on its side, and says with what it was taken."""
    path = tmp_path / "mèo.jpg"
    seen = Image.new("RGB", (1280, 720), (200, 80, 40))
    exif = seen.getexif()
    exif[0x0112], exif[0x010F] = 6, "Camera"
    seen.save(path, exif=exif)
    return path


def words_of(model_id: str, *words: str) -> Asked:
    namespace = parse(["generate", PROMPT, *words])
    return asked(namespace, KIE.model(model_id), namespace.prompt)


# --- what is asked for ----------------------------------------------------------------------------


def test_an_option_is_called_by_its_role_or_as_the_vendor_spells_it() -> None:
    by_role = words_of("kling-3.0/video", "--set", "quality=4K", "--set", "audio=on")
    by_wire = words_of("kling-3.0/video", "--set", "mode=4K", "--set", "sound=on")
    assert by_role == by_wire
    assert dict(by_role.request.options) == {"quality": "4K", "audio": "on"}


def test_a_list_is_json_and_its_entries_have_either_name_too() -> None:
    model = KIE.model("kling-3.0/video")
    text = '[{"prompt": "một", "duration": 3}, {"prompt": "hai", "duration": 2}]'
    request = words_of(model.id, "--set", f"multi_prompt={text}").request
    checked = model.checked_options(request.options)
    assert checked["multi_prompt"] == (
        {"prompt": "một", "duration": 3},
        {"prompt": "hai", "duration": 2},
    )


def test_the_pictures_of_an_element_are_paths_in_its_entry() -> None:
    entry = '{"name": "mèo", "description": "lông vàng", "element_input_urls": ["a.png", "b.png"]}'
    one = words_of("kling-3.0/video", "--set", f"elements=[{entry}]")
    assert one.request.options == {"elements": ({"name": "mèo", "description": "lông vàng"},)}
    assert [(each.slot.name, str(each.path)) for each in one.files] == [
        ("elements[0].element_input_urls", "a.png"),
        ("elements[0].element_input_urls", "b.png"),
    ]


def test_every_named_option_is_a_role() -> None:
    options = ["--aspect", "9:16", "--duration", "5", "--resolution", "720p", "--no-audio"]
    request = words_of("veo-3-1", *options, "--negative", "xấu", "--seed", "7").request
    assert dict(request.options) == {
        "aspect_ratio": "9:16",
        "duration": "5",
        "resolution": "720p",
        "audio": False,
        "negative_prompt": "xấu",
        "seed": "7",
    }


@pytest.mark.parametrize(
    ("model_id", "words", "places"),
    [
        ("veo-3-1", ["--image", "a.png"], ["first_frame"]),
        ("veo-3-1", ["--image", "a.png", "--last-image", "b.png"], ["first_frame", "last_frame"]),
        ("grok-imagine/image-to-video", ["--image", "a.png"], ["reference"]),
        ("omnihuman-1-5", ["--image", "a.png"], ["portrait"]),
        (
            "bytedance/seedance-2",
            ["--reference", "a.webp", "--reference", "b.mp4", "--reference", "c.mp3"],
            ["reference", "reference_video", "reference_sound"],
        ),
        ("topaz/video-upscale", ["--reference", "b.mov"], ["source"]),
        (
            "omnihuman-1-5",
            ["--reference", "a.jpg", "--reference", "c.wav"],
            ["portrait", "source_sound"],
        ),
    ],
)
def test_each_file_goes_where_the_model_has_a_place_for_it(
    model_id: str, words: list[str], places: list[str]
) -> None:
    assert [one.slot.name for one in words_of(model_id, *words).files] == places


def test_a_place_that_the_model_does_not_have_is_refused_with_those_that_it_has() -> None:
    with pytest.raises(NoSuchSlotError) as refused:
        words_of("kling-2.6/image-to-video", "--last-image", "a.png")
    assert (refused.value.slot, refused.value.known) == ("last_frame", ("first_frame",))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--seed", "4"], "it has: quality, aspect_ratio, duration"),
        (["--duration", "7"], "it takes: 4, 6, 8"),
        (["--set", "resolution=8k"], "it takes: 720p, 1080p, 4k"),
        (["--set", "resolution"], "not NAME=VALUE"),
        (["--takes", "5"], "--takes"),
        (["--max-credits", "none"], "not a number of credits"),
        (["--max-credits", "-1"], "not a number of credits"),
        (["--max-credits", "0.001"], "not a number of credits"),
        (["--max-credits", "59.99"], "costs 60 credits, and at most 59.99 may be held"),
        (["--max-credits", "179.99", "--takes", "3"], "at most 59.99 may be held"),
        (["--reference", "a.mp4"], "takes no file as reference_video; it takes: first_frame"),
        (["--reference", "a.png"] * 4, "4 files for reference; this model takes 0 to 3"),
        (["--model", "bytedance/seedance-2", "--last-image", "a.png"], "needs at least one of"),
        (["--model", UNPRICED], "1 to 1"),
        (["--model", "veo/extend"], "continues a finished video"),
        (["--model", "runway", "--duration", "99"], "does not take “99” for duration"),
    ],
)
def test_what_the_model_does_not_take_ends_with_2_before_anything_is_made(
    videogen: Videogen, places: Directories, words: list[str], sentence: str
) -> None:
    model = [] if "--model" in words else ["--model", "veo-3-1"]
    run = videogen("generate", PROMPT, "--provider", "kie", *model, *words)
    assert (run.code, run.out) == (2, "")
    assert sentence in run.err
    assert not places.database.exists()


# --- pictures -------------------------------------------------------------------------------------


def test_a_picture_goes_in_upright_and_of_an_unknown_price_only_what_was_taken_is_paid(
    videogen: Videogen, kie: SandboxProcess, picture: Path
) -> None:
    words = ("generate", PROMPT, "--model", UNPRICED, "--image", str(picture))
    unsaid = videogen(*words)
    assert unsaid.code == 2
    assert "--max-credits" in unsaid.err
    assert nothing_was_reserved(videogen)
    run = videogen(*words, "--max-credits", "500", "--json")
    assert run.code == 0, run.err
    assert "mèo.jpg: turned upright, without its metadata." in run.err
    (sha256,) = run.json["images"]["first_frame"]
    assert len(sha256) == 64
    with kie.books() as books:
        (charge,) = books.charges()
        assert 0 < charge.amount < 500_00
    assert run.json["cost"] * 100 == charge.amount
    given_back = 500 - run.json["cost"]
    assert statement(videogen)[1:] == [("video_generation", -500), ("settle", given_back)]
    assert_all_adds_up(videogen)


def nobody(folder: Path) -> Path:
    return folder / "missing.png"


def empty(folder: Path) -> Path:
    (folder / "empty.png").touch()
    return folder / "empty.png"


def words_only(folder: Path) -> Path:
    (folder / "words.png").write_text("Đây không phải là ảnh.")
    return folder / "words.png"


def link_to_a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    (folder / "link.png").symlink_to(folder / "pipe")
    return folder / "link.png"


def a_folder(folder: Path) -> Path:
    (folder / "folder.png").mkdir()
    return folder / "folder.png"


def test_a_file_that_is_no_picture_ends_with_2_and_one_sentence(
    videogen: Videogen, kie: SandboxProcess, tmp_path: Path
) -> None:
    makers: list[Callable[[Path], Path]] = [nobody, empty, words_only, a_folder]
    if sys.platform != "win32":
        makers.append(link_to_a_pipe)
    for make in makers:
        path = make(tmp_path)
        words = ("generate", PROMPT, "--model", "kling-2.6/image-to-video", "--image", str(path))
        run = videogen(*words)
        assert run.code == 2, (path, run.err)
        assert run.err.count("\n") == 1
        assert f"The file {path} cannot be used" in run.err
        assert run.err.endswith("Nothing was charged.\n")
    assert nothing_was_reserved(videogen)
    with kie.books() as books:
        assert books.create_requests() == ()


@pytest.mark.full
def test_beside_a_window_the_picture_is_taken_in_by_the_command_and_paid_by_the_window(
    videogen: Videogen, kie: SandboxProcess, picture: Path
) -> None:
    words = ("generate", PROMPT, "--image", str(picture), "--json")
    with OpenWindow():
        known = videogen(*words, "--model", "kling-2.6/image-to-video")
        unpriced = videogen(*words, "--model", UNPRICED, "--max-credits", "500")
        refused = videogen(*words, "--model", UNPRICED)
    assert (known.code, unpriced.code, refused.code) == (0, 0, 2), (known.err, unpriced.err)
    assert known.json["images"] == unpriced.json["images"]
    with kie.books() as books:
        assert len(books.charges()) == 2
    assert_all_adds_up(videogen)
