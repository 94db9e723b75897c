"""What tests of the media helper's client share."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from videogen_desktop.domain.errors import MediaHelperError
from videogen_desktop.media.client import MediaHelper

PATIENCE_SECONDS = 60
Impostor = Callable[[str], list[str]]

# What an impostor says to become the program `real`. On Windows execv starts another process and
# ends this one, which is the helper that is looked after.
BECOME = (
    "os.execv(real[0], real)"
    if sys.platform != "win32"
    else "import subprocess, sys; sys.exit(subprocess.call(real))"
)


def pids(folder: Path) -> list[int]:
    return [int(line) for line in (folder / "pids").read_text().split()]


def is_running(pid: int) -> bool:
    """Also true of a zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def run(
    command: list[str],
    use: Callable[[MediaHelper], Awaitable[None]],
    job_deadline_ms: int = 20_000,
) -> None:
    async def use_and_close() -> None:
        helper = MediaHelper(command, job_deadline_ms)
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await use(helper)
        finally:
            await helper.close()

    asyncio.run(use_and_close())


async def condition_of(job: Awaitable[object]) -> object:
    with pytest.raises(MediaHelperError) as failed:
        await job
    return failed.value.args[0]


async def appears(path: Path) -> None:
    while not path.exists():  # noqa: ASYNC110 - another process makes it
        await asyncio.sleep(0.01)
