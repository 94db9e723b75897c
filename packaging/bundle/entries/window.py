"""`videogen-desktop` of the folder."""

import sys

from videogen_desktop.executable import give_back_environment

give_back_environment()

from videogen_desktop.app import main  # noqa: E402 - children of imports get it back too

sys.exit(main())
