"""The provider of a case: a real sandbox that outlives both, and whose books are the truth."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.kill_matrix.forking import forked
from tests.kill_matrix.sandbox_run import run_sandbox
from tests.kill_matrix.world import World


@contextmanager
def sandbox_for(world: World, clip: Path) -> Iterator[str]:
    """Its announcement; it is killed at the end."""
    heard, announce = os.pipe()
    sandbox = forked(
        world.folder / "sandbox.log",
        lambda: run_sandbox(world.state, clip, (), announce),
        heard,
    )
    os.close(announce)
    try:
        with os.fdopen(heard) as said:
            yield said.read()
    finally:
        os.kill(sandbox, signal.SIGKILL)
        os.waitpid(sandbox, 0)
