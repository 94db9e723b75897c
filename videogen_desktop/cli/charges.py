"""The terminal's words for money: what `domain.charges` decides, as sentences.

Errors say what happened. Whether anything was charged is read here, at the moment when it is said,
also after the engine has closed: an error that came after a payment once said "Nothing was
charged".
"""

from typing import TYPE_CHECKING

from videogen_desktop.cli.output import credits_text
from videogen_desktop.cli.reading import reading
from videogen_desktop.domain.charges import Verdict, is_at_most, verdict
from videogen_desktop.domain.video import LibraryItem

if TYPE_CHECKING:
    from videogen_desktop.storage.directories import Directories

_SENTENCES = {
    Verdict.NO_MONEY: "",
    Verdict.NOT_CHARGED: "Nothing was charged.",
    Verdict.REFUNDED: "Nothing was charged: the credits were refunded.",
    Verdict.WAITING: "Nothing was charged so far: {held} are held for it.",
    Verdict.BEING_SENT: "It may have been charged: {held} stay held until that is clear.",
    Verdict.UNCLEAR: "It may have been charged: {held} stay held until that is clear.",
    Verdict.TAKEN: "{held} stay held until that is written down.",
    Verdict.UNDER_WAY: "{spent} were charged.",
    Verdict.DOUBTED: "{spent} stay spent until that is clear.",
    Verdict.CHARGED: "{spent} were charged.",
}


def item_in(places: "Directories", video_id: str) -> LibraryItem | None:
    """The video as the library says now; None where it has none. Raises StorageError where that
    cannot be read."""
    from videogen_desktop.domain.vendor import Vendors
    from videogen_desktop.services.announcer import library_items

    with reading(places) as library:
        if library is None:
            return None
        with library.reading() as rows:
            found = library_items(rows, rows.videos.many([video_id]), Vendors())
    return found[0] if found else None


def charge_sentence(item: LibraryItem | None, *, goes_on: bool = False) -> str:
    """Whether it cost anything, or may have; empty for a video that was found or imported.
    `goes_on`: another process may send it in the next moment."""
    said = verdict(item)
    if item is None or said is Verdict.NO_MONEY:
        return _SENTENCES[said]
    if item.charge is None:
        return unread_sentence(item.video.id)
    held = f"{credits_text(item.charge.held)} credits"
    if said is Verdict.WAITING and goes_on:
        return f"It may be charged: {held} are held for it."
    spent = f"{'At most ' if is_at_most(item) else ''}{credits_text(item.charge.spent)} credits"
    return _SENTENCES[said].format(held=held, spent=spent)


def unknown_sentence(video_id: str) -> str:
    """Where another process was asked for the video and may take the request still."""
    return f"It may have been charged: `videogen show {video_id}` tells."


def unread_sentence(video_id: str, condition: str = "") -> str:
    """Where the library cannot be read at the moment when it should be said."""
    why = f" ({condition})" if condition else ""
    return (
        f"What it cost cannot be read at the moment{why}: `videogen show {video_id}` "
        "says it as soon as it can."
    )
