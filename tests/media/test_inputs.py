"""Files on their way into requests, through the real helper into a real library."""

import asyncio
import json
import os
import signal
import struct
import sys
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from tests.media import picture_files
from tests.media.client_rig import Impostor, appears, pids
from tests.media.clip_files import Recipe, write_clip
from tests.plugins.warm_processes import OwnCommand
from tests.services.rig import an_empty_library
from tests.services.virtual_time import VirtualClock
from tests.storage.filled_library import fill_library
from videogen_desktop.domain.errors import (
    ClipMissingError,
    InputFileError,
    InputLostError,
    InputRefusedError,
    InputTooLargeError,
    LibraryUnusableError,
    MediaHelperError,
    PictureTooLargeError,
)
from videogen_desktop.domain.input_file import InputFile, InputKind
from videogen_desktop.domain.intake import InputRefusal, PictureChange, PictureFit
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.services.inputs import Inputs
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.file_rows import FileCopy, FileRole
from videogen_desktop.storage.input_files import InputFiles
from videogen_desktop.storage.library import SqliteLibrary, open_library


@dataclass(frozen=True)
class Place:
    inputs: Inputs
    media: MediaHelper
    files: InputFiles
    library: SqliteLibrary
    folder: Path

    def kept(self) -> list[Path]:
        """Every file below the folder of inputs, half ones too."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    def noted(self, file: InputFile) -> bool:
        with self.library.reading() as rows:
            return rows.inputs.known([file.sha256]) == {file.sha256: file}


Story = Callable[[Place], Awaitable[None]]


@pytest.fixture
def places(tmp_path: Path) -> Directories:
    return directories(tmp_path / "data")


@pytest.fixture
def library(places: Directories) -> Iterator[SqliteLibrary]:
    places.data.mkdir()
    places.database.write_bytes(an_empty_library())
    opened = open_library(places, 1)
    yield opened
    opened.close()


@pytest.fixture
def told(
    warm_command: OwnCommand, library: SqliteLibrary, places: Directories
) -> Callable[..., None]:
    """Runs a story; every file that is kept at its end is whole and has its name."""

    def run(story: Story, command: list[str] | None = None, deadline_ms: int = 20_000) -> None:
        async def use() -> None:
            helper = MediaHelper(command or warm_command("media-helper"), deadline_ms)
            files = InputFiles(places.inputs)
            inputs = Inputs(library, helper, files, VirtualClock())
            place = Place(inputs, helper, files, library, places.inputs)
            try:
                async with asyncio.timeout(120):
                    await story(place)
                for path in place.kept():
                    assert await files.checked(path.stem) == path
            finally:
                await helper.close()

        asyncio.run(use())

    return run


async def refusal(taking: Awaitable[object]) -> str:
    with pytest.raises(InputRefusedError) as error:
        await taking
    return error.value.reason


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_picture_is_kept_ready_and_noted(told: Callable[..., None], tmp_path: Path) -> None:
    lying = picture_files.laid(picture_files.corners(), 6)
    chosen = tmp_path / "ảnh cưới.jpg"
    chosen.write_bytes(picture_files.full_jpeg(lying, 6))

    async def story(place: Place) -> None:
        taken = await place.inputs.take_in(chosen)
        file = taken.file
        assert (file.kind, file.mime) == (InputKind.IMAGE, "image/jpeg")
        assert (file.width, file.height, file.duration_ms) == (64, 48, None)
        assert taken.changes == {PictureChange.TURNED_UPRIGHT, PictureChange.METADATA_REMOVED}
        path = await place.files.checked(file.sha256)
        assert path.stat().st_size == file.bytes
        with Image.open(path) as picture:
            assert picture_files.shows_corners(picture)
        assert place.noted(file)
        assert await place.inputs.facts(file.sha256) == file
        link = tmp_path / "link.jpg"
        link.symlink_to(chosen)
        for again in (chosen, link):
            assert await place.inputs.take_in(again) == taken
        chosen.unlink()
        assert place.kept() == [await place.files.checked(file.sha256)] == [path]

    told(story)


def test_a_kept_picture_is_made_fit_beside_itself(
    told: Callable[..., None], tmp_path: Path
) -> None:
    chosen = picture_files.write(tmp_path / "a.png", picture_files.corners((400, 300)))

    async def story(place: Place) -> None:
        whole = await place.inputs.take_in(chosen)
        part = await place.inputs.fitted(whole.file.sha256, PictureFit(ratio=(1, 1)))
        assert (part.file.width, part.file.height) == (300, 300)
        assert part.changes == {PictureChange.CROPPED}
        assert len(place.kept()) == 2
        with pytest.raises(InputLostError):
            await place.inputs.fitted("0" * 64, PictureFit())

    told(story)


def test_videos_and_sounds_are_kept_without_their_metadata(
    told: Callable[..., None], tmp_path: Path
) -> None:
    chosen = write_clip(tmp_path / "a.mp4")

    async def story(place: Place) -> None:
        taken = await place.inputs.take_in(chosen, InputKind.VIDEO)
        assert (taken.file.kind, taken.file.mime) == (InputKind.VIDEO, "video/mp4")
        assert (taken.file.width, taken.file.height) == (320, 180)
        assert taken.changes == {PictureChange.METADATA_REMOVED}
        path = await place.files.checked(taken.file.sha256)
        assert b"Lavf" in chosen.read_bytes() and b"Lavf" not in path.read_bytes()
        refused = place.inputs.take_in(chosen, InputKind.SOUND)
        assert await refusal(refused) == InputRefusal.NO_SOUND

    told(story)


def test_what_is_not_noted_is_looked_at_again(told: Callable[..., None], tmp_path: Path) -> None:
    chosen = write_clip(tmp_path / "a.mp4")

    async def story(place: Place) -> None:
        part = await place.files.new_part(0)
        part.write_bytes(chosen.read_bytes())
        sha256, _ = await place.files.keep(part, "video/mp4")
        file = await place.inputs.facts(sha256)
        assert (file.kind, file.width, file.bytes) == (
            InputKind.VIDEO,
            320,
            chosen.stat().st_size,
        )
        assert place.noted(file)
        with pytest.raises(InputLostError):
            await place.inputs.facts("0" * 64)

    told(story)


def test_a_frame_of_a_video_of_the_library(told: Callable[..., None], tmp_path: Path) -> None:
    def grey(number: int, size: tuple[int, int]) -> Image.Image:
        return Image.new("RGB", size, (number * 20,) * 3)

    clip = write_clip(tmp_path / "a.mp4", Recipe(picture=grey))

    async def story(place: Place) -> None:
        video_id = fill_library(place.library).waiting.id
        with pytest.raises(ClipMissingError):
            await place.inputs.frame_of(video_id)
        with place.library.writing() as rows:
            rows.files.put(FileCopy(video_id, FileRole.CLIP, clip, 1), 1)
        for at_ms, brightness in ((0, 0), (500, 120), (None, 220)):
            taken = await place.inputs.frame_of(video_id, at_ms)
            with Image.open(await place.files.checked(taken.file.sha256)) as picture:
                assert picture_files.is_near(picture.getpixel((9, 9)), (brightness,) * 3, 8)
        clip.unlink()
        with pytest.raises(ClipMissingError):
            await place.inputs.frame_of(video_id)

    told(story)


def test_every_bad_file_has_its_error_and_nothing_is_kept(
    told: Callable[..., None], tmp_path: Path
) -> None:
    for name, content in (("empty", b""), ("text", b"hello"), ("cut", b"\xff\xd8\xff\xe0")):
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder").mkdir()
    (tmp_path / "large").touch()
    os.truncate(tmp_path / "large", (100 << 20) + 1)
    bomb = picture_files.png_of((60_000, 60_000), bytes(100))
    (tmp_path / "bomb").write_bytes(bomb)
    reasons = {
        "empty": InputRefusal.EMPTY,
        "text": InputRefusal.NO_PICTURE,
        "cut": InputRefusal.DAMAGED,
        "folder": InputRefusal.NOT_A_FILE,
        "deleted meanwhile": InputRefusal.MISSING,
        "cut/below a file": InputRefusal.MISSING,
    }
    if sys.platform != "win32":  # where links need a privilege
        (tmp_path / "to a folder").symlink_to(tmp_path / "folder")
        (tmp_path / "to nowhere").symlink_to(tmp_path / "nothing")
        (tmp_path / "to itself").symlink_to(tmp_path / "to itself")
        reasons |= {
            "to a folder": InputRefusal.NOT_A_FILE,
            "to nowhere": InputRefusal.MISSING,
            "to itself": InputRefusal.MISSING,
        }
        os.mkfifo(tmp_path / "pipe")
        (tmp_path / "endless").symlink_to("/dev/zero")
        reasons |= {"pipe": InputRefusal.NOT_A_FILE, "endless": InputRefusal.NOT_A_FILE}

    async def story(place: Place) -> None:
        for name, reason in reasons.items():
            assert await refusal(place.inputs.take_in(tmp_path / name)) == reason, name
        with pytest.raises(InputTooLargeError) as large:
            await place.inputs.take_in(tmp_path / "large")
        assert large.value.size == (100 << 20) + 1
        with pytest.raises(PictureTooLargeError) as pixels:
            await place.inputs.take_in(tmp_path / "bomb")
        assert (pixels.value.width, pixels.value.path) == (60_000, tmp_path / "bomb")
        with pytest.raises(InputFileError):
            await place.inputs.take_in(Path("\0"))
        assert place.kept() == []

    told(story)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="capabilities are Linux's")
def test_a_file_that_may_not_be_read_says_so(
    told: Callable[..., None], helper_command: list[str], tmp_path: Path
) -> None:
    chosen = picture_files.write(tmp_path / "a.png", picture_files.corners())
    chosen.chmod(0)
    # PR_CAPBSET_DROP of what lets root read everything: gone once the helper is executed.
    script = (
        "import ctypes, os, sys\n"
        "if os.geteuid() == 0:\n"
        "    for capability in (1, 2): ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)\n"
        f"os.execv({helper_command[0]!r}, {helper_command!r})\n"
    )

    async def story(place: Place) -> None:
        assert await refusal(place.inputs.take_in(chosen)) == InputRefusal.FORBIDDEN

    told(story, [sys.executable, "-c", script])


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize(
    "script",
    [
        "os.kill(os.getpid(), 9)",
        "sys.stdout.buffer.write(b'\\0\\0\\0\\2{}'); sys.stdout.flush(); time.sleep(60)",
    ],
    ids=["killed", "garbage"],
)
def test_a_helper_that_dies_over_it_is_asked_once_more(
    told: Callable[..., None], impostor: Impostor, tmp_path: Path, script: str
) -> None:
    chosen = picture_files.write(tmp_path / "a.png", picture_files.corners())

    async def story(place: Place) -> None:
        taken = await place.inputs.take_in(chosen)
        assert place.noted(taken.file)
        assert len(place.kept()) == 1

    told(story, impostor(script))
    assert len(pids(tmp_path)) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_file_over_which_every_helper_dies_has_its_error_and_nothing_is_kept(
    told: Callable[..., None], tmp_path: Path
) -> None:
    chosen = picture_files.write(tmp_path / "a.png", picture_files.corners())
    # Half of it is written before the end.
    script = (
        "import json, os, struct, sys\n"
        "asked = json.loads(os.read(0, struct.unpack('>I', os.read(0, 4))[0]))\n"
        "open(asked['arguments']['destination'], 'wb').write(b'half')\n"
        "os.kill(os.getpid(), 9)\n"
    )

    async def story(place: Place) -> None:
        assert await refusal(place.inputs.take_in(chosen)) == InputRefusal.UNEXAMINED
        assert place.kept() == []

    told(story, [sys.executable, "-c", script])


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_real_helper_killed_while_at_it_is_asked_once_more(
    told: Callable[..., None], helper_command: list[str], tmp_path: Path
) -> None:
    chosen = picture_files.write(tmp_path / "a.png", Image.effect_noise((1500, 1500), 99))
    begun = tmp_path / "pid"
    script = (
        f"import os; open({str(begun)!r} + '.part', 'w').write(str(os.getpid()));"
        f"os.rename({str(begun)!r} + '.part', {str(begun)!r});"
        f"os.execv({helper_command[0]!r}, {helper_command!r})"
    )

    async def story(place: Place) -> None:
        taking = asyncio.create_task(place.inputs.take_in(chosen))
        await appears(begun)
        os.kill(int(begun.read_text()), signal.SIGKILL)
        taken = await taking
        assert place.noted(taken.file)
        assert len(place.kept()) == 1

    told(story, [sys.executable, "-c", script])


def test_a_caller_that_gives_up_leaves_nothing(
    told: Callable[..., None], impostor: Impostor, tmp_path: Path
) -> None:
    chosen = picture_files.write(tmp_path / "a.png", picture_files.corners())

    async def story(place: Place) -> None:
        taking = asyncio.create_task(place.inputs.take_in(chosen))
        await appears(tmp_path / "pids.asked")
        taking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await taking
        assert place.kept() == []
        await place.inputs.take_in(chosen)

    told(story, impostor("time.sleep(60)"))


def test_a_program_that_ends_is_told_as_that(told: Callable[..., None], tmp_path: Path) -> None:
    chosen = picture_files.write(tmp_path / "a.png", picture_files.corners())
    command = [sys.executable, "-c", "import os; os.read(0, 1 << 20); os.read(0, 1)"]

    async def story(place: Place) -> None:
        await place.inputs.prepare()
        taking = asyncio.create_task(place.inputs.take_in(chosen))
        while not place.kept():  # noqa: ASYNC110 - another thread makes it
            await asyncio.sleep(0.01)
        await place.media.close()
        with pytest.raises(MediaHelperError, match="closed"):
            await taking
        assert place.kept() == []

    told(story, command)


@pytest.mark.parametrize(("said", "condition"), [("ENOSPC", "disk_full"), ("EIO", "disk_error")])
def test_a_disk_that_takes_nothing_is_told_as_that(
    told: Callable[..., None], tmp_path: Path, said: str, condition: str
) -> None:
    chosen = picture_files.write(tmp_path / "a.png", picture_files.corners())
    answer = json.dumps({"number": 1, "outcome": "failed", "reason": said}).encode()
    script = (
        "import os\n"
        "os.read(0, 1 << 20)\n"
        f"os.write(1, {struct.pack('>I', len(answer)) + answer!r})\n"
        "os.read(0, 1)\n"
    )

    async def story(place: Place) -> None:
        with pytest.raises(LibraryUnusableError) as full:
            await place.inputs.take_in(chosen)
        assert full.value.condition == condition
        assert place.kept() == []

    told(story, [sys.executable, "-c", script])
