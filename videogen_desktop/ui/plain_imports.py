"""Gives `import` back to the interpreter: PySide6 takes it, for a feature that we do not use."""

import builtins
import linecache

import PySide6.QtCore  # noqa: F401 - what replaces `__import__`


def restore_import() -> None:
    """Undo the last replacement of `__import__`. Main thread, before the window's modules.

    For `from __feature__ import snake_case` it reads and splits the source of every module that is
    imported after it, and keeps the lines. That was a sixth of the time to the first paint, and
    SQLAlchemy, which comes later, has far more source than the window.
    """
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
    # What it has kept: 2 MB of lines that nobody asks for, and a traceback reads anew.
    linecache.clearcache()
