"""The time that a window's frames take."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication

# The others get the rest of each frame: less than a screen of 120 Hz gives them.
_FRAME_SECONDS = 0.006


@dataclass(slots=True)
class Frames:
    """Milliseconds of each frame: everything the UI thread does for one step, which is the step
    itself, painting, and what arrived meanwhile. `computed` is what of that it worked: the rest
    it waited, for the interpreter's lock or for a processor that others had."""

    took: list[float] = field(default_factory=list)
    computed: list[float] = field(default_factory=list)

    def step(self, do: Callable[[], object]) -> None:
        began, worked = time.perf_counter(), time.thread_time()
        do()
        QApplication.processEvents()
        computed = time.thread_time() - worked
        took = time.perf_counter() - began
        self.took.append(took * 1_000)
        self.computed.append(computed * 1_000)
        time.sleep(max(0.0, _FRAME_SECONDS - took))

    def numbers(self) -> dict[str, object]:
        return {"frames": len(self.took), **shares(self.took), "computed": shares(self.computed)}


def shares(values: Sequence[float]) -> dict[str, float]:
    """Median, p99, p99.9 and worst."""
    ordered = sorted(values)

    def part(share: float) -> float:
        return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3)

    return {"median": part(0.5), "p99": part(0.99), "p999": part(0.999), "worst": part(1.0)}
