"""The shapes a video can have."""

from enum import StrEnum


class AspectRatio(StrEnum):
    """A shape as people name it; each model spells it in its own way (see catalogue)."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"

    @property
    def width_over_height(self) -> float:
        return 16 / 9 if self is AspectRatio.LANDSCAPE else 9 / 16
