"""What the keys do to the viewer's player."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from videogen_desktop.ui.shortcuts.table import Command
from videogen_desktop.ui.viewer.playback import Playback

_SHORT_MS, _LONG_MS = 1_000, 3_000
_LOUDER = 0.05
_TENTHS = 10
Act = Callable[[], None]


def player_acts(playback: Playback) -> dict[Command, Act]:
    """What each command does to the player; which tenth of it, only the key says."""
    return {
        Command.PLAY: playback.toggle,
        Command.SECOND_BACK: lambda: playback.skip(-_SHORT_MS),
        Command.SECOND_ON: lambda: playback.skip(_SHORT_MS),
        Command.JUMP_BACK: lambda: playback.skip(-_LONG_MS),
        Command.JUMP_ON: lambda: playback.skip(_LONG_MS),
        Command.FRAME_BACK: lambda: playback.step(-1),
        Command.FRAME_ON: lambda: playback.step(1),
        Command.SLOWER: lambda: playback.tuning.change_speed(-1),
        Command.FASTER: lambda: playback.tuning.change_speed(1),
        Command.TO_START: lambda: playback.seek(0),
        Command.TO_END: lambda: playback.seek(playback.duration),
        Command.MUTE: lambda: playback.tuning.set_muted(not playback.tuning.is_muted),
        Command.REPEAT: lambda: playback.set_looping(not playback.is_looping),
        Command.LOUDER: lambda: playback.tuning.set_volume(playback.tuning.volume + _LOUDER),
        Command.QUIETER: lambda: playback.tuning.set_volume(playback.tuning.volume - _LOUDER),
    }


def to_tenth(playback: Playback, key: int) -> None:
    """Go to the tenth of the clip that the digit names."""
    playback.seek(playback.duration * (key - Qt.Key.Key_0) // _TENTHS)
