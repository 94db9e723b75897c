"""The media helper, killed at one of its own steps, once.

    python -m tests.kill_matrix.helper_run FOLDER [LABEL TIME [SIGNAL]]    notes go to FOLDER/notes

Without a label every step is noted and none kills; SIGNAL is what it gets instead of its death.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

import av

from tests.kill_matrix.file_hooks import hook_files
from tests.kill_matrix.points import Point, Points
from tests.kill_matrix.replacing import replace_in
from videogen_desktop.media import helper

NOTES = "notes"


def main() -> int:
    """Run as the helper."""
    folder = Path(sys.argv[1])
    target = Point(sys.argv[2], int(sys.argv[3])) if sys.argv[2:] else None
    fate = signal.Signals(int(sys.argv[4])) if sys.argv[4:] else signal.SIGKILL
    notes = folder / NOTES
    # The one that takes the dead one's place lives.
    if target is None or not notes.exists():
        points = Points(os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND), target, fate)
        hook_files(points, folder / "data")
        _hook_clips(points)
    return helper.main()


def _hook_clips(points: Points) -> None:
    make = av.open

    def opened(file: str, *arguments: Any, **options: Any) -> Any:
        points.reach(f"before av.open {Path(file).suffix}")
        clip = make(file, *arguments, **options)
        points.reach(f"after av.open {Path(file).suffix}")
        return clip

    replace_in(av, open=opened)


if __name__ == "__main__":
    sys.exit(main())
