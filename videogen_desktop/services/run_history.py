"""The usual duration of a model's runs, from the user's own past ones."""

from collections.abc import Callable, Mapping, Sequence

from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.storage.library import Library

# One or two runs say little; an estimate from them would be called wrong too often.
ENOUGH_RUNS = 3
LAST_RUNS = 20
_USUAL_WITHOUT_MODEL_MS = 180_000


class RunHistory:
    """Worker thread only."""

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


def _median(runs: Sequence[int]) -> int:
    # The module statistics would be 0.7 MB of a window at rest.
    ordered, middle = sorted(runs), len(runs) // 2
    return (ordered[middle] + ordered[~middle]) // 2
