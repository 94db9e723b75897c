"""The root of every expected failure."""

from typing import ClassVar


class VideoGenError(Exception):
    """Root of all expected failures."""

    may_have_charged: ClassVar[bool] = False
    retry_is_safe: ClassVar[bool] = False
    user_can_act: ClassVar[bool] = True
    # What the vendor is called that it happened with; "" where there is none, or nobody said.
    vendor: str = ""
