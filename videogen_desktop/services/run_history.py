"""The usual duration of a model's runs, from the user's own past ones; and how it guides when the
record of the next one is read."""

import random
from collections.abc import Callable, Mapping, Sequence

from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.storage.library import Library

# One or two runs say little; an estimate from them would be called wrong too often.
ENOUGH_RUNS = 3
LAST_RUNS = 20
_USUAL_WITHOUT_MODEL_MS = 180_000

# Parts of the usual duration: the first states are worth showing, and hardly a run ends before
# two thirds of it (one in twelve of a lognormal spread of 0.3).
_EARLY = (0.05, 0.2, 0.45, 0.55, 0.65)
# Readings this close together show the first states by themselves.
_SHOWN_BY_ITSELF_MS = 1_000
_WIDENING = 0.05
LONGEST_INTERVAL_MS = 600_000
FIRST_BACKOFF_MS = 2_000
LONGEST_BACKOFF_MS = 60_000
_JITTER = 0.1


class RunHistory:
    """How long the runs of one wallet took, by model. Worker thread only."""

    def __init__(self, library: Library, wallet_id: str, vendor: Callable[[], Vendor]) -> None:
        self._library = library
        self._wallet_id = wallet_id
        self._vendor = vendor
        self._known: dict[str, int | None] = {}

    async def estimate_ms(self, model_id: str) -> int | None:
        """The median of the last twenty runs, from accepted to ended; None before three."""
        if model_id not in self._known:
            runs = await self._library.read(
                lambda rows: rows.videos.run_durations(self._wallet_id, model_id, LAST_RUNS)
            )
            enough = len(runs) >= ENOUGH_RUNS
            self._known[model_id] = _median(runs) if enough else None
        return self._known[model_id]

    async def usual_ms(self, model_id: str) -> int:
        """The estimate, or the catalogue's figure before there is one."""
        found = (one.typical_ms for one in self._vendor().models if one.id == model_id)
        return await self.estimate_ms(model_id) or next(found, _USUAL_WITHOUT_MODEL_MS)

    async def every_usual_ms(self) -> Mapping[str, int]:
        """By model, for all that the vendor has: a hundred, of which most people run three."""
        models = self._vendor().models
        run = await self._library.read(lambda rows: rows.videos.models_run(self._wallet_id))
        for model in models:
            if model.id not in run:
                self._known.setdefault(model.id, None)
        return {one.id: await self.estimate_ms(one.id) or one.typical_ms for one in models}

    def forget(self, model_id: str) -> None:
        """A run of the model ended."""
        self._known.pop(model_id, None)


class PollSchedule:
    """Early readings for the first states, then some around the usual end.

    Delays in milliseconds for one model; `usual_ms` is how long its runs take.
    """

    def __init__(self, usual_ms: int, least_interval_ms: int, randomness: random.Random) -> None:
        self._usual_ms = usual_ms
        self._least_ms = least_interval_ms
        self._random = randomness

    def delay_after(self, elapsed_ms: int) -> int:
        """The wait for a task that was accepted `elapsed_ms` ago.

        From two thirds of the usual duration on, a twentieth of the elapsed time: a result is
        seen at most 5 % late, and a task that never ends is asked ever more rarely, but always
        again. What ends much sooner than usual is seen a tenth of the usual duration late, or
        at the reading of its first states.
        """
        for part in _EARLY if self._least_ms >= _SHOWN_BY_ITSELF_MS else ():
            due = int(self._usual_ms * part)
            if elapsed_ms + self._least_ms <= due:
                return due - elapsed_ms
        interval = max(int(elapsed_ms * _WIDENING), self._least_ms)
        return self._jittered(min(interval, LONGEST_INTERVAL_MS))

    def delay_after_failures(self, failures: int) -> int:
        """Backing off after `failures` readings in a row that said nothing."""
        return self._jittered(min(FIRST_BACKOFF_MS * 2 ** (failures - 1), LONGEST_BACKOFF_MS))

    def _jittered(self, milliseconds: int) -> int:
        return int(milliseconds * self._random.uniform(1 - _JITTER, 1 + _JITTER))


def _median(runs: Sequence[int]) -> int:
    # The module statistics would be 0.7 MB of a window at rest.
    ordered, middle = sorted(runs), len(runs) // 2
    return (ordered[middle] + ordered[~middle]) // 2
