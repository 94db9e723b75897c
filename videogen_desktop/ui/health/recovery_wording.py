"""The words of a recovery. Each call names its Vietnamese wording in the comment above it."""

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.library_health import BackupFacts, HealthReport, RecoveryReport
from videogen_desktop.ui.moments import local_minute


def title() -> str:
    #: vi: Khôi phục thư viện
    return QCoreApplication.translate("Recovery", "Recover the library")


def looking() -> str:
    #: vi: Đang kiểm tra thư viện và từng bản sao lưu…
    return QCoreApplication.translate("Recovery", "The library and every backup are looked at…")


def working() -> str:
    #: vi: Đang khôi phục. Xin đừng tắt máy; nếu bị ngắt giữa chừng, tệp cũ vẫn còn nguyên.
    return QCoreApplication.translate(
        "Recovery", "Being recovered. Should it be cut off, the old file is still as it was."
    )


def about(health: HealthReport) -> str:
    """Why something has to be chosen."""
    if not health.findings:
        #: vi: Thư viện vẫn tốt, không có gì cần khôi phục.
        return QCoreApplication.translate("Recovery", "The library is sound: nothing to recover.")
    if "newer" in health.findings:
        #: vi: Một phiên bản mới hơn đã ghi thư viện này. Hãy cài phiên bản đó.
        return QCoreApplication.translate(
            "Recovery", "A newer version wrote this library. Install that version."
        )
    if "missing" in health.findings:
        #: vi: Không thấy tệp thư viện. Hãy chọn cách đi tiếp.
        return QCoreApplication.translate(
            "Recovery", "The library's file is missing. Choose how to go on."
        )
    #: vi: Tệp thư viện bị hỏng. Hãy chọn cách đi tiếp.
    return QCoreApplication.translate(
        "Recovery", "The library's file is damaged. Choose how to go on."
    )


def nothing_deleted() -> str:
    #: vi: Không có gì bị xóa: tệp hiện tại được giữ nguyên trong một thư mục bên cạnh, còn các
    #: video đã tải về vẫn ở chỗ cũ.
    return QCoreApplication.translate(
        "Recovery",
        "Nothing is deleted: the present file is kept as it is in a folder beside it, and clips "
        "that were downloaded stay where they are.",
    )


def no_good_backup() -> str:
    #: vi: Không có bản sao lưu nào dùng được.
    return QCoreApplication.translate("Recovery", "There is no backup that can be used.")


def from_backup(backup: BackupFacts) -> str:
    #: vi: Bản sao lưu {moment}
    text = QCoreApplication.translate("Recovery", "The backup of {moment}")
    return text.format(moment=local_minute(backup.made_at))


def backup_meaning(backup: BackupFacts, *, is_missing: bool) -> str:
    parts = []
    if backup.videos is not None:
        #: vi: Có %n video.
        parts.append(
            QCoreApplication.translate("Recovery", "It has %n videos.", None, backup.videos)
        )
    if is_missing:
        #: vi: Những video tạo sau thời điểm đó sẽ thiếu.
        parts.append(
            QCoreApplication.translate("Recovery", "Videos made after it will be missing.")
        )
    else:
        #: vi: Những gì mới hơn mà tệp hỏng còn đọc được sẽ được bổ sung; phần còn lại sẽ thiếu.
        parts.append(
            QCoreApplication.translate(
                "Recovery",
                "What is newer comes out of the damaged file where it can be read; the rest will "
                "be missing.",
            )
        )
    return " ".join(parts)


def salvage() -> str:
    #: vi: Chỉ những gì tệp hỏng còn đọc được
    return QCoreApplication.translate("Recovery", "Only what the damaged file still tells")


def salvage_meaning() -> str:
    #: vi: Dựng thư viện mới từ tệp hỏng, không dùng bản sao lưu. Những gì không đọc được sẽ thiếu.
    return QCoreApplication.translate(
        "Recovery",
        "A new library is made from the damaged file, without a backup. What cannot be read will "
        "be missing.",
    )


def empty() -> str:
    #: vi: Thư viện trống
    return QCoreApplication.translate("Recovery", "An empty library")


def empty_meaning() -> str:
    #: vi: Sau đó bạn có thể nhập video từ thư mục và tìm lại video theo mã tác vụ.
    return QCoreApplication.translate(
        "Recovery", "Clips can be imported from their folder then, and found by their task ids."
    )


def question(choice: str) -> str:
    """`choice` is the name of what was chosen."""
    #: vi: Đi tiếp với lựa chọn “{choice}”?
    return QCoreApplication.translate("Recovery", "Go on with “{choice}”?").format(choice=choice)


def done() -> str:
    #: vi: Đã khôi phục thư viện
    return QCoreApplication.translate("Recovery", "The library is recovered")


def report_lines(report: RecoveryReport) -> tuple[str, ...]:
    """What the recovery did, one thing a line; what did not happen is left out."""
    #: vi: %n video trong thư viện.
    lines = [
        QCoreApplication.translate("Recovery", "%n videos in the library.", None, report.videos)
    ]
    if report.salvaged:
        lines.append(_salvaged(report.salvaged))
    if report.unconfirmed:
        lines.append(_unconfirmed(report.unconfirmed))
    if report.lost:
        lines.append(_lost(report.lost))
    if report.unknown_tasks:
        lines.append(_unknown(len(report.unknown_tasks)))
    return tuple(lines)


def _salvaged(count: int) -> str:
    #: vi: %n video trong đó được lấy từ tệp hỏng.
    return QCoreApplication.translate(
        "Recovery", "%n of them read out of the damaged file.", None, count
    )


def _unconfirmed(count: int) -> str:
    #: vi: %n video chưa rõ đã bị trừ credits hay chưa; VideoGen không bao giờ gửi lại chúng.
    return QCoreApplication.translate(
        "Recovery",
        "%n videos of which it is unclear whether they were charged; they are never sent again.",
        None,
        count,
    )


def _lost(count: int) -> str:
    #: vi: %n video không giữ lại được. Hãy tìm chúng trên trang của nhà cung cấp.
    return QCoreApplication.translate(
        "Recovery", "%n videos could not be kept. Look for them at the provider.", None, count
    )


def _unknown(count: int) -> str:
    #: vi: %n tác vụ đã trả tiền chưa có trong thư viện; có thể tìm lại theo mã.
    return QCoreApplication.translate(
        "Recovery",
        "%n paid tasks are not in the library; they can be found by their ids.",
        None,
        count,
    )


def kept_in(folder: str) -> str:
    #: vi: Tệp cũ được giữ nguyên ở {folder}
    text = QCoreApplication.translate("Recovery", "The old files lie unchanged in {folder}")
    return text.format(folder=folder)
