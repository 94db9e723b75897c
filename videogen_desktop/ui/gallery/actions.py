"""What can be done with a card, and what each action is called."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem


class CardAction(StrEnum):
    """Names carried by `GalleryView.actionRequested`; PLAY and COPY never leave the view."""

    PLAY = "play"
    VIEW = "view"
    OPEN = "open"
    REVEAL = "reveal"
    SEND = "send"
    CANCEL = "cancel"
    RETRY = "retry"
    REUSE = "reuse"
    COPY = "copy"
    DELETE = "delete"


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
    if item.clip is not None:
        possible += [CardAction.PLAY, CardAction.OPEN, CardAction.REVEAL]
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


def face_of(action: CardAction, playing: bool = False) -> ActionFace:
    if action is CardAction.PLAY and playing:
        #: vi: Tạm dừng
        return ActionFace(action, QCoreApplication.translate("Gallery", "Pause"), "pause")
    return _faces()[action]


def _faces() -> dict[CardAction, ActionFace]:
    faces = (
        #: vi: Phát
        ActionFace(CardAction.PLAY, QCoreApplication.translate("Gallery", "Play"), "play"),
        ActionFace(
            CardAction.VIEW,
            #: vi: Mở trình xem
            QCoreApplication.translate("Gallery", "Open viewer"),
            "maximize-2",
        ),
        ActionFace(
            CardAction.OPEN,
            #: vi: Mở bằng trình phát khác
            QCoreApplication.translate("Gallery", "Open in another player"),
            "external-link",
        ),
        ActionFace(
            CardAction.REVEAL,
            #: vi: Mở thư mục chứa video
            QCoreApplication.translate("Gallery", "Show in folder"),
            "folder-open",
        ),
        #: vi: Gửi ngay
        ActionFace(CardAction.SEND, QCoreApplication.translate("Gallery", "Send now"), "send"),
        #: vi: Hủy, không gửi
        ActionFace(CardAction.CANCEL, QCoreApplication.translate("Gallery", "Do not send"), "ban"),
        ActionFace(
            CardAction.RETRY,
            #: vi: Sửa và thử lại
            QCoreApplication.translate("Gallery", "Edit and try again"),
            "pencil",
        ),
        ActionFace(
            CardAction.REUSE,
            #: vi: Dùng lại prompt
            QCoreApplication.translate("Gallery", "Reuse prompt"),
            "rotate-ccw",
        ),
        #: vi: Sao chép prompt
        ActionFace(CardAction.COPY, QCoreApplication.translate("Gallery", "Copy prompt"), "copy"),
        #: vi: Xóa video
        ActionFace(
            CardAction.DELETE, QCoreApplication.translate("Gallery", "Delete video"), "trash-2"
        ),
    )
    return {face.action: face for face in faces}
