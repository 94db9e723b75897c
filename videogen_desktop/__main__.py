"""`python -m videogen_desktop`, and the entry of every child and of a frozen program.

The hidden first arguments `media-helper`, `export-helper`, `copy-file` and `window` are looked at
before anything else is imported, so that a helper process never loads Qt or the database. Without
one of them this is the terminal program.
"""

import os
import sys

MEDIA_HELPER = "media-helper"
EXPORT_HELPER = "export-helper"
COPY_FILE = "copy-file"
WINDOW = "window"
# As cli.exit_codes says, which may be what is being imported.
_INTERRUPTED = 130


def main() -> int:
    """Run the role named by the first argument and return the exit code of the process."""
    try:
        return _run()
    except KeyboardInterrupt:
        # While modules were being imported: nothing had begun. It ends at once for the reason of
        # cli.running.end_at_once, which may be what could not be imported.
        print("videogen: Interrupted.", file=sys.stderr, flush=True)  # noqa: T201
        os._exit(_INTERRUPTED)


def _run() -> int:
    role = sys.argv[1] if len(sys.argv) > 1 else ""
    if role == MEDIA_HELPER:
        del sys.argv[1]
        from videogen_desktop.media import helper

        return helper.main()
    if role == EXPORT_HELPER:
        del sys.argv[1]
        from videogen_desktop.media import export_helper

        return export_helper.main()
    if role == COPY_FILE:
        del sys.argv[1]
        from videogen_desktop.storage import copy_process

        return copy_process.main()
    if role == WINDOW:
        del sys.argv[1]
        from videogen_desktop import app

        return app.main()
    from videogen_desktop.cli import main as cli

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
