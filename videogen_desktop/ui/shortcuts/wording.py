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
    #: vi: Ở mọi nơi
    Place.WINDOW: QT_TRANSLATE_NOOP("Shortcuts", "Everywhere"),
    #: vi: Ô nhập prompt
    Place.PROMPT: QT_TRANSLATE_NOOP("Shortcuts", "Prompt"),
    #: vi: Tìm kiếm
    Place.SEARCH: QT_TRANSLATE_NOOP("Shortcuts", "Search"),
    #: vi: Thư viện
    Place.CARDS: QT_TRANSLATE_NOOP("Shortcuts", "Library"),
    #: vi: Trình xem video
    Place.VIEWER: QT_TRANSLATE_NOOP("Shortcuts", "Video viewer"),
}

# Commands that go opposite ways share a sentence.
_SENTENCES: tuple[tuple[tuple[Command, ...], object], ...] = (
    #: vi: Xem các phím tắt này
    ((Command.SHORTCUTS,), QT_TRANSLATE_NOOP("Shortcuts", "Show these shortcuts")),
    #: vi: Mở cài đặt
    ((Command.SETTINGS,), QT_TRANSLATE_NOOP("Shortcuts", "Open the settings")),
    #: vi: Sang phần tiếp theo hoặc quay lại
    (
        (Command.NEXT_CONTROL, Command.PREVIOUS_CONTROL),
        QT_TRANSLATE_NOOP("Shortcuts", "To the next control, or back"),
    ),
    #: vi: Thoát chương trình
    ((Command.QUIT,), QT_TRANSLATE_NOOP("Shortcuts", "Quit the program")),
    #: vi: Tạo video
    ((Command.SUBMIT,), QT_TRANSLATE_NOOP("Shortcuts", "Make the video")),
    #: vi: Xuống dòng
    ((Command.NEW_LINE,), QT_TRANSLATE_NOOP("Shortcuts", "New line")),
    #: vi: Hoàn tác, kể cả lấy lại prompt vừa gửi
    ((Command.UNDO,), QT_TRANSLATE_NOOP("Shortcuts", "Undo, also the emptying after sending")),
    #: vi: Hoàn tác việc xóa video
    ((Command.UNDO_DELETION,), QT_TRANSLATE_NOOP("Shortcuts", "Bring back what was just deleted")),
    #: vi: Đến ô tìm kiếm
    ((Command.FIND,), QT_TRANSLATE_NOOP("Shortcuts", "Go to the search field")),
    #: vi: Từ ô tìm kiếm xuống các video
    ((Command.TO_CARDS,), QT_TRANSLATE_NOOP("Shortcuts", "From there to the videos")),
    #: vi: Xóa chữ đang tìm, rồi về các video
    ((Command.CLEAR_SEARCH,), QT_TRANSLATE_NOOP("Shortcuts", "Empty the field, then leave it")),
    #: vi: Chuyển sang video bên cạnh
    ((Command.MOVE,), QT_TRANSLATE_NOOP("Shortcuts", "Move from video to video")),
    #: vi: Lên hoặc xuống một màn hình
    ((Command.ONE_SCREEN,), QT_TRANSLATE_NOOP("Shortcuts", "One screen up or down")),
    #: vi: Đến video đầu hoặc cuối
    ((Command.FIRST_OR_LAST,), QT_TRANSLATE_NOOP("Shortcuts", "First or last video")),
    #: vi: Mở trong trình xem
    ((Command.VIEW,), QT_TRANSLATE_NOOP("Shortcuts", "Open in the viewer")),
    #: vi: Thêm vào hoặc bỏ khỏi yêu thích
    ((Command.FAVOURITE,), QT_TRANSLATE_NOOP("Shortcuts", "Make it a favourite, or no longer")),
    #: vi: Sao chép prompt
    ((Command.COPY_PROMPT,), QT_TRANSLATE_NOOP("Shortcuts", "Copy the prompt")),
    #: vi: Tải xuống
    ((Command.SAVE,), QT_TRANSLATE_NOOP("Shortcuts", "Download")),
    #: vi: Xóa (có hỏi lại)
    ((Command.DELETE,), QT_TRANSLATE_NOOP("Shortcuts", "Delete, after a question")),
    #: vi: Chọn thêm video
    ((Command.SELECT_MORE,), QT_TRANSLATE_NOOP("Shortcuts", "Select more videos")),
    #: vi: Chọn tất cả
    ((Command.SELECT_ALL,), QT_TRANSLATE_NOOP("Shortcuts", "Select all")),
    #: vi: Bỏ chọn
    ((Command.CLEAR_SELECTION,), QT_TRANSLATE_NOOP("Shortcuts", "Select nothing")),
    #: vi: Phát hoặc tạm dừng
    ((Command.PLAY,), QT_TRANSLATE_NOOP("Shortcuts", "Play or pause")),
    #: vi: Lùi hoặc tiến 1 giây
    (
        (Command.SECOND_BACK, Command.SECOND_ON),
        QT_TRANSLATE_NOOP("Shortcuts", "1 second back or on"),
    ),
    #: vi: Lùi hoặc tiến 3 giây
    ((Command.JUMP_BACK, Command.JUMP_ON), QT_TRANSLATE_NOOP("Shortcuts", "3 seconds back or on")),
    #: vi: Lùi hoặc tiến một khung hình
    (
        (Command.FRAME_BACK, Command.FRAME_ON),
        QT_TRANSLATE_NOOP("Shortcuts", "One frame back or on"),
    ),
    #: vi: Về đầu hoặc đến cuối
    ((Command.TO_START, Command.TO_END), QT_TRANSLATE_NOOP("Shortcuts", "To the start or the end")),
    #: vi: Đến 0 %, 10 %… 90 % của video
    ((Command.TO_TENTH,), QT_TRANSLATE_NOOP("Shortcuts", "To 0 %, 10 %… 90 % of the video")),
    #: vi: Phát chậm hoặc nhanh hơn
    ((Command.SLOWER, Command.FASTER), QT_TRANSLATE_NOOP("Shortcuts", "Slower or faster")),
    #: vi: Bật hoặc tắt lặp lại
    ((Command.REPEAT,), QT_TRANSLATE_NOOP("Shortcuts", "Repeat, or no longer")),
    #: vi: Bật hoặc tắt tiếng
    ((Command.MUTE,), QT_TRANSLATE_NOOP("Shortcuts", "Sound on or off")),
    #: vi: To hoặc nhỏ tiếng hơn
    ((Command.LOUDER, Command.QUIETER), QT_TRANSLATE_NOOP("Shortcuts", "Louder or quieter")),
    #: vi: Toàn màn hình
    ((Command.FULL_SCREEN,), QT_TRANSLATE_NOOP("Shortcuts", "Full screen")),
    #: vi: Hiện hoặc ẩn chi tiết
    ((Command.DETAILS,), QT_TRANSLATE_NOOP("Shortcuts", "Show or hide the details")),
    #: vi: Video trước hoặc sau
    (
        (Command.NEXT_VIDEO, Command.PREVIOUS_VIDEO),
        QT_TRANSLATE_NOOP("Shortcuts", "Previous or next video"),
    ),
    #: vi: Rời toàn màn hình, hoặc đóng trình xem
    ((Command.STEP_OUT,), QT_TRANSLATE_NOOP("Shortcuts", "Leave full screen, or the viewer")),
)


def title() -> str:
    #: vi: Phím tắt
    return QCoreApplication.translate("Shortcuts", "Keyboard shortcuts")


def close() -> str:
    #: vi: Đóng
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
