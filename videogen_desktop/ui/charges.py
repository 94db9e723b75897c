"""What the window says about money: from the state of a video, as the library last told it.

Errors say what happened (`ui.errors`); what it cost is said here alone. The library takes no state
of a video without the ledger rows that it must have. Main thread.
"""

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.states import HOLDING_STATES, Reason, VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.ui.credit_text import credits_text

_ACCEPTED = (VideoState.PENDING, VideoState.PROCESSING)


def cost(video: Video) -> str:
    """Whether it cost anything; empty where the card need not say."""
    if video.state is VideoState.UNCONFIRMED:
        #: vi: Có thể đã bị trừ credits.
        return QCoreApplication.translate("Gallery", "Credits may have been charged.")
    if video.state is VideoState.CANCELLED:
        #: vi: Không mất credits.
        return QCoreApplication.translate("Gallery", "No credits were charged.")
    if video.state is not VideoState.FAILED:
        return ""
    if video.cost > 0:
        #: vi: Đã bị trừ credits.
        return QCoreApplication.translate("Gallery", "Credits were charged.")
    if video.reason in (Reason.PROVIDER_FAILED, Reason.RESULT_MISSING):
        #: vi: Đã hoàn lại credits.
        return QCoreApplication.translate("Gallery", "Your credits were refunded.")
    #: vi: Không mất credits.
    return QCoreApplication.translate("Gallery", "No credits were charged.")


def standing(video: Video) -> str:
    """The same at length: what is held or spent, or whether a failure cost anything."""
    if video.state is VideoState.UNCONFIRMED:
        return f"{cost(video)} {_not_sent_again()}"
    amount = credits_text(video.price)
    if video.state in HOLDING_STATES:
        #: vi: Đang giữ {amount} cho video này.
        text = QCoreApplication.translate("Viewer", "{amount} are held for this video.")
        return text.format(amount=amount)
    if video.state in _ACCEPTED:
        #: vi: Đã dùng {amount}; được hoàn lại nếu video không thành.
        text = QCoreApplication.translate(
            "Viewer", "{amount} were spent; they come back if the video fails."
        )
        return text.format(amount=amount)
    return cost(video)


def after_failure(item: LibraryItem | None) -> str:
    """Of a request that did not go as it should; None: the library has no video of it."""
    if item is not None:
        return standing(item.video)
    return QCoreApplication.translate("Errors", "Nothing was charged.")


def unread() -> str:
    """Where the library cannot be asked at the moment."""
    #: vi: Hiện chưa đọc được có bị trừ credits hay không; thẻ video sẽ cho biết.
    return QCoreApplication.translate(
        "Errors", "Whether it was charged cannot be read at the moment; its card will tell."
    )


def _not_sent_again() -> str:
    #: vi: Yêu cầu sẽ không được gửi lại để bạn không bị trừ tiền hai lần.
    return QCoreApplication.translate(
        "Viewer", "It is not sent again, so that you are not charged twice."
    )
