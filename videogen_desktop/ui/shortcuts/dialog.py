"""The dialog that lists every keyboard shortcut, and the words for each."""

from collections.abc import Sequence
from itertools import groupby
from string import Template

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.shortcuts.table import SHORTCUTS, Command, Place, Shortcut
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog

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
    Place.COLLECTIONS: QT_TRANSLATE_NOOP("Shortcuts", "Collections"),
    Place.VIEWER: QT_TRANSLATE_NOOP("Shortcuts", "Video viewer"),
    Place.BATCH: QT_TRANSLATE_NOOP("Shortcuts", "Many videos at once"),
    Place.EXPORT: QT_TRANSLATE_NOOP("Shortcuts", "Trim and join"),
    Place.COMPARE: QT_TRANSLATE_NOOP("Shortcuts", "Comparing clips"),
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
    (
        (Command.INSERT_KEPT,),
        QT_TRANSLATE_NOOP("Shortcuts", "Insert a kept or earlier description"),
    ),
    ((Command.UNDO,), QT_TRANSLATE_NOOP("Shortcuts", "Undo, also the emptying after sending")),
    ((Command.UNDO_DELETION,), QT_TRANSLATE_NOOP("Shortcuts", "Bring back what was just deleted")),
    ((Command.FIND,), QT_TRANSLATE_NOOP("Shortcuts", "Go to the search field")),
    ((Command.TO_CARDS,), QT_TRANSLATE_NOOP("Shortcuts", "From there to the videos")),
    ((Command.CLEAR_SEARCH,), QT_TRANSLATE_NOOP("Shortcuts", "Empty the field, then leave it")),
    ((Command.MOVE,), QT_TRANSLATE_NOOP("Shortcuts", "Move from video to video")),
    ((Command.ONE_SCREEN,), QT_TRANSLATE_NOOP("Shortcuts", "One screen up or down")),
    ((Command.FIRST_OR_LAST,), QT_TRANSLATE_NOOP("Shortcuts", "First or last video")),
    ((Command.STACK,), QT_TRANSLATE_NOOP("Shortcuts", "Show all takes, or one card for them")),
    ((Command.GO_TO_DAY,), QT_TRANSLATE_NOOP("Shortcuts", "Go to a day")),
    (
        (Command.LARGER_CARDS, Command.SMALLER_CARDS),
        QT_TRANSLATE_NOOP("Shortcuts", "Larger or smaller cards"),
    ),
    ((Command.USUAL_CARDS,), QT_TRANSLATE_NOOP("Shortcuts", "Cards of the usual size")),
    ((Command.VIEW,), QT_TRANSLATE_NOOP("Shortcuts", "Open in the viewer")),
    ((Command.FAVOURITE,), QT_TRANSLATE_NOOP("Shortcuts", "Make it a favourite, or no longer")),
    ((Command.RENAME,), QT_TRANSLATE_NOOP("Shortcuts", "Give it a title")),
    ((Command.MARK_SEEN,), QT_TRANSLATE_NOOP("Shortcuts", "Mark as watched, or as new")),
    ((Command.RENAME_COLLECTION,), QT_TRANSLATE_NOOP("Shortcuts", "Rename it")),
    ((Command.DELETE_COLLECTION,), QT_TRANSLATE_NOOP("Shortcuts", "Delete it; its videos stay")),
    ((Command.COPY_FILE,), QT_TRANSLATE_NOOP("Shortcuts", "Copy the video, to paste it elsewhere")),
    ((Command.COPY_PROMPT,), QT_TRANSLATE_NOOP("Shortcuts", "Copy the prompt")),
    ((Command.USE_FRAME,), QT_TRANSLATE_NOOP("Shortcuts", "Use this frame")),
    ((Command.CONTINUE,), QT_TRANSLATE_NOOP("Shortcuts", "Continue from the last frame")),
    ((Command.SAVE,), QT_TRANSLATE_NOOP("Shortcuts", "Save")),
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
    ((Command.BATCH,), QT_TRANSLATE_NOOP("Shortcuts", "Many videos at once")),
    ((Command.PASTE_BATCH,), QT_TRANSLATE_NOOP("Shortcuts", "Paste: a video for each line")),
    ((Command.EDIT_CELL,), QT_TRANSLATE_NOOP("Shortcuts", "Edit the cell")),
    (
        (Command.NEXT_PROBLEM, Command.PREVIOUS_PROBLEM),
        QT_TRANSLATE_NOOP("Shortcuts", "To the next row with a problem, or back"),
    ),
    ((Command.REMOVE_ROWS,), QT_TRANSLATE_NOOP("Shortcuts", "Remove the selected rows")),
    (
        (Command.MOVE_UP, Command.MOVE_DOWN),
        QT_TRANSLATE_NOOP("Shortcuts", "In the queue: earlier or later"),
    ),
    ((Command.UNDO_EDIT,), QT_TRANSLATE_NOOP("Shortcuts", "Take the last change back")),
    ((Command.STEP_OUT,), QT_TRANSLATE_NOOP("Shortcuts", "Leave full screen, or the viewer")),
    ((Command.TRIM_START,), QT_TRANSLATE_NOOP("Shortcuts", "The clip starts at this frame")),
    ((Command.TRIM_END,), QT_TRANSLATE_NOOP("Shortcuts", "The clip ends at this frame")),
    (
        (Command.EARLIER, Command.LATER),
        QT_TRANSLATE_NOOP("Shortcuts", "Move the clip forward or back"),
    ),
    ((Command.TAKE_OUT,), QT_TRANSLATE_NOOP("Shortcuts", "Take the clip out")),
    ((Command.COMPARE,), QT_TRANSLATE_NOOP("Shortcuts", "Compare side by side")),
    ((Command.PICK,), QT_TRANSLATE_NOOP("Shortcuts", "Keep that clip, the others go to the bin")),
    ((Command.NEXT_SOUND,), QT_TRANSLATE_NOOP("Shortcuts", "Hear the next clip")),
    ((Command.WIPE,), QT_TRANSLATE_NOOP("Shortcuts", "Of two: wipe, or side by side")),
    (
        (Command.DIVIDER_LEFT, Command.DIVIDER_RIGHT),
        QT_TRANSLATE_NOOP("Shortcuts", "Move the line between them"),
    ),
    ((Command.FLIP,), QT_TRANSLATE_NOOP("Shortcuts", "Of two: flip to the other, also held")),
    ((Command.LEAVE_COMPARISON,), QT_TRANSLATE_NOOP("Shortcuts", "Leave, and keep them all")),
)
_FIRST_SIZE = QSize(960, 720)
# Two columns as tall as each other; one below the other where there is no room beside.
_COLUMNS = (
    (Place.WINDOW, Place.PROMPT, Place.CARDS, Place.BATCH, Place.EXPORT),
    (Place.SEARCH, Place.COLLECTIONS, Place.VIEWER, Place.COMPARE),
)
_LETTERS_FOR_TWO = 95
_BETWEEN_CAPS = 4
_RING = Template("""
QScrollArea#shortcutList {
    border: 1px solid transparent; border-radius: ${radius}px; padding: 4px;
}
QScrollArea#shortcutList:focus { border-color: $accent; }
""")


class ShortcutsDialog(ThemedDialog):
    """Not modal; Escape and Enter close it. Main thread only."""

    guideRequested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent, "shortcutsDialog")
        self._tokens = tokens
        self._title = plain_label("title", wraps=True)
        self.list = QScrollArea()
        self.list.setObjectName("shortcutList")
        self.list.setWidgetResizable(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.finish = form_button("primary")
        self.finish.setDefault(True)
        self.finish.clicked.connect(self.close)
        # F1 is where help is looked for.
        self.guide = form_button("link")
        self.guide.clicked.connect(self.guideRequested)
        self._lay_out()
        self.set_tokens(tokens)
        self.retranslate()
        # The arrows scroll at once.
        self.list.setFocus()
        self.resize_on_screen(_FIRST_SIZE)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        super().set_tokens(tokens)
        self.setStyleSheet(self.styleSheet() + _RING.substitute(tokens._asdict()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        title = QCoreApplication.translate("Shortcuts", "Keyboard shortcuts")
        self.setWindowTitle(title)
        self._title.setText(title)
        self.list.setAccessibleName(title)
        self.finish.setText(QCoreApplication.translate("Shortcuts", "Close"))
        self.guide.setText(QCoreApplication.translate("Shortcuts", "User guide"))
        self._fill()

    # --- what is listed ----------------------------------------------------------------------

    def _fill(self) -> None:
        content = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._beside.setContentsMargins(0, 0, self._tokens.space_2, 0)
        self._beside.setSpacing(self._tokens.space_4)
        self._columns = [QVBoxLayout() for _places in _COLUMNS]
        for column, places in zip(self._columns, _COLUMNS, strict=True):
            column.setSpacing(self._tokens.space_4)
            for place in places:
                column.addWidget(self._section(place))
            column.addStretch(1)
            self._beside.addLayout(column, 1)
        self.list.setWidget(content)
        self._fit()

    def _section(self, place: Place) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        rows = QVBoxLayout(card)
        space = self._tokens.space_3
        rows.setContentsMargins(space + 2, space, space + 2, space)
        rows.setSpacing(self._tokens.space_2)
        rows.addWidget(plain_label("heading", place_text(place), wraps=True))
        for sentence, shortcuts in groupby(
            SHORTCUTS[place], key=lambda shortcut: sentence_of(shortcut.command)
        ):
            rows.addLayout(_row(sentence, tuple(shortcuts), space))
        return card

    # --- layout ------------------------------------------------------------------------------

    def _fit(self) -> None:
        needed = sum(column.minimumSize().width() for column in self._columns)
        letters = _LETTERS_FOR_TWO * self.fontMetrics().averageCharWidth()
        has_room = (
            self.width() >= letters and self.list.width() >= needed + 3 * self._tokens.space_5
        )
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.LeftToRight if has_room else directions.TopToBottom)

    def _lay_out(self) -> None:
        self.column.addWidget(self._title)
        self.column.addWidget(self.list, 1)
        self.add_buttons(self._tokens, self.finish, left=self.guide)


def place_text(place: Place) -> str:
    return QCoreApplication.translate(_CONTEXT, str(_PLACES[place]))


def sentence_of(command: Command) -> str:
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


def _row(sentence: str, shortcuts: Sequence[Shortcut], gap: int) -> QHBoxLayout:
    """What it does, and the keys, each as one of its own."""
    row = QHBoxLayout()
    row.setSpacing(_BETWEEN_CAPS)
    label = plain_label(text=sentence, wraps=True)
    label.setAccessibleName(f"{sentence}: {_spelled(shortcuts)}")
    row.addWidget(label, 1)
    row.addSpacing(gap - _BETWEEN_CAPS)
    for shortcut in shortcuts:
        for number, text in enumerate(key_caps(shortcut)):
            if number and shortcut.is_range:
                row.addWidget(plain_label("small", "–"))
            cap = plain_label("key", text)
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def _spelled(shortcuts: Sequence[Shortcut]) -> str:
    """For screen readers, which say nothing at an arrow."""
    names = [key_name(key) for shortcut in shortcuts for key in shortcut.keys]
    return ", ".join(names)
