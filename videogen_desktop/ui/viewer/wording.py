"""The words of the viewer's controls. Each call names its Vietnamese wording above it."""

from PySide6.QtCore import QCoreApplication, QLocale

from videogen_desktop.ui.shortcuts.table import Command, Place, key_text


def viewer_name() -> str:
    return QCoreApplication.translate("Viewer", "Video viewer")


def close() -> str:
    return QCoreApplication.translate("Viewer", "Close the viewer")


def place(number: int, count: int) -> str:
    text = QCoreApplication.translate("Viewer", "%1 / %2")
    locale = QLocale()
    return text.replace("%1", locale.toString(number)).replace("%2", locale.toString(count))


def next_video() -> str:
    return QCoreApplication.translate("Viewer", "Next video")


def previous_video() -> str:
    return QCoreApplication.translate("Viewer", "Previous video")


def details(shown: bool) -> str:
    if shown:
        return QCoreApplication.translate("Viewer", "Hide details")
    return QCoreApplication.translate("Viewer", "Show details")


def more() -> str:
    return QCoreApplication.translate("Viewer", "More actions")


def play(playing: bool, at_end: bool) -> str:
    if playing:
        return QCoreApplication.translate("Viewer", "Pause")
    if at_end:
        return QCoreApplication.translate("Viewer", "Play again")
    return QCoreApplication.translate("Viewer", "Play")


def frame_back() -> str:
    return QCoreApplication.translate("Viewer", "One frame back")


def frame_forward() -> str:
    return QCoreApplication.translate("Viewer", "One frame forward")


def position() -> str:
    return QCoreApplication.translate("Viewer", "Playback position")


def volume() -> str:
    return QCoreApplication.translate("Viewer", "Volume")


def mute(muted: bool) -> str:
    if muted:
        return QCoreApplication.translate("Viewer", "Unmute")
    return QCoreApplication.translate("Viewer", "Mute")


def loop(looping: bool) -> str:
    if looping:
        return QCoreApplication.translate("Viewer", "Stop repeating")
    return QCoreApplication.translate("Viewer", "Repeat")


def full_screen(full: bool) -> str:
    if full:
        return QCoreApplication.translate("Viewer", "Leave full screen")
    return QCoreApplication.translate("Viewer", "Full screen")


def speed_name() -> str:
    return QCoreApplication.translate("Viewer", "Playback speed")


def speed(factor: float) -> str:
    """Such as 0,25× or 2×."""
    return QLocale().toString(factor, "g", 3) + "×"


def key(command: Command) -> str:
    """The first of its keys, as the system and the language write it."""
    return key_text(Place.VIEWER, command)


def with_key(name: str, key: str) -> str:
    """A control's name with the key that does the same."""
    return f"{name} ({key})"


def check_again() -> str:
    return QCoreApplication.translate("Viewer", "Check again")


def checking() -> str:
    return QCoreApplication.translate("Viewer", "Checking…")


def loading_clip() -> str:
    return QCoreApplication.translate("Viewer", "Opening the video…")
