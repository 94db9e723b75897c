"""Runs cases, several at once, each in a fork of this process that has imported everything.

python -m tests.kill_matrix.host AT_ONCE    (cases on standard input, results on standard output)
"""

import gc
import importlib
import os
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.kill_matrix.case import run_case
from tests.kill_matrix.migration_case import MIGRATION_STORIES, run_migration
from tests.kill_matrix.records import Case, Result, results_of

Be = Callable[[str, Path], None]

# What the program and the sandbox import when they come to need it.
_LATER = (
    *("anyio._backends._asyncio", "encodings.idna", "encodings.utf_8_sig", "PIL.Image"),
    *("alembic.command", "alembic.config"),
    "videogen_desktop.providers.kie.client",
    "videogen_desktop.sandbox.encode",
    "videogen_desktop.services.webhook.server",
    "videogen_desktop.services.webhook.server",
    "videogen_desktop.storage.backup",
    "videogen_desktop.storage.checks",
    *(f"videogen_desktop.storage.{name}_rows" for name in ("handover", "ledger", "spending")),
    *(f"videogen_desktop.storage.{name}_rows" for name in ("video", "wallet")),
)


def main() -> int:
    """Run one file of cases after another, until standard input ends."""
    serve(be, int(sys.argv[1]))
    return 0


def serve(be: Be, at_once: int) -> None:
    """Import everything; then `be` each line of the files that standard input names, in a fork of
    its own, which puts its results into a file beside it."""
    for name in _LATER:
        importlib.import_module(name)
    # Collecting would write to every page that the forks share, and they do not live long.
    gc.freeze()
    gc.disable()
    for line in sys.stdin:
        file = Path(line.rstrip("\n"))
        run_all(file, be, at_once)
        # Everything is in the file by now.
        sys.stdout.write(f"{file}\n")
        sys.stdout.flush()


def run_all(file: Path, be: Be, at_once: int) -> None:
    """Each line is a case; the results are put into a file beside it, as they come."""
    parent, running = os.getppid(), 0
    for line in file.read_text(encoding="utf-8").splitlines():
        if running == at_once:
            os.wait()
            running -= 1
        if os.getppid() != parent:
            # Nobody waits for the rest.
            return
        if os.fork() == 0:
            be(line, results_of(file))
        running += 1
    while running:
        os.wait()
        running -= 1


def be(line: str, results: Path) -> None:
    """Run one case; never returns."""
    case = Case.from_json(line)
    try:
        result = run_migration(case) if case.story in MIGRATION_STORIES else run_case(case)
    except BaseException:  # noqa: BLE001 - it is told as the case's result
        result = Result(case.story, case.point, (), False, "", (traceback.format_exc(),))
    if not result.problems:
        # There are a thousand, of a megabyte each.
        shutil.rmtree(case.folder)
    # One write each: others append to the same file.
    with results.open("ab", buffering=0) as file:
        file.write(result.to_json().encode() + b"\n")
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
