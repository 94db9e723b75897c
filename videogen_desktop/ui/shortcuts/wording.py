"""The words for the keyboard's shortcuts."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from videogen_desktop.ui.shortcuts.table import Command, Place, Shortcut

_CONTEXT = "Shortcuts"
_ARROWS = (
    (Qt.Key.Key_Left, "←"),
    (Qt.Key.Key_Up, "↑"),
    (Qt.Key.Key_Right, "→"),
    (Qt.Key.Key_Down, "↓"),
)

# PySide's stubs call what QT_TRANSLATE_NOOP returns an object.
_PLACES: dict[Place, object] = {
    Place.WINDOW: QT_TRANSLATE_NOOP("Shortcuts", "Everywhere"),
    Place.PROMPT: QT_TRANSLATE_NOOP("Shortcuts", "Prompt"),
    Place.SEARCH: QT_TRANSLATE_NOOP("Shortcuts", "Search"),
    Place.CARDS: QT_TRANSLATE_NOOP("Shortcuts", "Library"),
    Place.VIEWER: QT_TRANSLATE_NOOP("Shortcuts", "Video viewer"),
}

# Commands that go opposite ways share a sentence.
_SENTENCES: tuple[tuple[tuple[Command, ...], object], ...] = (
    ((Command.SHORTCUTS,), QT_TRANSLATE_NOOP("Shortcuts", "Show these shortcuts")),
    ((Command.SETTINGS,), QT_TRANSLATE_NOOP("Shortcuts", "Open the settings")),
    (
        (Command.NEXT_CONTROL, Command.PREVIOUS_CONTROL),
        QT_TRANSLATE_NOOP("Shortcuts", "To the next control, or back"),
    ),
    ((Command.QUIT,), QT_TRANSLATE_NOOP("Shortcuts", "Quit the program")),
    ((Command.SUBMIT,), QT_TRANSLATE_NOOP("Shortcuts", "Make the video")),
    ((Command.NEW_LINE,), QT_TRANSLATE_NOOP("Shortcuts", "New line")),
    ((Command.UNDO,), QT_TRANSLATE_NOOP("Shortcuts", "Undo, also the emptying after sending")),
    ((Command.UNDO_DELETION,), QT_TRANSLATE_NOOP("Shortcuts", "Bring back what was just deleted")),
    ((Command.FIND,), QT_TRANSLATE_NOOP("Shortcuts", "Go to the search field")),
    ((Command.TO_CARDS,), QT_TRANSLATE_NOOP("Shortcuts", "From there to the videos")),
    ((Command.CLEAR_SEARCH,), QT_TRANSLATE_NOOP("Shortcuts", "Empty the field, then leave it")),
    ((Command.MOVE,), QT_TRANSLATE_NOOP("Shortcuts", "Move from video to video")),
    ((Command.ONE_SCREEN,), QT_TRANSLATE_NOOP("Shortcuts", "One screen up or down")),
    ((Command.FIRST_OR_LAST,), QT_TRANSLATE_NOOP("Shortcuts", "First or last video")),
    ((Command.VIEW,), QT_TRANSLATE_NOOP("Shortcuts", "Open in the viewer")),
    ((Command.FAVOURITE,), QT_TRANSLATE_NOOP("Shortcuts", "Make it a favourite, or no longer")),
    ((Command.COPY_PROMPT,), QT_TRANSLATE_NOOP("Shortcuts", "Copy the prompt")),
    ((Command.SAVE,), QT_TRANSLATE_NOOP("Shortcuts", "Download")),
    ((Command.DELETE,), QT_TRANSLATE_NOOP("Shortcuts", "Delete, after a question")),
    ((Command.SELECT_MORE,), QT_TRANSLATE_NOOP("Shortcuts", "Select more videos")),
    ((Command.SELECT_ALL,), QT_TRANSLATE_NOOP("Shortcuts", "Select all")),
    ((Command.CLEAR_SELECTION,), QT_TRANSLATE_NOOP("Shortcuts", "Select nothing")),
    ((Command.PLAY,), QT_TRANSLATE_NOOP("Shortcuts", "Play or pause")),
    (
        (Command.SECOND_BACK, Command.SECOND_ON),
        QT_TRANSLATE_NOOP("Shortcuts", "1 second back or on"),
    ),
    ((Command.JUMP_BACK, Command.JUMP_ON), QT_TRANSLATE_NOOP("Shortcuts", "3 seconds back or on")),
    (
        (Command.FRAME_BACK, Command.FRAME_ON),
        QT_TRANSLATE_NOOP("Shortcuts", "One frame back or on"),
    ),
    ((Command.TO_START, Command.TO_END), QT_TRANSLATE_NOOP("Shortcuts", "To the start or the end")),
    ((Command.TO_TENTH,), QT_TRANSLATE_NOOP("Shortcuts", "To 0 %, 10 %… 90 % of the video")),
    ((Command.SLOWER, Command.FASTER), QT_TRANSLATE_NOOP("Shortcuts", "Slower or faster")),
    ((Command.REPEAT,), QT_TRANSLATE_NOOP("Shortcuts", "Repeat, or no longer")),
    ((Command.MUTE,), QT_TRANSLATE_NOOP("Shortcuts", "Sound on or off")),
    ((Command.LOUDER, Command.QUIETER), QT_TRANSLATE_NOOP("Shortcuts", "Louder or quieter")),
    ((Command.FULL_SCREEN,), QT_TRANSLATE_NOOP("Shortcuts", "Full screen")),
    ((Command.DETAILS,), QT_TRANSLATE_NOOP("Shortcuts", "Show or hide the details")),
    (
        (Command.NEXT_VIDEO, Command.PREVIOUS_VIDEO),
        QT_TRANSLATE_NOOP("Shortcuts", "Previous or next video"),
    ),
    ((Command.STEP_OUT,), QT_TRANSLATE_NOOP("Shortcuts", "Leave full screen, or the viewer")),
)


def title() -> str:
    return QCoreApplication.translate("Shortcuts", "Keyboard shortcuts")


def close() -> str:
    return QCoreApplication.translate("Shortcuts", "Close")


def place_text(place: Place) -> str:
    return QCoreApplication.translate(_CONTEXT, str(_PLACES[place]))


def sentence(command: Command) -> str:
    """What it does, and what the command does that goes the other way."""
    (text,) = (text for commands, text in _SENTENCES if command in commands)
    return QCoreApplication.translate(_CONTEXT, str(text))


def key_caps(shortcut: Shortcut) -> tuple[str, ...]:
    """Its keys as they stand on the keyboard; of a range the first and the last."""
    keys = (shortcut.keys[0], shortcut.keys[-1]) if shortcut.is_range else shortcut.keys
    return tuple(_with_arrow(key_name(key)) for key in keys)


def key_name(key: str | Qt.Key | QKeySequence.StandardKey) -> str:
    """The key as the system and the language spell it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _with_arrow(text: str) -> str:
    for key, arrow in _ARROWS:
        name = key_name(key)
        if text == name or text.endswith(f"+{name}"):
            return text.removesuffix(name) + arrow
    return text
