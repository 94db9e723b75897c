"""The terminal program with the toy among its vendors: `python -m tests.toy_vendor ...`."""

import sys

from tests.toy_vendor.vendor import with_toy
from videogen_desktop.cli.main import main

sys.exit(main(know_vendors=with_toy))
