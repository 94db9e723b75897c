"""A frame of a clip as a picture: the very one that is shown, and the last as it really is."""

from pathlib import Path

import av
import pytest
from av.video.reformatter import Colorspace
from av.video.stream import VideoStream
from PIL import Image

from tests.media.clip_files import FRAMES_PER_SECOND, Recipe, write_clip
from tests.media.picture_files import is_near
from videogen_desktop.domain.intake import InputRefusal, PictureChange, PictureFit
from videogen_desktop.media.pictures import take_frame
from videogen_desktop.media.protocol import InputFacts, Refusal, RefusedFileError, RefusedInputError

FRAMES = 30
STEP = 8
UNSPECIFIED = 2


def numbered(number: int, size: tuple[int, int]) -> Image.Image:
    """Each frame has a grey of its own."""
    return Image.new("RGB", size, (number * STEP,) * 3)


def clip_of(path: Path, **options: str) -> Path:
    # Frames between others are decoded before them, and the last has to be waited for.
    chosen = {"preset": "ultrafast", "bf": "3", "g": "12", "crf": "1", **options}
    recipe = Recipe(frames=FRAMES, picture=numbered, options=tuple(chosen.items()), audio=None)
    return write_clip(path, recipe)


def taken(
    path: Path, at_ms: int | None, fit: PictureFit | None = None
) -> tuple[Image.Image, InputFacts]:
    destination = path.with_name("taken")
    facts = take_frame(path, destination, at_ms, fit or PictureFit())
    with Image.open(destination) as picture:
        picture.load()
        assert picture.get_format_mimetype() == facts.mime
        return picture, facts


def number_of(picture: Image.Image) -> int:
    pixel = picture.convert("RGB").getpixel((8, 8))
    assert isinstance(pixel, tuple)
    return round(pixel[0] / STEP)


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clip_of(tmp_path_factory.mktemp("clip") / "a.mp4")


@pytest.mark.parametrize("number", [0, 1, 2, 11, 12, 13, 20, 28, 29])
def test_it_is_the_frame_that_is_shown_then(clip: Path, number: int) -> None:
    begins = number * 1000 / FRAMES_PER_SECOND
    # A player tells whole milliseconds, of the beginning and of somewhere within.
    for at_ms in (int(begins), int(begins + 40)):
        assert number_of(taken(clip, at_ms)[0]) == number


def test_behind_the_end_it_is_the_last(clip: Path) -> None:
    assert number_of(taken(clip, 3_600_000)[0]) == FRAMES - 1


@pytest.mark.parametrize("options", [{}, {"g": "999"}, {"g": "1", "bf": "0"}, {"bf": "0"}])
def test_the_last_frame_is_decoded_to_the_end(tmp_path: Path, options: dict[str, str]) -> None:
    picture, facts = taken(clip_of(tmp_path / "a.mp4", **options), None)
    assert number_of(picture) == FRAMES - 1
    assert facts.mime == "image/png"


def test_a_clip_with_sound_behind_its_pictures_ends_with_its_last_picture(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", Recipe(frames=FRAMES, picture=numbered))
    assert number_of(taken(path, None)[0]) == FRAMES - 1


def test_of_a_clip_that_is_spoiled_at_its_end_it_is_the_last_that_decodes(tmp_path: Path) -> None:
    path = clip_of(tmp_path / "a.mp4", bf="0", g="1")
    body = bytearray(path.read_bytes())
    end = len(body) - 1_000
    body[end:] = bytes(1_000)
    path.write_bytes(body)
    assert FRAMES - 15 < number_of(taken(path, None)[0]) <= FRAMES - 1


def test_a_turned_clip_gives_an_upright_frame(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", Recipe(rotation=90))
    assert taken(path, None)[0].size == (180, 320)


@pytest.mark.parametrize(
    ("matrix", "says", "size"),
    [
        (Colorspace.ITU709, 1, (320, 180)),
        (Colorspace.ITU601, 6, (1280, 720)),
        # What says nothing is read as players read it.
        (Colorspace.ITU601, UNSPECIFIED, (320, 180)),
        (Colorspace.ITU709, UNSPECIFIED, (1280, 720)),
    ],
)
def test_colours_are_those_that_a_player_shows(
    tmp_path: Path, matrix: Colorspace, says: int, size: tuple[int, int]
) -> None:
    color = (200, 60, 30)
    with av.open(str(tmp_path / "a.mp4"), "w") as target:
        stream = target.add_stream("libx264", rate=FRAMES_PER_SECOND)
        assert isinstance(stream, VideoStream)
        (stream.width, stream.height), stream.pix_fmt = size, "yuv420p"
        stream.codec_context.colorspace = says
        stream.codec_context.options = {"preset": "ultrafast"}
        frame = av.VideoFrame.from_image(Image.new("RGB", size, color))  # type: ignore[no-untyped-call]
        target.mux(stream.encode(frame.reformat(format="yuv420p", dst_colorspace=matrix)))
        target.mux(stream.encode(None))
    picture, _ = taken(tmp_path / "a.mp4", None)
    assert is_near(picture.getpixel((50, 50)), color, 4)


def test_a_frame_is_made_fit_like_any_picture(clip: Path) -> None:
    fit = PictureFit(types=("image/jpeg",), ratio=(1, 1), largest_width=100)
    picture, facts = taken(clip, 1_000, fit)
    assert (picture.size, facts.mime) == ((100, 100), "image/jpeg")
    assert {PictureChange.CROPPED, PictureChange.MADE_SMALLER} <= facts.changes


def test_what_is_no_clip_has_no_frame(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"no clip")
    with pytest.raises(RefusedFileError) as error:
        taken(tmp_path / "a.mp4", None)
    assert error.value.reason == Refusal.CONTAINER


def test_a_frame_that_cannot_become_small_enough_is_refused(clip: Path) -> None:
    with pytest.raises(RefusedInputError) as error:
        taken(clip, 0, PictureFit(largest_bytes=60))
    assert error.value.reason == InputRefusal.UNFIT
