"""Every command of the terminal, one after the other in one process; started by test_openings."""

import contextlib
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.main import GROUPS, main

# The word by which this is known to be no process of the program.
OUTSIDE = "--from-outside"
_DAMAGES = """
import sys
with open(sys.argv[1], "r+b") as file:
    file.seek(4096)
    file.write(b"\\xa5" * 8192)
"""


class Tour:
    def __init__(self, data: Path) -> None:
        self._data = data
        self.seen: set[str] = set()

    def run(self, *words: str, ends: tuple[int, ...] = (0,)) -> Any:
        """Run a command; what it printed as JSON."""
        self.seen.add(words[0])
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            code = main([*words, "--data-dir", str(self._data)])
        assert code in ends, (words, code, said.getvalue())
        with contextlib.suppress(ValueError):
            return json.loads(said.getvalue())


def damage(data: Path) -> None:
    """Spoil two pages of the library, from a process of another program."""
    command = [sys.executable, "-c", _DAMAGES, str(data / "library.sqlite"), OUTSIDE]
    subprocess.run(command, check=True)


def tour(data: Path) -> None:
    on = Tour(data)
    made = on.run("generate", "Một con mèo chơi với cuộn len", "--yes", "--json")
    on.run("generate", "Bãi biển lúc hoàng hôn", "--yes", "--no-wait")
    on.run("resume")
    for words in (["list"], ["show", made["id"]], ["ledger"], ["verify"], ["account", "list"]):
        on.run(*words, "--json")
    on.run("account", "balance")
    on.run("models")
    on.run("presets")
    rows = data / "rows.csv"
    rows.write_text("prompt,takes\nHồ Gươm,1\nCầu Long Biên,2\n", encoding="utf-8")
    on.run("batch", str(rows), "--yes")
    on.run("rename", made["id"], "Mèo và len")
    on.run("export", made["id"], "--folder", str(data / "export"), ends=(0, ExitCode.USAGE))
    on.run("join", made["id"], made["id"], "--output", str(data / "joined.mp4"))
    follow_up = ("--no-wait", "--yes")
    on.run("continue", made["id"], "--model", "kling-2.6/image-to-video", *follow_up)
    on.run("extend", made["id"], "Đi tiếp", *follow_up)
    on.run("upscale", made["id"], *follow_up)
    on.run("send", "--waiting", ends=(ExitCode.DONE, ExitCode.USAGE))
    on.run("cancel", made["id"], ends=(ExitCode.USAGE,))
    on.run("import", str(data / "videos"))
    on.run("rescue", made["task_id"], ends=(0, 1))
    on.run("settle", made["id"], "--charged", ends=(ExitCode.USAGE,))
    on.run("doctor")
    on.run("doctor", "--bundle", str(data / "diagnosis.zip"), "--yes")
    (data / "backups").mkdir(exist_ok=True)
    on.run("doctor", "--backup-to", str(data / "backups"))
    on.run("delete", made["id"])
    for what in ("newest", "salvage", "empty"):
        damage(data)
        on.run("doctor", "--repair", what, "--yes", ends=(0, 1))
        on.run("verify")
    # A program of its own, as the rest starts it too.
    on.seen.add("sandbox")
    assert on.seen == set(GROUPS)


if __name__ == "__main__":
    tour(Path(sys.argv[1]))
