"""Decoded pictures as stills: turned upright, made smaller, written. Runs in the helper process."""

import os
from fractions import Fraction
from pathlib import Path

from av.video.frame import VideoFrame
from PIL import Image

from videogen_desktop.media.clip_file import ClipFile, display_size
from videogen_desktop.media.posture import posture


def upright(clip: ClipFile, frame: VideoFrame, longest_side: int) -> Image.Image:
    """The frame as a player shows it, at most `longest_side` pixels and never enlarged.

    Raises RefusedFileError(TOO_LARGE).
    """
    width, height = display_size(clip.stream, frame)
    scale = min(Fraction(1), Fraction(longest_side, max(width, height)))
    stands = posture(frame)
    if stands.swaps_sides:
        width, height = height, width
    size = {"width": max(1, round(width * scale)), "height": max(1, round(height * scale))}
    picture: Image.Image = frame.to_image(  # type: ignore[no-untyped-call]
        **size, interpolation="AREA", threads=1
    )
    return stands.upright(picture)


def write_jpeg(picture: Image.Image, destination: Path, quality: int) -> None:
    """Write to `destination`, whole or not at all. Raises OSError."""
    part = destination.with_name(f"{destination.name}.part")
    try:
        with part.open("wb") as file:
            picture.save(file, "JPEG", quality=quality)
            file.flush()
            os.fsync(file.fileno())
        part.replace(destination)
    finally:
        part.unlink(missing_ok=True)
