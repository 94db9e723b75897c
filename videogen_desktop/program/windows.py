"""Calls of Windows alone: the program's name in the taskbar, a mark for the installer, the way to
the front for another window, and an orderly end when the console is closed."""

import time
from collections.abc import Callable
from typing import Any, Self

# The same stands in the installer's shortcut: notifications and the taskbar's groups go by it.
APP_USER_MODEL_ID = "VideoGen.Desktop"
# The installer asks for this one (AppMutex) before it replaces files that are in use.
RUNNING_MUTEX = "VideoGenDesktopIsRunning"
_ANY_PROCESS = -1
CONSOLE_CLOSED, LOGOFF, SHUTDOWN = 2, 5, 6
# Windows itself waits 5 s for a console's programs.
_PATIENCE_SECONDS = 10.0


class Windows:
    """Windows' own functions. None of these calls raises: without one the program works as well,
    only less at home."""

    def __init__(
        self,
        libraries: Any,
        callback: Callable[[Callable[[int], int]], Any],
        wait: Callable[[float], object] = time.sleep,
    ) -> None:
        """`libraries` is `ctypes.windll`, or a table of the same names; `callback` makes of a
        function what SetConsoleCtrlHandler takes. `wait` gets seconds."""
        self._libraries = libraries
        self._callback = callback
        self._wait = wait
        self._handlers: list[Any] = []

    @classmethod
    def of_this_process(cls) -> Self:
        """Only on Windows."""
        import ctypes

        # Not named in the types of other systems.
        function_type = getattr(ctypes, "WINFUNCTYPE")(ctypes.c_int, ctypes.c_uint)  # noqa: B009
        return cls(getattr(ctypes, "windll"), function_type)  # noqa: B009

    def mark_running(self) -> None:
        """Until the process ends, an installer can see that it runs."""
        # The handle is never closed: the system does that at the end.
        self._libraries.kernel32.CreateMutexW(None, False, RUNNING_MUTEX)

    def name_in_taskbar(self) -> None:
        """Before the first window: its taskbar button and its notifications are the program's and
        not those of an interpreter."""
        self._libraries.shell32.SetCurrentProcessExplicitAppUserModelID(APP_USER_MODEL_ID)

    def let_others_to_front(self) -> None:
        """Whoever was started last may say which window comes to the front: this process lets any
        other do so, before it asks one to."""
        self._libraries.user32.AllowSetForegroundWindow(_ANY_PROCESS)

    def on_console_end(self, tell: Callable[[], None]) -> None:
        """Have `tell` called, on a thread of Windows' own, when the console is closed or the
        session ends. No signal says so, and the process is killed as soon as that thread returns:
        it waits, for the process to end first."""

        def handle(event: int) -> int:
            if event not in (CONSOLE_CLOSED, LOGOFF, SHUTDOWN):
                return 0
            tell()
            self._wait(_PATIENCE_SECONDS)
            return 1

        # Windows does not keep it alive.
        self._handlers.append(self._callback(handle))
        self._libraries.kernel32.SetConsoleCtrlHandler(self._handlers[-1], True)
