"""How trying and keeping a key goes, as sentences."""

from PySide6.QtCore import QCoreApplication

from videogen_desktop.ui.credit_text import credits_text


def being_tried() -> str:
    return QCoreApplication.translate("KeyForm", "Trying the key…")


def works(balance: int) -> str:
    """`balance` in hundredths."""
    words = QCoreApplication.translate("KeyForm", "The key works. The account has {amount}.")
    return words.format(amount=credits_text(balance))


def being_kept() -> str:
    return QCoreApplication.translate(
        "KeyForm", "Keeping the key. If the system asks to unlock its keyring, please do…"
    )


def kept() -> str:
    return QCoreApplication.translate("KeyForm", "The key is kept.")


def kept_for_this_run(ending: str | None = None) -> str:
    """`ending` is what may be shown of the key."""
    if ending is None:
        return QCoreApplication.translate("KeyForm", "Key kept for this run only, not stored.")
    words = QCoreApplication.translate(
        "KeyForm", "Key kept for this run only, not stored, ending in {ending}"
    )
    return words.format(ending=ending)


def not_kept() -> str:
    return QCoreApplication.translate("KeyForm", "The key was not kept.")
