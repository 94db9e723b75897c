"""The one list of vendors. A further one is a package beside this file and its name in the list."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from videogen_desktop.domain.vendor import Vendors

# In the order in which they are offered; each is a package whose `vendor.vendor()` says what it is.
# Only names, because a command line is checked against them before the window's first frame: what a
# vendor is takes 4 ms to import.
NAMES = ("sandbox", "kie")


@cache
def vendors() -> "Vendors":
    """Every vendor, in the order of their names."""
    from videogen_desktop.domain.vendor import Vendors

    return Vendors(*(import_module(f"{__package__}.{name}.vendor").vendor() for name in NAMES))
