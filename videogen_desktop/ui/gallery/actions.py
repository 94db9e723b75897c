"""The actions of a card: which of them are possible now, and what each is called."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem


class CardAction(StrEnum):
    """Names carried by `actionRequested`; PLAY and SELECT never leave the view."""

    PLAY = "play"
    VIEW = "view"
    SETTLE = "settle"
    FETCH = "fetch"
    SAVE = "save"
    SAVE_TO = "save_to"
    COPY_FILE = "copy_file"
    EXPORT = "export"
    SHARE = "share"
    FAVOURITE = "favourite"
    COLLECT = "collect"
    RENAME = "rename"
    SEEN = "seen"
    SELECT = "select"
    COMPARE = "compare"
    OPEN = "open"
    REVEAL = "reveal"
    SEND = "send"
    CANCEL = "cancel"
    CONTINUE = "continue"
    RETRY = "retry"
    REUSE = "reuse"
    COPY = "copy"
    DELETE = "delete"


# With one of these a click changes the selection.
SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

# What can be done with everything that is selected.
FOR_MANY = (
    CardAction.COMPARE,
    CardAction.SAVE,
    CardAction.SAVE_TO,
    CardAction.COPY_FILE,
    CardAction.EXPORT,
    CardAction.SHARE,
    CardAction.FAVOURITE,
    CardAction.COLLECT,
    CardAction.RENAME,
    CardAction.SEEN,
    CardAction.COPY,
    CardAction.DELETE,
)
# Those of them with a button; the others have a key, and a line of the menu.
WITH_BUTTON = (
    CardAction.COMPARE,
    CardAction.SAVE,
    CardAction.EXPORT,
    CardAction.FAVOURITE,
    CardAction.COLLECT,
    CardAction.DELETE,
)
# So many can be looked at side by side.
COMPARABLE = range(2, 5)

# By which a clip, or what is said of it, leaves the window.
LEAVING = (
    CardAction.SAVE,
    CardAction.SAVE_TO,
    CardAction.COPY_FILE,
    CardAction.COPY,
    CardAction.EXPORT,
    CardAction.SHARE,
)

# Each begins another part of a menu.
FIRST_OF_PART = frozenset(
    (
        CardAction.SAVE,
        CardAction.OPEN,
        CardAction.FAVOURITE,
        CardAction.SEND,
        CardAction.RETRY,
        CardAction.REUSE,
        CardAction.DELETE,
    )
)

# The video's own request once more; what its clip gives to another stands before it.
MADE_ANEW = (CardAction.RETRY, CardAction.REUSE)


@dataclass(frozen=True, slots=True)
class ActionFace:
    """An action as a button or a menu line shows it; `icon` is a name of the icon set."""

    action: CardAction
    text: str
    icon: str


def actions_for(item: LibraryItem) -> tuple[CardAction, ...]:
    """Everything that makes sense for this card now, in the order of the menu."""
    state = item.video.state
    possible: list[CardAction] = [CardAction.VIEW]
    if state is VideoState.UNCONFIRMED:
        possible.append(CardAction.SETTLE)
    if can_be_fetched(item):
        possible.append(CardAction.FETCH)
    if item.clip is not None and not item.plays_elsewhere:
        possible.append(CardAction.PLAY)
    if item.clip is not None or can_be_fetched(item):
        possible += [CardAction.SAVE, CardAction.SAVE_TO, CardAction.COPY_FILE]
        possible += [CardAction.EXPORT, CardAction.SHARE]
    if item.clip is not None:
        possible += [CardAction.OPEN, CardAction.REVEAL]
    possible += [CardAction.FAVOURITE, CardAction.COLLECT, CardAction.RENAME]
    if state is VideoState.COMPLETED:
        possible.append(CardAction.SEEN)
    possible.append(CardAction.SELECT)
    if state is VideoState.RESERVED:
        possible += [CardAction.SEND, CardAction.CANCEL]
    if state in (VideoState.FAILED, VideoState.CANCELLED):
        possible.append(CardAction.RETRY)
    else:
        possible.append(CardAction.REUSE)
    possible.append(CardAction.COPY)
    # An unconfirmed one has to be settled first: its credits are still held.
    if state is not VideoState.UNCONFIRMED:
        possible.append(CardAction.DELETE)
    return tuple(possible)


def can_continue(item: LibraryItem) -> bool:
    """Whether its last frame can begin another video; the menus also know of a model for it."""
    is_made = item.video.state is VideoState.COMPLETED
    return is_made and item.clip is not None and not item.plays_elsewhere


def can_be_fetched(item: LibraryItem) -> bool:
    """Whether it was given up, or is no longer here; what is still tried comes by itself."""
    if item.video.state is not VideoState.COMPLETED or item.clip is not None:
        return False
    was_here = item.poster is not None
    return item.result_gone or item.clip_failure is not None or was_here


def seen_face(is_new: bool) -> ActionFace:
    """Marking a clip by hand, which watching it does too."""
    if is_new:
        return face_of(CardAction.SEEN)
    return ActionFace(
        CardAction.SEEN, QCoreApplication.translate("Gallery", "Mark as new"), "sparkles"
    )


def favourite_face(favourite: bool) -> ActionFace:
    """The heart, as a switch."""
    if favourite:
        text = QCoreApplication.translate("Gallery", "Remove from favourites")
        return ActionFace(CardAction.FAVOURITE, text, "heart-filled")
    return face_of(CardAction.FAVOURITE)


def copying_face() -> ActionFace:
    """SAVE while a copy is under way."""
    return ActionFace(CardAction.SAVE, QCoreApplication.translate("Gallery", "Cancel saving"), "x")


def face_of(action: CardAction, playing: bool = False) -> ActionFace:
    if action is CardAction.PLAY and playing:
        return ActionFace(action, QCoreApplication.translate("Gallery", "Pause"), "pause")
    return _faces()[action]


def _faces() -> dict[CardAction, ActionFace]:
    faces = (
        ActionFace(CardAction.PLAY, QCoreApplication.translate("Gallery", "Play"), "play"),
        ActionFace(
            CardAction.VIEW,
            QCoreApplication.translate("Gallery", "Open viewer"),
            "maximize-2",
        ),
        ActionFace(
            CardAction.SETTLE,
            QCoreApplication.translate("Gallery", "Clear it up…"),
            "circle-question-mark",
        ),
        ActionFace(
            CardAction.FETCH,
            QCoreApplication.translate("Gallery", "Fetch the video again"),
            "refresh-cw",
        ),
        ActionFace(CardAction.SAVE, QCoreApplication.translate("Gallery", "Save"), "download"),
        ActionFace(
            CardAction.SAVE_TO,
            QCoreApplication.translate("Gallery", "Save to a folder…"),
            "folder-input",
        ),
        ActionFace(
            CardAction.COPY_FILE, QCoreApplication.translate("Gallery", "Copy video"), "files"
        ),
        ActionFace(
            CardAction.EXPORT, QCoreApplication.translate("Gallery", "Trim and export…"), "scissors"
        ),
        ActionFace(CardAction.SHARE, QCoreApplication.translate("Gallery", "Share…"), "share-2"),
        ActionFace(
            CardAction.FAVOURITE, QCoreApplication.translate("Gallery", "Favourite"), "heart"
        ),
        ActionFace(
            CardAction.COLLECT,
            QCoreApplication.translate("Gallery", "Add to collection…"),
            "folder-plus",
        ),
        ActionFace(CardAction.RENAME, QCoreApplication.translate("Gallery", "Rename"), "tag"),
        ActionFace(
            CardAction.SEEN, QCoreApplication.translate("Gallery", "Mark as watched"), "eye"
        ),
        ActionFace(
            CardAction.SELECT, QCoreApplication.translate("Gallery", "Select"), "square-check"
        ),
        ActionFace(
            CardAction.COMPARE,
            QCoreApplication.translate("Gallery", "Compare side by side"),
            "columns-2",
        ),
        ActionFace(
            CardAction.OPEN,
            QCoreApplication.translate("Gallery", "Open in another player"),
            "external-link",
        ),
        ActionFace(
            CardAction.REVEAL,
            QCoreApplication.translate("Gallery", "Show in folder"),
            "folder-open",
        ),
        ActionFace(CardAction.SEND, QCoreApplication.translate("Gallery", "Send now"), "send"),
        ActionFace(CardAction.CANCEL, QCoreApplication.translate("Gallery", "Do not send"), "ban"),
        ActionFace(
            CardAction.CONTINUE,
            QCoreApplication.translate("Gallery", "Continue from the last frame"),
            "forward",
        ),
        ActionFace(
            CardAction.RETRY,
            QCoreApplication.translate("Gallery", "Edit and try again"),
            "pencil",
        ),
        ActionFace(
            CardAction.REUSE,
            QCoreApplication.translate("Gallery", "Reuse prompt"),
            "text-cursor-input",
        ),
        ActionFace(
            CardAction.COPY, QCoreApplication.translate("Gallery", "Copy prompt"), "text-quote"
        ),
        ActionFace(
            CardAction.DELETE, QCoreApplication.translate("Gallery", "Delete video"), "trash-2"
        ),
    )
    return {face.action: face for face in faces}


def many_text(action: CardAction, count: int) -> str:
    """The action as a button for `count` selected videos."""
    if action is CardAction.DELETE:
        return QCoreApplication.translate("Gallery", "Delete %n videos", None, count)
    if action is CardAction.SAVE:
        return QCoreApplication.translate("Gallery", "Save %n videos", None, count)
    if action is CardAction.SAVE_TO:
        return QCoreApplication.translate("Gallery", "Save %n videos to a folder…", None, count)
    if action is CardAction.EXPORT:
        return QCoreApplication.translate("Gallery", "Join %n videos…", None, count)
    if action is CardAction.COPY_FILE:
        return QCoreApplication.translate("Gallery", "Copy %n videos", None, count)
    if action is CardAction.RENAME:
        return QCoreApplication.translate("Gallery", "Rename %n videos", None, count)
    if action is CardAction.COPY:
        return QCoreApplication.translate("Gallery", "Copy %n prompts", None, count)
    return face_of(action).text
