"""Posters, clips and contact strips of a whole library: few are drawn, the others hard links."""

import shutil
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from benchmarks.library_prompts import SUBJECTS
from videogen_desktop.domain.aspect_ratio import LANDSCAPE, PORTRAIT
from videogen_desktop.domain.clip import STRIP_FRAMES
from videogen_desktop.media.stills import make_strip
from videogen_desktop.resources import resource_path
from videogen_desktop.sandbox.clip_plan import usual_plan
from videogen_desktop.sandbox.encode import write_clip
from videogen_desktop.sandbox.records import Shape
from videogen_desktop.sandbox.scene import Scene

_FONT = "fonts/BeVietnamPro-SemiBold.ttf"
_POSTER_SIZE = {LANDSCAPE: (640, 360), PORTRAIT: (360, 640)}
_CLIP_SIZE = {LANDSCAPE: (320, 180), PORTRAIT: (180, 320)}
_CLIPS_PER_SHAPE = 2
CLIP_MS = 1_000
_STRIP_CELL = 320
# NTFS allows 1,023 links to a file, ext4 65,000.
_MOST_LINKS = 1_000


class Original:
    """A file and its links; beyond what a file system allows they are links to a fresh copy."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._links = 0
        self.bytes = path.stat().st_size

    def link(self, target: Path) -> None:
        """Make `target` the same file, or a copy where there are no links."""
        if self._links == _MOST_LINKS:
            shutil.copyfile(self._path, target)
            self._path = target
            self._links = 0
            return
        try:
            target.hardlink_to(self._path)
        except FileExistsError:
            raise
        except OSError:
            shutil.copyfile(self._path, target)
        self._links += 1


class Shown(NamedTuple):
    """A clip and its contact strip."""

    clip: Original
    strip: Original


class Pictures:
    """A poster for each subject and shape, and a few clips with their strips. Drawing them takes
    seconds."""

    def __init__(self, folder: Path, *, clips: bool) -> None:
        folder.mkdir(parents=True)
        font = resource_path(_FONT)
        self._posters = {
            (shape, subject): _poster(folder / f"{shape}-{subject}.jpg", text, shape, font)
            for shape in _POSTER_SIZE
            for subject, text in enumerate(SUBJECTS)
        }
        self._clips = {
            (shape, number): _clip(folder / f"clip-{shape}-{number}.mp4", text, shape, font)
            for shape in _POSTER_SIZE
            for number, text in enumerate(SUBJECTS[: _CLIPS_PER_SHAPE if clips else 0])
        }

    def poster(self, shape: str, subject: int) -> Original:
        return self._posters[shape, subject]

    def shown(self, shape: str, subject: int) -> Shown | None:
        """None when the library was asked for without clips."""
        return self._clips.get((shape, subject % _CLIPS_PER_SHAPE))


def clip_size(shape: str) -> tuple[int, int]:
    return _CLIP_SIZE[shape]


def _poster(path: Path, text: str, shape: str, font: Path) -> Original:
    size = _POSTER_SIZE[shape]
    canvas = Scene(text, size, 5, font).frame(2)
    # A clip's luma goes from 16 to 235, a JPEG's from 0 to 255.
    luma = canvas.y.point([round((value - 16) * 255 / 219) for value in range(256)])
    picture = Image.merge("YCbCr", (luma, canvas.cb.resize(size), canvas.cr.resize(size)))
    picture.save(path, "JPEG", quality=85)
    return Original(path)


def _clip(path: Path, text: str, shape: str, font: Path) -> Shown:
    upright: Shape = "portrait" if shape == PORTRAIT else "landscape"
    write_clip(path, usual_plan(text, upright, "small"), font_path=font, stop=lambda: False)
    strip = path.with_suffix(".jpg")
    make_strip(path, strip, STRIP_FRAMES, _STRIP_CELL)
    return Shown(Original(path), Original(strip))
