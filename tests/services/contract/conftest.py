"""Each promise is tried over each implementation of the phases."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.requests import SANDBOX_WALLET
from tests.services.contract.books import GRANT, Books, Story
from tests.services.distant_library import Distance, here, in_a_thread, over_a_network
from tests.services.rig import an_empty_library
from tests.services.virtual_time import START_MS, VirtualClock, run_virtually
from videogen_desktop.services.account import find_or_add_wallet
from videogen_desktop.services.library_phases import library_phases
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import open_library
from videogen_desktop.storage.verify import verify


@pytest.fixture(params=["here", "over a network", "in a thread"])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[Story], None]]:
    """Runs a story over each implementation, and looks at all books when it has ended."""
    places = directories(tmp_path)
    places.database.write_bytes(an_empty_library())
    near = {"here": here, "over a network": over_a_network}

    async def run(story: Story, distance: Distance) -> None:
        with closing(open_library(places, START_MS)) as library:
            far, clock = distance(library), VirtualClock()
            new_id = lambda: str(uuid.uuid4())  # noqa: E731
            wallet = await find_or_add_wallet(far, SANDBOX_WALLET, new_id, START_MS)
            phases = library_phases(far, wallet.id, clock, new_id)
            await phases.balance.opened(GRANT)
            await story(Books(phases, library, wallet.id, clock))
            assert verify(library) == ()

    if request.param in near:
        yield lambda story: run_virtually(run(story, near[request.param]))
        return
    with in_a_thread(tmp_path) as distance:
        yield lambda story: run_virtually(run(story, distance))
