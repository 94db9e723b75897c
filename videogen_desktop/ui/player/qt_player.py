"""Makes the players of the cards."""

from collections.abc import Callable

from videogen_desktop.ui.player.media_engine import NoMediaBackendError
from videogen_desktop.ui.player.preview_player import PreviewPlayer

PlayerFactory = Callable[[], PreviewPlayer]


def qt_player() -> PreviewPlayer:
    """A player on QtMultimedia, which is imported at the first call. Main thread.

    Raises NoMediaBackendError.
    """
    try:
        from videogen_desktop.ui.player.qt_media_engine import QtMediaEngine
    except (ImportError, OSError) as error:
        raise NoMediaBackendError from error
    return PreviewPlayer(QtMediaEngine())
