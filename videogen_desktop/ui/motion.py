"""Whether things may move by themselves, as the user told the system.

Qt 6.11 does not say (QAccessibilityHints knows contrast only), so the desktops are asked.
"""

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    # Their enumerations cost 3 ms, and asking comes after the first paint.
    from PySide6.QtCore import QProcess

_log = logging.getLogger(__name__)

# On the application object: it lives exactly as long as the answer counts.
_PROPERTY = "videogenReducedMotion"
_GNOME = ["get", "org.gnome.desktop.interface", "enable-animations"]
# A killed process is gone at once; Qt complains of one that outlives its object.
_END_MS = 500
# SystemParametersInfo: "animate controls and elements inside windows".
_SPI_GETCLIENTAREAANIMATION = 0x1042
_OBJECTIVE_C = "/usr/lib/libobjc.A.dylib"


def animations_allowed() -> bool:
    """False where the user wants less movement: a wheel then stands still, a fade is a switch.

    Main thread; cheap enough to be asked whenever something is about to move.
    """
    application = QCoreApplication.instance()
    return application is None or application.property(_PROPERTY) is not True


class MotionPreference(QObject):
    """Asks the system, and keeps `animations_allowed` in step with it. Main thread.

    GNOME is asked through its own tool, which answers later; everything else answers at once.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._gsettings: QProcess | None = None
        self._is_reduced_elsewhere = False
        application.aboutToQuit.connect(self._stop)

    def follow(self) -> None:
        """Ask now, and again whenever the program comes to the front."""
        self.ask()
        if isinstance(self._application, QGuiApplication):
            self._application.applicationStateChanged.connect(self._ask_in_front)

    def ask(self) -> None:
        from PySide6.QtCore import QStandardPaths

        folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.GenericConfigLocation
        )
        self._is_reduced_elsewhere = _is_reduced_by_system(Path(folder))
        # What was known stays until the last one has answered.
        if not self._asks_gnome():
            self.put(reduced=self._is_reduced_elsewhere)

    def put(self, *, reduced: bool) -> None:
        self._application.setProperty(_PROPERTY, reduced)

    @Slot()
    def _ask_in_front(self) -> None:
        from PySide6.QtCore import Qt

        if QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive:
            self.ask()

    def _asks_gnome(self) -> bool:
        from PySide6.QtCore import QProcess, QStandardPaths

        if self._gsettings is not None:
            return True
        is_possible = sys.platform not in ("win32", "darwin")
        program = QStandardPaths.findExecutable("gsettings") if is_possible else ""
        if not program:
            return False
        self._gsettings = QProcess(self)
        self._gsettings.finished.connect(self._gnome_answered)
        self._gsettings.errorOccurred.connect(self._gnome_failed)
        self._gsettings.start(program, _GNOME)
        return True

    @Slot()
    def _gnome_answered(self) -> None:
        if self._gsettings is None:
            return
        answer = bytes(self._gsettings.readAllStandardOutput().data()).strip()
        self._forget_process()
        self.put(reduced=self._is_reduced_elsewhere or answer == b"false")

    @Slot()
    def _gnome_failed(self) -> None:
        _log.info("gsettings did not say whether animations are wanted")
        self._forget_process()
        self.put(reduced=self._is_reduced_elsewhere)

    @Slot()
    def _stop(self) -> None:
        if self._gsettings is not None:
            self._gsettings.disconnect(self)
            self._gsettings.kill()
            self._gsettings.waitForFinished(_END_MS)
            self._gsettings = None

    def _forget_process(self) -> None:
        if self._gsettings is not None:
            self._gsettings.deleteLater()
            self._gsettings = None


def _is_reduced_by_system(configuration: Path) -> bool:
    if sys.platform == "win32":
        return _is_reduced_by_windows()
    if sys.platform == "darwin":
        import ctypes

        return is_reduced_by_macos(ctypes.CDLL(_OBJECTIVE_C))
    return is_reduced_by_files(configuration)


def is_reduced_by_files(configuration: Path) -> bool:
    """What KDE and the GTK settings in this folder say."""
    kde = _entry(configuration / "kdeglobals", "KDE/AnimationDurationFactor")
    if kde is not None:
        try:
            return float(str(kde)) == 0
        except ValueError:
            return False
    for version in ("gtk-4.0", "gtk-3.0"):
        wanted = _entry(configuration / version / "settings.ini", "Settings/gtk-enable-animations")
        if wanted is not None:
            return not _is_yes(wanted)
    return False


def _entry(file: Path, key: str) -> object:
    from PySide6.QtCore import QSettings

    # A file that is not there is not to be made by asking.
    return QSettings(str(file), QSettings.Format.IniFormat).value(key) if file.is_file() else None


def _is_yes(value: object) -> bool:
    return str(value).lower() in ("1", "true", "yes")


def is_reduced_by_macos(runtime: Any) -> bool:
    """What NSWorkspace says; the file behind it is another program's, which privacy empties.

    `runtime` is Objective-C's library, or a table of its functions. Only after the application was
    made: that loads AppKit.
    """
    from ctypes import c_bool, c_char_p, c_void_p

    for find in (runtime.objc_getClass, runtime.sel_registerName):
        find.argtypes, find.restype = [c_char_p], c_void_p
    send = runtime.objc_msgSend
    send.argtypes, send.restype = [c_void_p, c_void_p], c_void_p
    workspace = send(
        runtime.objc_getClass(b"NSWorkspace"), runtime.sel_registerName(b"sharedWorkspace")
    )
    send.restype = c_bool
    wanted = runtime.sel_registerName(b"accessibilityDisplayShouldReduceMotion")
    return bool(send(workspace, wanted))


def _is_reduced_by_windows() -> bool:
    import ctypes

    wanted = ctypes.c_int(1)
    library = getattr(ctypes, "windll", None)
    if library is not None:
        library.user32.SystemParametersInfoW(
            _SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(wanted), 0
        )
    return not wanted.value
