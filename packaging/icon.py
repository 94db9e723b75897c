"""The program's icon as Windows and macOS want it, drawn from its SVG when they are built."""

import io
from pathlib import Path

from compile_translations import ROOT
from PIL import Image

SOURCE = ROOT / "resources" / "icons" / "videogen.svg"
# In pixels. Explorer and the taskbar ask for these; a Dock of macOS draws up to 512 points twice.
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MACOS_SIZES = (16, 32, 64, 128, 256, 512, 1024)


def for_windows(target: Path) -> Path:
    """Write an .ico to `target` and return it. Raises OSError."""
    return _write(target, WINDOWS_SIZES)


def for_macos(target: Path) -> Path:
    """Write an .icns to `target` and return it. Raises OSError."""
    return _write(target, MACOS_SIZES)


def _write(target: Path, sizes: tuple[int, ...]) -> Path:
    # Each is drawn by itself: a large one made small has no sharp edges.
    *smaller, largest = map(drawn, sizes)
    target.parent.mkdir(parents=True, exist_ok=True)
    largest.save(target, append_images=smaller, sizes=[(size, size) for size in sizes])
    return target


def drawn(size: int) -> Image.Image:
    """The icon, `size` pixels wide and high. Needs no screen."""
    from PySide6.QtCore import QBuffer, QByteArray, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(picture)
    return Image.open(io.BytesIO(buffer.data().data())).convert("RGBA")
