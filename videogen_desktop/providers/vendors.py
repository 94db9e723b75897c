"""The one list of vendors. A further one is a package beside this file and its lines in it."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from videogen_desktop.domain.vendor import Vendors

# In the order in which they are offered. Apart, because a command line is checked against them
# before the window's first frame: what a vendor is takes 4 ms to import.
NAMES = ("sandbox", "kie")


@cache
def vendors() -> "Vendors":
    """Every vendor, in the order of their names."""
    from videogen_desktop.domain.vendor import Vendors
    from videogen_desktop.providers.kie.vendor import kie_vendor
    from videogen_desktop.providers.sandbox.vendor import sandbox_vendor

    return Vendors(sandbox_vendor(), kie_vendor())
