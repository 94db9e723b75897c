"""How many examples a property is tried with: a few in `make test`, many in `make test-full`."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

FEW, MANY = 25, 1_500

effort = pytest.mark.parametrize(
    "examples",
    [pytest.param(FEW, id="few"), pytest.param(MANY, id="many", marks=pytest.mark.full)],
)


def holds(examples: int, promise: Callable[..., None], *given_to_it: SearchStrategy[Any]) -> None:
    """Try the promise; a failing example is printed with the blob that brings it back."""
    tried = settings(
        max_examples=examples,
        print_blob=True,
        # What is huge or slow to make is the point of it.
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    tried(given(*given_to_it)(promise))()
