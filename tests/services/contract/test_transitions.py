"""What every implementation of the atomic phases promises about states.

Each step is tried on a video in every state that there is: it leads where the table of states says,
with the rows of the ledger that belong there, or it changes nothing at all.
"""

import contextlib
from collections.abc import Callable

import pytest

from tests.services.contract.books import LEADS, STANDS, STEPS, WAYS, Books, Story, stands, walked
from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    TaskTakenError,
)
from videogen_desktop.domain.states import EDGES, Reason, VideoState, allowed_entries

_S, _R = VideoState, Reason


def test_the_table_has_every_edge_of_the_states_and_the_rows_that_each_demands() -> None:
    over_several = {"in the journal", "in no journal", "not uploaded"}
    edges = {
        (STANDS[begin][0], STANDS[end][0])
        for step, ways in LEADS.items()
        if step not in over_several
        for begin, end in ways.items()
    }
    assert edges == {(state, after) for state, ends in EDGES.items() for after in ends}
    for state, reason, kinds, _, _ in STANDS.values():
        assert kinds in allowed_entries(state, reason)


@pytest.mark.parametrize("way", WAYS)
def test_each_step_leads_where_it_should_from_this_state_and_nowhere_else(
    told: Callable[[Story], None], way: str
) -> None:
    async def story(books: Books) -> None:
        before = books.balance()
        stays = await walked(books, way)
        assert stands(books, stays, before) == STANDS[way]
        standing, money = books.video(stays), books.balance()
        for step in [step for step, ways in LEADS.items() if way not in ways]:
            with contextlib.suppress(IllegalTransitionError, TaskTakenError):
                await STEPS[step](books, stays)
            assert (books.video(stays), books.balance()) == (standing, money), step
        for step, ways in LEADS.items():
            if way in ways:
                before = books.balance()
                goes = await walked(books, way)
                await STEPS[step](books, goes)
                assert stands(books, goes, before) == STANDS[ways[way]], (step, way)

    told(story)
