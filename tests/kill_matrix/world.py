"""What every process of one case shares."""

from dataclasses import dataclass
from pathlib import Path

from tests.kill_matrix.quick_clock import QuickClock


@dataclass(frozen=True, slots=True)
class World:
    """`sandbox` is its announcement, `helper` the command of the media helper."""

    folder: Path
    sandbox: str
    helper: tuple[str, ...]
    began_ns: int
    speed: int

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def state(self) -> Path:
        return self.folder / "sandbox"

    @property
    def found(self) -> Path:
        """Clips of a library that is no more."""
        return self.folder / "found"

    @property
    def clock(self) -> QuickClock:
        return QuickClock(self.began_ns, self.speed)
