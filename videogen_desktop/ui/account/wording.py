"""The words of the wallet. Each call names its Vietnamese wording in the comment above it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from videogen_desktop.ui.credit_text import credit_number

if TYPE_CHECKING:
    from videogen_desktop.domain.wallet import WalletKey

KINDS = ("video_generation", "refund", "grant", "settle", "reconcile")
_MINUS = "−"


def kind_name(kind: str) -> str:
    """A movement's kind in plain words."""
    if kind == "video_generation":
        #: vi: Tạo video
        return QCoreApplication.translate("Account", "Video")
    if kind == "refund":
        #: vi: Hoàn lại
        return QCoreApplication.translate("Account", "Refund")
    if kind == "grant":
        #: vi: Số dư đầu
        return QCoreApplication.translate("Account", "Opening balance")
    if kind == "settle":
        #: vi: Điều chỉnh
        return QCoreApplication.translate("Account", "Price adjusted")
    if kind == "reconcile":
        #: vi: Đối chiếu
        return QCoreApplication.translate("Account", "Reconciled")
    return kind


def kind_explained(kind: str) -> str:
    """What such a movement means, in one sentence."""
    if kind == "video_generation":
        #: vi: Credits dành cho một video khi bạn bấm Tạo video
        return QCoreApplication.translate("Account", "Set aside when you asked for a video")
    if kind == "refund":
        #: vi: Video không thành, credits được trả lại đầy đủ
        return QCoreApplication.translate("Account", "The video came to nothing; all came back")
    if kind == "grant":
        #: vi: Số credits trong ví khi VideoGen thấy ví lần đầu
        return QCoreApplication.translate("Account", "What the wallet had when first seen")
    if kind == "settle":
        #: vi: Nhà cung cấp tính giá khác với giá báo trước
        return QCoreApplication.translate("Account", "The provider charged another price")
    #: vi: Cho khớp với số dư của nhà cung cấp, ví dụ khi bạn nạp thêm
    return QCoreApplication.translate("Account", "Brought in line with the provider, as a top-up")


def signed_number(hundredths: int) -> str:
    """The amount with its sign: +1.000 or −14,4."""
    sign = "+" if hundredths > 0 else _MINUS if hundredths < 0 else ""
    return sign + credit_number(abs(hundredths))


def plain_number(hundredths: int) -> str:
    """The amount, with a real minus sign below zero."""
    return (_MINUS if hundredths < 0 else "") + credit_number(abs(hundredths))


def moment_text(at_ms: int) -> str:
    """Date and time as the language writes them, in the local time zone."""
    moment = QDateTime.fromMSecsSinceEpoch(at_ms)
    locale = QLocale()
    date = locale.toString(moment.date(), QLocale.FormatType.ShortFormat)
    return f"{date} {moment.time().toString('HH:mm')}"


def short_moment(at_ms: int, now_ms: int) -> str:
    """The time alone for today, the date alone for other days."""
    moment = QDateTime.fromMSecsSinceEpoch(at_ms)
    if at_ms >= local_midnight_ms(now_ms):
        return moment.time().toString("HH:mm")
    return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)


def local_midnight_ms(now_ms: int, days_back: int = 0) -> int:
    """When the local day of `now_ms` began, or the one `days_back` before; UTC milliseconds."""
    day = datetime.fromtimestamp(now_ms / 1000).astimezone()
    midnight = day.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    # Without a zone again: a day back may cross into summer time.
    return int((midnight - timedelta(days=days_back)).timestamp() * 1000)


def wallet_name(key: "WalletKey") -> str:
    """A wallet as people call it."""
    from videogen_desktop.domain.wallet import KIE_API_BASE, SANDBOX_WALLET

    if key == SANDBOX_WALLET:
        #: vi: Ví thử nghiệm
        return QCoreApplication.translate("Account", "Sandbox")
    if key.api_base == KIE_API_BASE:
        return "Kie AI"
    return key.api_base.partition("://")[2] or key.api_base


def play_money() -> str:
    #: vi: Tiền thử nghiệm
    return QCoreApplication.translate("Account", "Play money")
