"""`videogen` of the folder, and every child of either program (`executable.own_command`)."""

import sys

from videogen_desktop.executable import give_back_environment

give_back_environment()

from videogen_desktop.__main__ import main  # noqa: E402 - children of imports get it back too

sys.exit(main())
