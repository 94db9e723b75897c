"""A photograph of 12 megapixels made ready to upload, over Pillow alone doing the same."""

import asyncio
import os
import time
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from benchmarks.figure import Figure, Target, spread
from benchmarks.workplace import Workplace
from videogen_desktop.executable import own_command
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.services.inputs import Inputs
from videogen_desktop.services.system import SystemClock
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.input_files import InputFiles
from videogen_desktop.storage.library import open_library

_RUNS, _RUNS_QUICK = 9, 1
_TARGET = Target(ratio=1.5)
_SIZE = (4000, 3000)
_ORIENTATION = 0x0112
# As telephones write them: on its side, and upright with its place and camera.
_PHOTOGRAPHS = {"on its side": 6, "upright, with metadata": 1}


def measure(workplace: Workplace) -> list[Figure]:
    runs = workplace.count(_RUNS, _RUNS_QUICK)
    return [_figure(workplace.folder, name, runs) for name in _PHOTOGRAPHS]


def _figure(folder: Path, name: str, runs: int) -> Figure:
    scene = _scene()
    ready, alone = asyncio.run(_compared(folder / "pictures", scene, _PHOTOGRAPHS[name], runs))
    return Figure(
        name=f"photograph of 12 megapixels ready to upload ({name})",
        measured=min(ready),
        beside="Pillow alone: decoded, turned, encoded, flushed",
        beside_value=min(alone),
        target=_TARGET,
        runs=runs,
        details={"ready": spread(ready), "pillow": spread(alone)},
    )


async def _compared(
    folder: Path, scene: Image.Image, orientation: int, runs: int
) -> tuple[list[float], list[float]]:
    places = directories(folder)
    places.data.mkdir(exist_ok=True)
    library, helper = open_library(places, 1), MediaHelper(own_command("media-helper"))
    inputs = Inputs(library, helper, InputFiles(places.inputs), SystemClock())
    ready, alone = [], []
    try:
        await helper.prepare()
        for run in range(-1, runs):
            # Each has a pixel of its own: what is kept already would be quicker. The first only
            # warms up.
            chosen = _photograph(folder, scene, orientation, run + 1)
            began = time.perf_counter()
            await inputs.take_in(chosen)
            taken = (time.perf_counter() - began) * 1_000
            rival = _with_pillow(chosen, folder / "pillow.jpg")
            if run >= 0:
                ready.append(taken)
                alone.append(rival)
    finally:
        await helper.close()
        library.close()
    return ready, alone


def _with_pillow(chosen: Path, target: Path) -> float:
    began = time.perf_counter()
    with Image.open(chosen) as picture:
        body = BytesIO()
        ImageOps.exif_transpose(picture).save(body, "JPEG", quality=95)
    with target.open("wb") as file:
        file.write(body.getvalue())
        file.flush()
        os.fsync(file.fileno())
    return (time.perf_counter() - began) * 1_000


def _scene() -> Image.Image:
    """As much to encode as in a photograph: 4 MB at quality 92."""
    shapes = Image.effect_mandelbrot(_SIZE, (-2, -1.2, 1, 1.2), 60)
    scene = Image.merge("RGB", (shapes, shapes.rotate(180), shapes))
    return Image.blend(scene, Image.effect_noise(_SIZE, 30).convert("RGB"), 0.2)


def _photograph(folder: Path, scene: Image.Image, orientation: int, number: int) -> Path:
    exif = Image.Exif()
    exif[_ORIENTATION], exif[0x010F] = orientation, "Camera"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 42.6)})
    scene.paste((number % 256, 0, 0), (0, 0, 32, 32))
    chosen = folder / "chosen.jpg"
    scene.save(chosen, quality=92, exif=exif)
    return chosen
