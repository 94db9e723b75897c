"""The names of a request's options and of their values, in the user's language."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from videogen_desktop.domain.request import OptionValue

# As domain.model names them, which the composer does without before the first frame.
ASPECT_RATIO, DURATION, RESOLUTION, AUDIO = "aspect_ratio", "duration", "resolution", "audio"


def role_name(role: str) -> str:
    """What a parameter is called; one of no known role keeps its wire name."""
    names: Mapping[str, str] = {
        ASPECT_RATIO: QCoreApplication.translate("Parameters", "Aspect ratio"),
        DURATION: QCoreApplication.translate("Parameters", "Length"),
        RESOLUTION: QCoreApplication.translate("Parameters", "Resolution"),
        AUDIO: QCoreApplication.translate("Parameters", "Sound"),
    }
    return names.get(role, role)


def in_order(options: "Mapping[str, OptionValue]") -> "list[tuple[str, OptionValue]]":
    """As the composer shows them, and what has no name of ours last; JSON sorts by name."""
    order = (ASPECT_RATIO, DURATION, RESOLUTION, AUDIO)
    last = len(order)
    return sorted(
        options.items(), key=lambda each: order.index(each[0]) if each[0] in order else last
    )


def value_text(role: str, value: "OptionValue") -> str:
    """A value as people say it."""
    if isinstance(value, bool):
        on = QCoreApplication.translate("Parameters", "On")
        off = QCoreApplication.translate("Parameters", "Off")
        return on if value else off
    if role == DURATION:
        return QCoreApplication.translate("Parameters", "{seconds} s").format(seconds=value)
    return str(value).upper() if str(value).endswith("k") else str(value)
