"""The window's sentences about money: the words for what `domain.charges` decides.

Errors say what happened (`ui.errors`); what it cost is said here alone, from the ledger's rows that
the worker read with the item. Main thread.
"""

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.charges import Verdict, is_at_most, verdict
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.vendor_words import by_vendor

_PERHAPS = (Verdict.UNCLEAR, Verdict.DOUBTED)
_HELD = (Verdict.WAITING, Verdict.BEING_SENT, Verdict.TAKEN)
_WENT_WRONG = (VideoState.UNCONFIRMED, VideoState.FAILED, VideoState.CANCELLED)


def cost(item: LibraryItem) -> str:
    """Whether it cost anything; empty where the card need not say."""
    said = verdict(item)
    if item.video.state not in _WENT_WRONG or said is Verdict.NO_MONEY:
        return ""
    if said in _PERHAPS:
        return QCoreApplication.translate("Gallery", "Credits may have been charged.")
    if said is Verdict.REFUNDED:
        return QCoreApplication.translate("Gallery", "Your credits were refunded.")
    if said is Verdict.NOT_CHARGED:
        return QCoreApplication.translate("Gallery", "No credits were charged.")
    if said is Verdict.CHARGED:
        return QCoreApplication.translate("Gallery", "Credits were charged.")
    return _unread()


def standing(item: LibraryItem) -> str:
    """The same at length: what is held or spent, or whether a failure cost anything."""
    said = verdict(item)
    if said in _PERHAPS:
        return f"{cost(item)} {_not_sent_again()}"
    if said in _HELD and item.charge is not None:
        text = QCoreApplication.translate("Viewer", "{amount} are held for this video.")
        return text.format(amount=credits_text(item.charge.held))
    if said is Verdict.UNDER_WAY and item.charge is not None:
        text = QCoreApplication.translate(
            "Viewer", "{amount} were spent; they come back if the video fails."
        )
        if is_at_most(item):
            text = QCoreApplication.translate(
                "Viewer", "{amount} were set aside; what {vendor} does not take comes back."
            )
        amount = credits_text(item.charge.spent)
        return by_vendor(text, item.vendor_title).format(amount=amount)
    return _unread() if said in (Verdict.UNREAD, Verdict.TAKEN) else cost(item)


def total(item: LibraryItem) -> str:
    """What is held for it and spent on it by now; empty where the ledger does not tell."""
    if verdict(item) is Verdict.NO_MONEY:
        return credits_text(0)
    return "" if item.charge is None else credits_text(item.charge.held + item.charge.spent)


def reported(item: LibraryItem) -> str:
    """What the provider says that it costs, while nothing is settled yet."""
    if item.reported is None:
        return ""
    text = QCoreApplication.translate("Gallery", "Reported by {vendor}: {amount}")
    return by_vendor(text, item.vendor_title).format(amount=credits_text(item.reported))


def after_failure(item: LibraryItem | None) -> str:
    """Of a request that did not go as it should; None: the library has no video of it."""
    if item is not None:
        return standing(item)
    return QCoreApplication.translate("Errors", "Nothing was charged.")


def unread() -> str:
    """Where the library cannot be asked at the moment."""
    return QCoreApplication.translate(
        "Errors", "Whether it was charged cannot be read at the moment; its card will tell."
    )


def _unread() -> str:
    return QCoreApplication.translate(
        "Gallery", "Whether it was charged cannot be read at the moment."
    )


def _not_sent_again() -> str:
    return QCoreApplication.translate(
        "Viewer", "It is not sent again, so that you are not charged twice."
    )
