"""Whatever happens in whatever order, nothing is lost and nothing is charged twice.

Hypothesis plays the user, the provider, the network and the power switch against the real services
on a real file; a model that knows only what was said says what must stand in it.
"""

import logging
import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.services.machine_folder import quick_folder
from tests.services.machine_invariants import Invariants
from tests.services.machine_user import UserRules
from tests.services.machine_world import WorldRules

STEPS = 30


class Videos(UserRules, WorldRules, Invariants):
    """Everything together; `lives` are counted."""

    lives = 0

    def __init__(self) -> None:
        super().__init__()
        Videos.lives += 1


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    """Without logs too: they would be most of a step's time."""
    logging.disable()
    with quick_folder() as folder:
        Videos.folder = folder
        yield
    logging.disable(logging.NOTSET)


def _run(examples: int) -> None:
    number = random.randrange(2**32)
    # Shown when it fails, and by `-s`.
    print(f"seed {number}")  # noqa: T201
    before = Videos.lives
    run_state_machine_as_test(
        seed(number)(Videos),
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            deadline=None,
            print_blob=True,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate, Phase.shrink],
        ),
    )
    lived = Videos.lives - before
    print(f"{lived} lives of up to {STEPS} steps")  # noqa: T201
    assert lived >= examples


def test_nothing_is_lost_and_nothing_is_charged_twice() -> None:
    _run(150)


@pytest.mark.full
def test_nothing_is_lost_in_two_thousand_lives() -> None:
    _run(2_000)
