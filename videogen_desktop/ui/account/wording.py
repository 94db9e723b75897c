"""The words for wallets and their movements."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from videogen_desktop.ui.text_format import one_line

if TYPE_CHECKING:
    from videogen_desktop.domain.ledger import Movement
    from videogen_desktop.domain.wallet import WalletKey

KINDS = ("video_generation", "refund", "grant", "settle", "reconcile")


def kind_name(kind: str) -> str:
    """A movement's kind in plain words."""
    if kind == "video_generation":
        return QCoreApplication.translate("Account", "Video")
    if kind == "refund":
        return QCoreApplication.translate("Account", "Refund")
    if kind == "grant":
        return QCoreApplication.translate("Account", "Opening balance")
    if kind == "settle":
        return QCoreApplication.translate("Account", "Price adjusted")
    if kind == "reconcile":
        return QCoreApplication.translate("Account", "Reconciled")
    return kind


def movement_name(movement: "Movement") -> str:
    """What a line of the statement is, in plain words."""
    if movement.kind == "reconcile" and movement.amount > 0:
        return top_up_name()
    return kind_name(movement.kind)


def top_up_name() -> str:
    """A reconcile that brought credits in."""
    return QCoreApplication.translate("Account", "Top-up")


def movement_about(movement: "Movement") -> str:
    """What it is about: the video's prompt, or whose balance it follows."""
    if movement.kind == "reconcile":
        return QCoreApplication.translate("Account", "As the account's balance says")
    return one_line(movement.prompt or "")


def kind_explained(kind: str) -> str:
    """What such a movement means, in one sentence."""
    if kind == "video_generation":
        return QCoreApplication.translate("Account", "Set aside when you asked for a video")
    if kind == "refund":
        return QCoreApplication.translate("Account", "The video came to nothing; all came back")
    if kind == "grant":
        return QCoreApplication.translate("Account", "What the wallet had when first seen")
    if kind == "settle":
        return QCoreApplication.translate("Account", "Another price was charged")
    return QCoreApplication.translate("Account", "Brought in line with the account, as a top-up")


def kind_and_prompt(movement: "Movement") -> str:
    """One line for both: a video's price is what most movements are, and needs no word."""
    prompt = one_line(movement.prompt or "")
    if movement.kind == "video_generation" and prompt:
        return prompt
    return " · ".join(part for part in (movement_name(movement), prompt) if part)


def wallet_name(key: "WalletKey", title: str) -> str:
    """A wallet as people call it, or by its title."""
    return QCoreApplication.translate("Account", "Sandbox") if key.is_play_money else title


def play_money() -> str:
    return QCoreApplication.translate("Account", "Play money")
