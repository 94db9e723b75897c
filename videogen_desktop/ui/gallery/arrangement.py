"""The way cards are laid out as the user chose it: how large, and whether in the clips' shapes."""

from typing import NamedTuple

from videogen_desktop.domain.aspect_ratio import ASPECTS

# The sides of a square picture at a usual font, in device-independent pixels, from small to large.
SIDES = (176, 228, 288, 384, 512)
USUAL_STEP = 1
_SQUARES = (1.0,) * len(ASPECTS)


class CardArrangement(NamedTuple):
    """`step` is a place in `SIDES`; where it `fills`, all cards are squares that their pictures
    fill, and parts of these are out of sight."""

    step: int = USUAL_STEP
    fills: bool = False

    def zoomed(self, by: int) -> "CardArrangement":
        """Steps larger or smaller, as far as there are some; 0 is the usual size."""
        return self._replace(step=USUAL_STEP if by == 0 else self.step + by).within()

    def within(self) -> "CardArrangement":
        """With the nearest step that there is."""
        return self._replace(step=max(0, min(len(SIDES) - 1, self.step)))

    @property
    def side(self) -> int:
        return SIDES[self.step]

    @property
    def aspects(self) -> tuple[float, ...]:
        return _SQUARES if self.fills else ASPECTS
