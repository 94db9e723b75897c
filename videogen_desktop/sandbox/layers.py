"""What a picture behind the text is made of."""

from dataclasses import dataclass
from typing import Protocol

from videogen_desktop.sandbox.backdrop import Backdrop
from videogen_desktop.sandbox.canvas import Canvas


class Layer(Protocol):
    """Something painted at full size."""

    def paint(self, canvas: Canvas, seconds: float) -> None:
        """Lay it where it is at this moment."""


@dataclass(frozen=True, slots=True)
class Scenery:
    """A backdrop and the layers before it, farthest first."""

    backdrop: Backdrop
    layers: tuple[Layer, ...]
