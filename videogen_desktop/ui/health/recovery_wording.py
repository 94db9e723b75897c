"""The words of a recovery. Each call names its Vietnamese wording in the comment above it."""

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.library_health import BackupFacts, HealthReport, RecoveryReport
from videogen_desktop.ui.moments import local_minute


def title() -> str:
    return QCoreApplication.translate("Recovery", "Recover the library")


def looking() -> str:
    return QCoreApplication.translate("Recovery", "The library and every backup are looked at…")


def working() -> str:
    return QCoreApplication.translate(
        "Recovery", "Being recovered. Should it be cut off, the old file is still as it was."
    )


def about(health: HealthReport) -> str:
    """Why something has to be chosen."""
    if not health.findings:
        return QCoreApplication.translate("Recovery", "The library is sound: nothing to recover.")
    if "newer" in health.findings:
        return QCoreApplication.translate(
            "Recovery", "A newer version wrote this library. Install that version."
        )
    if "missing" in health.findings:
        return QCoreApplication.translate(
            "Recovery", "The library's file is missing. Choose how to go on."
        )
    return QCoreApplication.translate(
        "Recovery", "The library's file is damaged. Choose how to go on."
    )


def nothing_deleted() -> str:
    return QCoreApplication.translate(
        "Recovery",
        "Nothing is deleted: the present file is kept as it is in a folder beside it, and clips "
        "that were downloaded stay where they are.",
    )


def no_good_backup() -> str:
    return QCoreApplication.translate("Recovery", "There is no backup that can be used.")


def from_backup(backup: BackupFacts) -> str:
    text = QCoreApplication.translate("Recovery", "The backup of {moment}")
    return text.format(moment=local_minute(backup.made_at))


def backup_meaning(backup: BackupFacts, *, is_missing: bool) -> str:
    parts = []
    if backup.videos is not None:
        parts.append(
            QCoreApplication.translate("Recovery", "It has %n videos.", None, backup.videos)
        )
    if is_missing:
        parts.append(
            QCoreApplication.translate("Recovery", "Videos made after it will be missing.")
        )
    else:
        parts.append(
            QCoreApplication.translate(
                "Recovery",
                "What is newer comes out of the damaged file where it can be read; the rest will "
                "be missing.",
            )
        )
    return " ".join(parts)


def salvage() -> str:
    return QCoreApplication.translate("Recovery", "Only what the damaged file still tells")


def salvage_meaning() -> str:
    return QCoreApplication.translate(
        "Recovery",
        "A new library is made from the damaged file, without a backup. What cannot be read will "
        "be missing.",
    )


def empty() -> str:
    return QCoreApplication.translate("Recovery", "An empty library")


def empty_meaning() -> str:
    return QCoreApplication.translate(
        "Recovery", "Clips can be imported from their folder then, and found by their task ids."
    )


def question(choice: str) -> str:
    """`choice` is the name of what was chosen."""
    return QCoreApplication.translate("Recovery", "Go on with “{choice}”?").format(choice=choice)


def done() -> str:
    return QCoreApplication.translate("Recovery", "The library is recovered")


def report_lines(report: RecoveryReport) -> tuple[str, ...]:
    """What the recovery did, one thing a line; what did not happen is left out."""
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
    return QCoreApplication.translate(
        "Recovery", "%n of them read out of the damaged file.", None, count
    )


def _unconfirmed(count: int) -> str:
    return QCoreApplication.translate(
        "Recovery",
        "%n videos of which it is unclear whether they were charged; they are never sent again.",
        None,
        count,
    )


def _lost(count: int) -> str:
    return QCoreApplication.translate(
        "Recovery", "%n videos could not be kept. Look for them at the provider.", None, count
    )


def _unknown(count: int) -> str:
    return QCoreApplication.translate(
        "Recovery",
        "%n paid tasks are not in the library; they can be found by their ids.",
        None,
        count,
    )


def kept_in(folder: str) -> str:
    text = QCoreApplication.translate("Recovery", "The old files lie unchanged in {folder}")
    return text.format(folder=folder)
