"""Every keyboard shortcut of the program: by which keys, where it counts, and what it is called.

Qt's own controls, and the prompt's and the search's Enter and Escape, are made elsewhere and named
here; whatever else listens to keys reads them from here.
"""

import sys
from enum import StrEnum, auto
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_Standard = QKeySequence.StandardKey


class Place(StrEnum):
    """What must have the keyboard; WINDOW is any part of the main window."""

    WINDOW = auto()
    PROMPT = auto()
    SEARCH = auto()
    CARDS = auto()
    COLLECTIONS = auto()
    VIEWER = auto()
    BATCH = auto()
    EXPORT = auto()
    COMPARE = auto()


class Command(StrEnum):
    SETTINGS = auto()
    SHORTCUTS = auto()
    QUIT = auto()
    NEXT_CONTROL = auto()
    PREVIOUS_CONTROL = auto()
    SUBMIT = auto()
    NEW_LINE = auto()
    INSERT_KEPT = auto()
    UNDO = auto()
    UNDO_DELETION = auto()
    FIND = auto()
    TO_CARDS = auto()
    CLEAR_SEARCH = auto()
    MOVE = auto()
    FIRST_OR_LAST = auto()
    ONE_SCREEN = auto()
    GO_TO_DAY = auto()
    STACK = auto()
    LARGER_CARDS = auto()
    SMALLER_CARDS = auto()
    USUAL_CARDS = auto()
    VIEW = auto()
    PLAY = auto()
    MUTE = auto()
    FAVOURITE = auto()
    RENAME = auto()
    MARK_SEEN = auto()
    RENAME_COLLECTION = auto()
    DELETE_COLLECTION = auto()
    COPY_FILE = auto()
    COPY_PROMPT = auto()
    CONTINUE = auto()
    USE_FRAME = auto()
    SAVE = auto()
    DELETE = auto()
    SELECT_MORE = auto()
    SELECT_ALL = auto()
    CLEAR_SELECTION = auto()
    SECOND_BACK = auto()
    SECOND_ON = auto()
    JUMP_BACK = auto()
    JUMP_ON = auto()
    FRAME_BACK = auto()
    FRAME_ON = auto()
    SLOWER = auto()
    FASTER = auto()
    TO_START = auto()
    TO_END = auto()
    TO_TENTH = auto()
    REPEAT = auto()
    LOUDER = auto()
    QUIETER = auto()
    FULL_SCREEN = auto()
    DETAILS = auto()
    NEXT_VIDEO = auto()
    PREVIOUS_VIDEO = auto()
    STEP_OUT = auto()
    BATCH = auto()
    PASTE_BATCH = auto()
    EDIT_CELL = auto()
    REMOVE_ROWS = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    UNDO_EDIT = auto()
    NEXT_PROBLEM = auto()
    PREVIOUS_PROBLEM = auto()
    TRIM_START = auto()
    TRIM_END = auto()
    EARLIER = auto()
    LATER = auto()
    TAKE_OUT = auto()
    COMPARE = auto()
    PICK = auto()
    NEXT_SOUND = auto()
    WIPE = auto()
    FLIP = auto()
    DIVIDER_LEFT = auto()
    DIVIDER_RIGHT = auto()
    LEAVE_COMPARISON = auto()


class Shortcut(NamedTuple):
    """`keys` as Qt writes them in English, or by their standard name; the first is the one to show
    in a tool tip. `also` counts too, and is shown nowhere. `is_range`: the first key to the last.
    """

    command: Command
    keys: tuple[str | _Standard, ...]
    also: tuple[str | _Standard, ...] = ()
    is_range: bool = False


# The file, as a file manager copies it; its words with one key more.
_COPY_FILE = Shortcut(Command.COPY_FILE, (_Standard.Copy,))
_COPY_PROMPT = Shortcut(Command.COPY_PROMPT, ("Ctrl+Shift+C",))
_SAVE = Shortcut(Command.SAVE, (_Standard.Save,))
_DELETE = Shortcut(Command.DELETE, ("Del",))
# A heart, in the gallery as in the viewer: F is full screen wherever clips play.
_FAVOURITE = Shortcut(Command.FAVOURITE, ("H",))
# As file managers have it; macOS has Enter there, which opens the viewer here.
_RENAME = Shortcut(Command.RENAME, ("F2",))
_MUTE = Shortcut(Command.MUTE, ("M",))
_CONTINUE = Shortcut(Command.CONTINUE, ("C",))
# Side by side.
_COMPARE = Shortcut(Command.COMPARE, ("S",))
# StandardKey.FullScreen is empty where no desktop says what it is; all but macOS use F11.
_WHOLE_SCREEN: str | _Standard = _Standard.FullScreen if sys.platform == "darwin" else "F11"

# As players on the web have them; clips are short, and so are the jumps.
_PLAYER = (
    Shortcut(Command.PLAY, ("Space", "K")),
    Shortcut(Command.SECOND_BACK, ("Left",)),
    Shortcut(Command.SECOND_ON, ("Right",)),
    Shortcut(Command.JUMP_BACK, ("J",)),
    Shortcut(Command.JUMP_ON, ("L",)),
    Shortcut(Command.FRAME_BACK, (",",)),
    Shortcut(Command.FRAME_ON, (".",)),
    Shortcut(Command.TO_START, ("Home",)),
    Shortcut(Command.TO_END, ("End",)),
    # Where the layout gives no name to the shifted key, its usual place counts.
    Shortcut(Command.SLOWER, ("<",), also=("Shift+,",)),
    Shortcut(Command.FASTER, (">",), also=("Shift+.",)),
    Shortcut(Command.REPEAT, ("R",)),
    _MUTE,
    Shortcut(Command.LOUDER, ("Up",)),
    Shortcut(Command.QUIETER, ("Down",)),
)

SHORTCUTS: dict[Place, tuple[Shortcut, ...]] = {
    Place.WINDOW: (
        Shortcut(Command.SHORTCUTS, ("F1", "Ctrl+/")),
        Shortcut(Command.SETTINGS, ("Ctrl+,",)),
        Shortcut(Command.BATCH, ("Ctrl+B",)),
        Shortcut(Command.PASTE_BATCH, ("Ctrl+Shift+V",)),
        Shortcut(Command.NEXT_CONTROL, ("Tab",)),
        Shortcut(Command.PREVIOUS_CONTROL, ("Shift+Tab",)),
        # StandardKey.Quit is empty on Windows, and wherever no desktop says what it is.
        Shortcut(Command.QUIT, ("Ctrl+Q",)),
        Shortcut(Command.UNDO_DELETION, (_Standard.Undo,)),
    ),
    Place.PROMPT: (
        Shortcut(Command.SUBMIT, ("Enter",), also=("Return",)),
        Shortcut(Command.NEW_LINE, ("Shift+Enter",), also=("Shift+Return",)),
        # The slash at the beginning of a line: within one it is a slash.
        Shortcut(Command.INSERT_KEPT, ("Ctrl+Space", "/")),
        Shortcut(Command.UNDO, (_Standard.Undo,)),
    ),
    Place.SEARCH: (
        Shortcut(Command.FIND, (_Standard.Find,)),
        Shortcut(Command.TO_CARDS, ("Down", "Enter"), also=("Return",)),
        Shortcut(Command.CLEAR_SEARCH, ("Esc",)),
    ),
    Place.CARDS: (
        Shortcut(Command.MOVE, ("Left", "Up", "Down", "Right")),
        Shortcut(Command.ONE_SCREEN, ("PgUp", "PgDown")),
        Shortcut(Command.FIRST_OR_LAST, ("Home", "End")),
        Shortcut(Command.GO_TO_DAY, ("G",)),
        Shortcut(Command.STACK, ("T",)),
        # Which key + is on, and whether with Shift, depends on the keyboard.
        Shortcut(
            Command.LARGER_CARDS, ("Ctrl++",), also=("Ctrl+=", "Ctrl+Shift+=", "Ctrl+Shift++")
        ),
        Shortcut(Command.SMALLER_CARDS, ("Ctrl+-",), also=("Ctrl+_", "Ctrl+Shift+-")),
        Shortcut(Command.USUAL_CARDS, ("Ctrl+0",)),
        Shortcut(Command.VIEW, ("Enter",), also=("Return",)),
        Shortcut(Command.PLAY, ("Space",)),
        _MUTE,
        _FAVOURITE,
        _RENAME,
        Shortcut(Command.MARK_SEEN, ("W",)),
        _COPY_FILE,
        _COPY_PROMPT,
        _CONTINUE,
        _COMPARE,
        _SAVE,
        _DELETE,
        Shortcut(Command.SELECT_MORE, ("Shift+Left", "Shift+Right")),
        Shortcut(Command.SELECT_ALL, (_Standard.SelectAll,)),
        Shortcut(Command.CLEAR_SELECTION, ("Esc",)),
    ),
    Place.COLLECTIONS: (
        Shortcut(Command.RENAME_COLLECTION, ("F2",)),
        Shortcut(Command.DELETE_COLLECTION, ("Del",)),
    ),
    # As players on the web have them; clips are short, and so are the jumps.
    Place.VIEWER: (
        *_PLAYER,
        Shortcut(Command.TO_TENTH, tuple("0123456789"), is_range=True),
        # A player's own key, and the system's.
        Shortcut(Command.FULL_SCREEN, ("F", _WHOLE_SCREEN), also=(_Standard.FullScreen,)),
        Shortcut(Command.DETAILS, ("I",)),
        Shortcut(Command.USE_FRAME, ("U",)),
        _CONTINUE,
        _COMPARE,
        _FAVOURITE,
        _RENAME,
        Shortcut(Command.PREVIOUS_VIDEO, ("P", "PgUp")),
        Shortcut(Command.NEXT_VIDEO, ("N", "PgDown")),
        _COPY_FILE,
        _COPY_PROMPT,
        _SAVE,
        _DELETE,
        Shortcut(Command.STEP_OUT, ("Esc",)),
    ),
    # The keys of spreadsheets, and of editors for what is wrong.
    Place.BATCH: (
        Shortcut(Command.EDIT_CELL, ("F2",)),
        Shortcut(Command.NEXT_PROBLEM, ("F8",)),
        Shortcut(Command.PREVIOUS_PROBLEM, ("Shift+F8",)),
        Shortcut(Command.REMOVE_ROWS, ("Del",)),
        Shortcut(Command.MOVE_UP, ("Alt+Up",)),
        Shortcut(Command.MOVE_DOWN, ("Alt+Down",)),
        Shortcut(Command.UNDO_EDIT, (_Standard.Undo,)),
    ),
    # As editing programs have them.
    Place.EXPORT: (
        Shortcut(Command.PLAY, ("Space", "K")),
        Shortcut(Command.FRAME_BACK, (",",)),
        Shortcut(Command.FRAME_ON, (".",)),
        Shortcut(Command.TRIM_START, ("I",)),
        Shortcut(Command.TRIM_END, ("O",)),
        Shortcut(Command.EARLIER, ("Ctrl+Left",)),
        Shortcut(Command.LATER, ("Ctrl+Right",)),
        Shortcut(Command.TAKE_OUT, ("Del",)),
    ),
    Place.COMPARE: (
        *_PLAYER,
        Shortcut(Command.PICK, tuple("1234"), is_range=True),
        Shortcut(Command.NEXT_SOUND, ("A",)),
        Shortcut(Command.WIPE, ("W",)),
        Shortcut(Command.DIVIDER_LEFT, ("Shift+Left",)),
        Shortcut(Command.DIVIDER_RIGHT, ("Shift+Right",)),
        Shortcut(Command.FLIP, ("B",)),
        Shortcut(Command.LEAVE_COMPARISON, ("Esc",)),
    ),
}


def shortcut_for(place: Place, command: Command) -> Shortcut:
    """Raises KeyError where the command has no keys in this place."""
    for shortcut in SHORTCUTS[place]:
        if shortcut.command is command:
            return shortcut
    raise KeyError(place, command)


def keys_for(place: Place, command: Command) -> tuple[QKeySequence, ...]:
    """Everything that the command listens to in this place."""
    return sequences(shortcut_for(place, command))


def sequences(shortcut: Shortcut) -> tuple[QKeySequence, ...]:
    """Everything that it listens to on this system, which the QApplication knows."""
    found: list[QKeySequence] = []
    for key in (*shortcut.keys, *shortcut.also):
        found += [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
    # What a key is called by its standard name may be listed by itself too.
    return tuple(dict.fromkeys(found))


def key_text(place: Place, command: Command) -> str:
    """Its first key, as the system and the language write it."""
    key = shortcut_for(place, command).keys[0]
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def bindings(place: Place) -> dict[int, Command]:
    """Combined key codes, as `command_of` looks them up."""
    return {
        sequence[0].toCombined(): shortcut.command  # type: ignore[index]
        for shortcut in SHORTCUTS[place]
        for sequence in sequences(shortcut)
    }


def command_of(event: QKeyEvent, keys: dict[int, Command]) -> Command | None:
    """What a key press asks for; None for a key of somebody else's."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()
    found = keys.get(key | modifiers.value)
    # On many keyboards Shift is how the character is reached: it is no modifier of the character.
    is_sign = Qt.Key.Key_Space < key < Qt.Key.Key_A
    if found is None and is_sign and modifiers == Qt.KeyboardModifier.ShiftModifier:
        return keys.get(key)
    return found


def digit_of(event: QKeyEvent) -> int:
    """Which of 0 to 9 was pressed, for a command that has all of them."""
    return event.key() - Qt.Key.Key_0
