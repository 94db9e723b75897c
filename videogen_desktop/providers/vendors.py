"""The one list of vendors. A further one is a package beside this file and a line in it."""

from functools import cache

from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.providers.kie.vendor import kie_vendor
from videogen_desktop.providers.sandbox.vendor import sandbox_vendor


@cache
def vendors() -> Vendors:
    """Every vendor, in the order in which they are offered."""
    return Vendors(sandbox_vendor(), kie_vendor())
