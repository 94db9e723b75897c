"""Keys of the viewer, as players on the web have them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from videogen_desktop.ui.viewer.playback import Playback

_SHORT_MS, _LONG_MS = 1_000, 3_000
_LOUDER = 0.05
_TENTHS = 10
Command = Callable[[], None]


def player_keys(playback: Playback) -> dict[int, Command]:
    """What each key does to the player. Arrows jump a second, J and L three: clips are short."""
    key = Qt.Key
    return {
        key.Key_Space: playback.toggle,
        key.Key_K: playback.toggle,
        key.Key_Left: lambda: playback.skip(-_SHORT_MS),
        key.Key_Right: lambda: playback.skip(_SHORT_MS),
        key.Key_J: lambda: playback.skip(-_LONG_MS),
        key.Key_L: lambda: playback.skip(_LONG_MS),
        key.Key_Comma: lambda: playback.step(-1),
        key.Key_Period: lambda: playback.step(1),
        key.Key_Less: lambda: playback.change_speed(-1),
        key.Key_Greater: lambda: playback.change_speed(1),
        key.Key_Home: lambda: playback.seek(0),
        key.Key_End: lambda: playback.seek(playback.duration),
        key.Key_M: lambda: playback.set_muted(not playback.is_muted),
        key.Key_R: lambda: playback.set_looping(not playback.is_looping),
        key.Key_Up: lambda: playback.set_volume(playback.volume + _LOUDER),
        key.Key_Down: lambda: playback.set_volume(playback.volume - _LOUDER),
        **{
            key.Key_0 + number: lambda number=number: playback.seek(  # type: ignore[misc]
                playback.duration * number // _TENTHS
            )
            for number in range(_TENTHS)
        },
    }


def plain_key(event: QKeyEvent) -> int | None:
    """The key, unless a modifier makes it another command's."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()
    if key in (Qt.Key.Key_Less, Qt.Key.Key_Greater):
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        # Where the layout gives no name to the shifted key, its usual place counts.
        shifted = {
            int(Qt.Key.Key_Comma): Qt.Key.Key_Less,
            int(Qt.Key.Key_Period): Qt.Key.Key_Greater,
        }
        return shifted.get(key)
    return None if modifiers else key
