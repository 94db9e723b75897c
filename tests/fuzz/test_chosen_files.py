"""Chosen files with spoiled bytes are read by the helper: taken or refused, and it lives on."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import strategies as st
from PIL import Image
from pillow_heif import from_pillow

from tests.fuzz.effort import effort, holds
from tests.fuzz.hostile import damaged
from tests.media import picture_files
from tests.media.clip_files import Recipe, write_clip
from tests.media.sound_files import SOUNDS, write_sound
from tests.plugins.warm_processes import OwnCommand
from videogen_desktop.domain.errors import InputFileError, NotPlayableError
from videogen_desktop.domain.input_file import InputKind
from videogen_desktop.domain.intake import PictureFit
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.media.picture_bytes import without_metadata


class PictureTaker:
    """One helper process for all examples."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self._loop = asyncio.new_event_loop()
        # One thread from the first job on: a second would come with any example.
        self._loop.set_default_executor(ThreadPoolExecutor(1))
        self._helper = MediaHelper(command)
        self._folder = folder
        self.take(picture_files.deep_png((1, 2, 3)))

    def take(self, content: bytes) -> None:
        """A MediaHelperError would be a helper that died or a defect of ours."""
        chosen, destination = self._folder / "chosen", self._folder / "taken"
        chosen.write_bytes(content)
        job = self._helper.take_picture(chosen, destination, PictureFit(largest_width=500))
        try:
            facts = self._loop.run_until_complete(job)
        except InputFileError:
            return
        body = destination.read_bytes()
        with Image.open(BytesIO(body)) as picture:
            picture.load()
            assert picture.size == (facts.width, facts.height)
        assert without_metadata(body) == body
        assert not any(word in body for word in (b"Hanoi", b"http://ns.adobe", b"GPSLatitude"))

    def refer(self, content: bytes, kind: InputKind) -> None:
        """A sound or video is refused, or what it says about itself is overwritten where it
        stands: what was cleaned once is clean."""
        taken = self._referred(content, kind)
        if taken is not None:
            assert len(taken) == len(content)
            assert self._referred(taken, kind) == taken

    def _referred(self, content: bytes, kind: InputKind) -> bytes | None:
        chosen, destination = self._folder / "chosen", self._folder / "taken"
        chosen.write_bytes(content)
        try:
            job = self._helper.take_reference(chosen, destination, kind)
            self._loop.run_until_complete(job)
        except InputFileError:
            return None
        return destination.read_bytes()

    def frame(self, content: bytes, at_ms: int | None) -> None:
        """Of a clip that was whole when it was kept."""
        chosen, destination = self._folder / "chosen", self._folder / "taken"
        chosen.write_bytes(content)
        job = self._helper.take_frame(chosen, destination, at_ms, PictureFit())
        with suppress(InputFileError, NotPlayableError):
            self._loop.run_until_complete(job)

    def close(self) -> None:
        self._loop.run_until_complete(self._helper.close())
        self._loop.close()


@pytest.fixture(scope="module")
def taker(
    warm_command: OwnCommand, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[PictureTaker]:
    one = PictureTaker(warm_command("media-helper"), tmp_path_factory.mktemp("pictures"))
    yield one
    one.close()


def pictures() -> list[bytes]:
    """One of each kind, small, so that most of its bytes mean something."""
    scene = picture_files.corners((40, 30))
    found = [
        picture_files.full_jpeg(scene, 6),
        picture_files.full_png(scene, 3),
        picture_files.full_webp(scene, 8),
        picture_files.deep_png((0x8000, 1, 0xFFFF)),
    ]
    for kind, mode in (("GIF", "P"), ("BMP", "RGB"), ("AVIF", "RGBA"), ("JPEG", "CMYK")):
        body = BytesIO()
        profile = {} if kind in ("GIF", "BMP") else {"icc_profile": picture_files.other_profile()}
        scene.convert(mode).save(body, kind, **profile)
        found.append(body.getvalue())
    body = BytesIO()
    from_pillow(scene).save(body, exif=picture_files.camera_exif(6), quality=50)
    return [*found, body.getvalue()]


@st.composite
def spoiled(draw: st.DrawFn, whole: list[bytes]) -> bytes:
    content = draw(st.sampled_from(whole))
    if draw(st.booleans()):
        return draw(damaged(content))
    return content[: draw(st.integers(0, len(content)))]


@effort
def test_any_picture_is_taken_whole_or_refused(examples: int, taker: PictureTaker) -> None:
    holds(examples, taker.take, spoiled(pictures()))


def is_the_same_or_not_understood(content: bytes) -> None:
    bare = without_metadata(content)
    if bare is not None:
        assert len(bare) <= len(content) + 1
        assert without_metadata(bare) == bare


@effort
def test_the_parts_of_any_picture_are_found_or_not_understood(examples: int) -> None:
    holds(examples, is_the_same_or_not_understood, spoiled(pictures()))


@effort
def test_any_sound_or_video_is_cleaned_where_it_stands_or_refused(
    examples: int, taker: PictureTaker, tmp_path: Path
) -> None:
    sounds = [write_sound(tmp_path / name, 1).read_bytes() for name in SOUNDS]
    holds(examples, lambda content: taker.refer(content, InputKind.SOUND), spoiled(sounds))
    clip = write_clip(tmp_path / "a.mp4", Recipe(size=(64, 48), frames=4)).read_bytes()
    holds(examples, lambda content: taker.refer(content, InputKind.VIDEO), spoiled([clip]))
    times = st.one_of(st.none(), st.integers(0, 2_000))
    holds(examples, taker.frame, spoiled([clip]), times)
