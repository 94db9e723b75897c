"""The ledger rows of a video, in plain words. Vietnamese stands above each call."""

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.ledger import EntryKind


def entry_name(kind: EntryKind) -> str:
    """A ledger row of a video in plain words."""
    if kind is EntryKind.RESERVE:
        return QCoreApplication.translate("Viewer", "Set aside")
    if kind is EntryKind.CAPTURE:
        return QCoreApplication.translate("Viewer", "Spent from what was set aside")
    if kind is EntryKind.VOID:
        return QCoreApplication.translate("Viewer", "Set-aside credits returned")
    if kind is EntryKind.REFUND:
        return QCoreApplication.translate("Viewer", "Refunded")
    if kind is EntryKind.SETTLE:
        return QCoreApplication.translate("Viewer", "Price adjusted")
    return kind.value
