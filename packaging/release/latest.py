"""The file that programs with their user's consent read once a day: dist/latest.json.

    PYTHONPATH=packaging python -m release.latest

A release puts it on the host that `videogen_desktop/domain/updates.py` names, last of all: the
page that it names has to be there by then.
"""

import json
import sys
from pathlib import Path

from compile_translations import ROOT

from videogen_desktop import __version__
from videogen_desktop.domain.updates import HOME, PROGRAM, published

NAME = "latest.json"


def latest(version: str = __version__, host: str = HOME) -> str:
    """Raises ValueError for what no program would believe."""
    page = f"https://{host}/releases/{version}"
    said = {"program": PROGRAM, "version": version, "page": page}
    text = json.dumps(said, indent=2) + "\n"
    published(text.encode(), host)
    return text


def main(dist: Path = ROOT / "dist") -> int:
    dist.mkdir(exist_ok=True)
    (dist / NAME).write_text(latest(), "utf-8", newline="\n")
    print(f"{dist / NAME}: {__version__}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
