"""The words of the viewer's controls. Each call names its Vietnamese wording above it."""

from PySide6.QtCore import QCoreApplication, QLocale

from videogen_desktop.ui.shortcuts.table import Command, Place, key_text


def viewer_name() -> str:
    #: vi: Trình xem video
    return QCoreApplication.translate("Viewer", "Video viewer")


def close() -> str:
    #: vi: Đóng trình xem
    return QCoreApplication.translate("Viewer", "Close the viewer")


def place(number: int, count: int) -> str:
    #: vi: %1 / %2
    text = QCoreApplication.translate("Viewer", "%1 / %2")
    locale = QLocale()
    return text.replace("%1", locale.toString(number)).replace("%2", locale.toString(count))


def next_video() -> str:
    #: vi: Video sau
    return QCoreApplication.translate("Viewer", "Next video")


def previous_video() -> str:
    #: vi: Video trước
    return QCoreApplication.translate("Viewer", "Previous video")


def details(shown: bool) -> str:
    if shown:
        #: vi: Ẩn chi tiết
        return QCoreApplication.translate("Viewer", "Hide details")
    #: vi: Hiện chi tiết
    return QCoreApplication.translate("Viewer", "Show details")


def more() -> str:
    #: vi: Thao tác khác
    return QCoreApplication.translate("Viewer", "More actions")


def play(playing: bool, at_end: bool) -> str:
    if playing:
        #: vi: Tạm dừng
        return QCoreApplication.translate("Viewer", "Pause")
    if at_end:
        #: vi: Phát lại
        return QCoreApplication.translate("Viewer", "Play again")
    #: vi: Phát
    return QCoreApplication.translate("Viewer", "Play")


def frame_back() -> str:
    #: vi: Lùi một khung hình
    return QCoreApplication.translate("Viewer", "One frame back")


def frame_forward() -> str:
    #: vi: Tiến một khung hình
    return QCoreApplication.translate("Viewer", "One frame forward")


def position() -> str:
    #: vi: Vị trí phát
    return QCoreApplication.translate("Viewer", "Playback position")


def volume() -> str:
    #: vi: Âm lượng
    return QCoreApplication.translate("Viewer", "Volume")


def mute(muted: bool) -> str:
    if muted:
        #: vi: Bật tiếng
        return QCoreApplication.translate("Viewer", "Unmute")
    #: vi: Tắt tiếng
    return QCoreApplication.translate("Viewer", "Mute")


def loop(looping: bool) -> str:
    if looping:
        #: vi: Ngừng lặp lại
        return QCoreApplication.translate("Viewer", "Stop repeating")
    #: vi: Lặp lại
    return QCoreApplication.translate("Viewer", "Repeat")


def full_screen(full: bool) -> str:
    if full:
        #: vi: Thoát toàn màn hình
        return QCoreApplication.translate("Viewer", "Leave full screen")
    #: vi: Toàn màn hình
    return QCoreApplication.translate("Viewer", "Full screen")


def speed_name() -> str:
    #: vi: Tốc độ phát
    return QCoreApplication.translate("Viewer", "Playback speed")


def speed(factor: float) -> str:
    """Such as 0,25× or 2×."""
    return QLocale().toString(factor, "g", 3) + "×"


def key(command: Command) -> str:
    """The first of its keys, as the system and the language write it."""
    return key_text(Place.VIEWER, command)


def with_key(name: str, key: str) -> str:
    """A control's name with the key that does the same."""
    return f"{name} ({key})"


def check_again() -> str:
    #: vi: Kiểm tra lại
    return QCoreApplication.translate("Viewer", "Check again")


def checking() -> str:
    #: vi: Đang kiểm tra…
    return QCoreApplication.translate("Viewer", "Checking…")


def checked(changed: bool) -> str:
    if changed:
        #: vi: Đã cập nhật theo nhà cung cấp.
        return QCoreApplication.translate("Viewer", "Updated from the provider.")
    #: vi: Đã kiểm tra: chưa có gì thay đổi.
    return QCoreApplication.translate("Viewer", "Checked: nothing has changed.")


def loading_clip() -> str:
    #: vi: Đang mở video…
    return QCoreApplication.translate("Viewer", "Opening the video…")


def unplayable_advice() -> str:
    #: vi: Tệp vẫn nguyên vẹn trên máy: bạn có thể mở bằng trình phát của hệ thống.
    return QCoreApplication.translate(
        "Viewer", "The file itself is safe on this computer: open it in the system's player."
    )


def gone_for_good() -> str:
    #: vi: Tệp đã bị xóa ở nhà cung cấp và không có trên máy này. Credits đã dùng không được hoàn.
    return QCoreApplication.translate(
        "Viewer", "The file was deleted there and is not on this computer. The credits stay spent."
    )


def provider_says(words: str) -> str:
    #: vi: Nhà cung cấp trả lời: “{words}”
    text = QCoreApplication.translate("Viewer", "The provider says: “{words}”")
    return text.format(words=words)
