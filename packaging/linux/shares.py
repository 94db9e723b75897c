"""What a desktop, man and the shells read of the program: all that lies below share/.

The texts are in files beside this one, named by the program's id; the rest is made from what the
program has already: icons from its own, releases from CHANGELOG.md.
"""

import gzip
import shutil
import sys
from pathlib import Path
from string import Template
from xml.sax.saxutils import quoteattr

from compile_translations import ROOT
from linux.command_line import COMPLETIONS, PROGRAMS, completion, manual_page
from release.versions import released

from videogen_desktop import APPLICATION_ID, __version__
from videogen_desktop.domain.updates import HOME

HERE = Path(__file__).resolve().parent
HOMEPAGE = f"https://{HOME}"
# Each version has its own, so that a later one changes no earlier one's pictures.
PICTURES = f"{HOMEPAGE}/{__version__}/screenshots"
ICON = ROOT / "resources" / "icons" / "videogen.svg"
# In pixels: those that desktops ask for by the freedesktop icon theme specification.
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def install(share: Path) -> None:
    """Write all of it below `share`, which is made. Raises OSError."""
    _write(share / "applications" / f"{APPLICATION_ID}.desktop", desktop_entry())
    _write(share / "metainfo" / f"{APPLICATION_ID}.metainfo.xml", metainfo())
    icons = share / "icons" / "hicolor"
    for size in ICON_SIZES:
        draw_icon(icons / f"{size}x{size}" / "apps" / f"{APPLICATION_ID}.png", size)
    scalable = icons / "scalable" / "apps" / f"{APPLICATION_ID}.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copyfile(ICON, scalable)
    for program in PROGRAMS:
        page = share / "man" / "man1" / f"{program.name}.1.gz"
        _write_packed(page, manual_page(program))
        for shell, place in COMPLETIONS.items():
            _write(share / place.format(program.name), completion(program, shell))


def desktop_entry() -> str:
    return (HERE / f"{APPLICATION_ID}.desktop").read_text("utf-8")


def metainfo() -> str:
    """AppStream's, with the releases of CHANGELOG.md, newest first."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    releases = [
        f"    <release version={quoteattr(one.number)} date={quoteattr(one.day.isoformat())}/>"
        for one in released(changelog)
    ]
    template = Template((HERE / f"{APPLICATION_ID}.metainfo.xml").read_text("utf-8"))
    return template.substitute(homepage=HOMEPAGE, pictures=PICTURES, releases="\n".join(releases))


def draw_icon(path: Path, size: int) -> None:
    """The program's icon as a PNG of `size` pixels. Needs no screen."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(ICON)).render(painter)
    painter.end()
    path.parent.mkdir(parents=True)
    if not picture.save(str(path)):
        raise OSError(f"{path} could not be written")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def _write_packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    install(Path(sys.argv[1]))
