"""The root of every expected failure."""

from typing import ClassVar


class VideoGenError(Exception):
    """Root of all expected failures."""

    may_have_charged: ClassVar[bool] = False
    retry_is_safe: ClassVar[bool] = False
    user_can_act: ClassVar[bool] = True
